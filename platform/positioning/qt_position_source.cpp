#include "platform/positioning/qt_position_source.h"

#include <QMetaObject>
#include <QTimeZone>

#include <cmath>

namespace tashilgar::platform
{

Fix fixFrom(const QGeoPositionInfo& info, FixKind kind, base::Instant now)
{
    const QGeoCoordinate at = info.coordinate();
    Fix fix{ .latitude = at.latitude(), .longitude = at.longitude(), .time = now, .kind = kind };
    if (!std::isnan(at.altitude()))
        fix.altitudeMetres = at.altitude();
    if (info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)) {
        const double accuracy = info.attribute(QGeoPositionInfo::HorizontalAccuracy);
        if (std::isfinite(accuracy) && accuracy > 0)
            fix.accuracyMetres = accuracy;
    }
    if (info.timestamp().isValid() && info.timestamp().date().isValid())
        fix.time = base::Instant(std::chrono::milliseconds(info.timestamp().toMSecsSinceEpoch()));
    return fix;
}

QtPositionSource::QtPositionSource(const base::Clock& clock)
    : QtPositionSource(
        std::unique_ptr<QGeoPositionInfoSource>(QGeoPositionInfoSource::createDefaultSource(nullptr)), clock)
{
}

QtPositionSource::QtPositionSource(std::unique_ptr<QGeoPositionInfoSource> source, const base::Clock& clock)
    : m_clock(&clock)
    , m_source(std::move(source))
{
    if (!m_source)
        return;
    connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this, [this](const QGeoPositionInfo& info) {
        if (m_started && info.isValid())
            emit fixed(fixFrom(info, FixKind::Estimated, m_clock->now()));
    });
    connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this, &QtPositionSource::onError);
}

void QtPositionSource::start()
{
    if (m_started)
        return;
    m_started = true;
    if (m_source)
        m_source->startUpdates();
    else
        QMetaObject::invokeMethod(
            this, [this] { emit troubled(PositionTrouble::NoReceiver); }, Qt::QueuedConnection);
}

void QtPositionSource::stop()
{
    if (m_started && m_source)
        m_source->stopUpdates();
    m_started = false;
}

QString QtPositionSource::description() const
{
    return m_source ? QStringLiteral("system (%1)").arg(m_source->sourceName()) : QStringLiteral("system (none)");
}

void QtPositionSource::onError(QGeoPositionInfoSource::Error error)
{
    if (!m_started)
        return;
    const auto tell = [this](PositionTrouble trouble) {
        QMetaObject::invokeMethod(
            this, [this, trouble] { emit troubled(trouble); }, Qt::QueuedConnection);
    };
    switch (error) {
    case QGeoPositionInfoSource::AccessError:
        return tell(PositionTrouble::NoPermission);
    case QGeoPositionInfoSource::ClosedError:
        return tell(PositionTrouble::SwitchedOff);
    case QGeoPositionInfoSource::UpdateTimeoutError:
        return tell(PositionTrouble::NoFixInTime);
    case QGeoPositionInfoSource::UnknownSourceError:
        return tell(PositionTrouble::NoReceiver);
    case QGeoPositionInfoSource::NoError:
        return;
    }
}

} // namespace tashilgar::platform
