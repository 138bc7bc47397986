#pragma once

#include "app/base/clock.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace tashilgar::fieldwork {

/// Time, random numbers and position as one entry sees them. Within a step time stands still, random numbers follow
/// from the draft's seed and the step's number, and the position is asked once; so a step can be taken again, later,
/// with the same result. Between steps the clock runs. Private to this folder.
class StepWorld final : public base::Clock, public base::Random {
public:
    StepWorld(const base::Clock& clock, std::string seed, std::function<std::string()> position);

    /// A step is being taken now.
    void begin(std::uint32_t number);
    /// A step is being taken again: as it was at \p at, at \p position.
    void begin(std::uint32_t number, base::Instant at, std::string position);
    void end();
    /// Of the present or last step.
    base::Instant stepTime() const { return m_at; }
    /// What the position source answered in it; empty when it was not asked.
    const std::string& stepPosition() const { return m_position; }

    base::Instant now() const override;
    std::chrono::milliseconds monotonic() const override { return m_clock->monotonic(); }
    void fill(std::span<std::byte> bytes) override;
    std::string position();

private:
    const base::Clock* m_clock;
    std::string m_seed;
    std::function<std::string()> m_source;
    bool m_inStep = false;
    bool m_asked = false;
    std::uint32_t m_number = 0;
    std::uint32_t m_drawn = 0;
    std::uint32_t m_drawnBetween = 0;
    base::Instant m_at;
    std::string m_position;
};

} // namespace tashilgar::fieldwork
