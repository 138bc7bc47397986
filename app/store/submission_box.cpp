#include "app/store/submission_box.h"

#include "app/base/hash.h"
#include "app/sqlite/transaction.h"
#include "app/store/moments.h"
#include "app/store/submission_row.h"

namespace tashilgar::store {
namespace {

base::Result<std::int64_t> rowOf(sqlite::Database& records, const base::InstanceId& id)
{
    const auto row = records.selectInteger("SELECT row FROM submission WHERE instance_id = ?", id.value());
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(base::kNotFound, "there is no such record", id.value());
    return **row;
}

base::Result<std::uint32_t> countOfQuery(base::Result<std::optional<std::int64_t>> count)
{
    return std::move(count).map(
        [](std::optional<std::int64_t> n) { return static_cast<std::uint32_t>(n.value_or(0)); });
}

} // namespace

SubmissionSummary summaryOf(const sqlite::Statement& row)
{
    SubmissionSummary summary;
    summary.id = base::InstanceId(row.text(0));
    summary.form = {base::FormId(row.text(1)), row.text(2)};
    summary.formTitle = row.text(3);
    summary.name = row.text(4);
    summary.madeAt = momentOf(row.integer(5));
    summary.sha256 = row.text(6);
    summary.xmlSize = static_cast<std::uint64_t>(row.integer(7));
    summary.state = row.isNull(8) ? SubmissionState::Safe : static_cast<SubmissionState>(row.integer(8));
    summary.attempts = static_cast<std::uint32_t>(row.integer(9));
    if (!row.isNull(10))
        summary.lastAttemptAt = momentOf(row.integer(10));
    summary.reasonCode = row.text(11);
    summary.reason = row.text(12);
    if (!row.isNull(13)) {
        summary.receipt = Receipt{row.text(13), row.text(14), row.text(15), row.text(16), momentOf(row.integer(17)),
            momentOf(row.integer(18))};
    }
    summary.corrected = row.integer(19) != 0;
    summary.files = static_cast<std::uint32_t>(row.integer(20));
    summary.fileBytes = static_cast<std::uint64_t>(row.integer(21));
    summary.filesWaiting = summary.receipt ? 0 : static_cast<std::uint32_t>(row.integer(22));
    summary.row = row.integer(23);
    return summary;
}

std::string Receipt::number() const { return base::Sha256::hexOf(base::bytesOf(signedText)).substr(0, 8); }

SubmissionBox::SubmissionBox(sqlite::Database& records, const base::Clock& clock)
    : m_records(&records)
    , m_clock(&clock)
{
}

base::Result<void> SubmissionBox::finalise(const NewSubmission& submission)
{
    const std::string sha256 = base::Sha256::hexOf(base::bytesOf(submission.xml));
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());

    std::optional<std::string> present;
    TASHILGAR_TRY(m_records->select(
        "SELECT sha256 FROM submission WHERE instance_id = ?",
        [&](const sqlite::Statement& row) { present = row.text(0); }, submission.id.value()));
    if (present && *present != sha256)
        return base::fail(
            kInstanceDiffers, "a record with this instanceID and other answers is here", submission.id.value());
    if (!present) {
        TASHILGAR_TRY(m_records->run(
            "INSERT INTO submission (instance_id, form_id, version, name, corrects, made_at, sha256, xml) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            submission.id.value(), submission.form.form.value(), submission.form.version, submission.name,
            submission.corrects.value(), toRow(submission.madeAt.value_or(m_clock->now())), sha256, submission.xml));
        const std::int64_t row = m_records->lastInsertRowId();
        for (const AttachedFile& file : submission.files) {
            TASHILGAR_TRY(m_records->run(
                "INSERT INTO submission_file (submission, name, sha256, size, media_type) VALUES (?, ?, ?, ?, ?)", row,
                file.name, file.sha256, file.size, file.mediaType));
            TASHILGAR_TRY(m_records->run(
                "INSERT INTO upload (sha256, size) VALUES (?, ?) ON CONFLICT DO NOTHING", file.sha256, file.size));
        }
        for (const EntityWrite& write : submission.entities)
            TASHILGAR_TRY(applyEntityWrite(*m_records, submission.id, write));
        TASHILGAR_TRY(m_records->run("INSERT INTO outbox (submission) VALUES (?)", row));
        if (!submission.found.words.empty()) // else they are given later: RecordIndex::withoutWords()
            TASHILGAR_TRY(keepRecordWords(*m_records, row, submission.found, {}));
    }
    if (!submission.draft.empty())
        TASHILGAR_TRY(m_records->run("DELETE FROM draft WHERE id = ?", submission.draft.value()));
    return transaction->commit();
}

