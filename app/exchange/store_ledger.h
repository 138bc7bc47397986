#pragma once

#include "app/store/store.h"
#include "sync/client/openrosa/ledger.h"

namespace tashilgar::exchange {

/// What an OpenRosa server said of the store's records. Lives on the store's thread, shorter than the store.
class StoreLedger final : public client::openrosa::Ledger {
public:
    StoreLedger(store::Store& store, const base::Clock& clock);

    base::Result<std::set<std::string>> delivered(const base::InstanceId& record) override;
    base::Result<void> noteDelivered(const base::InstanceId& record, const std::vector<std::string>& names) override;
    base::Result<void> noteLacking(const base::InstanceId& record, const std::vector<std::string>& names) override;
    base::Result<void> keepAnswer(const base::InstanceId& record, const client::openrosa::Answer& answer) override;

private:
    store::Store* m_store;
    const base::Clock* m_clock;
};

} // namespace tashilgar::exchange
