#include "sync/hub/domain/reception.h"

#include "app/base/hash.h"
#include "sync/hub/domain/data_bank.h"

#include <algorithm>
#include <set>

namespace tashilgar::hub::domain {
namespace {

namespace problem = protocol::problem;
using protocol::BatchRecord;
using protocol::BlobRef;
using protocol::Problem;
using protocol::Receipt;
using protocol::ReceiptState;

// How often one record may be corrected before a further correction stands for itself; no person does it ten times.
constexpr std::size_t kMaxCorrections = 1000;

Problem refused(std::string_view code, std::string sentence) { return {std::string(code), std::move(sentence)}; }

Receipt refusal(const base::InstanceId& instance, const std::string& sha256, Problem reason)
{
    Receipt receipt;
    receipt.instance = instance;
    receipt.sha256 = sha256;
    receipt.state = ReceiptState::Refused;
    receipt.reason = std::move(reason);
    return receipt;
}

/// A record is its device's, and its person's on whatever device they have now: a tablet that was enrolled again, or
/// replaced, still waits for the receipts of what went out under its old id.
bool isTheirs(const storage::Record& record, const Caller& caller)
{
    return record.device == caller.device.id || record.username == caller.device.username;
}

/// The receipt of a record that is stored; complete, and signed for the device that asks, when all its blobs are.
base::Result<Receipt> receiptFor(storage::Reader& reader, const storage::Record& record, const Caller& caller,
    ReceiptState state, const HubIdentity& identity, base::Instant now)
{
    auto missing = reader.missingBlobs(record.blobs);
    if (!missing)
        return base::fail(missing.error());
    Receipt receipt;
    receipt.instance = record.instance;
    receipt.sha256 = record.sha256;
    receipt.state = state;
    receipt.missingBlobs = std::move(*missing);
    if (receipt.missingBlobs.empty()) {
        protocol::ReceiptText text{record.instance, record.sha256, {}, caller.device.id, identity.id(), now};
        for (const BlobRef& blob : record.blobs)
            text.blobs.push_back(blob.sha256);
        protocol::sign(receipt, text, identity.receiptKey);
    }
    return receipt;
}

/// Every file that an answer names must be announced, or a receipt would call a record complete that lacks a photo.
bool announcesItsFiles(const BatchRecord& record, const forms::Submission& submission)
{
    std::set<std::string_view> announced;
    for (const BlobRef& blob : record.blobs)
        announced.insert(blob.name);
    return std::ranges::all_of(submission.attachments,
        [&](const std::string& name) { return name.starts_with("jr://") || announced.contains(name); });
}

base::Result<std::optional<Problem>> check(
    storage::Reader& reader, FormLibrary& library, const BatchRecord& record, forms::Submission& submission)
{
    if (base::Sha256::hexOf(base::bytesOf(record.xml)) != record.sha256)
        return refused(problem::kHashMismatch, "the record was damaged on its way; it is safe on the tablet and will be sent again");
    const auto version = forms::formOfSubmission(record.xml);
    if (!version)
        return refused(problem::kRecordMalformed, "the record cannot be read");
    if (*version != record.form)
        return refused(problem::kRecordMalformed, "the record belongs to another form than its header says");
    const auto form = library.form(reader, *version);
    if (!form && form.error().code == kFormUnknown)
        return refused(problem::kFormUnknown, "the hub does not have this version of the form; the office must publish it first");
    if (!form && form.error().code == kFormUnreadable)
        return refused(problem::kInternal, "the hub has trouble with this version of the form; the record is safe on the tablet and will be sent again");
    if (!form)
        return base::fail(form.error());
    auto read = forms::readSubmission(**form, record.xml);
    if (!read)
        return refused(problem::kRecordMalformed, "the record does not fit its form");
    if (read->instanceId != record.instance.value())
        return refused(problem::kRecordMalformed, "the record has another instanceID than its header says");
    if (!announcesItsFiles(record, *read))
        return refused(problem::kRecordMalformed, "the record names a file that was not announced with it");
    submission = std::move(*read);
    return std::optional<Problem>();
}

/// The record that \p record says it corrects; nothing where that one, over whatever came between, is said to correct this
/// one: of records that replace each other in a ring no table would show any.
base::Result<base::InstanceId> replacedBy(storage::Reader& reader, const CheckedRecord& record)
{
    const base::InstanceId replaced(record.submission.deprecatedId);
    std::set<base::InstanceId> seen{record.record.instance};
    for (base::InstanceId at = replaced; !at.empty();) {
        if (!seen.insert(at).second || seen.size() > kMaxCorrections)
            return base::InstanceId();
        const auto before = reader.record(at);
        if (!before)
            return base::fail(before.error());
        at = *before ? (*before)->replaces : base::InstanceId();
    }
    return replaced;
}

/// A record that came by OpenRosa names files whose hashes nobody has said; the tablet's own door says them.
base::Result<void> learnHashes(storage::Writer& writer, storage::Record& stored, const BatchRecord& sent)
{
    for (BlobRef& blob : stored.blobs) {
        const auto announced = std::ranges::find(sent.blobs, blob.name, &BlobRef::name);
        if (!blob.sha256.empty() || announced == sent.blobs.end() || announced->sha256.empty())
            continue;
        blob = *announced;
        TASHILGAR_TRY(writer.setRecordBlob(stored.instance, blob));
    }
    return {};
}

base::Result<Receipt> keep(storage::Writer& writer, const Caller& caller, const CheckedRecord& checked,
    const HubIdentity& identity, base::Instant now)
{
    const BatchRecord& sent = checked.record;
    if (checked.refusal)
        return refusal(sent.instance, sent.sha256, *checked.refusal);
    const auto known = writer.record(sent.instance);
    if (!known)
        return base::fail(known.error());
    if (*known && ((*known)->sha256 != sent.sha256 || !isTheirs(**known, caller)))
        return refusal(sent.instance, sent.sha256,
            refused(problem::kInstanceDiffers, "the hub has another record of this instanceID; the first one stands"));
    if (*known) {
        auto stored = **known;
        TASHILGAR_TRY(learnHashes(writer, stored, sent));
        return receiptFor(writer, stored, caller, ReceiptState::AlreadyStored, identity, now);
    }

    const auto replaces = replacedBy(writer, checked);
    if (!replaces)
        return base::fail(replaces.error());
    storage::Record record;
    record.replaces = *replaces;
    record.instance = sent.instance;
    record.form = sent.form;
    record.sha256 = sent.sha256;
    record.device = caller.device.id;
    record.username = caller.person.username;
    record.madeAt = sent.madeAt;
    record.receivedAt = now;
    record.instanceName = checked.submission.instanceName;
    record.blobs = sent.blobs;
    record.xml = sent.xml;
    record.encrypted = checked.encrypted;
    TASHILGAR_TRY(writer.addRecord(record));
    for (const forms::EntityChange& change : checked.submission.entities)
        TASHILGAR_TRY(applyEntityChange(writer, caller, record, change));
    return receiptFor(writer, record, caller, ReceiptState::Stored, identity, now);
}

} // namespace

base::Result<std::vector<CheckedRecord>> checkRecords(
    storage::Reader& reader, FormLibrary& library, std::vector<BatchRecord> records)
{
    std::vector<CheckedRecord> checked;
    checked.reserve(records.size());
    for (BatchRecord& record : records) {
        CheckedRecord one;
        auto refusal = check(reader, library, record, one.submission);
        if (!refusal)
            return base::fail(refusal.error());
        one.refusal = std::move(*refusal);
        one.record = std::move(record);
        checked.push_back(std::move(one));
    }
    return checked;
}

base::Result<std::vector<Receipt>> keepRecords(storage::Writer& writer, const Caller& caller,
    const std::vector<CheckedRecord>& records, const HubIdentity& identity, base::Instant now)
{
    std::vector<Receipt> receipts;
    receipts.reserve(records.size());
    for (const CheckedRecord& record : records) {
        auto receipt = keep(writer, caller, record, identity, now);
        if (!receipt)
            return base::fail(receipt.error());
        receipts.push_back(std::move(*receipt));
    }
    return receipts;
}

base::Result<std::vector<Receipt>> receiptsOf(storage::Reader& reader, const Caller& caller,
    const std::vector<protocol::ReceiptQuestion>& questions, const HubIdentity& identity, base::Instant now)
{
    std::vector<Receipt> receipts;
    receipts.reserve(questions.size());
    for (const protocol::ReceiptQuestion& question : questions) {
        const auto record = reader.record(question.instance);
        if (!record)
            return base::fail(record.error());
        // Of one that came by OpenRosa the hub may not know what its files are: the batch says it.
        const bool known = *record && isTheirs(**record, caller)
            && std::ranges::none_of((*record)->blobs, [](const BlobRef& blob) { return blob.sha256.empty(); });
        if (!known) {
            receipts.push_back(refusal(question.instance, question.sha256,
                refused(problem::kInstanceUnknown, "the hub does not have this record; it must be sent")));
            continue;
        }
        if ((*record)->sha256 != question.sha256) {
            receipts.push_back(refusal(question.instance, question.sha256,
                refused(problem::kInstanceDiffers, "the hub has another record of this instanceID; the first one stands")));
            continue;
        }
        auto receipt = receiptFor(reader, **record, caller, ReceiptState::AlreadyStored, identity, now);
        if (!receipt)
            return base::fail(receipt.error());
        receipts.push_back(std::move(*receipt));
    }
    return receipts;
}

} // namespace tashilgar::hub::domain
