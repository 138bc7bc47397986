#pragma once

#include "platform/capture/sound_player.h"
#include "platform/capture/sound_source.h"

#include <cmath>

namespace tashilgar::tests {

/// A microphone that hears what the test says.
class SpokenSound final : public platform::SoundSource {
public:
    /// What the next start() leads to, once events are handled.
    platform::MicrophoneState next = platform::MicrophoneState::Running;

    void start(int samplesPerSecond) override
    {
        m_rate = samplesPerSecond;
        QMetaObject::invokeMethod(this, [this] { enter(next); }, Qt::QueuedConnection);
    }
    void stop() override { m_state = platform::MicrophoneState::Off; }
    platform::MicrophoneState state() const override { return m_state; }
    int rate() const override { return m_rate; }

    void enter(platform::MicrophoneState state)
    {
        m_state = state;
        emit changed();
    }
    /// A tone of so many hertz; \p loud from 0 to 1.
    void say(double seconds, double hertz, double loud)
    {
        std::vector<std::int16_t> samples(static_cast<std::size_t>(seconds * m_rate));
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = static_cast<std::int16_t>(loud * 32000 * std::sin(6.28318530718 * hertz * static_cast<double>(i) / m_rate));
        emit heard(samples);
    }

private:
    platform::MicrophoneState m_state = platform::MicrophoneState::Off;
    int m_rate = 0;
};

/// A loudspeaker that the test listens to.
class ListenedSound final : public platform::SoundPlayer {
public:
    bool works = true;
    std::int64_t length = 0; ///< samples of what plays

    bool play(platform::SoundReader sound) override
    {
        length = sound.length();
        return works;
    }
    void stop() override { length = 0; }
    void hear(std::chrono::milliseconds place) { emit reached(place); }
    void end() { emit ended(); }
};

} // namespace tashilgar::tests
