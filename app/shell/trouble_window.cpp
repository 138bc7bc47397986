#include "app/shell/trouble_window.h"

#include "app/viewmodels/display_text.h"
#include "app/viewmodels/start_trouble.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>

namespace tashilgar::shell {
namespace {

QString languageOf(const Options& options)
{
    if (!options.language.isEmpty())
        return options.language;
    const QString file = QString::fromStdString((options.data / "settings.ini").string());
    // Where the app was used, what it speaks unless told otherwise.
    if (QFileInfo::exists(file))
        return QSettings(file, QSettings::IniFormat).value("language", QStringLiteral("fa")).toString().replace("ckb", "fa");
    return QLocale::system().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("fa");
}

} // namespace

TroubleWindow::TroubleWindow(const base::Error& error, const Options& options)
{
    const QString language = languageOf(options);
    if (m_translator.load(QStringLiteral(":/i18n/tashilgar_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
    viewmodels::DisplayText::instance().setLanguage(language);
    const viewmodels::StartTrouble told = viewmodels::startTroubleOf(error);
    QVariantMap properties{{"happened", told.happened}, {"safe", told.safe}, {"toDo", told.toDo},
        {"detail", QString::fromStdString(error.text())}};
    if (!options.size.isEmpty()) {
        properties["width"] = options.size.width();
        properties["height"] = options.size.height();
    }
    m_engine.addImportPath("qrc:/qt/qml");
    m_engine.setInitialProperties(properties);
    m_engine.load(QUrl("qrc:/qt/qml/Tashilgar/TroubleWindow.qml"));
}

TroubleWindow::~TroubleWindow() { QCoreApplication::removeTranslator(&m_translator); }

QQuickWindow* TroubleWindow::window() const
{
    return m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
}

} // namespace tashilgar::shell
