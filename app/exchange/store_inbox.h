#pragma once

#include "app/store/store.h"
#include "sync/client/inbox.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace tashilgar::exchange {

/// What comes from the hub, into the store. Lives on the store's thread, shorter than the store.
class StoreInbox final : public client::Inbox {
public:
    explicit StoreInbox(store::Store& store);
    ~StoreInbox() override;

    base::Result<std::string> cursor() override;
    base::Result<void> apply(const protocol::ChangePage& page) override;
    base::Result<void> restart() override;
    base::Result<std::vector<client::MissingBlob>> missingBlobs() override;
    base::Result<client::IncomingBlob*> receive(const client::MissingBlob& blob) override;
    base::Result<std::uint32_t> installComplete() override;

private:
    class Incoming;
    base::Result<std::set<std::string>> plainLists();

    store::Store* m_store;
    std::map<std::string, std::unique_ptr<Incoming>> m_incoming; ///< by hash
};

} // namespace tashilgar::exchange
