#pragma once

#include "app/base/clock.h"
#include "sync/client/inbox.h"
#include "sync/client/openrosa/ledger.h"
#include "sync/client/openrosa/server.h"
#include "sync/client/outbox.h"
#include "sync/client/rounds.h"
#include "sync/client/transport.h"

namespace tashilgar::client::openrosa {

/// Rounds with an OpenRosa server: records out, then forms, files and entity lists in. Belongs to one thread; what it is
/// given outlives it.
class OpenRosaRounds final : public Rounds {
public:
    OpenRosaRounds(Transport& transport, AccountBook& book, Outbox& outbox, Ledger& ledger, Inbox& inbox, const base::Clock& clock,
        base::Random& random);

    Status round(const std::vector<std::string>& nearby, std::stop_token stop, const Watch& watch = {}) override;

private:
    base::Result<void> exchange(std::stop_token stop, Status& status, const Watch& watch);

    Transport* m_transport;
    AccountBook* m_book;
    Outbox* m_outbox;
    Ledger* m_ledger;
    Inbox* m_inbox;
    const base::Clock* m_clock;
    base::Random* m_random;
};

/// Makes this tablet one that works with \p server: asks for its list of forms, and keeps the account when that was given.
/// Fails as Session::formList() does, with kSignInRefused among others; nothing is changed then.
base::Result<Account> join(Transport& transport, AccountBook& book, const base::Clock& clock, base::Random& random, const Server& server,
    const std::string& deviceName, std::stop_token stop = {});

} // namespace tashilgar::client::openrosa
