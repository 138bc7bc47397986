#include "sync/client/worker.h"

namespace tashilgar::client {

base::Result<std::unique_ptr<Worker>> Worker::start(MakeParts makeParts)
{
    std::unique_ptr<Worker> worker(new Worker);
    worker->m_thread = std::thread([self = worker.get(), make = std::move(makeParts)] { self->run(make); });
    std::unique_lock lock(worker->m_mutex);
    worker->m_changed.wait(lock, [&] { return worker->m_built; });
    if (worker->m_failure)
        return base::fail(*worker->m_failure);
    return worker;
}

Worker::~Worker()
{
    m_stopping.request_stop();
    // The scheduler lives on the thread, so it is told before the thread may end.
    if (m_scheduler != nullptr)
        m_scheduler->stop();
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Worker::post(std::function<void(Parts&)> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

void Worker::run(const MakeParts& makeParts)
{
    auto parts = makeParts();
    if (parts) {
        (*parts)->scheduler().onWake([this] {
            const std::lock_guard lock(m_mutex);
            m_woken = true;
            m_changed.notify_all();
        });
    }
    {
        const std::lock_guard lock(m_mutex);
        m_built = true;
        if (parts)
            m_scheduler = &(*parts)->scheduler();
        else
            m_failure = parts.error();
    }
    m_changed.notify_all();
    if (!parts)
        return;

    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        m_woken = false;
        while (!m_jobs.empty() && !m_ending) {
            const auto job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job(**parts);
            lock.lock();
        }
        if (m_ending)
            break;
        lock.unlock();
        const std::chrono::milliseconds quiet = (*parts)->scheduler().runDue();
        lock.lock();
        m_changed.wait_for(lock, quiet, [&] { return m_ending || m_woken || !m_jobs.empty(); });
    }
}

} // namespace tashilgar::client
