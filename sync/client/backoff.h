#pragma once

#include "app/base/clock.h"

#include <chrono>

namespace tashilgar::client {

/// How long to wait before the next try: doubles with each failure up to a cap, and is spread at random over its upper
/// half, so that thirty tablets that lost one hub do not come back in one second.
class Backoff {
public:
    /// A person who has just switched the office's router on sees the tablet start within this.
    static constexpr std::chrono::milliseconds kFirst{4'000};
    /// A probe is one small request; every two minutes it costs next to no battery.
    static constexpr std::chrono::milliseconds kCap{120'000};

    explicit Backoff(base::Random& random);
    /// The next wait, longer than the one before.
    std::chrono::milliseconds next();
    void reset();

private:
    base::Random* m_random;
    int m_failures = 0;
};

} // namespace tashilgar::client
