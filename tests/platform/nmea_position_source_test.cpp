#include "platform/positioning/best_fix.h"
#include "platform/positioning/make_position_source.h"
#include "platform/positioning/nmea_position_source.h"
#include "platform/positioning/nmea_sentence.h"
#include "tests/platform/events.h"
#include "tests/platform/nmea_lines.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <fstream>

#include <pty.h>
#include <unistd.h>

using namespace tashilgar;
using namespace std::chrono_literals;
using platform::Fix;
using platform::FixKind;
using platform::NmeaPositionSource;
using platform::PositionTrouble;
using tests::eventually;
using tests::nmea;
using tests::nmeaSecond;

namespace {

/// What a source said.
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

struct Track {
    explicit Track(const std::string& text) { std::ofstream(path()) << text; }
    std::filesystem::path path() const { return folder / "track.nmea"; }
    tests::TemporaryFolder folder;
};

/// A receiver behind a TCP port of this machine.
struct Receiver {
    Receiver()
    {
        tests::qtApplication();
        REQUIRE(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] { client = server.nextPendingConnection(); });
    }
    void say(const std::string& text)
    {
        client->write(text.data(), static_cast<qint64>(text.size()));
        client->flush();
    }
    QTcpServer server;
    QTcpSocket* client = nullptr;
};

} // namespace

TEST_CASE("GST is believed also where it stands before the HDOP of its second", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    std::string text;
    for (int second = 0; second < 3; ++second) {
        const std::string usual = nmeaSecond(second, 1.0, 4.0);
        const std::size_t gst = usual.find("$GPGST");
        text += usual.substr(gst) + usual.substr(0, gst);
    }
    const Track track(text);
    const auto source = NmeaPositionSource::file(track.path(), 1ms, clock);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return heard.fixes.size() >= 3; }));
    for (const Fix& fix : heard.fixes)
        CHECK(fix.accuracyMetres == Approx(4.0));
}

TEST_CASE("the track of the walk ends in a point as good as wanted, inside its block", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    const auto source = NmeaPositionSource::file(TASHILGAR_TEST_DATA "/walk/track.nmea", 1ms, clock);
    platform::BestFix search(clock);
    bool wasUsable = false;
    QObject::connect(source.get(), &platform::PositionSource::fixed, source.get(), [&](const Fix& fix) {
        search.add(fix);
        wasUsable |= search.state() == platform::PositionState::Usable;
    });
    source->start();
    REQUIRE(eventually([&] { return search.state() == platform::PositionState::Good; }));
    CHECK(wasUsable);
    CHECK(distanceMetres(*search.point(), Fix{.latitude = 34.345, .longitude = 47.090}) < 100);
}

TEST_CASE("a receiver on a serial port gives its points, and its cable may be pulled", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    int receiver = -1;
    int port = -1;
    char name[64] = {};
    REQUIRE(::openpty(&receiver, &port, name, nullptr, nullptr) == 0);
    const auto source = NmeaPositionSource::serial(name, 9600, clock);
    source->setRetry(1ms);
    Heard heard(*source);
    source->start();
    const std::string text = nmeaSecond(0, 1.0, 4.0) + nmeaSecond(1, 1.0, 4.0);
    REQUIRE(::write(receiver, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    REQUIRE(eventually([&] { return !heard.fixes.empty(); }));
    CHECK(heard.fixes.front().accuracyMetres == Approx(4.0));
    ::close(port);
    ::close(receiver);
    REQUIRE(eventually([&] { return !heard.troubles.empty(); }));
    CHECK(heard.troubles.front() == PositionTrouble::Unplugged);
}

TEST_CASE("a recorded track gives its points with the accuracy of GST", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    const Track track(nmeaSecond(0, 1.0, 4.0) + nmeaSecond(1, 1.0, 3.0) + nmeaSecond(2, 1.0, 2.0));
    const auto source = NmeaPositionSource::file(track.path(), 1ms, clock);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return heard.fixes.size() >= 3; }));
    CHECK(heard.troubles.empty());
    const Fix& fix = heard.fixes.front();
    CHECK(fix.latitude == Approx(34.3219));
    CHECK(fix.longitude == Approx(47.0729));
    CHECK(fix.altitudeMetres == Approx(1350));
    CHECK(fix.accuracyMetres == Approx(4.0));
    CHECK(fix.kind == FixKind::Replayed);
    CHECK(fix.time == clock.now());
}

TEST_CASE("a track without GST gives HDOP times the range error", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    const Track track(nmeaSecond(0, 2.0) + nmeaSecond(1, 2.0));
    const auto source = NmeaPositionSource::file(track.path(), 1ms, clock);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return !heard.fixes.empty(); }));
    CHECK(heard.fixes.front().accuracyMetres == Approx(2.0 * platform::kRangeErrorMetres));
}

TEST_CASE("a track starts again when it ends", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    const Track track(nmeaSecond(0, 1.0, 4.0) + nmeaSecond(1, 1.0, 3.0));
    const auto source = NmeaPositionSource::file(track.path(), 1ms, clock);
    Heard heard(*source);
    source->start();
    CHECK(eventually([&] { return heard.fixes.size() >= 7; }));
}