base::Result<std::vector<SubmissionSummary>> SubmissionBox::select(
    const std::string& tail, std::int64_t first, std::int64_t second)
{
    std::vector<SubmissionSummary> summaries;
    TASHILGAR_TRY(m_records->select(
        std::string(kSummaries) + tail, [&](const sqlite::Statement& row) { summaries.push_back(summaryOf(row)); },
        first, second));
    return summaries;
}

base::Result<SubmissionSummary> SubmissionBox::summary(const base::InstanceId& id)
{
    std::optional<SubmissionSummary> found;
    TASHILGAR_TRY(m_records->select(
        std::string(kSummaries) + "WHERE s.instance_id = ?",
        [&](const sqlite::Statement& row) { found = summaryOf(row); }, id.value()));
    if (!found)
        return base::fail(base::kNotFound, "there is no such record", id.value());
    return std::move(*found);
}

base::Result<Submission> SubmissionBox::read(const base::InstanceId& id)
{
    auto found = summary(id);
    if (!found)
        return base::fail(std::move(found).error());
    Submission submission{std::move(*found), {}, {}, {}};
    const auto row = rowOf(*m_records, id);
    if (!row)
        return base::fail(row.error());
    TASHILGAR_TRY(m_records->select(
        "SELECT xml, corrects FROM submission WHERE row = ?",
        [&](const sqlite::Statement& found_) {
            submission.xml = found_.text(0);
            submission.corrects = base::InstanceId(found_.text(1));
        },
        *row));
    auto named = files(id);
    if (!named)
        return base::fail(std::move(named).error());
    submission.files = std::move(*named);
    return submission;
}

base::Result<std::vector<AttachedFile>> SubmissionBox::files(const base::InstanceId& id)
{
    std::vector<AttachedFile> named;
    TASHILGAR_TRY(m_records->select(
        "SELECT a.name, a.sha256, a.size, a.media_type FROM submission_file AS a "
        "WHERE a.submission = (SELECT row FROM submission WHERE instance_id = ?) ORDER BY a.name",
        [&](const sqlite::Statement& file) {
            named.push_back({file.text(0), file.text(1), static_cast<std::uint64_t>(file.integer(2)), file.text(3)});
        },
        id.value()));
    return named;
}

base::Result<std::vector<SubmissionSummary>> SubmissionBox::list(std::uint32_t limit, std::uint32_t offset)
{
    return select("ORDER BY s.made_at DESC, s.row DESC LIMIT ? OFFSET ?", limit, offset);
}

base::Result<std::vector<SubmissionSummary>> SubmissionBox::listIn(SubmissionState state, std::uint32_t limit)
{
    if (state == SubmissionState::Safe)
        return select("WHERE o.submission IS NULL ORDER BY s.made_at DESC, s.row DESC LIMIT ? OFFSET ?", limit, 0);
    return select("WHERE o.state = ? ORDER BY s.made_at DESC, s.row DESC LIMIT ?", static_cast<int>(state), limit);
}

base::Result<std::optional<Submission>> SubmissionBox::latestOf(const base::FormId& form)
{
    std::optional<base::InstanceId> latest;
    TASHILGAR_TRY(m_records->select(
        "SELECT instance_id FROM submission WHERE form_id = ? ORDER BY made_at DESC, row DESC LIMIT 1",
        [&](const sqlite::Statement& row) { latest = base::InstanceId(row.text(0)); }, form.value()));
    if (!latest)
        return std::nullopt;
    return read(*latest).map([](Submission&& found) { return std::optional(std::move(found)); });
}

base::Result<std::vector<SubmissionSummary>> SubmissionBox::waiting(std::uint32_t limit)
{
    return select(
        "WHERE o.state = ? ORDER BY o.reason_code <> '', o.attempts, o.submission LIMIT ?", static_cast<int>(SubmissionState::Waiting), limit);
}

base::Result<std::vector<SubmissionSummary>> SubmissionBox::partial(std::uint32_t limit)
{
    return select("WHERE o.state = ? ORDER BY o.submission LIMIT ?", static_cast<int>(SubmissionState::Partial), limit);
}

