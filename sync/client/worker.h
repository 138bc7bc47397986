#pragma once

#include "sync/client/scheduler.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace tashilgar::client {

/// The thread on which synchronising happens. It builds there, with \p makeParts, all that belongs to one thread: the
/// transport, the store's second connection, the engine.
class Worker {
public:
    /// What lives on the thread, destroyed there in the end.
    class Parts {
    public:
        virtual ~Parts() = default;
        virtual Scheduler& scheduler() = 0;
    };
    using MakeParts = std::function<base::Result<std::unique_ptr<Parts>>()>;

    /// Returns when the parts are built. Fails as \p makeParts does.
    static base::Result<std::unique_ptr<Worker>> start(MakeParts makeParts);
    /// Ends a running round and the thread.
    ~Worker();

    /// For wishes and for the status.
    Scheduler& scheduler() { return *m_scheduler; }
    /// Runs \p job on the thread, between two rounds; a running round is not ended for it. From any thread.
    void post(std::function<void(Parts&)> job);
    /// Asked for when this object goes: a job that may take long hands it on.
    std::stop_token stopping() const { return m_stopping.get_token(); }

private:
    Worker() = default;
    void run(const MakeParts& makeParts);

    std::stop_source m_stopping;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void(Parts&)>> m_jobs;
    bool m_woken = false;
    bool m_ending = false;
    bool m_built = false;
    std::optional<base::Error> m_failure;
    Scheduler* m_scheduler = nullptr;
    std::thread m_thread;
};

} // namespace tashilgar::client
