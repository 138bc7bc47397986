#include "platform/capture/recorded_frame_source.h"

#include <QDir>
#include <QImageReader>

namespace tashilgar::platform
{
namespace
{

QStringList picturesIn(const std::filesystem::path& folder)
{
    const QDir directory(QString::fromStdString(folder.string()));
    QStringList files;
    for (const QString& name : directory.entryList({ "*.png", "*.jpg", "*.jpeg" }, QDir::Files, QDir::Name))
        files << directory.filePath(name);
    return files;
}

} // namespace

RecordedFrameSource::RecordedFrameSource(std::filesystem::path folder, std::chrono::milliseconds perFrame)
    : m_folder(std::move(folder))
{
    m_timer.setInterval(perFrame);
    connect(&m_timer, &QTimer::timeout, this, &RecordedFrameSource::tick);
}

bool RecordedFrameSource::canTurn() const
{
    return !picturesIn(m_folder).isEmpty() && !picturesIn(m_folder / "toward").isEmpty();
}

void RecordedFrameSource::start(Facing facing)
{
    QStringList away = picturesIn(m_folder);
    QStringList toward = picturesIn(m_folder / "toward");
    m_facing = (facing == Facing::Toward && !toward.isEmpty()) || away.isEmpty() ? Facing::Toward : Facing::Away;
    m_files = m_facing == Facing::Toward ? std::move(toward) : std::move(away);
    m_next = 0;
    m_frameFile.clear();
    m_state = CameraState::Starting;
    m_timer.start();
}

void RecordedFrameSource::stop()
{
    m_timer.stop();
    m_state = CameraState::Off;
    m_torch = false;
}

void RecordedFrameSource::setTorch(bool on)
{
    m_torch = on && hasTorch();
    emit changed();
}

void RecordedFrameSource::enter(CameraState state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit changed();
}

void RecordedFrameSource::tick()
{
    if (m_files.isEmpty()) {
        m_timer.stop();
        return enter(CameraState::NoCamera);
    }
    const QString& file = m_files[m_next];
    m_next = (m_next + 1) % m_files.size();
    if (file != m_frameFile) {
        m_frame = QImageReader(file).read();
        m_frameFile = file;
    }
    if (m_frame.isNull())
        return enter(CameraState::Failed);
    enter(CameraState::Running);
    emit framed(m_frame);
}

} // namespace tashilgar::platform
