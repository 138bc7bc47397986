#pragma once

#include "app/base/files.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/receipt.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::client {

/// A finalised record on its way out.
struct OutgoingRecord {
    base::InstanceId instance;
    base::FormVersion form;
    std::string sha256; ///< of the XML
    base::Instant madeAt{};
    std::uint64_t xmlSize = 0;
    std::vector<protocol::BlobRef> blobs;
    bool attempted = false;         ///< it was sent at least once; the answer may have been lost
    std::uint32_t blobsWaiting = 0; ///< of a stored record: blobs the hub is not known to hold
};

/// A file that the hub still wants.
struct OutgoingBlob {
    protocol::BlobRef blob;
    base::InstanceId record; ///< the oldest that names it
    std::string location;    ///< where the hub takes it, once it said so
};

/// What waits to be sent, and what the hub said of it: all that push asks of the tablet's store.
///
/// A record is unanswered, stored (the hub has its XML), refused, or safe (a complete receipt was kept); the last two are
/// no longer offered. Every note is on the disk when its call returns. Called by one thread.
class Outbox {
public:
    struct Totals {
        std::uint32_t unanswered = 0;
        std::uint32_t stored = 0;
        std::uint32_t refused = 0;
        std::uint32_t safe = 0;
        std::uint32_t blobsWaiting = 0;
        std::uint64_t bytesWaiting = 0; ///< records and blobs
    };

    virtual ~Outbox() = default;
    /// Oldest first; those that were tried come after the others, those that had a setback last, so that they hold nobody back.
    virtual base::Result<std::vector<OutgoingRecord>> unanswered(std::uint32_t limit) = 0;
    /// Stored records without a complete receipt, oldest first.
    virtual base::Result<std::vector<OutgoingRecord>> stored(std::uint32_t limit) = 0;
    /// Of stored records, each content once, small ones first.
    virtual base::Result<std::vector<OutgoingBlob>> waitingBlobs(std::uint32_t limit) = 0;
    /// The exact bytes that were hashed.
    virtual base::Result<std::string> xml(const base::InstanceId& instance) = 0;
    virtual base::Result<std::unique_ptr<base::ReadableFile>> openBlob(std::string_view sha256) = 0;
    virtual base::Result<Totals> totals() = 0;
    /// Of a form that is here; null where it is not, or shows nothing. Valid until the next call.
    virtual base::Result<const protocol::FormDictionary*> dictionary(const base::FormVersion&) { return nullptr; }

    /// Before the bytes leave: from now on the hub may have these records.
    virtual base::Result<void> noteAttempt(const std::vector<base::InstanceId>& records) = 0;
    /// Why a record did not get further this time; it stays where it is.
    virtual base::Result<void> noteSetback(const base::InstanceId& record, const protocol::Problem& why) = 0;
    /// The hub has the XML and wants \p missing blobs, which become waiting ones.
    virtual base::Result<void> noteStored(const base::InstanceId& record, const std::vector<std::string>& missing) = 0;
    /// The hub knows nothing of the record (its disk was restored from an old copy, say): unanswered again.
    virtual base::Result<void> noteUnknown(const base::InstanceId& record) = 0;
    virtual base::Result<void> noteRefused(const base::InstanceId& record, const protocol::Problem& why) = 0;
    /// Records refused for the reason \p code are unanswered again: what stood in their way may have changed.
    virtual base::Result<void> offerAgain(std::string_view code) = 0;
    virtual base::Result<void> noteLocation(std::string_view sha256, std::string_view location) = 0;
    virtual base::Result<void> noteArrived(std::string_view sha256) = 0;
    /// \p receipt was verified against \p record. From now on the record counts as safe.
    virtual base::Result<void> keepReceipt(
        const base::InstanceId& record, const protocol::Receipt& receipt, base::Instant hubTime) = 0;
};

} // namespace tashilgar::client
