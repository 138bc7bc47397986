#include "platform/positioning/best_fix.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace std::chrono_literals;
using platform::BestFix;
using platform::Fix;
using platform::PositionState;
using platform::PositionTrouble;

namespace {

/// \p north metres north of a corner in Jafarabad.
Fix fix(double accuracy, double north = 0)
{
    return {.latitude = 34.3219 + north / 111'195.0, .longitude = 47.0729, .altitudeMetres = 1350.0,
        .accuracyMetres = accuracy};
}

} // namespace

TEST_CASE("a search without a fix explains itself when the usual time is over", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    CHECK(search.state() == PositionState::Searching);
    clock.advance(89s);
    CHECK(search.state() == PositionState::Searching);
    clock.advance(1s);
    CHECK(search.state() == PositionState::NoFixInTime);
    CHECK(search.waited() == 90s);
    CHECK_FALSE(search.point());
    search.restart();
    CHECK(search.state() == PositionState::Searching);
}

TEST_CASE("what is wrong with the source is told until a fix comes", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(PositionTrouble::NoPermission);
    CHECK(search.state() == PositionState::NoPermission);
    search.add(PositionTrouble::SwitchedOff);
    CHECK(search.state() == PositionState::SwitchedOff);
    search.add(PositionTrouble::NoFixInTime);
    CHECK(search.state() == PositionState::Searching);
    search.add(fix(5));
    CHECK(search.state() == PositionState::Good);
    search.add(PositionTrouble::Unplugged);
    CHECK(search.state() == PositionState::Unplugged);
    CHECK(search.point());
}

TEST_CASE("a point is weak, usable or good by its accuracy", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(fix(34));
    CHECK(search.state() == PositionState::Weak);
    search.add(fix(20));
    CHECK(search.state() == PositionState::Usable);
    search.add(fix(7));
    CHECK(search.state() == PositionState::Good);
}

TEST_CASE("the best reading stays when later ones are worse", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(fix(6, 1));
    search.add(fix(40, 200));
    CHECK(search.now()->accuracyMetres == 40);
    CHECK(search.best()->accuracyMetres == 6);
    CHECK(distanceMetres(*search.point(), fix(6, 1)) < 0.01);
}

TEST_CASE("the mean of nearly equal readings never claims more than the best of them", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    for (int i = 0; i < 20; ++i)
        search.add(fix(5, i % 2 ? 2 : -2));
    const auto mean = search.mean();
    REQUIRE(mean);
    CHECK(mean->count == 20);
    CHECK(distanceMetres(mean->fix, fix(5)) < 0.01);
    CHECK(mean->spreadMetres == Approx(2).epsilon(0.01));
    CHECK(mean->fix.accuracyMetres == 5);
}

TEST_CASE("readings that lie far apart state their spread as accuracy", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(fix(5, 30));
    search.add(fix(5, -30));
    CHECK(search.point()->accuracyMetres == Approx(30).epsilon(0.01));
}

TEST_CASE("a point whose readings stopped is stale and kept", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(fix(5));
    clock.advance(10s);
    CHECK(search.state() == PositionState::Good);
    clock.advance(1s);
    CHECK(search.state() == PositionState::Stale);
    CHECK(search.point());
}

TEST_CASE("a reading that is no place on Earth counts for nothing", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(Fix{});
    search.add(Fix{.latitude = 91, .longitude = 10});
    search.add(Fix{.latitude = std::numeric_limits<double>::quiet_NaN(), .longitude = 10});
    CHECK(search.count() == 0);
    CHECK(search.state() == PositionState::Searching);
}

TEST_CASE("a search of hours keeps two minutes of readings and the best one", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(fix(3));
    for (int i = 0; i < 10'000; ++i)
        search.add(fix(12, 50));
    CHECK(search.count() == static_cast<int>(BestFix::kKept));
    CHECK(search.point()->accuracyMetres == 3);
    CHECK(distanceMetres(*search.point(), fix(3)) < 0.01);
}

TEST_CASE("a fix without an accuracy is a weak point, and says nothing about it in the answer", "[platform]")
{
    tests::FakeClock clock;
    BestFix search(clock);
    search.add(Fix{.latitude = 34.3219, .longitude = 47.0729});
    CHECK(search.state() == PositionState::Weak);
    CHECK(search.point()->geopoint() == "34.3219000 47.0729000");
    search.add(fix(4.25));
    CHECK(search.point()->geopoint() == "34.3219000 47.0729000 1350.0 4.2");
}
