#include "platform/positioning/qt_position_source.h"
#include "platform/positioning/replay_position_source.h"
#include "tests/platform/events.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using platform::Fix;
using platform::PositionTrouble;
using platform::QtPositionSource;
using tests::eventually;

namespace {

/// A system's source that the test plays.
class FakeSystem final : public QGeoPositionInfoSource {
public:
    FakeSystem()
        : QGeoPositionInfoSource(nullptr)
    {
    }
    QGeoPositionInfo lastKnownPosition(bool) const override { return {}; }
    PositioningMethods supportedPositioningMethods() const override { return AllPositioningMethods; }
    int minimumUpdateInterval() const override { return 0; }
    Error error() const override { return NoError; }
    void startUpdates() override { }
    void stopUpdates() override { }
    void requestUpdate(int) override { }
};

struct Heard {
    explicit Heard(platform::PositionSource& source)
    {
        QObject::connect(&source, &platform::PositionSource::fixed, &source, [this](const Fix& fix) { fixes.push_back(fix); });
        QObject::connect(&source, &platform::PositionSource::troubled, &source,
            [this](PositionTrouble trouble) { troubles.push_back(trouble); });
    }
    std::vector<Fix> fixes;
    std::vector<PositionTrouble> troubles;
};

} // namespace

TEST_CASE("a tablet without any position source says so", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    QtPositionSource source(std::unique_ptr<QGeoPositionInfoSource>(), clock);
    Heard heard(source);
    source.start();
    REQUIRE(eventually([&] { return !heard.troubles.empty(); }));
    CHECK(heard.troubles.front() == PositionTrouble::NoReceiver);
}

TEST_CASE("the system's errors are told as what a person can do something about", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    auto system = std::make_unique<FakeSystem>();
    FakeSystem* fake = system.get();
    QtPositionSource source(std::move(system), clock);
    Heard heard(source);
    source.start();
    emit fake->errorOccurred(QGeoPositionInfoSource::AccessError);
    emit fake->errorOccurred(QGeoPositionInfoSource::ClosedError);
    emit fake->errorOccurred(QGeoPositionInfoSource::UpdateTimeoutError);
    CHECK(heard.troubles.empty());
    REQUIRE(eventually([&] { return heard.troubles.size() == 3; }));
    CHECK(heard.troubles[0] == PositionTrouble::NoPermission);
    CHECK(heard.troubles[1] == PositionTrouble::SwitchedOff);
    CHECK(heard.troubles[2] == PositionTrouble::NoFixInTime);
}

TEST_CASE("a reading of the system keeps what is known and leaves out the rest", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    auto system = std::make_unique<FakeSystem>();
    FakeSystem* fake = system.get();
    QtPositionSource source(std::move(system), clock);
    Heard heard(source);
    source.start();
    const QDateTime time(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    QGeoPositionInfo info(QGeoCoordinate(34.3219, 47.0729), time);
    emit fake->positionUpdated(info);
    info.setAttribute(QGeoPositionInfo::HorizontalAccuracy, 12.0);
    info.setTimestamp({});
    emit fake->positionUpdated(info);
    emit fake->positionUpdated(QGeoPositionInfo());
    REQUIRE(heard.fixes.size() == 1); // Qt calls a reading without a time invalid
    CHECK_FALSE(heard.fixes[0].accuracyMetres);
    CHECK_FALSE(heard.fixes[0].altitudeMetres);
    CHECK(heard.fixes[0].time == base::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch())));
}

TEST_CASE("a replayed source says one reading at each step, while it is started", "[platform]")
{
    platform::ReplayPositionSource source;
    source.add(Fix{.latitude = 34, .longitude = 47});
    source.add(PositionTrouble::SwitchedOff);
    Heard heard(source);
    CHECK_FALSE(source.step());
    source.start();
    CHECK(source.step());
    CHECK(source.step());
    CHECK_FALSE(source.step());
    CHECK(heard.fixes.size() == 1);
    CHECK(heard.troubles.size() == 1);
}
