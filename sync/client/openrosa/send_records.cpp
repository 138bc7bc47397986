#include "sync/client/openrosa/send_records.h"

#include "sync/client/openrosa/form_data.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::client::openrosa {

using base::Result;

namespace {

constexpr std::uint32_t kAll = 100'000;
/// So many records in a row on which the server fails are its trouble, not the records'.
constexpr int kPatience = 3;
/// What the lines around one part take, generously.
constexpr std::uint64_t kPartHead = 512;
constexpr std::string_view kXmlPart = "xml_submission_file";
/// Collect's mark on all but the last request of a record; servers that do not know it ignore it.
constexpr std::string_view kIncompletePart = "*isIncomplete*";

/// Whether \p error concerns the way or the server as a whole.
bool endsRound(const base::Error& error)
{
    for (const base::ErrorCode code : {kUnreachable, kLinkDropped, kTimedOut, kNotAHub, kCertificateUntrusted, kSignInRefused,
             kHubBusy, kHubFull, base::kCancelled}) {
        if (error.code == code)
            return true;
    }
    return false;
}

/// The server's refusal of one record, so that it is set aside. The codes are ours: a server says it in words only.
base::Error refusalOf(const Session::Answered& answered)
{
    const std::string why = answered.message.empty() ? fmt::format("the server answered {}", answered.status) : answered.message;
    switch (answered.status) {
    case 401: return {kSignInRefused, why};
    case 404: return {kNotThere, why};
    case 413: return {kTooLargeForHub, why};
    default: return {kRequestRefused, why};
    }
}

std::string_view codeOf(const base::Error& error)
{
    // The address answered HEAD, so what is not there is the form version.
    if (error.code == kNotThere)
        return protocol::problem::kFormUnknown;
    if (error.code == kTooLargeForHub)
        return protocol::problem::kTooLarge;
    return "server-refused";
}

bool isRefusal(const base::Error& error)
{
    return error.code == kNotThere || error.code == kTooLargeForHub || error.code == kRequestRefused;
}

} // namespace

SendRecords::SendRecords(
    Session& session, Outbox& outbox, Ledger& ledger, const Account& account, const base::Clock& clock, Report report)
    : m_session(&session)
    , m_outbox(&outbox)
    , m_ledger(&ledger)
    , m_account(&account)
    , m_clock(&clock)
    , m_report(std::move(report))
{
}

Result<void> SendRecords::run()
{
    // What was begun is older than what was not.
    auto records = m_outbox->stored(kAll);
    if (!records)
        return base::fail(records.error());
    auto unanswered = m_outbox->unanswered(kAll);
    if (!unanswered)
        return base::fail(unanswered.error());
    std::ranges::move(*unanswered, std::back_inserter(*records));
    if (records->empty())
        return {};

    TASHILGAR_TRY(m_session->prepareSubmission(m_account->device));
    std::uint64_t done = 0;
    for (const OutgoingRecord& record : *records) {
        m_report({Movement::Kind::Records, {}, done++, records->size()});
        const auto sent = sendRecord(record);
        if (sent) {
            m_failures = 0;
            continue;
        }
        const base::Error& error = sent.error();
        if (endsRound(error))
            return base::fail(error);
        if (isRefusal(error)) {
            TASHILGAR_TRY(m_outbox->noteRefused(record.instance, {std::string(codeOf(error)), error.sentence}));
            continue;
        }
        if (!m_setback)
            m_setback = error;
        TASHILGAR_TRY(m_outbox->noteSetback(record.instance, {std::string(error.code.name()), error.sentence}));
        if (++m_failures >= kPatience)
            break;
    }
    return {};
}

Result<void> SendRecords::sendRecord(const OutgoingRecord& record)
{
    const auto xml = m_outbox->xml(record.instance);
    if (!xml)
        return base::fail(xml.error());
    const auto delivered = m_ledger->delivered(record.instance);
    if (!delivered)
        return base::fail(delivered.error());
    std::vector<protocol::BlobRef> left;
    std::ranges::copy_if(record.blobs, std::back_inserter(left), [&](const auto& blob) { return !delivered->contains(blob.name); });
    // With nothing left the answers go once more: the server's last word was lost, and it says the same again.
    TASHILGAR_TRY(m_outbox->noteAttempt({record.instance}));
    TASHILGAR_TRY(sendFiles(record, *xml, left, true));
    return finish(record, *xml);
}

