#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <QQuickItem>

using namespace tashilgar;
using tests::Stage;

namespace {

double middleOf(QQuickItem& item)
{
    return item.mapToScene(QPointF(item.width() / 2, 0)).x();
}

} // namespace

TEST_CASE("the places stand on the side of the hand that works", "[qml][settings]")
{
    for (const char* language : {"fa", "en"}) {
        Stage stage(QString::fromLatin1(language));
        stage.join();
        stage.open(1280, 800);
        const bool persian = std::string_view(language) == "fa";
        for (const char* hand : {"auto", "left", "right"}) {
            stage.app().settings()->setHand(QString::fromLatin1(hand));
            stage.settle();
            QQuickItem* today = stage.find(QStringLiteral("place_today"));
            REQUIRE(today);
            INFO(language << ", " << hand);
            const bool atRight = std::string_view(hand) == "auto" ? persian : std::string_view(hand) == "right";
            CHECK((middleOf(*today) > 640) == atRight);
        }
        REQUIRE(stage.press(QStringLiteral("place_settings")));
        // The pages keep the direction of their language: what begins a row is where it was.
        QQuickItem* chosen = stage.find(QStringLiteral("theme_light"));
        QQuickItem* last = stage.find(QStringLiteral("theme_sun"));
        REQUIRE(chosen);
        REQUIRE(last);
        CHECK((middleOf(*chosen) > middleOf(*last)) == persian);
        stage.expectNoWarnings();
    }
}

TEST_CASE("what Sorani has no words for is in Persian", "[qml][settings]")
{
    Stage stage(QStringLiteral("ckb"));
    stage.join();
    stage.open(1280, 800);
    QQuickItem* today = stage.find(QStringLiteral("place_today"));
    REQUIRE(today);
    CHECK(today->property("text").toString() == QString::fromUtf8("ئەمڕۆ"));
    CHECK(QCoreApplication::translate("SyncController", "The office is busy") == QString::fromUtf8("دفتر مشغول است"));
    REQUIRE(stage.press(QStringLiteral("place_settings")));
    CHECK(stage.find(QStringLiteral("awaitingReader")));
    stage.shoot(QStringLiteral("settings"));
    stage.app().settings()->setLanguage(QStringLiteral("en"));
    stage.settle();
    CHECK(QCoreApplication::translate("SyncController", "The office is busy") == QStringLiteral("The office is busy"));
    stage.expectNoWarnings();
}

TEST_CASE("another set of digits is on the page at once, and after the next start", "[qml][settings]")
{
    Stage stage;
    stage.join();
    stage.work();
    stage.open(1280, 800);
    REQUIRE(stage.press(QStringLiteral("place_settings")));
    stage.app().settings()->setDigits(QStringLiteral("latn"));
    stage.settle();
    CHECK(stage.app().today()->date().contains(QStringLiteral("1405")));
    const viewmodels::SettingsController again(QString::fromStdString((stage.store().folder / "settings.ini").string()));
    CHECK(again.digits() == u"latn");
    stage.app().settings()->setDigits(QStringLiteral("auto"));
}
