#include "platform/positioning/best_fix.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tashilgar::platform
{
namespace
{

/// An unknown accuracy is worse than every known one.
double radius(const Fix& fix)
{
    return fix.accuracyMetres.value_or(std::numeric_limits<double>::infinity());
}

bool isOnEarth(const Fix& fix)
{
    const bool nowhere = fix.latitude == 0 && fix.longitude == 0; // what receivers write before they know
    return !nowhere && std::abs(fix.latitude) <= 90 && std::abs(fix.longitude) <= 180;
}

} // namespace

BestFix::BestFix(const base::Clock& clock, FixRules rules)
    : m_clock(&clock)
    , m_rules(rules)
    , m_since(clock.monotonic())
{
}

void BestFix::restart()
{
    *this = BestFix(*m_clock, m_rules);
}

void BestFix::add(const Fix& fix)
{
    if (!isOnEarth(fix)) // also false for numbers that are none
        return;
    m_trouble.reset();
    m_lastFixAt = m_clock->monotonic();
    m_now = fix;
    if (!m_best || radius(fix) <= radius(*m_best))
        m_best = fix;
    m_fixes.push_back(fix);
    if (m_fixes.size() > kKept)
        m_fixes.pop_front();
}

void BestFix::add(PositionTrouble trouble)
{
    m_trouble = trouble;
}

PositionState BestFix::state() const
{
    if (m_trouble) {
        switch (*m_trouble) {
        case PositionTrouble::NoReceiver:
            return PositionState::NoReceiver;
        case PositionTrouble::SwitchedOff:
            return PositionState::SwitchedOff;
        case PositionTrouble::NoPermission:
            return PositionState::NoPermission;
        case PositionTrouble::Unplugged:
            return PositionState::Unplugged;
        case PositionTrouble::NoFixInTime:
            break; // our own patience decides below
        }
    }
    if (!m_now)
        return waited() >= m_rules.patience ? PositionState::NoFixInTime : PositionState::Searching;
    if (m_clock->monotonic() - m_lastFixAt > m_rules.staleAfter)
        return PositionState::Stale;
    const double reached = radius(*point());
    if (reached <= m_rules.wantedMetres)
        return PositionState::Good;
    return reached <= m_rules.limitMetres ? PositionState::Usable : PositionState::Weak;
}

std::optional<MeanFix> BestFix::mean() const
{
    if (!m_best)
        return std::nullopt;
    const double worst = radius(*m_best) * kNearly;
    double weights = 0;
    double latitude = 0;
    double longitude = 0;
    double altitude = 0;
    double altitudeWeights = 0;
    MeanFix mean{ .fix = *m_best };
    for (const Fix& fix : m_fixes) {
        if (radius(fix) > worst)
            continue;
        const double weight = fix.accuracyMetres ? 1 / (*fix.accuracyMetres * *fix.accuracyMetres) : 1;
        weights += weight;
        latitude += weight * fix.latitude;
        longitude += weight * fix.longitude;
        if (fix.altitudeMetres) {
            altitude += weight * *fix.altitudeMetres;
            altitudeWeights += weight;
        }
        ++mean.count;
    }
    if (mean.count == 0) // the best reading is older than those kept
        return MeanFix{ .fix = *m_best, .count = 1 };
    mean.fix.latitude = latitude / weights;
    mean.fix.longitude = longitude / weights;
    if (altitudeWeights > 0)
        mean.fix.altitudeMetres = altitude / altitudeWeights;
    double squares = 0;
    for (const Fix& fix : m_fixes)
        if (radius(fix) <= worst)
            squares += std::pow(distanceMetres(fix, mean.fix), 2);
    mean.spreadMetres = std::sqrt(squares / mean.count);
    if (mean.fix.accuracyMetres)
        mean.fix.accuracyMetres = std::max(*mean.fix.accuracyMetres, mean.spreadMetres);
    return mean;
}

std::optional<Fix> BestFix::point() const
{
    const auto found = mean();
    if (!found)
        return std::nullopt;
    Fix fix = found->fix;
    fix.time = m_now->time;
    return fix;
}

std::chrono::seconds BestFix::waited() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_clock->monotonic() - m_since);
}

} // namespace tashilgar::platform
