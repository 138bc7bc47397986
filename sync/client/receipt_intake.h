#pragma once

#include "sync/client/account.h"
#include "sync/client/outbox.h"
#include "sync/protocol/receipt.h"

#include <optional>

namespace tashilgar::client {

/// What became of one record by its receipt.
struct Intake {
    bool safe = false;                 ///< a complete receipt was verified and kept
    std::optional<base::Error> setback; ///< the record stays as it was; whoever brought the receipt notes why
};

/// Notes in \p outbox what \p receipt, which is about \p record, says of it. A complete one counts only after it was verified
/// against **our** hashes. Fails as the Outbox does.
base::Result<Intake> takeReceipt(
    Outbox& outbox, const Account& account, const OutgoingRecord& record, const protocol::Receipt& receipt);

} // namespace tashilgar::client
