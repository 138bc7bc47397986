#include "platform/capture/qt_frame_source.h"

#include "platform/capture/camera_format.h"
#include "platform/capture/multimedia.h"

#include <QCamera>
#include <QCameraDevice>
#include <QDir>
#include <QFileInfo>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QTimer>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>
#include <atomic>

namespace tashilgar::platform
{
namespace
{

/// 15 pictures a second are enough to aim, and leave a cheap processor time for the page.
constexpr qint64 kFrameGapMilliseconds = 66;

bool looksToward(const QCameraDevice& device) { return device.position() == QCameraDevice::FrontFace; }

/// A camera is there as a file, and this account may not read it.
bool isForbidden()
{
    const QDir devices("/dev");
    const QStringList names = devices.entryList({ "video*" }, QDir::System | QDir::Files);
    return !names.isEmpty() && std::none_of(names.begin(), names.end(), [&](const QString& name) {
        return QFileInfo(devices.filePath(name)).isReadable();
    });
}

/// The format that bestFormat() would take; an empty one where the device tells none.
QCameraFormat formatFor(const QCameraDevice& device)
{
    const QList<QCameraFormat> formats = device.videoFormats();
    std::vector<CameraFormat> offered;
    for (const QCameraFormat& format : formats)
        offered.push_back({ format.resolution(), format.maxFrameRate() });
    const int best = bestFormat(offered);
    return best < 0 ? QCameraFormat() : formats[best];
}

} // namespace

/// Ends before anything it calls: the frames that arrive meanwhile find m_latest and `taken` still there.
struct QtFrameSource::Device {
    std::mutex mutex;
    QVideoFrame latest; ///< guarded by the mutex
    std::atomic<bool> waiting = false; ///< a take() is on its way
    QVideoSink sink;
    QCamera camera;
    QMediaCaptureSession session;

    explicit Device(const QCameraDevice& device)
        : camera(device)
    {
        const QCameraFormat format = formatFor(device);
        if (!format.isNull())
            camera.setCameraFormat(format);
        session.setCamera(&camera);
        session.setVideoSink(&sink);
    }
    ~Device()
    {
        sink.disconnect();
        camera.disconnect();
        camera.stop();
    }
};

QtFrameSource::QtFrameSource() = default;
QtFrameSource::~QtFrameSource() = default;

void QtFrameSource::start(Facing facing)
{
    if (m_device && m_facing == facing && m_state != CameraState::Failed)
        return;
    m_device.reset();
    m_facing = facing;
    m_state = CameraState::Starting;
    // Loading the backend takes a moment: the page shows that the camera is on its way first.
    QTimer::singleShot(0, this, [this] {
        if (m_state == CameraState::Starting && !m_device)
            open();
    });
}

void QtFrameSource::open()
{
    const QList<QCameraDevice> devices = hasMultimedia() ? QMediaDevices::videoInputs() : QList<QCameraDevice>();
    if (devices.isEmpty())
        return enter(isForbidden() ? CameraState::NoPermission : CameraState::NoCamera);
    const bool anyToward = std::any_of(devices.begin(), devices.end(), looksToward);
    m_canTurn = anyToward && !std::all_of(devices.begin(), devices.end(), looksToward);
    const auto wanted = std::find_if(devices.begin(), devices.end(),
        [this](const QCameraDevice& device) { return looksToward(device) == (m_facing == Facing::Toward); });
    const QCameraDevice& device = wanted == devices.end() ? devices.front() : *wanted;
    m_facing = looksToward(device) ? Facing::Toward : Facing::Away;

    m_device = std::make_unique<Device>(device);
    Device* const opened = m_device.get();
    connect(&opened->sink, &QVideoSink::videoFrameChanged, this,
        [this, opened](const QVideoFrame& frame) {
            {
                const std::lock_guard lock(opened->mutex);
                opened->latest = frame;
            }
            if (!opened->waiting.exchange(true))
                QMetaObject::invokeMethod(this, &QtFrameSource::take, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    connect(&opened->camera, &QCamera::errorOccurred, this,
        [this](QCamera::Error, const QString&) {
            enter(isForbidden() ? CameraState::NoPermission : CameraState::Failed);
        },
        Qt::QueuedConnection);
    m_sinceFrame.invalidate();
    opened->camera.start();
}

void QtFrameSource::take()
{
    if (!m_device)
        return;
    QVideoFrame frame;
    {
        const std::lock_guard lock(m_device->mutex);
        frame = m_device->latest;
    }
    m_device->waiting = false;
    if (!frame.isValid() || (m_sinceFrame.isValid() && m_sinceFrame.elapsed() < kFrameGapMilliseconds))
        return;
    const QImage picture = frame.toImage();
    m_sinceFrame.start(); // now: a slow machine rests as long as it worked
    if (picture.isNull())
        return enter(CameraState::Failed);
    enter(CameraState::Running);
    emit framed(picture);
}

void QtFrameSource::stop()
{
    m_device.reset();
    m_state = CameraState::Off;
}

bool QtFrameSource::hasTorch() const
{
    return m_device && m_device->camera.isTorchModeSupported(QCamera::TorchOn);
}

bool QtFrameSource::torch() const
{
    return m_device && m_device->camera.torchMode() == QCamera::TorchOn;
}

void QtFrameSource::setTorch(bool on)
{
    if (!hasTorch())
        return;
    m_device->camera.setTorchMode(on ? QCamera::TorchOn : QCamera::TorchOff);
    emit changed();
}

void QtFrameSource::enter(CameraState state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit changed();
}

} // namespace tashilgar::platform
