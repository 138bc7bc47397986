#include "tests/qml/stage.h"

using namespace tashilgar;
using tests::Stage;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size kSizes[] = {{1280, 800}, {800, 1280}, {360, 740}};

} // namespace

TEST_CASE("every place of the app is drawn in both languages and three sizes", "[qml][shots]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            stage.open(size.width, size.height);
            stage.shoot(QStringLiteral("enrol-1-language"));
            REQUIRE(stage.press(QStringLiteral("enrolNext")));
            stage.shoot(QStringLiteral("enrol-2-code"));
            stage.join();
            for (const char* place : {"today", "forms", "records", "outbox", "settings"}) {
                REQUIRE(stage.press(QStringLiteral("place_") + QString::fromLatin1(place)));
                stage.shoot(QString::fromLatin1(place));
            }
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("a household record is drawn page by page", "[qml][shots]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            stage.join();
            stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            REQUIRE(fill.openForm(QStringLiteral("tsh_household")));
            for (int page = 0; page < 6; ++page) {
                stage.shoot(QStringLiteral("fill-%1").arg(page));
                fill.next();
                fill.next();
            }
            fill.goToEnd();
            stage.shoot(QStringLiteral("fill-end"));
            stage.expectNoWarnings();
        }
    }
}
