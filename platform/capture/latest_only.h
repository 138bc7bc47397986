#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace tashilgar::platform
{

/// A thread that works on the newest thing it was given: what was offered while it worked, and is not the last, is
/// forgotten. So a slow worker never makes a queue.
template <class Item>
class LatestOnly
{
public:
    /// \p work is called on the thread, one item at a time; it must not throw.
    explicit LatestOnly(std::function<void(Item)> work)
        : m_work(std::move(work))
        , m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    void offer(Item item)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_next = std::move(item);
        }
        m_arrived.notify_one();
    }

private:
    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_arrived.wait(lock, stop, [this] { return m_next.has_value(); })) {
            Item item = std::move(*m_next);
            m_next.reset();
            lock.unlock();
            if (!stop.stop_requested())
                m_work(std::move(item));
            lock.lock();
        }
    }

    std::function<void(Item)> m_work;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::optional<Item> m_next; ///< guarded by the mutex
    std::jthread m_thread; ///< last: it stops before what it uses goes
};

} // namespace tashilgar::platform
