#pragma once

#include "sync/client/hub_calls.h"
#include "sync/client/outbox.h"
#include "sync/client/piece_size.h"
#include "sync/client/status.h"

#include <functional>
#include <optional>
#include <set>
#include <span>

namespace tashilgar::client {

using Report = std::function<void(const Movement&)>;

/// Sends what waits in an Outbox: records first, many in one request, then their blobs, small before large, each from
/// where the hub has it; and keeps the receipts it has verified. Lives for one round, on one thread.
///
/// A record that the hub or the tablet chokes on is passed over, and the others go on; after some in a row no more records
/// are sent this round, and the rest of the round goes on. A failure of the way or of the whole hub ends the step. Each
/// step may be repeated from any point.
class Push {
public:
    static constexpr std::size_t kPlainBytesPerBatch = 2u * 1024 * 1024;

    Push(HubCalls& hub, Outbox& outbox, const Account& account, PieceSize& pieces, BatchSize& batches, Report report);

    /// Asks for the receipts of records whose answer was lost, then sends those that the hub does not have.
    base::Result<void> sendRecords();
    /// Sends blobs of at most \p largest bytes, then asks for the receipts that they complete.
    base::Result<void> sendBlobs(std::uint64_t largest);

    /// Whether the hub took any record, which may have changed a list.
    bool hasSentRecords() const { return m_sentRecords; }
    std::uint32_t receiptsKept() const { return m_receiptsKept; }
    /// The first thing that went wrong with one record or blob while others went on.
    const std::optional<base::Error>& setback() const { return m_setback; }

private:
    /// The next records, without those that this round \p had already.
    base::Result<std::vector<OutgoingRecord>> choose(const std::set<base::InstanceId>& had);
    base::Result<void> sendInBatches(std::span<const OutgoingRecord> all, std::size_t done, std::size_t total);
    base::Result<std::vector<protocol::Receipt>> send(const protocol::BatchWriter& batch, const base::FormVersion& form,
        const std::vector<protocol::ReceiptQuestion>& asked);
    base::Result<void> askReceipts(const std::vector<OutgoingRecord>& records);
    base::Result<void> sendBatch(std::span<const OutgoingRecord> records);
    base::Result<void> take(std::span<const OutgoingRecord> records, const std::vector<protocol::Receipt>& receipts);
    base::Result<void> take(const OutgoingRecord& record, const protocol::Receipt& receipt);
    base::Result<void> sendBlob(const OutgoingBlob& blob);
    base::Result<void> sendFrom(const OutgoingBlob& blob, const std::string& location, std::uint64_t offset);
    base::Result<void> passOver(const base::InstanceId& record, const base::Error& error);

    HubCalls* m_hub;
    Outbox* m_outbox;
    const Account* m_account;
    PieceSize* m_pieces;
    BatchSize* m_batches;
    Report m_report;
    std::uint32_t m_receiptsKept = 0;
    bool m_sentRecords = false;
    int m_batchFailures = 0;
    bool m_useDictionaries = true; ///< until the hub does not know one
    bool m_gaveUp = false; ///< the hub choked on one record after the other: no more of them in this round
    std::optional<base::Error> m_setback;
};

} // namespace tashilgar::client
