#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace tashilgar::hub::api {

/// Slows down who guesses enrolment codes: wrong ones are counted, for each address and for all together, and forgotten
/// with time. With the limits below a code of fifty bits stands for centuries. Any thread may call.
class AttemptLimiter {
public:
    static constexpr int kPerAddress = 10;
    static constexpr int kInAll = 200;
    static constexpr std::chrono::minutes kWindow{10};

    /// How long \p address must wait before it may try (zero: not at all).
    std::chrono::seconds waitFor(const std::string& address, std::chrono::milliseconds now);
    void noteFailure(const std::string& address, std::chrono::milliseconds now);

private:
    struct Count {
        int failures = 0;
        std::chrono::milliseconds began{0};
    };
    static std::chrono::seconds wait(const Count& count, int most, std::chrono::milliseconds now);
    static void note(Count& count, std::chrono::milliseconds now);

    std::mutex m_mutex;
    std::map<std::string, Count> m_byAddress;
    Count m_all;
};

} // namespace tashilgar::hub::api
