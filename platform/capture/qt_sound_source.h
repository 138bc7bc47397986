#pragma once

#include "platform/capture/sound_source.h"

#include <memory>

namespace tashilgar::platform
{

/// The microphone of this machine, through Qt Multimedia, of which nothing is loaded before the first start(). Not tried on a
/// real microphone (platform/DESIGN.md).
class QtSoundSource final : public SoundSource
{
    Q_OBJECT

public:
    QtSoundSource();
    ~QtSoundSource() override;

    void start(int samplesPerSecond) override;
    void stop() override;
    MicrophoneState state() const override { return m_state; }
    int rate() const override { return m_rate; }

private:
    struct Device;
    void open(int samplesPerSecond);
    void take();
    void enter(MicrophoneState state);

    std::unique_ptr<Device> m_device; ///< while running
    MicrophoneState m_state = MicrophoneState::Off;
    int m_rate = 0;
    bool m_wanted = false;
};

} // namespace tashilgar::platform
