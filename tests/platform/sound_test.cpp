#include "platform/capture/multimedia.h"
#include "platform/capture/qt_sound_player.h"
#include "platform/capture/qt_sound_source.h"
#include "platform/capture/sound_file.h"
#include "tests/platform/events.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <QAudioDevice>
#include <QMediaDevices>

#include <cmath>
#include <fstream>
#include <sstream>

using namespace tashilgar;
using platform::SoundReader;
using platform::SoundWriter;

namespace {

std::vector<std::int16_t> tone(double seconds, double hertz, int rate)
{
    std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds * rate));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<std::int16_t>(16000 * std::sin(6.28318530718 * hertz * static_cast<double>(i) / rate));
    return samples;
}

QByteArray contentOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return QByteArray::fromStdString(text.str());
}

std::vector<std::int16_t> all(SoundReader& sound)
{
    std::vector<std::int16_t> samples;
    for (auto some = sound.read(); !some.empty(); some = sound.read())
        samples.insert(samples.end(), some.begin(), some.end());
    return samples;
}

/// How often the sign changes in a second, which of a tone is twice its hertz.
double crossings(const std::vector<std::int16_t>& samples)
{
    int count = 0;
    for (std::size_t i = 1; i < samples.size(); ++i)
        count += (samples[i - 1] < 0) != (samples[i] < 0);
    return count * double(SoundReader::kRate) / static_cast<double>(samples.size());
}

} // namespace

TEST_CASE("a sound is written small and read again as it was", "[platform][sound]")
{
    const tests::TemporaryFolder folder;
    for (const auto& [rate, bits] : {std::pair(16'000, 12'000), std::pair(48'000, 48'000)}) {
        auto writer = SoundWriter::open(folder / "work" / "voice.ogg", rate, bits);
        REQUIRE(writer);
        const auto samples = tone(3, 440, rate);
        for (std::size_t from = 0; from < samples.size(); from += 1000) // as a microphone gives them
            REQUIRE(writer->write(std::span(samples).subspan(from, std::min<std::size_t>(1000, samples.size() - from))));
        REQUIRE(writer->close());
        const QByteArray file = contentOf(folder / "work" / "voice.ogg");
        CHECK(file.size() < 3 * bits / 8 * 2); // twice what was asked for, with what Ogg adds
        auto reader = SoundReader::open(file);
        REQUIRE(reader);
        CHECK(std::abs(reader->length() - 3 * SoundReader::kRate) <= 8);
        auto heard = all(*reader);
        CHECK(static_cast<std::int64_t>(heard.size()) == reader->length());
        heard.erase(heard.begin(), heard.begin() + SoundReader::kRate / 2);
        CHECK(std::abs(crossings(heard) - 880) < 20);
    }
}

TEST_CASE("a recording that was cut off plays, but for its last seconds", "[platform][sound]")
{
    const tests::TemporaryFolder folder;
    auto writer = SoundWriter::open(folder / "voice.ogg", 16'000, 12'000);
    REQUIRE(writer);
    REQUIRE(writer->write(tone(8, 440, 16'000)));
    const QByteArray file = contentOf(folder / "voice.ogg"); // never closed
    auto reader = SoundReader::open(file);
    REQUIRE(reader);
    CHECK(all(*reader).size() > 3 * SoundReader::kRate);
}

TEST_CASE("a recording in which nobody spoke ends as one", "[platform][sound]")
{
    const tests::TemporaryFolder folder;
    auto writer = SoundWriter::open(folder / "voice.ogg", 16'000, 12'000);
    REQUIRE(writer);
    REQUIRE(writer->write({}));
    CHECK(writer->close());
}

TEST_CASE("what is no sound is told, and a folder that is none", "[platform][sound]")
{
    const auto read = SoundReader::open("not a sound");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == platform::kNotASound);
    CHECK_FALSE(SoundReader::open({}));
    CHECK_FALSE(SoundWriter::open("/dev/null/voice.ogg", 16'000, 12'000));
}

TEST_CASE("a machine without microphone and loudspeaker says so", "[platform][sound][camera]")
{
    tests::qtApplication();
    if (platform::hasMultimedia() && (!QMediaDevices::audioInputs().isEmpty() || !QMediaDevices::audioOutputs().isEmpty())) {
        WARN("this machine has sound; nothing is tried");
        return;
    }
    platform::QtSoundSource source;
    source.start(16'000);
    CHECK(tests::eventually([&] { return source.state() == platform::MicrophoneState::NoMicrophone; }));
    source.stop();
    const tests::TemporaryFolder folder;
    auto writer = SoundWriter::open(folder / "voice.ogg", 16'000, 12'000);
    REQUIRE(writer);
    REQUIRE(writer->write(tone(1, 440, 16'000)));
    REQUIRE(writer->close());
    auto sound = SoundReader::open(contentOf(folder / "voice.ogg"));
    REQUIRE(sound);
    platform::QtSoundPlayer player;
    CHECK_FALSE(player.play(std::move(*sound)));
}
