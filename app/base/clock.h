#pragma once

#include <chrono>
#include <cstddef>
#include <span>

namespace tashilgar::base {

/// A moment, in UTC with milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Tells the time. Handed in everywhere, so that tests decide it. Implementations may be called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Never goes back; for durations, not for dates.
    virtual std::chrono::milliseconds monotonic() const = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock {
public:
    Instant now() const override;
    std::chrono::milliseconds monotonic() const override;
};

/// A source of unguessable bytes. Handed in like Clock, and as free of threads.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;
};

/// libsodium's generator.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> bytes) override;
};

} // namespace tashilgar::base
