#include "sync/hub/api/attempt_limiter.h"

namespace tashilgar::hub::api {
namespace {

// Addresses that are remembered; a stranger with more of them meets the count of all.
constexpr std::size_t kMaxAddresses = 10'000;

} // namespace

std::chrono::seconds AttemptLimiter::wait(const Count& count, int most, std::chrono::milliseconds now)
{
    if (count.failures < most || now - count.began >= kWindow)
        return std::chrono::seconds(0);
    return std::chrono::ceil<std::chrono::seconds>(count.began + kWindow - now);
}

void AttemptLimiter::note(Count& count, std::chrono::milliseconds now)
{
    if (count.failures == 0 || now - count.began >= kWindow)
        count = {0, now};
    ++count.failures;
}

std::chrono::seconds AttemptLimiter::waitFor(const std::string& address, std::chrono::milliseconds now)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_byAddress.find(address);
    const auto own = known == m_byAddress.end() ? std::chrono::seconds(0) : wait(known->second, kPerAddress, now);
    return std::max(own, wait(m_all, kInAll, now));
}

void AttemptLimiter::noteFailure(const std::string& address, std::chrono::milliseconds now)
{
    const std::lock_guard lock(m_mutex);
    if (m_byAddress.size() >= kMaxAddresses)
        std::erase_if(m_byAddress, [&](const auto& entry) { return now - entry.second.began >= kWindow; });
    if (m_byAddress.size() < kMaxAddresses || m_byAddress.contains(address))
        note(m_byAddress[address], now);
    note(m_all, now);
}

} // namespace tashilgar::hub::api
