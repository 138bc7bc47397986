#pragma once

#include "app/base/clock.h"

#include <atomic>

namespace tashilgar::tests {

/// A clock that stands still until the test moves it, under whoever looks.
class FakeClock final : public base::Clock {
public:
    explicit FakeClock(base::Instant start = base::Instant(std::chrono::milliseconds(1'795'325'700'000)))
        : m_now(start)
    {
    }
    /// A clock of its own, which shows what the other did.
    FakeClock(const FakeClock& other)
        : m_now(other.now())
    {
    }
    base::Instant now() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return now().time_since_epoch(); }
    void advance(std::chrono::milliseconds by) { m_now = m_now.load() + by; }
    void set(base::Instant now) { m_now = now; }

private:
    std::atomic<base::Instant> m_now;
};

/// The same "random" bytes in every run (SplitMix64).
class FakeRandom final : public base::Random {
public:
    explicit FakeRandom(std::uint64_t seed = 1)
        : m_state(seed)
    {
    }
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte& b : bytes)
            b = static_cast<std::byte>(next() >> 24);
    }
    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }

private:
    std::uint64_t m_state;
};

} // namespace tashilgar::tests
