#pragma once

#include "platform/positioning/fix.h"

#include <chrono>
#include <deque>
#include <optional>

namespace tashilgar::platform
{

/// How the search for a point stands; each has a sentence and an advice of its own on the page.
enum class PositionState {
    NoReceiver,
    SwitchedOff,
    NoPermission,
    Unplugged,
    Searching, ///< no fix yet, within the usual time
    NoFixInTime, ///< no fix yet, beyond it: offer the map, or "later"
    Weak, ///< fixes come, none within the limit
    Usable, ///< the point is within the limit, not yet as good as wanted
    Good, ///< as good as wanted
    Stale, ///< fixes came and stopped coming; the point so far is kept
};

/// What a page or a form wants of a point.
struct FixRules {
    double wantedMetres = 8; ///< taken by itself
    double limitMetres = 25; ///< above it the form's own rule decides
    std::chrono::seconds patience{ 90 }; ///< outdoors a first fix usually takes under a minute
    std::chrono::seconds staleAfter{ 10 }; ///< ten readings of a usual receiver
};

/// The mean of several fixes, and how far they lie from it.
struct MeanFix {
    Fix fix;
    int count = 0;
    double spreadMetres = 0; ///< root mean square of the distances to the mean
};

/// The best point so far, out of the readings of one search. No Qt, no thread: belongs to whoever fills it.
class BestFix
{
public:
    /// \p clock outlives this object.
    explicit BestFix(const base::Clock& clock, FixRules rules = {});

    /// Forgets all readings; the waiting begins anew.
    void restart();
    /// What the readings so far and to come are held against.
    void expect(FixRules rules) { m_rules = rules; }
    /// Fixes that are no place on Earth are passed over.
    void add(const Fix& fix);
    void add(PositionTrouble trouble);

    PositionState state() const;
    /// The newest reading.
    const std::optional<Fix>& now() const { return m_now; }
    /// The most accurate one reading.
    const std::optional<Fix>& best() const { return m_best; }
    /// Over the readings nearly as accurate as the best (kNearly), each weighted by its accuracy. The accuracy stated
    /// is the best reading's or the spread, whichever is worse: readings that follow each other err together, so their
    /// number promises nothing.
    std::optional<MeanFix> mean() const;
    /// What "take this point" takes: mean(), with the newest time.
    std::optional<Fix> point() const;

    int count() const { return static_cast<int>(m_fixes.size()); }
    /// Since restart().
    std::chrono::seconds waited() const;
    const FixRules& rules() const { return m_rules; }

    static constexpr double kNearly = 1.5;
    /// Two minutes of readings: a person who stands still longer gains nothing, one who walked on would smear the
    /// point.
    static constexpr std::size_t kKept = 120;

private:
    const base::Clock* m_clock;
    FixRules m_rules;
    std::chrono::milliseconds m_since;
    std::chrono::milliseconds m_lastFixAt{ 0 };
    std::optional<PositionTrouble> m_trouble;
    std::deque<Fix> m_fixes;
    std::optional<Fix> m_now;
    std::optional<Fix> m_best;
};

} // namespace tashilgar::platform
