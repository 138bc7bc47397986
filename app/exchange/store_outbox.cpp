#include "app/exchange/store_outbox.h"

namespace tashilgar::exchange {

using base::Result;

namespace {

protocol::BlobRef blobOf(const store::AttachedFile& file) { return {file.name, file.sha256, file.size, file.mediaType}; }

} // namespace

StoreOutbox::StoreOutbox(store::Store& store, const base::Clock& clock)
    : m_store(&store)
    , m_clock(&clock)
{
}

Result<std::vector<client::OutgoingRecord>> StoreOutbox::outgoing(Result<std::vector<store::SubmissionSummary>> summaries)
{
    if (!summaries)
        return base::fail(std::move(summaries).error());
    std::vector<client::OutgoingRecord> records;
    for (const store::SubmissionSummary& summary : *summaries) {
        client::OutgoingRecord record;
        record.instance = summary.id;
        record.form = summary.form;
        record.sha256 = summary.sha256;
        record.madeAt = summary.madeAt;
        record.xmlSize = summary.xmlSize;
        record.attempted = summary.attempts > 0;
        record.blobsWaiting = summary.filesWaiting;
        if (summary.files > 0) {
            const auto files = m_store->submissions().files(summary.id);
            if (!files)
                return base::fail(files.error());
            for (const store::AttachedFile& file : *files)
                record.blobs.push_back(blobOf(file));
        }
        records.push_back(std::move(record));
    }
    return records;
}

Result<std::vector<client::OutgoingRecord>> StoreOutbox::unanswered(std::uint32_t limit)
{
    return outgoing(m_store->submissions().waiting(limit));
}

Result<std::vector<client::OutgoingRecord>> StoreOutbox::stored(std::uint32_t limit)
{
    return outgoing(m_store->submissions().partial(limit));
}

Result<std::vector<client::OutgoingBlob>> StoreOutbox::waitingBlobs(std::uint32_t limit)
{
    const auto files = m_store->submissions().waitingFiles(limit);
    if (!files)
        return base::fail(files.error());
    std::vector<client::OutgoingBlob> blobs;
    for (const store::WaitingFile& waiting : *files)
        blobs.push_back({blobOf(waiting.file), waiting.record, waiting.location});
    return blobs;
}

Result<std::string> StoreOutbox::xml(const base::InstanceId& instance)
{
    auto submission = m_store->submissions().read(instance);
    if (!submission)
        return base::fail(std::move(submission).error());
    return std::move(submission->xml);
}

Result<std::unique_ptr<base::ReadableFile>> StoreOutbox::openBlob(std::string_view sha256)
{
    return m_store->attachments().open(sha256);
}

Result<const protocol::FormDictionary*> StoreOutbox::dictionary(const base::FormVersion& version)
{
    auto known = m_dictionaries.find(version);
    if (known == m_dictionaries.end()) {
        const auto xml = m_store->forms().xml(version);
        if (!xml && xml.error().code != base::kNotFound)
            return base::fail(xml.error());
        auto made = xml ? protocol::FormDictionary::of(*xml) : base::fail(xml.error());
        known = m_dictionaries.emplace(version, std::move(made).value_or(protocol::FormDictionary())).first;
    }
    return known->second.bytes.empty() ? nullptr : &known->second;
}

Result<client::Outbox::Totals> StoreOutbox::totals()
{
    const auto counts = m_store->submissions().counts();
    if (!counts)
        return base::fail(counts.error());
    Totals totals;
    totals.unanswered = counts->waiting;
    totals.stored = counts->partial;
    totals.refused = counts->refused;
    totals.safe = counts->safe;
    totals.blobsWaiting = counts->filesWaiting;
    totals.bytesWaiting = counts->bytesWaiting;
    return totals;
}

Result<void> StoreOutbox::noteAttempt(const std::vector<base::InstanceId>& records)
{
    for (const base::InstanceId& record : records)
        TASHILGAR_TRY(m_store->submissions().noteAttempt(record, {}, {}));
    return {};
}

Result<void> StoreOutbox::noteSetback(const base::InstanceId& record, const protocol::Problem& why)
{
    return m_store->submissions().noteAttempt(record, why.code, why.sentence);
}

Result<void> StoreOutbox::noteStored(const base::InstanceId& record, const std::vector<std::string>& missing)
{
    return m_store->submissions().noteAnswer(record, {store::SubmissionState::Partial, missing, {}, {}});
}

Result<void> StoreOutbox::noteUnknown(const base::InstanceId& record)
{
    return m_store->submissions().noteAnswer(record, {store::SubmissionState::Waiting, {}, {}, {}});
}

Result<void> StoreOutbox::noteRefused(const base::InstanceId& record, const protocol::Problem& why)
{
    return m_store->submissions().noteAnswer(record, {store::SubmissionState::Refused, {}, why.code, why.sentence});
}

Result<void> StoreOutbox::offerAgain(std::string_view code) { return m_store->submissions().offerAgain(code); }

Result<void> StoreOutbox::noteLocation(std::string_view sha256, std::string_view location)
{
    return m_store->submissions().noteLocation(sha256, location);
}

Result<void> StoreOutbox::noteArrived(std::string_view sha256) { return m_store->submissions().noteArrived(sha256); }

Result<void> StoreOutbox::keepReceipt(
    const base::InstanceId& record, const protocol::Receipt& receipt, base::Instant hubTime)
{
    const auto enrolment = m_store->settings().enrolment();
    if (!enrolment)
        return base::fail(enrolment.error());
    const std::string hubName = *enrolment ? (*enrolment)->hubName : std::string();
    return m_store->submissions().keepReceipt(
        record, {receipt.signedText, receipt.signature, receipt.keyId, hubName, hubTime, m_clock->now()});
}

} // namespace tashilgar::exchange
