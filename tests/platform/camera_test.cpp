#include "platform/capture/camera_format.h"
#include "platform/capture/multimedia.h"
#include "platform/capture/qt_frame_source.h"
#include "platform/capture/recorded_frame_source.h"
#include "tests/platform/events.h"
#include "tests/support/catch.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

#include <QCameraDevice>
#include <QMediaDevices>

#include <fstream>

using namespace tashilgar;
using platform::CameraState;
using platform::Facing;

namespace {

void keep(const std::filesystem::path& file, QColor colour)
{
    std::filesystem::create_directories(file.parent_path());
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(colour);
    REQUIRE(image.save(QString::fromStdString(file.string())));
}

/// What a source showed, as colours.
struct Shown {
    explicit Shown(platform::FrameSource& source)
    {
        QObject::connect(&source, &platform::FrameSource::framed, &source,
            [this](const QImage& frame) { colours.push_back(frame.pixelColor(1, 1)); });
        QObject::connect(&source, &platform::FrameSource::changed, &source, [this, &source] { states.push_back(source.state()); });
    }
    std::vector<QColor> colours;
    std::vector<CameraState> states;
};

} // namespace

TEST_CASE("a folder of pictures plays as a camera, by name and around", "[platform][camera]")
{
    tests::qtApplication();
    const tests::TemporaryFolder folder;
    keep(folder / "2.png", Qt::blue);
    keep(folder / "1.png", Qt::red);
    std::ofstream(folder / "readme.txt") << "not a picture";
    platform::RecordedFrameSource source(folder.path(), std::chrono::milliseconds(1));
    Shown shown(source);
    source.start(Facing::Away);
    CHECK(source.state() == CameraState::Starting);
    CHECK(shown.colours.empty()); // never from inside start()
    REQUIRE(tests::eventually([&] { return shown.colours.size() >= 3; }));
    CHECK(std::vector(shown.colours.begin(), shown.colours.begin() + 3) == std::vector<QColor>{Qt::red, Qt::blue, Qt::red});
    CHECK(shown.states == std::vector{CameraState::Running});
    CHECK_FALSE(source.canTurn());
    source.stop();
    CHECK(source.state() == CameraState::Off);
}

TEST_CASE("the camera that looks at the person is taken where it is asked for and there", "[platform][camera]")
{
    tests::qtApplication();
    const tests::TemporaryFolder folder;
    keep(folder / "door.png", Qt::red);
    keep(folder / "toward" / "me.png", Qt::blue);
    platform::RecordedFrameSource source(folder.path(), std::chrono::milliseconds(1));
    Shown shown(source);
    source.start(Facing::Toward);
    CHECK(source.facing() == Facing::Toward);
    CHECK(source.canTurn());
    REQUIRE(tests::eventually([&] { return !shown.colours.empty(); }));
    CHECK(shown.colours.back() == QColor(Qt::blue));
    source.start(Facing::Away);
    REQUIRE(tests::eventually([&] { return shown.colours.back() == QColor(Qt::red); }));
    std::filesystem::remove_all(folder / "toward");
    source.start(Facing::Toward);
    CHECK(source.facing() == Facing::Away);
}

TEST_CASE("an empty folder is a tablet without a camera, a broken picture a camera that failed", "[platform][camera]")
{
    tests::qtApplication();
    const tests::TemporaryFolder folder;
    platform::RecordedFrameSource source(folder.path(), std::chrono::milliseconds(1));
    source.start(Facing::Away);
    REQUIRE(tests::eventually([&] { return source.state() == CameraState::NoCamera; }));
    std::ofstream(folder / "1.png") << "no picture";
    source.start(Facing::Away);
    REQUIRE(tests::eventually([&] { return source.state() == CameraState::Failed; }));
}

TEST_CASE("of what a camera offers, what fits a cheap tablet is taken", "[platform][camera]")
{
    CHECK(platform::bestFormat({}) == -1);
    CHECK(platform::bestFormat({{{640, 480}, 30}, {{1920, 1080}, 30}, {{3840, 2160}, 30}, {{1280, 720}, 60}}) == 1);
    CHECK(platform::bestFormat({{{640, 480}, 30}, {{1920, 1080}, 5}}) == 0); // 5 a second lag behind the hand
    CHECK(platform::bestFormat({{{4000, 3000}, 30}, {{2592, 1944}, 30}}) == 1);
    CHECK(platform::bestFormat({{{1280, 720}, 15}, {{1280, 720}, 30}}) == 1);
}

TEST_CASE("a machine without a camera, or without anything that can talk to one, says so", "[platform][camera]")
{
    tests::qtApplication();
    if (platform::hasMultimedia() && !QMediaDevices::videoInputs().isEmpty()) {
        WARN("this machine has a camera; nothing is tried");
        return;
    }
    platform::QtFrameSource source;
    source.start(Facing::Away);
    CHECK(source.state() == CameraState::Starting);
    CHECK(tests::eventually([&] { return source.state() == CameraState::NoCamera || source.state() == CameraState::NoPermission; }));
    source.stop();
    CHECK(source.state() == CameraState::Off);
}
