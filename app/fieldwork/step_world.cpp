#include "app/fieldwork/step_world.h"

#include "app/base/hash.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::fieldwork {

StepWorld::StepWorld(const base::Clock& clock, std::string seed, std::function<std::string()> position)
    : m_clock(&clock)
    , m_seed(std::move(seed))
    , m_source(std::move(position))
{
}

void StepWorld::begin(std::uint32_t number)
{
    begin(number, m_clock->now(), {});
    m_asked = false;
}

void StepWorld::begin(std::uint32_t number, base::Instant at, std::string position)
{
    m_inStep = true;
    m_asked = true;
    m_number = number;
    m_drawn = 0;
    m_at = at;
    m_position = std::move(position);
}

void StepWorld::end() { m_inStep = false; }

base::Instant StepWorld::now() const { return m_inStep ? m_at : m_clock->now(); }

void StepWorld::fill(std::span<std::byte> bytes)
{
    // Between steps (finishing) no number may come twice in the life of this object.
    while (!bytes.empty()) {
        const std::string block = m_inStep ? fmt::format("{}\nstep {}\n{}", m_seed, m_number, m_drawn++)
                                           : fmt::format("{}\nbetween {}\n{}\n{}", m_seed, m_number, m_drawnBetween++,
                                               m_clock->now().time_since_epoch().count());
        const base::Sha256::Digest digest = base::Sha256::of(base::bytesOf(block));
        const std::size_t count = std::min(bytes.size(), digest.size());
        std::copy_n(digest.begin(), count, bytes.begin());
        bytes = bytes.subspan(count);
    }
}

std::string StepWorld::position()
{
    if (!m_inStep)
        return m_source ? m_source() : std::string();
    if (!m_asked) {
        m_asked = true;
        m_position = m_source ? m_source() : std::string();
    }
    return m_position;
}

} // namespace tashilgar::fieldwork