base::Result<std::vector<base::InstanceId>> SubmissionBox::unsent()
{
    std::vector<base::InstanceId> ids;
    TASHILGAR_TRY(m_records->select(
        "SELECT s.instance_id FROM outbox AS o JOIN submission AS s ON s.row = o.submission ORDER BY o.submission",
        [&](const sqlite::Statement& row) { ids.emplace_back(row.text(0)); }));
    return ids;
}

base::Result<std::vector<WaitingFile>> SubmissionBox::waitingFiles(std::uint32_t limit)
{
    std::vector<WaitingFile> files;
    // In the order of upload_next; min(s.row) makes SQLite take the other columns from the oldest record that names the
    // content.
    TASHILGAR_TRY(m_records->select(
        "SELECT w.name, u.sha256, u.size, w.media_type, w.instance_id, u.location, w.oldest FROM upload AS u "
        "JOIN (SELECT a.sha256, a.name, a.media_type, s.instance_id, min(s.row) AS oldest FROM submission_file AS a "
        " JOIN submission AS s ON s.row = a.submission JOIN outbox AS o ON o.submission = s.row AND o.state = 2 "
        " GROUP BY a.sha256) AS w ON w.sha256 = u.sha256 "
        "WHERE u.arrived_at IS NULL ORDER BY u.size, w.oldest LIMIT ?",
        [&](const sqlite::Statement& row) {
            files.push_back({{row.text(0), row.text(1), static_cast<std::uint64_t>(row.integer(2)), row.text(3)},
                base::InstanceId(row.text(4)), row.text(5)});
        },
        limit));
    return files;
}

base::Result<void> SubmissionBox::noteAttempt(
    const base::InstanceId& id, std::string_view reasonCode, std::string_view reason)
{
    return m_records->run("UPDATE outbox SET attempts = attempts + 1, last_attempt_at = ?, reason_code = ?, reason = ? "
                          "WHERE submission = (SELECT row FROM submission WHERE instance_id = ?)",
        toRow(m_clock->now()), reasonCode, reason, id.value());
}

base::Result<void> SubmissionBox::noteAnswer(const base::InstanceId& id, const HubAnswer& answer)
{
    if (answer.state == SubmissionState::Safe)
        return base::fail(base::kMalformed, "only a complete receipt makes a record safe", id.value());
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    const auto row = rowOf(*m_records, id);
    if (!row)
        return base::fail(row.error());
    TASHILGAR_TRY(m_records->run("UPDATE outbox SET state = ?, reason_code = ?, reason = ? WHERE submission = ?",
        static_cast<int>(answer.state), answer.code, answer.sentence, *row));
    if (answer.state == SubmissionState::Waiting)
        TASHILGAR_TRY(m_records->run("UPDATE submission_file SET delivered = 0 WHERE submission = ?", *row));
    if (answer.state == SubmissionState::Partial) {
        // The hub's list is the truth: what it does not miss has arrived, what it misses has not, whatever we thought.
        TASHILGAR_TRY(m_records->run("UPDATE upload SET arrived_at = coalesce(arrived_at, ?) WHERE sha256 IN "
                                     "(SELECT sha256 FROM submission_file WHERE submission = ?)",
            toRow(m_clock->now()), *row));
        for (const std::string& sha256 : answer.missingBlobs)
            TASHILGAR_TRY(m_records->run("UPDATE upload SET arrived_at = NULL WHERE sha256 = ?", sha256));
    }
    return transaction->commit();
}

base::Result<void> SubmissionBox::noteLocation(std::string_view sha256, std::string_view location)
{
    return m_records->run("UPDATE upload SET location = ? WHERE sha256 = ?", location, sha256);
}

base::Result<void> SubmissionBox::noteArrived(std::string_view sha256)
{
    return m_records->run("UPDATE upload SET arrived_at = ? WHERE sha256 = ?", toRow(m_clock->now()), sha256);
}

base::Result<std::set<std::string>> SubmissionBox::delivered(const base::InstanceId& id)
{
    std::set<std::string> names;
    TASHILGAR_TRY(m_records->select(
        "SELECT name FROM submission_file WHERE delivered = 1 AND submission = (SELECT row FROM submission WHERE instance_id = ?)",
        [&](const sqlite::Statement& row) { names.insert(row.text(0)); }, id.value()));
    return names;
}

