#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/store/attached_file.h"
#include "app/store/entity_lists.h"
#include "app/store/record_index.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::sqlite {
class Database;
}

namespace tashilgar::store {

/// The same instanceID is here with other content.
inline constexpr base::ErrorCode kInstanceDiffers{"store.instance-differs"};

/// What finalising hands over.
struct NewSubmission {
    base::InstanceId id;
    base::FormVersion form;
    std::string name; ///< instanceName; may be empty
    std::string xml; ///< byte for byte what is hashed and sent
    base::DraftId draft; ///< goes away in the same transaction; may be empty
    base::InstanceId corrects; ///< deprecatedID; may be empty
    std::vector<AttachedFile> files;
    std::vector<EntityWrite> entities;
    RecordWords found{}; ///< by what a search finds it
    std::optional<base::Instant> madeAt{}; ///< of a record that comes from a copy; else now
};

/// Waiting: nothing of it has arrived. Partial: the answers have, some files have not. Safe: a complete receipt is
/// here. Refused: the hub does not take it as it is; it stays here.
enum class SubmissionState { Waiting = 1, Partial = 2, Safe = 3, Refused = 4 };

/// A complete receipt, checked by whoever brings it; or what an OpenRosa server answered, which signs nothing.
struct Receipt {
    std::string signedText; ///< as the hub wrote it; of an OpenRosa server our own note of its answer
    std::string signature; ///< base64url; empty: no proof, and no reason to let the record go from the tablet
    std::string keyId;
    std::string hubName; ///< who holds the record, in words; may be empty
    base::Instant hubTime;
    base::Instant receivedAt;
    /// Eight hexadecimal digits of the signed text's hash: what people tell each other over the phone.
    std::string number() const;
    bool isSigned() const { return !signature.empty(); }
};

/// What the hub says of a record short of a complete receipt.
struct HubAnswer {
    SubmissionState state = SubmissionState::Waiting;
    std::vector<std::string> missingBlobs; ///< of Partial
    std::string code; ///< of Refused
    std::string sentence;
};

struct SubmissionSummary {
    base::InstanceId id;
    base::FormVersion form;
    std::string formTitle;
    std::string name;
    base::Instant madeAt;
    std::string sha256;
    std::uint64_t xmlSize = 0;
    SubmissionState state = SubmissionState::Waiting;
    std::uint32_t files = 0;
    std::uint64_t fileBytes = 0;
    std::uint32_t filesWaiting = 0; ///< the hub does not hold them yet
    std::uint32_t attempts = 0;
    std::optional<base::Instant> lastAttemptAt;
    std::string reasonCode; ///< why it waits or is refused, as last told; may be empty
    std::string reason;
    bool corrected = false; ///< a later record replaces it
    std::optional<Receipt> receipt;
    std::int64_t row = 0; ///< its number in lists, RecordKey::row
};

struct Submission {
    SubmissionSummary summary;
    std::string xml;
    std::vector<AttachedFile> files;
    base::InstanceId corrects{}; ///< may be empty
};

/// A file that still has to go to the hub.
struct WaitingFile {
    AttachedFile file;
    base::InstanceId record; ///< the oldest that names it
    std::string location; ///< where the hub takes it, once it said so
};

/// Finalised entries and their way out. Every call is committed, and on the disk, when it returns.
/// One of the parts of Store, which owns it and says which thread.
class SubmissionBox {
public:
    SubmissionBox(sqlite::Database& records, const base::Clock& clock);

    /// In one transaction: the record with its hash, the names and hashes of its files, its entity changes, its place
    /// in the outbox, and the end of its draft. A second time with the same bytes changes nothing. Fails with
    /// kInstanceDiffers.
    base::Result<void> finalise(const NewSubmission& submission);

    /// Fails with base::kNotFound.
    base::Result<Submission> read(const base::InstanceId& id);
    base::Result<std::vector<AttachedFile>> files(const base::InstanceId& id);
    base::Result<SubmissionSummary> summary(const base::InstanceId& id);
    /// Newest first.
    base::Result<std::vector<SubmissionSummary>> list(std::uint32_t limit = 1000, std::uint32_t offset = 0);
    base::Result<std::vector<SubmissionSummary>> listIn(SubmissionState state, std::uint32_t limit = 1000);

    /// The last one finalised of a form, in any version.
    base::Result<std::optional<Submission>> latestOf(const base::FormId& form);

    // The outbox -----------------------------------------------------------------------------------------------------
    /// Records of which the hub has said nothing, oldest first; those that were tried come after those that were not, those
    /// that had a setback last. Costs as much as \p limit, however many wait.
    base::Result<std::vector<SubmissionSummary>> waiting(std::uint32_t limit);
    /// Records whose answers arrived and whose receipt is not complete, oldest first.
    base::Result<std::vector<SubmissionSummary>> partial(std::uint32_t limit);
    /// Every record without a complete receipt, refused ones too, oldest first.
    base::Result<std::vector<base::InstanceId>> unsent();
    /// Files of records whose answers arrived, which the hub does not hold; small ones first.
    base::Result<std::vector<WaitingFile>> waitingFiles(std::uint32_t limit);
    base::Result<void> noteAttempt(const base::InstanceId& id, std::string_view reasonCode, std::string_view reason);
    base::Result<void> noteAnswer(const base::InstanceId& id, const HubAnswer& answer);
    base::Result<void> noteLocation(std::string_view sha256, std::string_view location);
    /// The hub holds this file whole.
    base::Result<void> noteArrived(std::string_view sha256);
    /// Files of the record that an OpenRosa server took, by name; there a file belongs to one record, whatever its content.
    base::Result<std::set<std::string>> delivered(const base::InstanceId& id);
    /// With a file taken the record is Partial.
    base::Result<void> noteDelivered(const base::InstanceId& id, const std::vector<std::string>& names, bool taken);
    /// Keeps the receipt for good; the record is Safe. Fails with base::kNotFound.
    base::Result<void> keepReceipt(const base::InstanceId& id, const Receipt& receipt);
    /// Sends a refused record again, after the hub or the form was mended.
    base::Result<void> sendAgain(const base::InstanceId& id);
    /// The same for every record that was refused for the reason \p code.
    base::Result<void> offerAgain(std::string_view code);

    struct Counts {
        std::uint32_t waiting = 0;
        std::uint32_t partial = 0;
        std::uint32_t safe = 0;
        std::uint32_t refused = 0;
        std::uint32_t filesWaiting = 0;
        std::uint64_t bytesWaiting = 0; ///< records and files
    };
    base::Result<Counts> counts();
    /// How many were finalised, and how many receipts came, from \p moment on.
    base::Result<std::uint32_t> countMadeSince(base::Instant moment);
    base::Result<std::uint32_t> countSafeSince(base::Instant moment);
    base::Result<std::uint32_t> countOf(const base::FormId& form);

private:
    base::Result<std::vector<SubmissionSummary>> select(
        const std::string& tail, std::int64_t first, std::int64_t second);

    sqlite::Database* m_records;
    const base::Clock* m_clock;
};

} // namespace tashilgar::store
