#include "app/base/clock.h"

#include <sodium.h>

namespace tashilgar::base {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

void SystemRandom::fill(std::span<std::byte> bytes) {
    if (!bytes.empty()) // an empty span has no address to write to
        randombytes_buf(bytes.data(), bytes.size());
}

} // namespace tashilgar::base
