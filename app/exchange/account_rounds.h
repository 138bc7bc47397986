#pragma once

#include "sync/client/account.h"
#include "sync/client/rounds.h"

namespace tashilgar::exchange {

/// Rounds with a hub or with an OpenRosa server, whichever the account is of at that moment. What it is given outlives it.
class AccountRounds final : public client::Rounds {
public:
    AccountRounds(client::AccountBook& book, client::Rounds& hub, client::Rounds& openRosa)
        : m_book(&book)
        , m_hub(&hub)
        , m_openRosa(&openRosa)
    {
    }

    client::Status round(const std::vector<std::string>& nearby, std::stop_token stop, const Watch& watch = {}) override
    {
        // A book that cannot be read is the hub's round to tell of.
        const auto account = m_book->account();
        const bool openRosa = account && *account && (*account)->kind == client::Account::Kind::OpenRosa;
        return (openRosa ? m_openRosa : m_hub)->round(nearby, std::move(stop), watch);
    }

private:
    client::AccountBook* m_book;
    client::Rounds* m_hub;
    client::Rounds* m_openRosa;
};

} // namespace tashilgar::exchange
