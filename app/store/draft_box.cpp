#include "app/store/draft_box.h"

#include "app/sqlite/transaction.h"
#include "app/store/moments.h"

namespace tashilgar::store {
namespace {

constexpr std::string_view kSummaries
    = "SELECT d.row, d.id, d.form_id, d.version, coalesce(f.title, d.form_id), d.name, d.started_at, d.changed_at, "
      "d.steps, "
      "d.corrects, d.seed, d.current_ref, d.typed_ref, d.typed_text "
      "FROM draft AS d LEFT JOIN form AS f ON f.form_id = d.form_id AND f.version = d.version ";

DraftSummary summaryOf(const sqlite::Statement& row)
{
    return {base::DraftId(row.text(1)), {base::FormId(row.text(2)), row.text(3)}, row.text(4), row.text(5),
        momentOf(row.integer(6)), momentOf(row.integer(7)), static_cast<std::uint32_t>(row.integer(8)), row.text(11), !row.text(9).empty()};
}

/// The row of a draft and how many steps it has.
struct Place {
    std::int64_t row = 0;
    std::int64_t steps = 0;
};

base::Result<Place> placeOf(sqlite::Database& records, const base::DraftId& draft)
{
    std::optional<Place> place;
    TASHILGAR_TRY(records.select(
        "SELECT row, steps FROM draft WHERE id = ?",
        [&](const sqlite::Statement& row) {
            place = Place{row.integer(0), row.integer(1)};
        },
        draft.value()));
    if (!place)
        return base::fail(base::kNotFound, "there is no such draft");
    return *place;
}

base::Result<void> putSteps(sqlite::Database& records, std::int64_t draft, std::int64_t number, std::span<const JournalStep> steps)
{
    for (const JournalStep& step : steps) {
        TASHILGAR_TRY(records.run(
            "INSERT INTO draft_step (draft, step, kind, ref, value, at, position) VALUES (?, ?, ?, ?, ?, ?, ?)", draft, ++number,
            static_cast<int>(step.kind), step.ref, step.value, toRow(step.at), step.position));
    }
    return {};
}

base::Result<void> putFiles(sqlite::Database& records, std::int64_t draft, std::span<const AttachedFile> files)
{
    for (const AttachedFile& file : files) {
        TASHILGAR_TRY(records.run(
            "INSERT OR REPLACE INTO draft_file (draft, name, sha256, size, media_type) VALUES (?, ?, ?, ?, ?)", draft,
            file.name, file.sha256, file.size, file.mediaType));
    }
    return {};
}

} // namespace

DraftBox::DraftBox(sqlite::Database& records, const base::Clock& clock)
    : m_records(&records)
    , m_clock(&clock)
{
}

base::Result<void> DraftBox::create(const NewDraft& draft)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    TASHILGAR_TRY(m_records->run(
        "INSERT INTO draft (id, form_id, version, corrects, seed, started_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        draft.id.value(), draft.form.form.value(), draft.form.version, draft.corrects.value(), draft.seed,
        toRow(draft.startedAt), toRow(m_clock->now())));
    const std::int64_t row = m_records->lastInsertRowId();
    TASHILGAR_TRY(
        m_records->run("INSERT INTO draft_snapshot (draft, steps, xml) VALUES (?, 0, ?)", row, draft.firstSnapshot));
    TASHILGAR_TRY(putFiles(*m_records, row, draft.files));
    return transaction->commit();
}

base::Result<void> DraftBox::restore(const Draft& draft)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    const DraftSummary& summary = draft.summary;
    TASHILGAR_TRY(m_records->run(
        "INSERT INTO draft (id, form_id, version, corrects, seed, name, steps, current_ref, started_at, changed_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        summary.id.value(), summary.form.form.value(), summary.form.version, draft.corrects.value(), draft.seed, summary.name,
        static_cast<std::int64_t>(draft.journal.size()), summary.currentRef, toRow(summary.startedAt), toRow(m_clock->now())));
    const std::int64_t row = m_records->lastInsertRowId();
    TASHILGAR_TRY(m_records->run("INSERT INTO draft_snapshot (draft, steps, xml) VALUES (?, 0, ?)", row, draft.firstSnapshot));
    TASHILGAR_TRY(putSteps(*m_records, row, 0, draft.journal));
    TASHILGAR_TRY(putFiles(*m_records, row, draft.files));
    if (draft.typed)
        TASHILGAR_TRY(m_records->run("UPDATE draft SET typed_ref = ?, typed_text = ? WHERE row = ?", draft.typed->ref, draft.typed->text, row));
    return transaction->commit();
}

base::Result<void> DraftBox::append(const base::DraftId& draft, std::span<const JournalStep> steps,
    std::string_view name, std::span<const AttachedFile> files)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    const auto place = placeOf(*m_records, draft);
    if (!place)
        return base::fail(place.error());
    const std::int64_t number = place->steps + static_cast<std::int64_t>(steps.size());
    TASHILGAR_TRY(putSteps(*m_records, place->row, place->steps, steps));
    TASHILGAR_TRY(putFiles(*m_records, place->row, files));
    TASHILGAR_TRY(m_records->run(
        "UPDATE draft SET steps = ?, name = ?, changed_at = ?, typed_text = iif(typed_ref = ?4, NULL, typed_text), "
        "typed_ref = iif(typed_ref = ?4, NULL, typed_ref) WHERE row = ?5",
        number, name, toRow(m_clock->now()), steps.empty() ? std::string() : steps.back().ref, place->row));
    return transaction->commit();
}

