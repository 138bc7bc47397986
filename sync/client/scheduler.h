#pragma once

#include "sync/client/backoff.h"
#include "sync/client/rounds.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tashilgar::client {

/// Decides when a round runs: at once when something was finalised, when the network came, when a person asks; after a
/// failure by Backoff; with nothing to do, now and then for news. Reachable means that the hub answered; what the operating
/// system says of the network only shortens the wait.
///
/// Wishes may come from any thread and return at once. runDue() belongs to the engine's thread.
class Scheduler {
public:
    /// With nothing to send, how often to look for news: changed lists should be here before the next door.
    static constexpr std::chrono::milliseconds kNews{300'000};
    /// What runDue() replies when only a wish starts the next round.
    static constexpr std::chrono::milliseconds kForever{86'400'000};

    Scheduler(Rounds& rounds, const base::Clock& clock, base::Random& random);

    // Any thread --------------------------------------------------------------------------------------------------
    /// A person asks: one round now, even while paused.
    void now();
    /// Ends a running round soon; what it has done stays done.
    void pause();
    void resume();
    /// Something was finalised, or the tablet was enrolled.
    void workArrived();
    /// The way may have changed. \p nearby: addresses at which a hub is announced on the local network.
    void networkChanged(std::vector<std::string> nearby);
    /// For the end of the program: a running round ends soon and none begins any more.
    void stop();

    Status status() const;
    bool paused() const;
    /// \p watch is called at every change of status, on the thread that runs runDue() or uttered the wish.
    void onStatus(Rounds::Watch watch);
    /// \p wake is called when runDue() should be called earlier than it last asked for. Worker sets it.
    void onWake(std::function<void()> wake);

    // The engine's thread -----------------------------------------------------------------------------------------
    /// Runs a round if one is due. The reply is how long nothing will be due, unless a wish comes.
    std::chrono::milliseconds runDue();

private:
    void dueNow(bool freshStart);
    void wakeUp();
    void publish(Status status);
    void plan(Status& ended);

    Rounds* m_rounds;
    const base::Clock* m_clock;

    mutable std::mutex m_mutex;
    Rounds::Watch m_watch;
    std::function<void()> m_wake;
    Backoff m_backoff;
    Status m_status;
    std::optional<std::chrono::milliseconds> m_due; ///< on the monotonic clock; nothing: only a wish starts a round
    std::optional<std::stop_source> m_running;      ///< of the round that runs
    bool m_paused = false;
    bool m_asked = false; ///< by a person
    bool m_again = false; ///< a wish came while a round ran
    bool m_ended = false;
    std::vector<std::string> m_nearby;
};

} // namespace tashilgar::client
