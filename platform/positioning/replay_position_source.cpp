#include "platform/positioning/replay_position_source.h"

namespace tashilgar::platform
{

bool ReplayPositionSource::step()
{
    if (!m_started || m_readings.empty())
        return false;
    const Reading reading = m_readings.front();
    m_readings.pop_front();
    if (const Fix* fix = std::get_if<Fix>(&reading))
        emit fixed(*fix);
    else
        emit troubled(std::get<PositionTrouble>(reading));
    return true;
}

} // namespace tashilgar::platform
