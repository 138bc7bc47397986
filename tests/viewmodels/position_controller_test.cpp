#include "app/viewmodels/position_controller.h"

#include "app/viewmodels/display_text.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using viewmodels::PositionController;

namespace {

platform::Fix fixOf(double accuracy, base::Instant at)
{
    platform::Fix fix;
    fix.latitude = 34.34512;
    fix.longitude = 47.09008;
    fix.altitudeMetres = 1350;
    fix.accuracyMetres = accuracy;
    fix.time = at;
    return fix;
}

} // namespace

TEST_CASE("the device is asked only while a page looks", "[viewmodels][position]")
{
    tests::FakeClock clock;
    int asked = 0;
    PositionController position([&asked](bool wanted) { asked += wanted ? 1 : -1; }, clock);
    position.start();
    position.start();
    CHECK(asked == 1);
    position.stop();
    CHECK(asked == 1);
    position.stop();
    CHECK(asked == 0);
    CHECK(position.state() == u"idle");
}

TEST_CASE("the best point is kept when a worse one follows, and can be taken", "[viewmodels][position]")
{
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
    tests::FakeClock clock;
    PositionController position([](bool) {}, clock);
    position.start();
    CHECK(position.state() == u"searching");
    CHECK(position.take().isEmpty());
    position.feed(fixOf(6, clock.now()));
    position.feed(fixOf(31, clock.now()));
    CHECK(position.accuracyNow() == 31);
    CHECK(position.accuracyBest() == 6);
    CHECK(position.takeText() == "Take this point, 6 m");
    CHECK(position.take().startsWith(u"34.34512"));
    position.beginAgain();
    CHECK(position.take().isEmpty());
}

TEST_CASE("why there is no position is told with what to do", "[viewmodels][position]")
{
    tests::FakeClock clock;
    PositionController position([](bool) {}, clock);
    position.start();
    position.feed(platform::PositionTrouble::SwitchedOff);
    CHECK(position.state() == u"off");
    CHECK(position.advice().contains(QStringLiteral("Switch it on")));
    position.stop();
    position.start();
    clock.advance(std::chrono::seconds(95));
    CHECK(position.state() == u"late");
    position.feed(fixOf(40, clock.now()));
    CHECK(position.state() == u"weak");
}

TEST_CASE("a form's own question for the position gets the last one known", "[viewmodels][position]")
{
    tests::FakeClock clock;
    PositionController position([](bool) {}, clock);
    CHECK(position.lastKnown().empty());
    position.feed(fixOf(9, clock.now()));
    CHECK(position.lastKnown().starts_with("34.34512"));
}

TEST_CASE("a form says how good a point it wants, and a line is drawn from the newest reading alone", "[viewmodels][position]")
{
    tests::FakeClock clock;
    PositionController position([](bool) {}, clock);
    position.expect(3, 0);
    CHECK(position.wanted() == 3);
    CHECK(position.limit() == 25);
    position.expect(40, 10);
    CHECK(position.limit() == 40); // a limit below what is wanted would never be met
    position.expect(0, 0);
    CHECK(position.wanted() == 8);
    CHECK(position.here().isEmpty());
    position.start();
    position.feed(fixOf(4, clock.now()));
    platform::Fix next = fixOf(9, clock.now());
    next.latitude = 34.5;
    position.feed(next);
    CHECK(position.here().startsWith(QStringLiteral("34.5000000")));
    CHECK(position.take().startsWith(QStringLiteral("34.345")));
    clock.advance(std::chrono::minutes(1));
    CHECK(position.here().isEmpty()); // where one was a minute ago is not where one walks
}
