#include "tests/qml/stage.h"

#include <QQuickItem>
#include <QTest>

using namespace tashilgar;
using platform::MicrophoneState;
using tests::Stage;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size kSizes[] = {{1280, 800}, {800, 1280}, {360, 740}};

std::string soundForm(const std::string& attributes = {})
{
    return R"(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms" xmlns:odk="http://www.opendatakit.org/xforms"
        xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>صدا</h:title><model><instance>
        <data id="sound" version="1"><q/><after/><orx:meta><orx:instanceID/></orx:meta></data></instance>
        <bind nodeset="/data/q" type="binary"/><bind nodeset="/data/after" type="string"/></model></h:head><h:body>
        <upload ref="/data/q" mediatype="audio/*" )"
        + attributes + "><label>توضیح ساکن</label></upload><input ref=\"/data/after\"><label>پس از آن</label></input></h:body></h:html>";
}

void open(Stage& stage, const Size& size, const std::string& attributes = {})
{
    stage.put(soundForm(attributes));
    stage.join();
    stage.open(size.width, size.height);
    REQUIRE(stage.app().fill()->openForm(QStringLiteral("sound")));
    stage.settle();
}

QByteArray kept(Stage& stage)
{
    return stage.app().fill()->contentOf(QStringLiteral("/data/q"));
}

} // namespace

TEST_CASE("a sound is recorded, kept small and listened to", "[qml][sound]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            INFO(language << " " << size.width);
            Stage stage(QString::fromLatin1(language));
            open(stage, size, "odk:quality=\"voice-only\"");
            stage.shoot(QStringLiteral("sound-question"));
            REQUIRE(stage.press(QStringLiteral("record_/data/q")));
            stage.microphone.say(4, 440, 0.3);
            stage.settle(100);
            CHECK(stage.app().sound()->seconds() == 4);
            CHECK(stage.app().sound()->level() > 0.5);
            stage.shoot(QStringLiteral("sound-recording"));
            stage.microphone.say(1, 440, 0.001);
            CHECK(stage.app().sound()->level() < 0.1); // it follows the voice down
            REQUIRE(stage.press(QStringLiteral("stop_/data/q")));
            CHECK(stage.microphone.state() == MicrophoneState::Off);
            CHECK(kept(stage).size() < 12'000); // five seconds at 12 kbit/s, and room for what Ogg adds
            CHECK(stage.app().fill()->answerOf(QStringLiteral("/data/q")).endsWith(u".ogg"));
            CHECK(std::filesystem::is_empty(stage.store().folder / "captures"));
            REQUIRE(stage.press(QStringLiteral("play_/data/q")));
            CHECK(std::abs(stage.loudspeaker.length - 5 * platform::SoundReader::kRate) < 10);
            stage.loudspeaker.hear(std::chrono::seconds(2));
            stage.settle(100);
            CHECK(std::abs(stage.app().sound()->place() - 0.4) < 0.01);
            stage.shoot(QStringLiteral("sound-playing"));
            stage.loudspeaker.end();
            CHECK(stage.app().sound()->playing().isEmpty());
            stage.settle(100);
            stage.shoot(QStringLiteral("sound-kept"));
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("who leaves the page while it records is asked once, and nothing that was said is lost", "[qml][sound]")
{
    Stage stage(QStringLiteral("fa"));
    open(stage, {360, 740});
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(stage.press(QStringLiteral("record_/data/q")));
    stage.microphone.say(2, 440, 0.3);
    CHECK_FALSE(fill.next());
    stage.settle(100);
    stage.shoot(QStringLiteral("sound-leaving"));
    REQUIRE(stage.press(QStringLiteral("goOnRecording")));
    CHECK(stage.app().sound()->isRecording());
    CHECK(fill.currentRef() == u"/data/q");
    stage.microphone.say(2, 440, 0.3);
    CHECK_FALSE(fill.next());
    stage.settle(100);
    REQUIRE(stage.press(QStringLiteral("leaveKeeping")));
    CHECK(fill.currentRef() == u"/data/after"); // where it was meant to go
    CHECK_FALSE(kept(stage).isEmpty());

    fill.back();
    stage.settle();
    const QByteArray first = kept(stage);
    REQUIRE(stage.press(QStringLiteral("record_/data/q")));
    stage.microphone.say(1, 440, 0.3);
    CHECK_FALSE(fill.next());
    stage.settle(100);
    REQUIRE(stage.press(QStringLiteral("leaveDiscarding")));
    CHECK(fill.currentRef() == u"/data/after");
    CHECK(kept(stage) == first); // the one before stays

    fill.back();
    stage.settle();
    REQUIRE(stage.press(QStringLiteral("record_/data/q")));
    stage.microphone.say(3, 440, 0.3);
    CHECK_FALSE(fill.next());
    CHECK(fill.next()); // asked once; who insists goes, and takes it along
    CHECK(kept(stage) != first);
    fill.back();
    stage.settle();
    const QByteArray third = kept(stage);
    REQUIRE(stage.press(QStringLiteral("record_/data/q")));
    stage.microphone.say(1, 440, 0.3);
    fill.close(); // closing never asks, and keeps
    const auto drafts = stage.store()->drafts().list();
    REQUIRE(drafts);
    REQUIRE(fill.resumeDraft(QString::fromStdString(drafts->front().id.value())));
    CHECK(kept(stage) != third);
    CHECK_FALSE(kept(stage).isEmpty());
    stage.expectNoWarnings();
}

TEST_CASE("without a microphone, or when it stops, the page says so and a file does as well", "[qml][sound]")
{
    Stage stage(QStringLiteral("fa"));
    open(stage, {360, 740});
    stage.microphone.next = MicrophoneState::NoMicrophone;
    REQUIRE(stage.press(QStringLiteral("record_/data/q")));
    stage.settle(100);
    CHECK(stage.app().sound()->trouble() == u"none");
    CHECK_FALSE(stage.app().sound()->isRecording());
    stage.shoot(QStringLiteral("sound-no-microphone"));
    REQUIRE(stage.find(QStringLiteral("take_/data/q")));
    stage.microphone.next = MicrophoneState::Running;
    REQUIRE(stage.press(QStringLiteral("record_/data/q")));
    stage.microphone.say(2, 440, 0.3);
    stage.microphone.enter(MicrophoneState::Failed);
    CHECK(stage.app().sound()->trouble() == u"failed");
    const QByteArray part = kept(stage);
    CHECK_FALSE(part.isEmpty()); // what was said until then
    REQUIRE(stage.press(QStringLiteral("record_/data/q")));
    REQUIRE(stage.press(QStringLiteral("stop_/data/q")));
    CHECK(stage.app().sound()->trouble() == u"silent");
    CHECK(kept(stage) == part);
    stage.loudspeaker.works = false;
    REQUIRE(stage.press(QStringLiteral("play_/data/q")));
    CHECK(stage.app().sound()->trouble() == u"unplayable");
    stage.expectNoWarnings();
}
