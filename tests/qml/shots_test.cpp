#include "tests/qml/stage.h"

#include <QDir>
#include <QImage>

using namespace tashilgar;
using tests::Stage;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size kSizes[] = {{1280, 800}, {800, 1280}, {360, 740}};

/// Pictures of each page, for people to look at: build/…/shots/NAME-LANGUAGE-WxH.png
void shoot(Stage& stage, QQuickWindow& window, const QString& name)
{
    const QString folder = QStringLiteral(TASHILGAR_BINARY_DIR "/shots");
    QDir().mkpath(folder);
    stage.settle();
    const QImage image = window.grabWindow();
    const QString file = QStringLiteral("%1/%2-%3-%4x%5.png").arg(folder, name, stage.app().settings()->language()).arg(window.width()).arg(window.height());
    CHECK(image.save(file));
}

void expectNoWarnings(const Stage& stage)
{
    INFO(stage.warnings().join(u'\n').toStdString());
    CHECK(stage.warnings().isEmpty());
}

} // namespace

TEST_CASE("every place of the app is drawn in both languages and three sizes", "[qml][shots]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            QQuickWindow& window = stage.open(size.width, size.height);
            shoot(stage, window, QStringLiteral("enrol-1-language"));
            REQUIRE(stage.press(QStringLiteral("enrolNext")));
            shoot(stage, window, QStringLiteral("enrol-2-code"));
            stage.join();
            for (const char* place : {"today", "forms", "records", "outbox", "settings"}) {
                REQUIRE(stage.press(QStringLiteral("place_") + QString::fromLatin1(place)));
                shoot(stage, window, QString::fromLatin1(place));
            }
            expectNoWarnings(stage);
        }
    }
}

TEST_CASE("a household record is drawn page by page", "[qml][shots]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            stage.join();
            QQuickWindow& window = stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            REQUIRE(fill.openForm(QStringLiteral("tsh_household")));
            for (int page = 0; page < 6; ++page) {
                shoot(stage, window, QStringLiteral("fill-%1").arg(page));
                fill.next();
                fill.next();
            }
            fill.goToEnd();
            shoot(stage, window, QStringLiteral("fill-end"));
            expectNoWarnings(stage);
        }
    }
}
