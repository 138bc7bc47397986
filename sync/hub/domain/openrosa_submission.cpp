#include "sync/hub/domain/openrosa_submission.h"

#include "app/base/hash.h"
#include "app/base/text.h"
#include "app/base/xml/reader.h"
#include "sync/protocol/wire.h"

#include <algorithm>

namespace tashilgar::hub::domain {
namespace {

namespace problem = protocol::problem;
namespace xml = base::xml;
using protocol::Problem;

constexpr std::size_t kMaxInstanceId = 200;
constexpr std::size_t kMaxFileName = 255;

Problem refused(std::string_view code, std::string sentence) { return {std::string(code), std::move(sentence)}; }

/// The first element below \p parent of that name, in whatever namespace: clients write these in two.
xml::NodeIndex childOf(const xml::Document& document, xml::NodeIndex parent, std::string_view local)
{
    for (auto child = document.firstElement(parent); child != xml::kNoNode; child = document.nextElement(child)) {
        if (document.name(child).local == local)
            return child;
    }
    return xml::kNoNode;
}

std::string textAt(const xml::Document& document, xml::NodeIndex node)
{
    return node == xml::kNoNode ? std::string() : std::string(base::trim(document.stringValue(node)));
}

/// What an encrypted record says of itself; nothing where it is not encrypted.
/// Spec: https://getodk.github.io/xforms-spec/encryption
std::optional<forms::Submission> encryptedSubmission(const xml::Document& document)
{
    const auto root = document.documentElement();
    if (document.attribute(root, "encrypted").value_or("") != "yes")
        return std::nullopt;
    forms::Submission submission;
    if (const auto meta = childOf(document, root, "meta"); meta != xml::kNoNode)
        submission.instanceId = textAt(document, childOf(document, meta, "instanceID"));
    for (auto media = document.firstElement(root); media != xml::kNoNode; media = document.nextElement(media)) {
        if (document.name(media).local != "media")
            continue;
        for (auto file = document.firstElement(media); file != xml::kNoNode; file = document.nextElement(file))
            submission.attachments.push_back(textAt(document, file));
    }
    submission.attachments.push_back(textAt(document, childOf(document, root, "encryptedXmlFile")));
    std::erase(submission.attachments, std::string());
    return submission;
}

/// A name that is no path; nothing here opens a file by it, but whoever downloads it does.
bool isPlainName(std::string_view name)
{
    return !name.empty() && name.size() <= kMaxFileName && name != "." && name != ".."
        && std::ranges::none_of(name, [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' '; });
}

base::Result<std::optional<Problem>> check(storage::Reader& reader, FormLibrary& library, CheckedRecord& checked)
{
    protocol::BatchRecord& record = checked.record;
    const auto document = xml::read(record.xml, {protocol::kMaxRecordXml});
    if (!document)
        return refused(problem::kRecordMalformed, "the submission is no XML that can be read: " + document.error().sentence);
    const auto version = forms::formOfSubmission(record.xml);
    if (!version)
        return refused(problem::kRecordMalformed, "the submission does not say which form it belongs to");
    record.form = *version;
    const auto form = library.form(reader, record.form);
    if (!form && form.error().code == kFormUnknown)
        return refused(problem::kFormUnknown, "the hub does not have this version of the form; the office must publish it first");
    if (!form && form.error().code == kFormUnreadable)
        return refused(problem::kInternal, "the hub has trouble with this version of the form; try again later");
    if (!form)
        return base::fail(form.error());

    auto sealed = encryptedSubmission(*document);
    checked.encrypted = sealed.has_value();
    if (sealed) {
        checked.submission = std::move(*sealed);
    } else {
        auto read = forms::readSubmission(**form, record.xml);
        if (!read)
            return refused(problem::kRecordMalformed, "the submission does not fit its form: " + read.error().text());
        checked.submission = std::move(*read);
    }
    record.instance = base::InstanceId(checked.submission.instanceId);
    if (record.instance.empty() || record.instance.value().size() > kMaxInstanceId)
        return refused(problem::kRecordMalformed, "the submission has no instanceID, or one that is too long");
    std::vector<std::string>& names = checked.submission.attachments;
    if (names.size() > protocol::kMaxBlobsOfRecord || !std::ranges::all_of(names, isPlainName))
        return refused(problem::kRecordMalformed, "the submission names a file as no file may be called, or too many of them");
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names)
        record.blobs.push_back({name, {}, 0, {}});
    return std::optional<Problem>();
}

/// Files that \p record names and that the record it corrects has, of the same person, are the same files.
base::Result<void> carryOver(storage::Writer& writer, const Caller& caller, storage::Record& record)
{
    const auto before = writer.record(record.replaces);
    if (!before)
        return base::fail(before.error());
    if (!*before || (*before)->username != caller.person.username)
        return {};
    for (storage::BlobRef& blob : record.blobs) {
        const auto same = std::ranges::find((*before)->blobs, blob.name, &storage::BlobRef::name);
        if (!blob.sha256.empty() || same == (*before)->blobs.end() || same->sha256.empty())
            continue;
        blob = *same;
        TASHILGAR_TRY(writer.setRecordBlob(record.instance, blob));
    }
    return {};
}

base::Result<void> addFile(storage::Writer& writer, storage::Record& record, const ArrivedFile& file, base::Instant now)
{
    const auto named = std::ranges::find(record.blobs, file.name, &storage::BlobRef::name);
    if (named == record.blobs.end())
        return {};
    if (!named->sha256.empty() && named->sha256 != file.sha256)
        return base::fail(kFileDiffers, "the hub has another file of this name for this submission; the first one stands", file.name);
    TASHILGAR_TRY(writer.addBlob(file.sha256, file.size, now));
    *named = {file.name, file.sha256, file.size, file.mediaType};
    return writer.setRecordBlob(record.instance, *named);
}

} // namespace

