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

TEST_CASE("a day's work is drawn in each theme, and in large text", "[qml][shots]")
{
    struct Look {
        const char* language;
        const char* theme;
        double scale;
        Size size;
        const char* name;
    };
    constexpr Look kLooks[] = {{"fa", "light", 1, {1280, 800}, "day"}, {"en", "light", 1, {1280, 800}, "day"},
        {"fa", "dark", 1, {1280, 800}, "day-dark"}, {"fa", "sun", 1, {800, 1280}, "day-sun"}, {"fa", "light", 1.5, {800, 1280}, "day-large"},
        {"fa", "light", 1.5, {360, 740}, "day-large"}, {"fa", "light", 1, {360, 740}, "day"}, {"fa", "light", 1, {960, 600}, "day"},
        {"en", "light", 1, {360, 740}, "day"}, {"en", "sun", 1, {1280, 800}, "day-sun"}, {"fa", "dark", 1, {360, 740}, "day-dark"}};
    for (const Look& look : kLooks) {
        Stage stage(QString::fromLatin1(look.language));
        stage.join();
        stage.work();
        stage.app().settings()->setTheme(QString::fromLatin1(look.theme));
        stage.app().settings()->setTextScale(look.scale);
        client::Status status;
        status.reason = client::Reason::NoAnswer;
        status.totals = {2, 1, 1, 2, 3, 1'480'000};
        stage.app().sync()->show(status);
        stage.open(look.size.width, look.size.height);
        const QString name = QString::fromLatin1(look.name);
        for (const char* place : {"today", "forms", "records", "outbox"}) {
            REQUIRE(stage.press(QStringLiteral("place_") + QString::fromLatin1(place)));
            if (std::string_view(place) == "records")
                std::ignore = stage.press(QStringLiteral("record_uuid:2")); // beyond the edge of small windows
            stage.shoot(name + u'-' + QString::fromLatin1(place));
        }
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("tsh_household")));
        fill.choose(QStringLiteral("/data/place/nbh"), QStringLiteral("JFR"), true);
        stage.shoot(name + QStringLiteral("-fill-search"));
        fill.choose(QStringLiteral("/data/place/block"), QStringLiteral("JFR-B03"), true);
        fill.next();
        fill.next();
        fill.next();
        fill.choose(fill.currentRef(), fill.questions()->rows()[0].choices->rows()[1].value, true);
        stage.shoot(name + QStringLiteral("-fill-choice"));
        for (int page = 0; page < 20 && !(fill.questions()->count() > 0 && fill.questions()->rows()[0].control == u"Geopoint"); ++page)
            fill.next();
        REQUIRE(fill.step() != u"end");
        stage.settle(50);
        double accuracy = 22;
        for (int i = 0; i < 7; ++i, accuracy -= 1.6) {
            platform::Fix fix;
            fix.latitude = 34.34512 + 0.00003 * ((i * 5) % 7 - 3);
            fix.longitude = 47.09008 + 0.00004 * ((i * 3) % 7 - 3);
            fix.accuracyMetres = accuracy;
            fix.time = stage.store().clock.now();
            stage.app().position()->feed(fix);
        }
        stage.shoot(name + QStringLiteral("-fill-point"));
        stage.expectNoWarnings();
    }
}
