#include "app/exchange/sync_parts.h"

namespace tashilgar::exchange {

base::Result<std::unique_ptr<client::Worker::Parts>> SyncParts::make(const SyncPlan& plan)
{
    store::StoreOptions options;
    options.sweep = false; // the screen's store may be writing an attachment right now
    auto opened = store::Store::open(plan.folder, plan.key, *plan.files, *plan.clock, *plan.random, options);
    if (!opened)
        return base::fail(std::move(opened).error());
    return std::unique_ptr<client::Worker::Parts>(new SyncParts(plan, std::move(*opened)));
}

SyncParts::SyncParts(const SyncPlan& plan, std::unique_ptr<store::Store> store)
    : m_clock(plan.clock)
    , m_random(plan.random)
    , m_store(std::move(store))
    , m_transport(plan.makeTransport())
    , m_book(*m_store, *plan.clock, *plan.random)
    , m_outbox(*m_store, *plan.clock)
    , m_ledger(*m_store, *plan.clock)
    , m_inbox(*m_store)
    , m_engine(*m_transport, m_book, m_outbox, m_inbox, *plan.clock)
    , m_openRosa(*m_transport, m_book, m_outbox, m_ledger, m_inbox, *plan.clock, *plan.random)
    , m_rounds(m_book, m_engine, m_openRosa)
    , m_enrolment(*m_transport, m_book)
    , m_scheduler(m_rounds, *plan.clock, *plan.random)
{
}

} // namespace tashilgar::exchange
