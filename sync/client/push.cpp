#include "sync/client/push.h"

#include "app/base/hash.h"
#include "sync/client/receipt_intake.h"
#include "sync/protocol/wire.h"

#include <algorithm>
#include <map>

namespace tashilgar::client {

using base::Result;

namespace {

/// Everything at once is small beside a tablet's year of work; one list keeps the order and cannot loop.
constexpr std::uint32_t kAll = 100'000;
/// Records chosen at a time: ten batches, whose receipts are asked for in one request.
constexpr std::uint32_t kChosen = 500;
/// Of questions in one request: about a quarter of what the answer may hold.
constexpr std::size_t kQuestions = 500;
/// So many batches of one record failing in a row are the hub's trouble, not the records'.
constexpr int kPatience = 3;
/// How often in a row an upload may be told an offset, or be cut off, without having moved.
constexpr int kOffsetPatience = 3;

/// Whether \p error concerns the way or the hub as a whole: then trying the next record is of no use.
bool endsStep(const base::Error& error)
{
    for (const base::ErrorCode code : {kUnreachable, kLinkDropped, kTimedOut, kNotAHub, kOtherHub, kRevoked, kTokenRefused,
             kHubBusy, kHubFull, kVersionUnknown, base::kCancelled}) {
        if (error.code == code)
            return true;
    }
    return false;
}

bool isLink(const base::Error& error)
{
    return error.code == kLinkDropped || error.code == kTimedOut || error.code == kUnreachable;
}

protocol::Problem problemOf(const base::Error& error)
{
    return {std::string(error.code.name()), error.sentence};
}

Result<bool> isWhole(base::ReadableFile& file, std::string_view sha256)
{
    base::Sha256 sum;
    for (std::uint64_t offset = 0; offset < file.size();) {
        const auto bytes = file.read(offset, PieceSize::kSmallest);
        if (!bytes)
            return base::fail(bytes.error());
        if (bytes->empty())
            return false;
        sum.add(*bytes);
        offset += bytes->size();
    }
    return base::toHex(sum.finish()) == sha256;
}

} // namespace

Push::Push(HubCalls& hub, Outbox& outbox, const Account& account, PieceSize& pieces, BatchSize& batches, Report report)
    : m_hub(&hub)
    , m_outbox(&outbox)
    , m_account(&account)
    , m_pieces(&pieces)
    , m_batches(&batches)
    , m_report(std::move(report))
{
}

Result<std::vector<OutgoingRecord>> Push::choose(const std::set<base::InstanceId>& had)
{
    auto chosen = m_outbox->unanswered(kChosen);
    if (chosen)
        std::erase_if(*chosen, [&had](const OutgoingRecord& record) { return had.contains(record.instance); });
    return chosen;
}

Result<void> Push::sendRecords()
{
    const auto totals = m_outbox->totals();
    if (!totals)
        return base::fail(totals.error());
    std::set<base::InstanceId> had; // what stays unanswered is not taken up again in this round: it cannot loop
    std::size_t done = 0;
    while (!m_gaveUp) {
        auto chosen = choose(had);
        if (!chosen)
            return base::fail(chosen.error());
        if (chosen->empty())
            return {};

        // An attempted record may have arrived; asking costs a hundred bytes, sending it again its whole size.
        std::vector<OutgoingRecord> doubtful;
        std::ranges::copy_if(*chosen, std::back_inserter(doubtful), &OutgoingRecord::attempted);
        if (!doubtful.empty()) {
            TASHILGAR_TRY(askReceipts(doubtful));
            std::set<base::InstanceId> asked;
            for (const OutgoingRecord& record : doubtful)
                asked.insert(record.instance);
            chosen = choose(had);
            if (!chosen)
                return base::fail(chosen.error());
            had.insert(asked.begin(), asked.end());
            std::erase_if(*chosen, [&](const auto& record) { return record.attempted && !asked.contains(record.instance); });
        }
        for (const OutgoingRecord& record : *chosen)
            had.insert(record.instance);
        TASHILGAR_TRY(sendInBatches(*chosen, done, std::max<std::size_t>(totals->unanswered, done + chosen->size())));
        done += chosen->size();
    }
    return {};
}

Result<void> Push::sendInBatches(std::span<const OutgoingRecord> all, std::size_t done, std::size_t total)
{
    for (std::size_t from = 0; from < all.size() && !m_gaveUp;) {
        std::size_t count = 0;
        std::uint64_t bytes = 0;
        while (from + count < all.size() && count < m_batches->records()) {
            bytes += all[from + count].xmlSize;
            if (count > 0 && bytes > kPlainBytesPerBatch)
                break;
            ++count;
        }
        m_report({Movement::Kind::Records, {}, done + from, total});
        TASHILGAR_TRY(sendBatch(all.subspan(from, count)));
        from += count;
    }
    return {};
}

Result<void> Push::sendBatch(std::span<const OutgoingRecord> records)
{
    if (m_gaveUp)
        return {};
    protocol::BatchWriter writer;
    std::vector<OutgoingRecord> sent;
    std::vector<base::InstanceId> names;
    std::vector<protocol::ReceiptQuestion> asked;
    for (const OutgoingRecord& record : records) {
        auto xml = m_outbox->xml(record.instance);
        if (!xml) {
            TASHILGAR_TRY(passOver(record.instance, xml.error()));
            continue;
        }
        const auto added = writer.add(
            {record.instance, record.form, record.sha256, record.madeAt, record.blobs, std::move(*xml)});
        if (!added && sent.empty()) {
            TASHILGAR_TRY(m_outbox->noteRefused(record.instance, problemOf(added.error())));
            continue;
        }
        if (!added) {
            TASHILGAR_TRY(sendBatch(records.subspan(0, static_cast<std::size_t>(&record - records.data()))));
            return sendBatch(records.subspan(static_cast<std::size_t>(&record - records.data())));
        }
        sent.push_back(record);
        names.push_back(record.instance);
        asked.push_back({record.instance, record.sha256});
    }
    if (sent.empty())
        return {};

    TASHILGAR_TRY(m_outbox->noteAttempt(names));
    const auto receipts = send(writer, sent.front().form, asked);
    if (receipts) {
        m_batchFailures = 0;
        m_batches->succeeded();
        m_sentRecords = true;
        return take(sent, *receipts);
    }
    if (isLink(receipts.error()))
        m_batches->failed();
    if (endsStep(receipts.error()))
        return base::fail(receipts.error());

    // The hub chokes on something in here. Halves find the record, and the others arrive.
    if (sent.size() > 1) {
        const std::size_t half = sent.size() / 2;
        TASHILGAR_TRY(sendBatch(std::span(sent).first(half)));
        return sendBatch(std::span(sent).subspan(half));
    }
    m_gaveUp = ++m_batchFailures >= kPatience;
    return passOver(sent.front().instance, receipts.error());
}

Result<std::vector<protocol::Receipt>> Push::send(
    const protocol::BatchWriter& batch, const base::FormVersion& form, const std::vector<protocol::ReceiptQuestion>& asked)
{
    if (m_useDictionaries) {
        const auto dictionary = m_outbox->dictionary(form);
        if (!dictionary)
            return base::fail(dictionary.error());
        if (*dictionary) {
            auto receipts = m_hub->sendBatch(batch.finish(*dictionary), asked);
            if (receipts || receipts.error().code != kDictionaryUnknown)
                return receipts;
            m_useDictionaries = false;
        }
    }
    return m_hub->sendBatch(batch.finish(), asked);
}

Result<void> Push::askReceipts(const std::vector<OutgoingRecord>& records)
{
    for (std::size_t from = 0; from < records.size(); from += kQuestions) {
        const auto part = std::span(records).subspan(from, std::min(kQuestions, records.size() - from));
        std::vector<protocol::ReceiptQuestion> questions;
        for (const OutgoingRecord& record : part)
            questions.push_back({record.instance, record.sha256});
        m_report({Movement::Kind::Receipts, {}, from, records.size()});
        const auto receipts = m_hub->askReceipts(questions);
        if (!receipts)
            return base::fail(receipts.error());
        TASHILGAR_TRY(take(part, *receipts));
    }
    return {};
}

Result<void> Push::take(std::span<const OutgoingRecord> records, const std::vector<protocol::Receipt>& receipts)
{
    std::map<base::InstanceId, const OutgoingRecord*> sent;
    for (const OutgoingRecord& record : records)
        sent.emplace(record.instance, &record);
    for (const protocol::Receipt& receipt : receipts) {
        // An answer about something else is no answer; the record it leaves open is asked about next time.
        const auto found = sent.find(receipt.instance);
        if (found == sent.end() || found->second->sha256 != receipt.sha256)
            continue;
        TASHILGAR_TRY(take(*found->second, receipt));
        sent.erase(found);
    }
    return {};
}

Result<void> Push::take(const OutgoingRecord& record, const protocol::Receipt& receipt)
{
    const auto taken = takeReceipt(*m_outbox, *m_account, record, receipt);
    if (!taken)
        return base::fail(taken.error());
    m_receiptsKept += taken->safe ? 1 : 0;
    return taken->setback ? passOver(record.instance, *taken->setback) : Result<void>();
}

Result<void> Push::sendBlobs(std::uint64_t largest)
{
    const auto blobs = m_outbox->waitingBlobs(kAll);
    if (!blobs)
        return base::fail(blobs.error());
    for (const OutgoingBlob& blob : *blobs) {
        if (blob.blob.size > largest)
            continue;
        const auto sent = sendBlob(blob);
        if (sent)
            continue;
        if (endsStep(sent.error())) {
            if (isLink(sent.error()))
                m_pieces->failed();
            return base::fail(sent.error());
        }
        TASHILGAR_TRY(sent.error().code == kTooLargeForHub
                ? m_outbox->noteRefused(blob.record, problemOf(sent.error()))
                : passOver(blob.record, sent.error()));
    }

    const auto stored = m_outbox->stored(kAll);
    if (!stored)
        return base::fail(stored.error());
    std::vector<OutgoingRecord> whole;
    std::ranges::copy_if(*stored, std::back_inserter(whole), [](const auto& record) { return record.blobsWaiting == 0; });
    return askReceipts(whole);
}

Result<void> Push::sendBlob(const OutgoingBlob& blob)
{
    const std::string& sha256 = blob.blob.sha256;
    if (!blob.location.empty()) {
        const auto offset = m_hub->offsetOf(blob.location);
        if (offset)
            return sendFrom(blob, blob.location, *offset);
        // It may have arrived whole, or been forgotten: creating it again tells which.
        if (offset.error().code != kNotThere)
            return base::fail(offset.error());
    }

    const auto upload = m_hub->createBlob(sha256, blob.blob.size);
    if (!upload)
        return base::fail(upload.error());
    if (upload->offset == blob.blob.size)
        return m_outbox->noteArrived(sha256);
    TASHILGAR_TRY(m_outbox->noteLocation(sha256, upload->location));
    auto offset = upload->offset ? Result<std::uint64_t>(*upload->offset) : m_hub->offsetOf(upload->location);
    if (!offset)
        return base::fail(offset.error());
    return sendFrom(blob, upload->location, *offset);
}

Result<void> Push::sendFrom(const OutgoingBlob& blob, const std::string& location, std::uint64_t offset)
{
    const std::uint64_t size = blob.blob.size;
    const auto file = m_outbox->openBlob(blob.blob.sha256);
    if (!file)
        return base::fail(file.error());
    if ((*file)->size() != size)
        return base::fail(base::kMalformed, "the file on the tablet has another size than its record says", blob.blob.name);

    int stuck = 0;
    m_report({Movement::Kind::File, blob.blob.name, offset, size});
    while (offset < size) {
        auto piece = (*file)->read(offset, static_cast<std::size_t>(std::min(m_pieces->bytes(), size - offset)));
        if (!piece)
            return base::fail(piece.error());
        const auto reached = m_hub->append(location, offset, std::move(*piece));
        if (reached) {
            offset = *reached;
            m_pieces->succeeded();
            m_report({Movement::Kind::File, blob.blob.name, offset, size});
            stuck = 0;
            continue;
        }
        // The hub keeps what came before a cut, and on a link that is cut every few seconds a new round would spend them on
        // its greetings: so on at once, while the hub can be asked.
        if (isLink(reached.error())) {
            m_pieces->failed();
            const auto told = m_hub->offsetOf(location);
            if (!told)
                return base::fail(reached.error());
            stuck = *told > offset ? 0 : stuck + 1;
            if (stuck > kOffsetPatience)
                return base::fail(reached.error());
            offset = *told;
            continue;
        }
        if (reached.error().code == kOffsetWrong && ++stuck <= kOffsetPatience) {
            const auto told = m_hub->offsetOf(location);
            if (!told)
                return base::fail(told.error());
            offset = *told;
            continue;
        }
        if (reached.error().code == kBlobMismatch) {
            const auto whole = isWhole(**file, blob.blob.sha256);
            if (whole && !*whole) {
                const protocol::Problem damaged{"file-damaged", "the file on the tablet is no longer what was recorded"};
                return m_outbox->noteRefused(blob.record, damaged);
            }
        }
        return base::fail(reached.error());
    }
    return m_outbox->noteArrived(blob.blob.sha256);
}

Result<void> Push::passOver(const base::InstanceId& record, const base::Error& error)
{
    if (!m_setback)
        m_setback = error;
    return m_outbox->noteSetback(record, problemOf(error));
}

} // namespace tashilgar::client
