#pragma once

#include "platform/capture/frame_source.h"

#include <QElapsedTimer>

#include <memory>
#include <mutex>

namespace tashilgar::platform
{

/// The cameras of this machine, through Qt Multimedia. Nothing of it is loaded before the first start().
///
/// Frames come on whichever thread the backend likes; the newest is kept and turned into a picture on this object's thread,
/// at most every kFrameGap. Not tried on a real camera (DESIGN.md of this folder).
class QtFrameSource final : public FrameSource
{
    Q_OBJECT

public:
    QtFrameSource();
    ~QtFrameSource() override;

    void start(Facing facing) override;
    void stop() override;
    CameraState state() const override { return m_state; }
    Facing facing() const override { return m_facing; }
    bool canTurn() const override { return m_canTurn; }
    bool hasTorch() const override;
    bool torch() const override;
    void setTorch(bool on) override;

private:
    struct Device;
    void open();
    void take();
    void enter(CameraState state);

    std::unique_ptr<Device> m_device; ///< while started
    QElapsedTimer m_sinceFrame;
    CameraState m_state = CameraState::Off;
    Facing m_facing = Facing::Away;
    bool m_canTurn = false;
};

} // namespace tashilgar::platform