base::Result<void> DraftBox::saveSnapshot(const base::DraftId& draft, std::string_view snapshot)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    const auto place = placeOf(*m_records, draft);
    if (!place)
        return base::fail(place.error());
    if (place->steps == 0)
        return {}; // the first snapshot is it
    TASHILGAR_TRY(m_records->run("DELETE FROM draft_snapshot WHERE draft = ? AND steps > 0", place->row));
    TASHILGAR_TRY(m_records->run(
        "INSERT INTO draft_snapshot (draft, steps, xml) VALUES (?, ?, ?)", place->row, place->steps, snapshot));
    return transaction->commit();
}

base::Result<void> DraftBox::setCurrentRef(const base::DraftId& draft, std::string_view ref)
{
    return m_records->run("UPDATE draft SET current_ref = ? WHERE id = ?", ref, draft.value());
}

base::Result<void> DraftBox::keepTyped(const base::DraftId& draft, const TypedText& typed)
{
    return m_records->run("UPDATE draft SET typed_ref = ?, typed_text = ?, changed_at = ? WHERE id = ?", typed.ref,
        typed.text, toRow(m_clock->now()), draft.value());
}

base::Result<Draft> DraftBox::read(const base::DraftId& id)
{
    Draft draft;
    std::optional<std::int64_t> found;
    TASHILGAR_TRY(m_records->select(
        std::string(kSummaries) + "WHERE d.id = ?",
        [&](const sqlite::Statement& row) {
            found = row.integer(0);
            draft.summary = summaryOf(row);
            draft.corrects = base::InstanceId(row.text(9));
            draft.seed = row.text(10);
            if (!row.isNull(12))
                draft.typed = TypedText{row.text(12), row.text(13)};
        },
        id.value()));
    if (!found)
        return base::fail(base::kNotFound, "there is no such draft");
    TASHILGAR_TRY(m_records->select(
        "SELECT steps, xml FROM draft_snapshot WHERE draft = ? ORDER BY steps",
        [&](const sqlite::Statement& row) {
            draft.snapshotSteps = static_cast<std::uint32_t>(row.integer(0));
            draft.snapshot = row.text(1);
            if (draft.snapshotSteps == 0)
                draft.firstSnapshot = draft.snapshot;
        },
        *found));
    TASHILGAR_TRY(m_records->select(
        "SELECT kind, ref, value, at, position FROM draft_step WHERE draft = ? ORDER BY step",
        [&](const sqlite::Statement& row) {
            draft.journal.push_back({static_cast<JournalStep::Kind>(row.integer(0)), row.text(1), row.text(2),
                momentOf(row.integer(3)), row.text(4)});
        },
        *found));
    TASHILGAR_TRY(m_records->select(
        "SELECT name, sha256, size, media_type FROM draft_file WHERE draft = ? ORDER BY name",
        [&](const sqlite::Statement& row) {
            draft.files.push_back({row.text(0), row.text(1), static_cast<std::uint64_t>(row.integer(2)), row.text(3)});
        },
        *found));
    return draft;
}

base::Result<std::vector<DraftSummary>> DraftBox::list()
{
    std::vector<DraftSummary> drafts;
    TASHILGAR_TRY(m_records->select(
        std::string(kSummaries) + "WHERE d.set_aside_at IS NULL ORDER BY d.changed_at DESC, d.row DESC",
        [&](const sqlite::Statement& row) { drafts.push_back(summaryOf(row)); }));
    return drafts;
}

base::Result<std::uint32_t> DraftBox::count()
{
    return m_records->selectInteger("SELECT count(*) FROM draft WHERE set_aside_at IS NULL")
        .map([](std::optional<std::int64_t> count) { return static_cast<std::uint32_t>(count.value_or(0)); });
}

base::Result<std::uint32_t> DraftBox::countOf(const base::FormId& form)
{
    return m_records
        ->selectInteger("SELECT count(*) FROM draft WHERE form_id = ? AND set_aside_at IS NULL", form.value())
        .map([](std::optional<std::int64_t> count) { return static_cast<std::uint32_t>(count.value_or(0)); });
}

base::Result<void> DraftBox::setAside(const base::DraftId& draft)
{
    return m_records->run("UPDATE draft SET set_aside_at = ? WHERE id = ?", toRow(m_clock->now()), draft.value());
}

base::Result<void> DraftBox::bringBack(const base::DraftId& draft)
{
    return m_records->run("UPDATE draft SET set_aside_at = NULL WHERE id = ?", draft.value());
}

base::Result<void> DraftBox::forgetSetAside(base::Instant moment)
{
    return m_records->run("DELETE FROM draft WHERE set_aside_at < ?", toRow(moment));
}

} // namespace tashilgar::store
