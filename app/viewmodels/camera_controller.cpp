#include "app/viewmodels/camera_controller.h"

#include <QGuiApplication>

namespace tashilgar::viewmodels {

using platform::CameraState;
using platform::Facing;

namespace {

/// A card that trembles is missed in a look or two; one that was taken away is missed in all of so many.
constexpr int kGoneAfterLooks = 8;

} // namespace

CameraController::CameraController(platform::FrameSource& source, QObject* parent)
    : QObject(parent)
    , m_source(&source)
{
    connect(m_source, &platform::FrameSource::framed, this, &CameraController::look);
    connect(m_source, &platform::FrameSource::changed, this, &CameraController::changed);
    if (auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        connect(application, &QGuiApplication::applicationStateChanged, this, &CameraController::apply);
    connect(&m_reader, &platform::CodeReader::looked, this, &CameraController::read);
}

CameraController::~CameraController()
{
    m_source->stop();
}

QString CameraController::state() const
{
    switch (m_source->state()) {
    case CameraState::Off:
        return QStringLiteral("off");
    case CameraState::Starting:
        return QStringLiteral("starting");
    case CameraState::Running:
        return QStringLiteral("running");
    case CameraState::NoCamera:
        return QStringLiteral("none");
    case CameraState::NoPermission:
        return QStringLiteral("forbidden");
    case CameraState::Failed:
        break;
    }
    return QStringLiteral("failed");
}

bool CameraController::isToward() const { return m_source->facing() == Facing::Toward; }
bool CameraController::canTurn() const { return m_source->canTurn(); }
bool CameraController::hasTorch() const { return m_source->hasTorch(); }
bool CameraController::torch() const { return m_source->torch(); }
void CameraController::setTorch(bool on) { m_source->setTorch(on); }

void CameraController::watch(QObject* view, bool toward, bool codes)
{
    if (!view)
        return;
    m_watchers.removeIf([view](const Watcher& watcher) { return watcher.view == view; });
    m_watchers.append({view, toward ? Facing::Toward : Facing::Away, codes});
    m_lastCode.clear();
    connect(view, &QObject::destroyed, this, &CameraController::leave, Qt::UniqueConnection);
    apply();
}

void CameraController::leave(QObject* view)
{
    if (m_watchers.removeIf([view](const Watcher& watcher) { return watcher.view == view; }) > 0)
        apply();
}

bool CameraController::isSeen() const
{
    const auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance());
    return !application
        || (application->applicationState() != Qt::ApplicationHidden && application->applicationState() != Qt::ApplicationSuspended);
}

void CameraController::apply()
{
    if (m_watchers.isEmpty() || !isSeen()) {
        m_source->stop();
        m_frame = {};
        emit framed();
    } else {
        m_source->start(m_watchers.last().facing);
    }
    emit changed();
}

void CameraController::turn()
{
    if (m_watchers.isEmpty() || !m_source->canTurn())
        return;
    m_watchers.last().facing = isToward() ? Facing::Away : Facing::Toward;
    apply();
}

void CameraController::tryAgain()
{
    m_source->stop();
    apply();
}

void CameraController::look(const QImage& frame)
{
    m_frame = frame;
    if (!m_watchers.isEmpty() && m_watchers.last().codes)
        m_reader.look(frame);
    emit framed();
}

void CameraController::read(const std::optional<platform::ReadCode>& found)
{
    if (m_watchers.isEmpty() || !m_watchers.last().codes)
        return; // it was read for somebody who has left
    if (!found) {
        if (++m_without == kGoneAfterLooks)
            m_lastCode.clear();
        return;
    }
    m_without = 0;
    if (found->text == m_lastCode)
        return;
    m_lastCode = found->text;
    emit codeRead(m_watchers.last().view, found->text);
}

} // namespace tashilgar::viewmodels
