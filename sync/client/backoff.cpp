#include "sync/client/backoff.h"

#include <algorithm>
#include <array>

namespace tashilgar::client {

Backoff::Backoff(base::Random& random)
    : m_random(&random)
{
}

std::chrono::milliseconds Backoff::next()
{
    constexpr int kEnough = 16; // more doublings would pass any cap, and in the end the number itself
    const std::chrono::milliseconds whole = std::min(kFirst * (1 << std::min(m_failures, kEnough)), kCap);
    ++m_failures;

    std::array<std::byte, 4> bytes{};
    m_random->fill(bytes);
    std::uint32_t value = 0;
    for (const std::byte b : bytes)
        value = value << 8 | std::to_integer<std::uint32_t>(b);
    const std::chrono::milliseconds half = whole / 2;
    return half + std::chrono::milliseconds(value % static_cast<std::uint32_t>(half.count() + 1));
}

void Backoff::reset() { m_failures = 0; }

} // namespace tashilgar::client
