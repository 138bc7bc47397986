#pragma once

#include "app/exchange/account_rounds.h"
#include "app/exchange/store_account_book.h"
#include "app/exchange/store_inbox.h"
#include "app/exchange/store_ledger.h"
#include "app/exchange/store_outbox.h"
#include "sync/client/engine.h"
#include "sync/client/enrolment.h"
#include "sync/client/openrosa/openrosa_rounds.h"
#include "sync/client/worker.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace tashilgar::exchange {

/// What a synchroniser of this tablet is made from. Everything pointed at outlives it and may be used from any thread.
struct SyncPlan {
    std::filesystem::path folder; ///< of the store
    base::SecretKey key;
    base::Files* files = nullptr;
    const base::Clock* clock = nullptr;
    base::Random* random = nullptr;
    std::function<std::unique_ptr<client::Transport>()> makeTransport;
};

/// All that synchronises, for one thread: a Store of its own beside the one of the screen, and what works on it. Made and
/// let go on that thread: client::Worker::start([plan] { return SyncParts::make(plan); }).
class SyncParts final : public client::Worker::Parts {
public:
    /// Fails as store::Store::open() does.
    static base::Result<std::unique_ptr<client::Worker::Parts>> make(const SyncPlan& plan);

    client::Scheduler& scheduler() override { return m_scheduler; }
    client::Rounds& rounds() { return m_rounds; }
    client::Enrolment& enrolment() { return m_enrolment; }
    /// As client::openrosa::join().
    base::Result<client::Account> joinServer(
        const client::openrosa::Server& server, const std::string& deviceName, std::stop_token stop)
    {
        return client::openrosa::join(*m_transport, m_book, *m_clock, *m_random, server, deviceName, std::move(stop));
    }
    client::AccountBook& book() { return m_book; }
    store::Store& store() { return *m_store; }

private:
    SyncParts(const SyncPlan& plan, std::unique_ptr<store::Store> store);

    const base::Clock* m_clock;
    base::Random* m_random;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<client::Transport> m_transport;
    StoreAccountBook m_book;
    StoreOutbox m_outbox;
    StoreLedger m_ledger;
    StoreInbox m_inbox;
    client::Engine m_engine;
    client::openrosa::OpenRosaRounds m_openRosa;
    AccountRounds m_rounds;
    client::Enrolment m_enrolment;
    client::Scheduler m_scheduler;
};

} // namespace tashilgar::exchange
