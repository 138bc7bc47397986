#pragma once

#include "platform/capture/sound_file.h"

#include <QObject>

#include <chrono>

namespace tashilgar::platform
{

/// Plays one sound at a time. Lives on the thread that made it; signals come from there.
class SoundPlayer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// False where this machine has nothing to play with.
    virtual bool play(SoundReader sound) = 0;
    virtual void stop() = 0;

signals:
    /// Some of it was heard.
    void reached(std::chrono::milliseconds place);
    /// All of it was heard, or the loudspeaker went away. Not after stop().
    void ended();
};

} // namespace tashilgar::platform