base::Result<void> SubmissionBox::noteDelivered(const base::InstanceId& id, const std::vector<std::string>& names, bool taken)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    const auto row = rowOf(*m_records, id);
    if (!row)
        return base::fail(row.error());
    for (const std::string& name : names) {
        TASHILGAR_TRY(m_records->run(
            "UPDATE submission_file SET delivered = ? WHERE submission = ? AND name = ?", taken ? 1 : 0, *row, name));
    }
    if (taken && !names.empty()) {
        TASHILGAR_TRY(m_records->run(
            "UPDATE outbox SET state = 2, reason_code = '', reason = '' WHERE submission = ?", *row));
    }
    return transaction->commit();
}

base::Result<void> SubmissionBox::keepReceipt(const base::InstanceId& id, const Receipt& receipt)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    const auto row = rowOf(*m_records, id);
    if (!row)
        return base::fail(row.error());
    TASHILGAR_TRY(m_records->run(
        "INSERT INTO receipt (submission, signed_text, signature, key_id, hub_name, hub_time, received_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        *row, receipt.signedText, receipt.signature, receipt.keyId, receipt.hubName, toRow(receipt.hubTime),
        toRow(receipt.receivedAt)));
    TASHILGAR_TRY(m_records->run("DELETE FROM outbox WHERE submission = ?", *row));
    if (receipt.isSigned()) // what is no proof clears nothing
        TASHILGAR_TRY(clearPersonalWords(*m_records, *row, receipt.number()));
    TASHILGAR_TRY(m_records->run("UPDATE upload SET arrived_at = coalesce(arrived_at, ?) WHERE sha256 IN "
                                 "(SELECT sha256 FROM submission_file WHERE submission = ?)",
        toRow(m_clock->now()), *row));
    return transaction->commit();
}

base::Result<void> SubmissionBox::sendAgain(const base::InstanceId& id)
{
    return m_records->run("UPDATE outbox SET state = 1, reason_code = '', reason = '' "
                          "WHERE state = 4 AND submission = (SELECT row FROM submission WHERE instance_id = ?)",
        id.value());
}

base::Result<void> SubmissionBox::offerAgain(std::string_view code)
{
    return m_records->run("UPDATE outbox SET state = 1, reason_code = '', reason = '' WHERE state = 4 AND reason_code = ?", code);
}

base::Result<SubmissionBox::Counts> SubmissionBox::counts()
{
    Counts counts;
    TASHILGAR_TRY(m_records->select(
        "SELECT state, sum(records), sum(bytes) FROM record_count GROUP BY state", [&](const sqlite::Statement& row) {
            const auto count = static_cast<std::uint32_t>(row.integer(1));
            switch (static_cast<SubmissionState>(row.integer(0))) {
            case SubmissionState::Waiting:
                counts.waiting = count;
                counts.bytesWaiting = static_cast<std::uint64_t>(row.integer(2));
                break;
            case SubmissionState::Partial:
                counts.partial = count;
                break;
            case SubmissionState::Refused:
                counts.refused = count;
                break;
            case SubmissionState::Safe:
                counts.safe = count;
                break;
            }
        }));
    TASHILGAR_TRY(m_records->select(
        "SELECT count(*), coalesce(sum(u.size), 0) FROM upload AS u WHERE u.arrived_at IS NULL AND EXISTS (SELECT 1 "
        "FROM submission_file AS a JOIN outbox AS o ON o.submission = a.submission WHERE a.sha256 = u.sha256 AND o.state < 4 "
        "AND a.delivered = 0)",
        [&](const sqlite::Statement& row) {
            counts.filesWaiting = static_cast<std::uint32_t>(row.integer(0));
            counts.bytesWaiting += static_cast<std::uint64_t>(row.integer(1));
        }));
    return counts;
}

base::Result<std::uint32_t> SubmissionBox::countMadeSince(base::Instant moment)
{
    return countOfQuery(m_records->selectInteger("SELECT count(*) FROM submission WHERE made_at >= ?", toRow(moment)));
}

base::Result<std::uint32_t> SubmissionBox::countSafeSince(base::Instant moment)
{
    return countOfQuery(m_records->selectInteger("SELECT count(*) FROM receipt WHERE received_at >= ?", toRow(moment)));
}

base::Result<std::uint32_t> SubmissionBox::countOf(const base::FormId& form)
{
    return countOfQuery(m_records->selectInteger("SELECT sum(records) FROM record_count WHERE form_id = ?", form.value()));
}

} // namespace tashilgar::store
