#include "sync/client/receipt_intake.h"

#include "sync/client/errors.h"

namespace tashilgar::client {

base::Result<Intake> takeReceipt(
    Outbox& outbox, const Account& account, const OutgoingRecord& record, const protocol::Receipt& receipt)
{
    if (receipt.state == protocol::ReceiptState::Refused) {
        const protocol::Problem why = receipt.reason.value_or(protocol::Problem{"refused", "the hub refused the record"});
        // Bytes that changed on the way, or trouble of the hub with this record alone: the next time it may pass.
        if (why.code == protocol::problem::kHashMismatch || why.code == protocol::problem::kInternal)
            return Intake{false, base::Error(kHubTrouble, why.sentence, why.code)};
        TASHILGAR_TRY(why.code == protocol::problem::kInstanceUnknown ? outbox.noteUnknown(record.instance)
                                                                       : outbox.noteRefused(record.instance, why));
        return Intake{};
    }
    if (!receipt.isComplete()) {
        TASHILGAR_TRY(outbox.noteStored(record.instance, receipt.missingBlobs));
        return Intake{};
    }

    protocol::ReceiptText proof{record.instance, record.sha256, {}, account.device, account.hub, {}};
    for (const protocol::BlobRef& blob : record.blobs)
        proof.blobs.push_back(blob.sha256);
    const auto hubTime = protocol::verify(receipt, proof, account.receiptKey);
    if (!hubTime)
        return Intake{false, hubTime.error()};
    // Kept by itself, whatever of it travelled.
    protocol::Receipt kept = receipt;
    proof.time = *hubTime;
    kept.signedText = proof.write();
    kept.keyId = account.receiptKey.id();
    TASHILGAR_TRY(outbox.keepReceipt(record.instance, kept, *hubTime));
    return Intake{true, {}};
}

} // namespace tashilgar::client
