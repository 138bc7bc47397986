#pragma once

#include "app/store/store.h"
#include "sync/client/account.h"

namespace tashilgar::exchange {

/// The tablet's enrolment, kept in the store: token and private key sealed. Lives on the store's thread, shorter than it.
class StoreAccountBook final : public client::AccountBook {
public:
    StoreAccountBook(store::Store& store, const base::Clock& clock, base::Random& random);

    base::Result<std::optional<client::Account>> account() override;
    base::Result<void> keep(const client::Account& account) override;
    base::Result<void> keepAddresses(const std::vector<std::string>& addresses) override;
    base::Result<void> forgetToken() override;
    base::Result<protocol::SigningKey> deviceKey() override;

private:
    store::Store* m_store;
    const base::Clock* m_clock;
    base::Random* m_random;
};

} // namespace tashilgar::exchange
