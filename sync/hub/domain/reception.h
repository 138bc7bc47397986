#pragma once

#include "app/forms/submission.h"
#include "sync/hub/domain/enrolment.h"
#include "sync/hub/domain/form_library.h"
#include "sync/hub/domain/identity.h"
#include "sync/hub/storage/storage.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/receipt.h"

#include <vector>

namespace tashilgar::hub::domain {

/// A record that arrived, looked at but not yet stored: what it says, or why it is refused.
struct CheckedRecord {
    protocol::BatchRecord record;
    forms::Submission submission;
    std::optional<protocol::Problem> refusal;
    bool encrypted = false; ///< what came is the manifest of an encrypted record
};

/// Looks at each record alone: hash, form version, whether it parses, whether it is what its header says. Reads and parses,
/// so it belongs on a worker's thread. Fails only as the storage does.
base::Result<std::vector<CheckedRecord>> checkRecords(
    storage::Reader& reader, FormLibrary& library, std::vector<protocol::BatchRecord> records);

/// Stores what may be stored, with the changes it asks of the data bank, and answers for each record in order. The
/// answers may be sent when the transaction is durable, not before.
base::Result<std::vector<protocol::Receipt>> keepRecords(storage::Writer& writer, const Caller& caller,
    const std::vector<CheckedRecord>& records, const HubIdentity& identity, base::Instant now);

/// The receipts of records that may have come before, signed for the device that asks. A record that neither this device
/// nor its person sent is as unknown as one that never came.
base::Result<std::vector<protocol::Receipt>> receiptsOf(storage::Reader& reader, const Caller& caller,
    const std::vector<protocol::ReceiptQuestion>& questions, const HubIdentity& identity, base::Instant now);

} // namespace tashilgar::hub::domain
