#pragma once

#include <QImage>
#include <QObject>

namespace tashilgar::platform
{

enum class CameraState {
    Off,
    Starting,
    Running,
    NoCamera, ///< none is there, or nothing on this machine can talk to it
    NoPermission, ///< one is there, and the system does not let this app see through it
    Failed, ///< it was there; another app has it, or it stopped by itself
};

/// Which way a camera looks, seen by the person who holds the tablet.
enum class Facing { Away, Toward };

/// Delivers the pictures of a camera while it is started.
///
/// Lives on the thread that made it; its signals come from there, never from inside start() or stop(). A picture that is
/// not taken in time is dropped, never queued, so what arrives is what the camera sees now. Whatever goes wrong shows as a
/// state, and a file can always stand for the camera.
class FrameSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starting what is started changes at most the camera; so does stopping what is stopped nothing. Where no camera looks
    /// that way, another is taken.
    virtual void start(Facing facing) = 0;
    virtual void stop() = 0;

    virtual CameraState state() const = 0;
    /// Of the camera in use.
    virtual Facing facing() const = 0;
    /// There is a camera for each way to look.
    virtual bool canTurn() const = 0;
    virtual bool hasTorch() const { return false; }
    virtual bool torch() const { return false; }
    virtual void setTorch(bool) { }

signals:
    void framed(const QImage& frame);
    /// Anything but the frame.
    void changed();
};

} // namespace tashilgar::platform
