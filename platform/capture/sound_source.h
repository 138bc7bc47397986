#pragma once

#include <QObject>

#include <cstdint>
#include <vector>

namespace tashilgar::platform
{

enum class MicrophoneState {
    Off,
    Running,
    NoMicrophone, ///< none is there, or nothing on this machine can talk to it
    Failed, ///< it was there; another app has it, or it was pulled out
};

/// Delivers what a microphone hears while it is started: one channel of 16-bit samples.
///
/// Lives on the thread that made it; its signals come from there, never from inside start() or stop(). Nothing that was
/// heard is left out between start() and stop().
class SoundSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// \p samplesPerSecond is a wish; rate() says what came of it.
    virtual void start(int samplesPerSecond) = 0;
    virtual void stop() = 0;
    virtual MicrophoneState state() const = 0;
    /// Samples a second, while running.
    virtual int rate() const = 0;

signals:
    void heard(const std::vector<std::int16_t>& samples);
    /// The state.
    void changed();
};

} // namespace tashilgar::platform
