#include "platform/capture/multimedia.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QPluginLoader>
#include <QStringList>

namespace tashilgar::platform
{
namespace
{

constexpr const char* kChosenBackend = "QT_MEDIA_BACKEND"; ///< read by Qt, which takes no other than this

/// The backends that can be loaded, by their names.
QStringList backends()
{
    QStringList names;
    for (const QString& folder : QCoreApplication::libraryPaths()) {
        const QDir plugins(folder + QStringLiteral("/multimedia"));
        for (const QString& file : plugins.entryList(QDir::Files)) {
            QPluginLoader loader(plugins.filePath(file));
            const QJsonArray keys = loader.metaData()[QStringLiteral("MetaData")].toObject()[QStringLiteral("Keys")].toArray();
            if (!keys.isEmpty() && loader.load())
                names << keys.first().toString();
        }
    }
    return names;
}

bool chooseBackend()
{
    const QStringList names = backends();
    if (names.isEmpty())
        return false;
    if (qEnvironmentVariableIsSet(kChosenBackend))
        return names.contains(qEnvironmentVariable(kChosenBackend));
    if (names.size() == 1)
        qputenv(kChosenBackend, names.first().toUtf8()); // another one is there and does not load
    return true;
}

} // namespace

bool hasMultimedia()
{
    static const bool has = chooseBackend();
    return has;
}

} // namespace tashilgar::platform
