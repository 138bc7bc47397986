#include "sync/hub/domain/bundle_intake.h"

#include "sync/hub/domain/enrolment.h"
#include "sync/hub/domain/reception.h"
#include "sync/protocol/bundle.h"

namespace tashilgar::hub::domain {

using base::Result;
using protocol::BundleReader;

namespace {

/// Questions in one look; what a tablet asks at a time on the wire.
constexpr std::size_t kQuestions = 500;
/// Files are received under names of their own, so that what the tablet sends over a link at this moment is another upload.
constexpr std::string_view kPlace = "bundle-";

/// Who made the bundle, by the key it enrolled with.
Result<Caller> makerOf(const BundleReader& bundle, storage::Storage& storage)
{
    Result<Caller> caller = Caller();
    const auto looked = storage.read([&](storage::Reader& reader) -> Result<void> {
        caller = callerWith(reader, bundle.head().device);
        return {};
    });
    if (!looked)
        return base::fail(looked.error());
    if (!caller)
        return caller;
    const auto key = protocol::PublicKey::fromText(caller->device.publicKey);
    if (!key || !bundle.isFrom(*key))
        return base::fail(kBundleUntrusted, "the bundle was not made by the tablet that it names", bundle.head().device.value());
    return caller;
}

/// Reads it once to its end, keeping nothing.
Result<void> isWhole(base::ReadableFile& file, const BundleTarget& target)
{
    auto bundle = BundleReader::open(file, target.identity.receiptKey);
    if (!bundle)
        return base::fail(bundle.error());
    while (true) {
        const auto section = bundle->next();
        if (!section)
            return base::fail(section.error());
        if (!*section)
            return {};
        if (const auto* batch = std::get_if<BundleReader::Batch>(&**section)) {
            if (const auto records = protocol::decodeBatch(batch->bytes); !records)
                return base::fail(protocol::kBundleMalformed, records.error().sentence);
        }
    }
}

Result<void> takeBatch(const base::Bytes& bytes, const Caller& caller, BundleTarget& target, std::vector<protocol::ReceiptQuestion>& asked,
    std::vector<protocol::Receipt>& refused)
{
    auto records = protocol::decodeBatch(bytes);
    if (!records)
        return base::fail(records.error());
    std::vector<CheckedRecord> checked;
    TASHILGAR_TRY(target.storage.read([&](storage::Reader& reader) -> Result<void> {
        auto all = checkRecords(reader, target.forms, std::move(*records));
        if (!all)
            return base::fail(all.error());
        checked = std::move(*all);
        return {};
    }));
    std::vector<protocol::Receipt> receipts;
    TASHILGAR_TRY(target.storage.writeNow([&](storage::Writer& writer) -> Result<void> {
        auto kept = keepRecords(writer, caller, checked, target.identity, target.clock.now());
        if (!kept)
            return base::fail(kept.error());
        receipts = std::move(*kept);
        return {};
    }));
    for (protocol::Receipt& receipt : receipts) {
        if (receipt.state == protocol::ReceiptState::Refused)
            refused.push_back(std::move(receipt));
        else
            asked.push_back({receipt.instance, receipt.sha256});
    }
    return {};
}

/// True when the file was not here and is now.
Result<bool> takeBlob(BundleReader& bundle, const BundleReader::Blob& blob, const Caller& caller, BundleTarget& target)
{
    std::optional<std::uint64_t> here;
    TASHILGAR_TRY(target.storage.read([&](storage::Reader& reader) -> Result<void> {
        const auto size = reader.blobSize(blob.sha256);
        if (!size)
            return base::fail(size.error());
        here = *size;
        return {};
    }));
    if (here || blob.size > target.maxBlob)
        return false;
    const base::DeviceId place(std::string(kPlace) + caller.device.id.value());
    TASHILGAR_TRY(target.blobs.forget(place, blob.sha256));
    const auto upload = target.blobs.upload(place, blob.sha256, blob.size);
    if (!upload)
        return base::fail(upload.error());
    while (true) {
        const auto bytes = bundle.read();
        if (!bytes)
            return base::fail(bytes.error());
        if (bytes->empty())
            break;
        TASHILGAR_TRY((*upload)->append(*bytes));
    }
    if (const auto finished = (*upload)->finish(); !finished) {
        // The others go on; the receipt of its record says that this file is missing.
        if (finished.error().code == storage::kBlobMismatch)
            return false;
        return base::fail(finished.error());
    }
    TASHILGAR_TRY(target.storage.writeNow(
        [&](storage::Writer& writer) { return writer.addBlob(blob.sha256, blob.size, target.clock.now()); }));
    return true;
}

} // namespace

Result<BundleTaken> takeBundle(base::ReadableFile& file, BundleTarget target)
{
    auto bundle = BundleReader::open(file, target.identity.receiptKey);
    if (!bundle)
        return base::fail(bundle.error());
    const auto caller = makerOf(*bundle, target.storage);
    if (!caller)
        return base::fail(caller.error());
    TASHILGAR_TRY(isWhole(file, target));
    TASHILGAR_TRY(target.blobs.forgetAll(kPlace)); // of an earlier one that was killed

    BundleTaken taken{caller->device.id, caller->device.name, 0, {}};
    std::vector<protocol::ReceiptQuestion> asked;
    while (true) {
        const auto section = bundle->next();
        if (!section)
            return base::fail(section.error());
        if (!*section)
            break;
        if (const auto* batch = std::get_if<BundleReader::Batch>(&**section)) {
            TASHILGAR_TRY(takeBatch(batch->bytes, *caller, target, asked, taken.receipts));
            continue;
        }
        const auto came = takeBlob(*bundle, std::get<BundleReader::Blob>(**section), *caller, target);
        if (!came)
            return base::fail(came.error());
        taken.files += *came ? 1 : 0;
    }
    for (std::size_t from = 0; from < asked.size(); from += kQuestions) {
        const std::vector<protocol::ReceiptQuestion> part(asked.begin() + static_cast<std::ptrdiff_t>(from),
            asked.begin() + static_cast<std::ptrdiff_t>(std::min(asked.size(), from + kQuestions)));
        TASHILGAR_TRY(target.storage.read([&](storage::Reader& reader) -> Result<void> {
            auto receipts = receiptsOf(reader, *caller, part, target.identity, target.clock.now());
            if (!receipts)
                return base::fail(receipts.error());
            std::ranges::move(*receipts, std::back_inserter(taken.receipts));
            return {};
        }));
    }
    return taken;
}

} // namespace tashilgar::hub::domain
