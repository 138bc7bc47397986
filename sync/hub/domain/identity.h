#pragma once

#include "sync/hub/storage/storage.h"
#include "sync/protocol/signing.h"

#include <string>

namespace tashilgar::hub::domain {

/// Who this hub is: the key it signs receipts with, and the id that follows from it.
struct HubIdentity {
    protocol::SigningKey receiptKey;

    base::HubId id() const { return base::HubId(receiptKey.publicKey().id()); }
    /// The token of a device, the same whenever it is asked for, so that enrolling may be repeated; what is stored is its hash.
    std::string tokenOf(const base::DeviceId& device) const;
    /// The hub's identity as it is stored; made and stored where there is none. Durable on success.
    static base::Result<HubIdentity> loadOrMake(storage::Storage& storage, base::Random& random);
};

} // namespace tashilgar::hub::domain
