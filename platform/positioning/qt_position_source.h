#pragma once

#include "platform/positioning/position_source.h"

#include <QGeoPositionInfoSource>

#include <memory>

namespace tashilgar::platform
{

/// A fix from what Qt read. Without a whole date and time in it, \p now is its time.
Fix fixFrom(const QGeoPositionInfo& info, FixKind kind, base::Instant now);

/// What the operating system offers (on Linux: GeoClue), through Qt Positioning.
class QtPositionSource final : public PositionSource
{
    Q_OBJECT

public:
    /// \p clock outlives the source.
    explicit QtPositionSource(const base::Clock& clock);
    /// Over another source of Qt; for tests. Null stands for a system without any.
    QtPositionSource(std::unique_ptr<QGeoPositionInfoSource> source, const base::Clock& clock);

    void start() override;
    void stop() override;
    QString description() const override;

private:
    void onError(QGeoPositionInfoSource::Error error);

    const base::Clock* m_clock;
    std::unique_ptr<QGeoPositionInfoSource> m_source;
    bool m_started = false;
};

} // namespace tashilgar::platform