base::Result<CheckedRecord> checkSubmission(storage::Reader& reader, FormLibrary& library, std::string text, base::Instant now)
{
    CheckedRecord checked;
    checked.record.sha256 = base::Sha256::hexOf(base::bytesOf(text));
    checked.record.madeAt = now;
    checked.record.xml = std::move(text);
    auto refusal = check(reader, library, checked);
    if (!refusal)
        return base::fail(refusal.error());
    checked.refusal = std::move(*refusal);
    return checked;
}

base::Result<KeptSubmission> keepSubmission(storage::Writer& writer, const Caller& caller, const CheckedRecord& checked,
    const std::vector<ArrivedFile>& files, const HubIdentity& identity, base::Instant now)
{
    KeptSubmission kept;
    if (checked.refusal) {
        kept.refusal = checked.refusal;
        return kept;
    }
    const auto known = writer.record(checked.record.instance);
    const auto state = writer.formState(checked.record.form.form);
    if (!known || !state)
        return base::fail(known ? state.error() : known.error());
    if (!*known && *state == storage::FormState::Closed) {
        kept.refusal = refused(problem::kFormClosed, "this form takes no more submissions");
        return kept;
    }
    const auto receipts = keepRecords(writer, caller, {checked}, identity, now);
    if (!receipts)
        return base::fail(receipts.error());
    if (receipts->front().state == protocol::ReceiptState::Refused) {
        kept.refusal = receipts->front().reason;
        return kept;
    }
    kept.isNew = receipts->front().state == protocol::ReceiptState::Stored;
    auto record = writer.record(checked.record.instance);
    if (!record || !*record)
        return base::fail(record ? base::Error(base::kNotFound, "a record that was just stored is not there") : record.error());
    for (const ArrivedFile& file : files)
        TASHILGAR_TRY(addFile(writer, **record, file, now));
    if (kept.isNew && !(*record)->replaces.empty())
        TASHILGAR_TRY(carryOver(writer, caller, **record));
    for (const storage::BlobRef& blob : (*record)->blobs) {
        const auto size = writer.blobSize(blob.sha256);
        if (!size)
            return base::fail(size.error());
        if (!*size)
            kept.missing.push_back(blob.name);
    }
    return kept;
}

} // namespace tashilgar::hub::domain