TEST_CASE("noise and sentences with wrong checksums between good ones are passed over", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    std::string broken = nmeaSecond(1, 1.0, 3.0, 50.0);
    broken[broken.find("50.0")] = '1';
    const Track track("hello\n\xff\xfe$$$$\n$GPGGA,1,2\n" + nmeaSecond(0, 1.0, 4.0) + broken.substr(0, 70) + "\n"
        + nmea("GPRMC,053502.00,V,,,,,,,221126,,,N") + nmeaSecond(3, 1.0, 4.0));
    const auto source = NmeaPositionSource::file(track.path(), 1ms, clock);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return heard.fixes.size() >= 4; }));
    for (const Fix& fix : heard.fixes)
        CHECK(fix.latitude == Approx(34.3219));
}

TEST_CASE("a file that is missing or no track is told as no receiver", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    const Track track("these are\nno sentences\n");
    for (const auto& path : {track.path(), track.folder / "missing.nmea"}) {
        const auto source = NmeaPositionSource::file(path, 1ms, clock);
        Heard heard(*source);
        source->start();
        CHECK(heard.troubles.empty());
        REQUIRE(eventually([&] { return !heard.troubles.empty(); }));
        CHECK(heard.troubles.front() == PositionTrouble::NoReceiver);
    }
}

TEST_CASE("a TCP stream gives its points as they come, with the receiver's own time", "[platform]")
{
    tests::FakeClock clock;
    Receiver receiver;
    const auto source = NmeaPositionSource::tcp("127.0.0.1", receiver.server.serverPort(), clock);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return receiver.client != nullptr; }));
    receiver.say(nmeaSecond(0, 1.0, 4.0) + nmeaSecond(1, 1.0, 4.0));
    REQUIRE(eventually([&] { return !heard.fixes.empty(); }));
    CHECK(heard.fixes.front().kind == FixKind::Satellite);
    CHECK(heard.fixes.front().accuracyMetres == Approx(4.0));
    CHECK(heard.fixes.front().time == base::Instant(std::chrono::milliseconds(1'795'325'700'000)));
}

TEST_CASE("a receiver that goes away is told, and found again when it is back", "[platform]")
{
    tests::FakeClock clock;
    Receiver receiver;
    const auto source = NmeaPositionSource::tcp("127.0.0.1", receiver.server.serverPort(), clock);
    source->setRetry(1ms);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return receiver.client != nullptr; }));
    QTcpSocket* first = receiver.client;
    first->abort();
    REQUIRE(eventually([&] { return !heard.troubles.empty(); }));
    CHECK(heard.troubles.front() == PositionTrouble::Unplugged);
    REQUIRE(eventually([&] { return receiver.client != first; }));
    receiver.say(nmeaSecond(0, 1.0, 4.0) + nmeaSecond(1, 1.0, 4.0));
    CHECK(eventually([&] { return !heard.fixes.empty(); }));
}

TEST_CASE("a stream that never ends a line takes no memory and stops nothing", "[platform]")
{
    tests::FakeClock clock;
    Receiver receiver;
    const auto source = NmeaPositionSource::tcp("127.0.0.1", receiver.server.serverPort(), clock);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return receiver.client != nullptr; }));
    for (int i = 0; i < 100; ++i)
        receiver.say(std::string(10'000, 'x'));
    receiver.say("\n" + nmeaSecond(0, 1.0, 4.0) + nmeaSecond(1, 1.0, 4.0));
    CHECK(eventually([&] { return !heard.fixes.empty(); }));
}

TEST_CASE("a source that was stopped says nothing more", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    const Track track(nmeaSecond(0, 1.0, 4.0) + nmeaSecond(1, 1.0, 4.0));
    const auto source = NmeaPositionSource::file(track.path(), 1ms, clock);
    Heard heard(*source);
    source->start();
    REQUIRE(eventually([&] { return !heard.fixes.empty(); }));
    source->stop();
    const std::size_t before = heard.fixes.size();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    CHECK(heard.fixes.size() == before);
    source->start();
    CHECK(eventually([&] { return heard.fixes.size() > before; }));
}

TEST_CASE("sources are made from the texts that settings keep", "[platform]")
{
    tests::qtApplication();
    tests::FakeClock clock;
    const auto description = [&](std::string_view text) {
        const auto made = platform::makePositionSource(text, clock);
        return made ? (*made)->description().toStdString() : std::string(made.error().code.name());
    };
    CHECK(description("file:/some/where/track.nmea") == "nmea track.nmea");
    CHECK(description("track.nmea") == "nmea track.nmea");
    CHECK(description("tcp:127.0.0.1:2947") == "nmea tcp 127.0.0.1:2947");
    CHECK(description("serial:/dev/ttyUSB0@115200") == "nmea serial /dev/ttyUSB0");
    CHECK(description("tcp:127.0.0.1") == "platform.unknown-position-source");
    CHECK(description("tcp:127.0.0.1:99999") == "platform.unknown-position-source");
    CHECK(description("serial:/dev/ttyUSB0@fast") == "platform.unknown-position-source");
    CHECK(description("") == "platform.unknown-position-source");
}