std::size_t SendRecords::fitting(const std::string& xml, Files files) const
{
    std::uint64_t bytes = xml.size() + 2 * kPartHead;
    std::size_t count = 0;
    for (const protocol::BlobRef& blob : files) {
        bytes += blob.size + kPartHead;
        if (count == kMostFiles || (count > 0 && bytes > m_session->submissionLimit()))
            break;
        ++count;
    }
    return count;
}

Result<void> SendRecords::sendFiles(const OutgoingRecord& record, const std::string& xml, Files files, bool last)
{
    do {
        const std::size_t count = fitting(xml, files);
        const Files now = files.first(count);
        files = files.subspan(count);
        const auto posted = post(record, xml, now, last && files.empty());
        if (!posted && posted.error().code == kTooLargeForHub && now.size() > 1) {
            // Somebody on the way takes less than the server advised.
            const std::size_t half = now.size() / 2;
            TASHILGAR_TRY(sendFiles(record, xml, now.first(half), false));
            TASHILGAR_TRY(sendFiles(record, xml, now.subspan(half), last && files.empty()));
            continue;
        }
        if (!posted)
            return base::fail(posted.error());
        m_status = *posted;
    } while (!files.empty());
    return {};
}

Result<int> SendRecords::post(const OutgoingRecord& record, const std::string& xml, Files files, bool last)
{
    FormData body(record.sha256);
    body.add(kXmlPart, "submission.xml", "text/xml", base::bytesOf(xml));
    if (!last)
        body.add(kIncompletePart, {}, {}, base::bytesOf("yes"));
    std::vector<std::string> names;
    for (const protocol::BlobRef& blob : files) {
        if (blob.size > kLargestFile)
            return base::fail(kTooLargeForHub, "the file is larger than any server takes", blob.name);
        const auto file = m_outbox->openBlob(blob.sha256);
        if (!file)
            return base::fail(file.error());
        const auto bytes = (*file)->read(0, static_cast<std::size_t>((*file)->size()));
        if (!bytes)
            return base::fail(bytes.error());
        if (bytes->size() != blob.size)
            return base::fail(base::kMalformed, "the file on the tablet has another size than its record says", blob.name);
        body.add(blob.name, blob.name, blob.mediaType.empty() ? "application/octet-stream" : blob.mediaType, *bytes);
        names.push_back(blob.name);
        m_report({Movement::Kind::File, blob.name, 0, blob.size});
    }

    const std::string type = body.contentType();
    const auto answered = m_session->submit(type, body.finish());
    if (!answered)
        return base::fail(answered.error());
    if (!answered->taken())
        return base::fail(refusalOf(*answered));
    TASHILGAR_TRY(m_ledger->noteDelivered(record.instance, names));
    return answered->status;
}

Result<void> SendRecords::finish(const OutgoingRecord& record, const std::string& xml)
{
    bool lookedBack = false;
    if (!record.blobs.empty()) {
        auto listed = m_session->attachmentsOf(record.form.form, record.instance);
        if (!listed)
            return base::fail(listed.error());
        if (*listed) {
            const auto lacks = [](const auto& attachments, const protocol::BlobRef& blob) {
                return std::ranges::none_of(attachments, [&](const auto& one) { return one.name == blob.name && one.there; });
            };
            std::vector<protocol::BlobRef> lacking;
            std::ranges::copy_if(record.blobs, std::back_inserter(lacking), [&](const auto& blob) { return lacks(**listed, blob); });
            if (!lacking.empty()) {
                std::vector<std::string> names;
                std::ranges::transform(lacking, std::back_inserter(names), &protocol::BlobRef::name);
                TASHILGAR_TRY(m_ledger->noteLacking(record.instance, names));
                TASHILGAR_TRY(sendFiles(record, xml, lacking, true));
                listed = m_session->attachmentsOf(record.form.form, record.instance);
                if (!listed)
                    return base::fail(listed.error());
                if (*listed && std::ranges::any_of(lacking, [&](const auto& blob) { return lacks(**listed, blob); })) {
                    TASHILGAR_TRY(m_ledger->noteLacking(record.instance, names));
                    return base::fail(kHubTrouble, "the server took a file and does not list it", record.instance.value());
                }
            }
            lookedBack = listed->has_value();
        }
    }
    TASHILGAR_TRY(m_ledger->keepAnswer(
        record.instance, {m_status, m_account->addresses.empty() ? std::string() : m_account->addresses.front(), lookedBack, m_clock->now()}));
    ++m_answersKept;
    return {};
}

} // namespace tashilgar::client::openrosa
