#include "app/base/folder_lock.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/start_trouble.h"
#include "tests/qml/stage.h"

#include <QQuickItem>
#include <QTest>

using namespace tashilgar;

TEST_CASE("every way not to start is told with what is safe and what to do, in both languages", "[qml][trouble]")
{
    tests::needGuiApplication();
    for (const char* language : {"fa", "en"}) {
        viewmodels::Translator translator;
        REQUIRE(translator.load(QStringLiteral(":/i18n/tashilgar_%1.qm").arg(QString::fromLatin1(language))));
        QCoreApplication::installTranslator(&translator);
        viewmodels::DisplayText::instance().setLanguage(QString::fromLatin1(language));
        for (const base::ErrorCode& code : {base::kBusy, base::kDiskFull, base::kIoError}) {
            const viewmodels::StartTrouble told = viewmodels::startTroubleOf(base::Error{code, "the words of the library", "/data"});
            CHECK_FALSE(told.happened.isEmpty());
            CHECK(told.happened.contains(QString::fromUtf8("تبلت")) == (std::string_view(language) == "fa"));
            CHECK_FALSE(told.safe.isEmpty());
            CHECK_FALSE(told.toDo.isEmpty());
        }
        for (const QSize size : {QSize(1280, 800), QSize(360, 740)}) {
            const viewmodels::StartTrouble told = viewmodels::startTroubleOf(base::Error{base::kBusy, "", ""});
            QQmlApplicationEngine engine;
            engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
            QStringList warnings;
            QObject::connect(&engine, &QQmlEngine::warnings, &engine, [&warnings](const QList<QQmlError>& errors) {
                for (const QQmlError& error : errors)
                    warnings << error.toString();
            });
            engine.setInitialProperties({{QStringLiteral("happened"), told.happened}, {QStringLiteral("safe"), told.safe},
                {QStringLiteral("toDo"), told.toDo}, {QStringLiteral("detail"), QStringLiteral("base.busy: /home/n/.local/share/tashilgar")},
                {QStringLiteral("width"), size.width()}, {QStringLiteral("height"), size.height()}});
            engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Tashilgar/TroubleWindow.qml")));
            REQUIRE(engine.rootObjects().size() == 1);
            auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().front());
            REQUIRE(window);
            window->resize(size);
            QTest::qWait(150);
            CHECK(window->grabWindow().save(QStringLiteral(TASHILGAR_BINARY_DIR "/shots/trouble-%1-%2x%3.png")
                                                .arg(QString::fromLatin1(language)).arg(size.width()).arg(size.height())));
            QTest::keyClick(window, Qt::Key_Escape);
            QTest::qWait(50);
            CHECK_FALSE(window->isVisible());
            INFO(warnings.join(u'\n').toStdString());
            CHECK(warnings.isEmpty());
        }
        QCoreApplication::removeTranslator(&translator);
    }
}
