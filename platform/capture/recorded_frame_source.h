#pragma once

#include "platform/capture/frame_source.h"

#include <QStringList>
#include <QTimer>

#include <chrono>
#include <filesystem>

namespace tashilgar::platform
{

/// Plays the pictures of a folder as a camera would, by name, again from the start when they end: for tests, and for
/// learning the app where there is no camera.
///
/// Pictures in `folder` are what lies before the tablet; those in `folder/toward`, where there is one, the person who holds
/// it. A folder without pictures is a tablet without a camera. The folder is read at each start().
class RecordedFrameSource final : public FrameSource
{
    Q_OBJECT

public:
    RecordedFrameSource(std::filesystem::path folder, std::chrono::milliseconds perFrame);

    void start(Facing facing) override;
    void stop() override;
    CameraState state() const override { return m_state; }
    Facing facing() const override { return m_facing; }
    bool canTurn() const override;
    bool hasTorch() const override { return m_state == CameraState::Running; }
    bool torch() const override { return m_torch; }
    void setTorch(bool on) override;

private:
    void tick();
    void enter(CameraState state);

    std::filesystem::path m_folder;
    QTimer m_timer;
    QStringList m_files; ///< of the camera in use
    qsizetype m_next = 0;
    QImage m_frame; ///< of the last file that was read: a folder of one picture is decoded once
    QString m_frameFile;
    CameraState m_state = CameraState::Off;
    Facing m_facing = Facing::Away;
    bool m_torch = false;
};

} // namespace tashilgar::platform
