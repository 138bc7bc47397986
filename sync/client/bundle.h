#pragma once

#include "app/base/clock.h"
#include "sync/client/account.h"
#include "sync/client/outbox.h"

#include <cstdint>
#include <string_view>

/// Sync by hand: a file on a stick instead of a link. What goes and what comes back is what the wire would carry.
namespace tashilgar::client {

/// The account is of a server that knows no bundles.
inline constexpr base::ErrorCode kNoBundles{"client.no-bundles"};

struct Exported {
    std::uint32_t records = 0;
    std::uint32_t files = 0;
    std::uint32_t leftOut = 0; ///< records of which a file is gone or damaged on this tablet; they stay where they are
};

/// Writes all that has no receipt into \p file, for the hub of \p account alone; whole only when this succeeds, and then to
/// be synced by its owner. Each record counts as attempted from before its bytes are written: the next round over a link
/// asks the hub about it first. Fails with kNoBundles, kNotEnrolled, base::kDiskFull.
base::Result<Exported> exportBundle(Outbox& outbox, const Account& account, const protocol::SigningKey& deviceKey,
    base::WritableFile& file, const base::Clock& clock, base::Random& random);

struct ReceiptsTaken {
    std::uint32_t safe = 0;
    std::uint32_t waiting = 0; ///< stored at the hub, with files that it lacks
    std::uint32_t refused = 0;
    std::uint32_t passedOver = 0; ///< of records that are none of ours, safe already, or with a receipt that proves nothing
};

/// Takes the receipts that came back as a file, as if they had come over the link. May be repeated. Fails with
/// protocol::kReceiptFileUntrusted and kNotEnrolled.
base::Result<ReceiptsTaken> takeReceiptFile(Outbox& outbox, const Account& account, std::string_view text);

} // namespace tashilgar::client
