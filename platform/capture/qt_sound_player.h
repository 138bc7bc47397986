#pragma once

#include "platform/capture/sound_player.h"

#include <QTimer>

#include <memory>

namespace tashilgar::platform
{

/// The loudspeaker of this machine, through Qt Multimedia. Not tried on a real one (platform/DESIGN.md).
class QtSoundPlayer final : public SoundPlayer
{
    Q_OBJECT

public:
    QtSoundPlayer();
    ~QtSoundPlayer() override;

    bool play(SoundReader sound) override;
    void stop() override;

private:
    struct Device;
    void follow();
    std::unique_ptr<Device> m_device; ///< while playing
    QTimer m_timer;
};

} // namespace tashilgar::platform
