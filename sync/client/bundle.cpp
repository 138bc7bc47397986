#include "sync/client/bundle.h"

#include "app/base/hash.h"
#include "sync/client/errors.h"
#include "sync/client/receipt_intake.h"
#include "sync/protocol/bundle.h"
#include "sync/protocol/receipt_file.h"

#include <map>
#include <set>

namespace tashilgar::client {

using base::Result;

namespace {

constexpr std::uint32_t kAll = 100'000;
constexpr std::size_t kRecordsPerBatch = 50;
constexpr std::size_t kPiece = 256u * 1024;

Result<void> readable(const Account& account)
{
    if (account.kind != Account::Kind::Hub)
        return base::fail(kNoBundles, "only a hub takes bundles; this tablet works with an OpenRosa server");
    return account.device.empty() ? base::fail(kNotEnrolled, "this tablet is not enrolled at a hub") : Result<void>();
}

/// All without a receipt: sent and not, with files on the way or none.
Result<std::vector<OutgoingRecord>> unsafe(Outbox& outbox)
{
    auto records = outbox.stored(kAll);
    if (!records)
        return records;
    auto unanswered = outbox.unanswered(kAll);
    if (!unanswered)
        return unanswered;
    records->insert(records->end(), std::make_move_iterator(unanswered->begin()), std::make_move_iterator(unanswered->end()));
    return records;
}

/// A file whose bytes are what its record says; of a damaged one nothing goes into the bundle.
Result<std::unique_ptr<base::ReadableFile>> wholeFile(Outbox& outbox, const protocol::BlobRef& blob)
{
    auto file = outbox.openBlob(blob.sha256);
    if (!file)
        return file;
    base::Sha256 sum;
    for (std::uint64_t offset = 0; offset < blob.size;) {
        const auto bytes = (*file)->read(offset, kPiece);
        if (!bytes)
            return base::fail(bytes.error());
        if (bytes->empty())
            break;
        sum.add(*bytes);
        offset += bytes->size();
    }
    if ((*file)->size() != blob.size || base::toHex(sum.finish()) != blob.sha256)
        return base::fail(base::kMalformed, "the file on the tablet is no longer what was recorded", blob.name);
    return file;
}

Result<void> addFile(protocol::BundleWriter& bundle, base::ReadableFile& file, const protocol::BlobRef& blob)
{
    TASHILGAR_TRY(bundle.beginBlob(blob.sha256, blob.size));
    for (std::uint64_t offset = 0; offset < blob.size;) {
        const auto bytes = file.read(offset, kPiece);
        if (!bytes)
            return base::fail(bytes.error());
        if (bytes->empty())
            return base::fail(base::kIoError, "a file became shorter while it was copied", blob.name);
        TASHILGAR_TRY(bundle.addBytes(*bytes));
        offset += bytes->size();
    }
    return {};
}

/// The records whose every file is here and whole; of the others a note says why.
Result<std::vector<OutgoingRecord>> sound(Outbox& outbox, std::vector<OutgoingRecord> records, std::uint32_t& leftOut)
{
    std::vector<OutgoingRecord> whole;
    for (OutgoingRecord& record : records) {
        std::optional<base::Error> problem;
        for (const protocol::BlobRef& blob : record.blobs) {
            if (const auto file = wholeFile(outbox, blob); !file && !problem)
                problem = file.error();
        }
        if (problem) {
            TASHILGAR_TRY(outbox.noteSetback(record.instance, {std::string(problem->code.name()), problem->sentence}));
            ++leftOut;
            continue;
        }
        whole.push_back(std::move(record));
    }
    return whole;
}

Result<void> addBatches(protocol::BundleWriter& bundle, Outbox& outbox, const std::vector<OutgoingRecord>& records)
{
    auto batch = std::make_unique<protocol::BatchWriter>();
    const auto flush = [&]() -> Result<void> {
        if (batch->recordCount() == 0)
            return {};
        TASHILGAR_TRY(bundle.addBatch(batch->finish()));
        batch = std::make_unique<protocol::BatchWriter>();
        return {};
    };
    for (const OutgoingRecord& record : records) {
        auto xml = outbox.xml(record.instance);
        if (!xml)
            return base::fail(xml.error());
        const protocol::BatchRecord packed{record.instance, record.form, record.sha256, record.madeAt, record.blobs, std::move(*xml)};
        auto added = batch->add(packed);
        if (!added && batch->recordCount() > 0) {
            TASHILGAR_TRY(flush());
            added = batch->add(packed);
        }
        if (!added)
            return added;
        if (batch->recordCount() == kRecordsPerBatch)
            TASHILGAR_TRY(flush());
    }
    return flush();
}

} // namespace

Result<Exported> exportBundle(Outbox& outbox, const Account& account, const protocol::SigningKey& deviceKey,
    base::WritableFile& file, const base::Clock& clock, base::Random& random)
{
    TASHILGAR_TRY(readable(account));
    auto waiting = unsafe(outbox);
    if (!waiting)
        return base::fail(std::move(waiting).error());
    Exported exported;
    const auto records = sound(outbox, std::move(*waiting), exported.leftOut);
    if (!records)
        return base::fail(records.error());

    std::vector<base::InstanceId> names;
    for (const OutgoingRecord& record : *records)
        names.push_back(record.instance);
    TASHILGAR_TRY(outbox.noteAttempt(names));
    auto bundle = protocol::BundleWriter::begin(file, {account.hub, account.device, clock.now()}, account.receiptKey, deviceKey, random);
    if (!bundle)
        return base::fail(std::move(bundle).error());
    TASHILGAR_TRY(addBatches(*bundle, outbox, *records));
    std::set<std::string> written;
    for (const OutgoingRecord& record : *records) {
        for (const protocol::BlobRef& blob : record.blobs) {
            if (!written.insert(blob.sha256).second)
                continue;
            const auto content = outbox.openBlob(blob.sha256);
            if (!content)
                return base::fail(content.error());
            TASHILGAR_TRY(addFile(*bundle, **content, blob));
        }
    }
    TASHILGAR_TRY(bundle->finish());
    exported.records = static_cast<std::uint32_t>(records->size());
    exported.files = static_cast<std::uint32_t>(written.size());
    return exported;
}

Result<ReceiptsTaken> takeReceiptFile(Outbox& outbox, const Account& account, std::string_view text)
{
    TASHILGAR_TRY(readable(account));
    const auto receipts = protocol::readReceiptFile(text, account.device, account.receiptKey);
    if (!receipts)
        return base::fail(receipts.error());
    const auto waiting = unsafe(outbox);
    if (!waiting)
        return base::fail(waiting.error());
    std::map<base::InstanceId, const OutgoingRecord*> ours;
    for (const OutgoingRecord& record : *waiting)
        ours.emplace(record.instance, &record);

    ReceiptsTaken taken;
    for (const protocol::Receipt& receipt : *receipts) {
        const auto found = ours.find(receipt.instance);
        if (found == ours.end() || found->second->sha256 != receipt.sha256) {
            ++taken.passedOver;
            continue;
        }
        const auto intake = takeReceipt(outbox, account, *found->second, receipt);
        if (!intake)
            return base::fail(intake.error());
        if (intake->setback) {
            TASHILGAR_TRY(outbox.noteSetback(
                receipt.instance, {std::string(intake->setback->code.name()), intake->setback->sentence}));
            ++taken.passedOver;
        } else if (intake->safe) {
            ++taken.safe;
        } else if (receipt.state == protocol::ReceiptState::Refused) {
            ++taken.refused;
        } else {
            ++taken.waiting;
        }
    }
    return taken;
}

} // namespace tashilgar::client
