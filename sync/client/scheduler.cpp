#include "sync/client/scheduler.h"

#include "sync/client/errors.h"

#include <algorithm>

namespace tashilgar::client {

Scheduler::Scheduler(Rounds& rounds, const base::Clock& clock, base::Random& random)
    : m_rounds(&rounds)
    , m_clock(&clock)
    , m_backoff(random)
    , m_due(clock.monotonic())
{
}

void Scheduler::onStatus(Rounds::Watch watch)
{
    const std::lock_guard lock(m_mutex);
    m_watch = std::move(watch);
}

void Scheduler::onWake(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

void Scheduler::wakeUp()
{
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_wake;
    }
    if (wake)
        wake();
}

void Scheduler::now()
{
    {
        const std::lock_guard lock(m_mutex);
        m_asked = true;
    }
    dueNow(true);
}

void Scheduler::pause()
{
    Status paused;
    {
        const std::lock_guard lock(m_mutex);
        m_paused = true;
        if (m_running) {
            m_running->request_stop();
            return;
        }
        paused = m_status;
    }
    paused.reason = Reason::Paused;
    paused.nextTry.reset();
    publish(std::move(paused));
}

void Scheduler::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    dueNow(true);
}

void Scheduler::workArrived() { dueNow(false); }

void Scheduler::networkChanged(std::vector<std::string> nearby)
{
    {
        const std::lock_guard lock(m_mutex);
        m_nearby = std::move(nearby);
    }
    dueNow(true);
}

void Scheduler::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        if (m_running)
            m_running->request_stop();
    }
    wakeUp();
}

Status Scheduler::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

bool Scheduler::paused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

void Scheduler::dueNow(bool freshStart)
{
    {
        const std::lock_guard lock(m_mutex);
        m_due = m_clock->monotonic();
        m_again = m_running.has_value();
        if (freshStart)
            m_backoff.reset();
    }
    wakeUp();
}

void Scheduler::publish(Status status)
{
    Rounds::Watch watch;
    {
        const std::lock_guard lock(m_mutex);
        if (!status.lastSuccess)
            status.lastSuccess = m_status.lastSuccess;
        m_status = status;
        watch = m_watch;
    }
    if (watch)
        watch(status);
}

std::chrono::milliseconds Scheduler::runDue()
{
    std::vector<std::string> nearby;
    std::stop_token stop;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ended || (m_paused && !m_asked) || !m_due)
            return kForever;
        if (const auto left = *m_due - m_clock->monotonic(); left.count() > 0)
            return left;
        m_asked = false;
        m_again = false;
        m_due.reset();
        m_running.emplace();
        stop = m_running->get_token();
        nearby = m_nearby;
    }

    // The engine's last word comes with the plan for the next round, so that no screen shows one without the other.
    Status ended = m_rounds->round(nearby, stop, [this](const Status& seen) {
        if (seen.phase != Phase::Waiting)
            publish(seen);
    });
    plan(ended);
    publish(ended);

    const std::lock_guard lock(m_mutex);
    if (m_ended || (m_paused && !m_asked) || !m_due)
        return kForever;
    return std::max(*m_due - m_clock->monotonic(), std::chrono::milliseconds(0));
}

void Scheduler::plan(Status& ended)
{
    const std::lock_guard lock(m_mutex);
    m_running.reset();
    if (ended.receiptsThisRound > 0 || ended.changesThisRound > 0)
        m_backoff.reset();

    const bool onlyAPersonHelps = ended.reason == Reason::NotEnrolled || ended.reason == Reason::SignInRefused
        || (ended.error && ended.error->code == kRevoked);
    if (m_again) {
        m_due = m_clock->monotonic();
    } else if (ended.reason == Reason::NothingToDo) {
        m_backoff.reset();
        m_due = m_clock->monotonic() + kNews;
    } else if (!onlyAPersonHelps) {
        m_due = m_clock->monotonic() + m_backoff.next();
    }
    if (m_paused) {
        ended.reason = Reason::Paused;
        ended.error.reset();
    } else if (m_due && !m_ended) {
        ended.nextTry = m_clock->now() + (*m_due - m_clock->monotonic());
    }
}

} // namespace tashilgar::client
