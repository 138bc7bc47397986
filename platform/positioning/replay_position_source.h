#pragma once

#include "platform/positioning/position_source.h"

#include <deque>
#include <variant>

namespace tashilgar::platform
{

/// Says what it was told to say, one reading at each step(); for tests and for pictures of pages.
class ReplayPositionSource final : public PositionSource
{
    Q_OBJECT

public:
    using Reading = std::variant<Fix, PositionTrouble>;
    explicit ReplayPositionSource(std::deque<Reading> readings = {})
        : m_readings(std::move(readings))
    {
    }

    void start() override { m_started = true; }
    void stop() override { m_started = false; }
    bool isStarted() const { return m_started; }
    QString description() const override { return QStringLiteral("replay"); }

    void add(Reading reading) { m_readings.push_back(reading); }
    /// Delivers the next reading; false when the source is stopped or nothing is left.
    bool step();

private:
    std::deque<Reading> m_readings;
    bool m_started = false;
};

} // namespace tashilgar::platform
