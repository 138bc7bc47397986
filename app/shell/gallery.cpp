#include "app/shell/gallery.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QQuickItem>
#include <QQuickItemGrabResult>
#include <QTimer>

#include <fmt/format.h>

#include <cstdio>

namespace tashilgar::shell {
namespace {

constexpr int kWhenDrawn = 1000; ///< milliseconds until pictures and letters of a piece have come

QQuickItem* pieceNamed(QQuickItem* item, const QString& name)
{
    const QString own = item->objectName();
    if (own == QStringLiteral("cell_") + name || (own.startsWith("block_") && own.endsWith(u'/' + name)))
        return item;
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = pieceNamed(child, name))
            return found;
    }
    return nullptr;
}

void end(const QString& sentence)
{
    if (!sentence.isEmpty())
        fmt::print(stderr, "tashilgar: {}\n", sentence.toStdString());
    QCoreApplication::exit(sentence.isEmpty() ? 0 : 1);
}

} // namespace

base::Result<std::filesystem::path> unpackGallery(const std::filesystem::path& data)
{
    const QString folder = QString::fromStdString((data / "gallery").string());
    QDir().mkpath(folder);
    QDirIterator files(":/tashilgar/gallery");
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = folder + u'/' + files.fileName();
        if (!QFile::copy(from, to))
            return base::fail(base::kIoError, "the form of the gallery cannot be written", to.toStdString());
    }
    return data / "gallery" / "questions.md";
}

void drawCell(QQuickWindow& window, const QString& name, const std::filesystem::path& file)
{
    QTimer::singleShot(kWhenDrawn, &window, [&window, name, file] {
        QQuickItem* piece = pieceNamed(window.contentItem(), name);
        if (!piece)
            return end(QStringLiteral("the gallery has no piece '%1'; the names stand beside the pieces").arg(name));
        const auto grabbed = piece->grabToImage();
        QObject::connect(grabbed.get(), &QQuickItemGrabResult::ready, &window, [grabbed, file] {
            const QString path = QString::fromStdString(file.string());
            end(grabbed->saveToFile(path) ? QString() : QStringLiteral("%1 cannot be written").arg(path));
        });
    });
}

} // namespace tashilgar::shell
