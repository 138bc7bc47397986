#pragma once

#include "app/base/clock.h"
#include "sync/client/account.h"
#include "sync/client/inbox.h"
#include "sync/client/outbox.h"
#include "sync/client/piece_size.h"
#include "sync/client/rounds.h"
#include "sync/client/transport.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tashilgar::client {

class HubCalls;

/// One round with the hub: find it, send records, take changes, then the large things of both directions.
///
/// Small before large in both directions, so that ten seconds of network bring the answers to safety and the new rows
/// here, before the first photo. Belongs to one thread; what it is given outlives it.
class Engine final : public Rounds {
public:
    /// Blobs up to this size go with the small things.
    static constexpr std::uint64_t kSmallBlob = 256u * 1024;

    Engine(Transport& transport, AccountBook& book, Outbox& outbox, Inbox& inbox, const base::Clock& clock);

    Status round(const std::vector<std::string>& nearby, std::stop_token stop, const Watch& watch = {}) override;

private:
    base::Result<Account> account();
    base::Result<Address> findHub(const Account& account, const std::vector<std::string>& nearby, std::stop_token stop,
        std::optional<base::Error> known);
    base::Result<void> meet(const Account& account, const std::vector<std::string>& nearby, std::stop_token stop, Status& status,
        const Watch& watch);
    base::Result<void> exchange(HubCalls& hub, const Account& account, Status& status, const Watch& watch);

    Transport* m_transport;
    AccountBook* m_book;
    Outbox* m_outbox;
    Inbox* m_inbox;
    const base::Clock* m_clock;
    PieceSize m_up;
    BatchSize m_batches;
    PieceSize m_down;
};

/// The reason that a person is told for \p error.
Reason reasonOf(const base::Error& error);

} // namespace tashilgar::client
