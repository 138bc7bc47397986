#include "app/store/record_index.h"

#include "app/base/text.h"
#include "app/sqlite/transaction.h"
#include "app/store/moments.h"
#include "app/store/search_words.h"
#include "app/store/submission_row.h"

#include <functional>

namespace tashilgar::store {
namespace {

/// A query that grows condition by condition, each with its value.
class Conditions {
public:
    template <class Value>
    void add(std::string_view condition, Value value)
    {
        m_sql += m_sql.empty() ? "WHERE " : " AND ";
        m_sql += condition;
        m_bind.push_back([value](sqlite::Statement& statement, int place) { statement.bind(place, value); });
    }
    const std::string& sql() const { return m_sql; }
    int bindTo(sqlite::Statement& statement) const
    {
        int place = 0;
        for (const auto& bind : m_bind)
            bind(statement, ++place);
        return place;
    }

private:
    std::string m_sql;
    std::vector<std::function<void(sqlite::Statement&, int)>> m_bind;
};

/// What no text beginning with \p text reaches.
std::string endOf(std::string text)
{
    base::appendUtf8(text, 0x10FFFF);
    return text;
}

Conditions conditionsOf(const RecordFilter& filter, const std::string& query, const std::optional<RecordKey>& after)
{
    Conditions conditions;
    if (!query.empty())
        conditions.add("f.record_search MATCH ?", query);
    if (after)
        conditions.add(query.empty() ? "i.row < ?" : "f.rowid < ?", after->row);
    if (filter.list)
        conditions.add("iif(i.state = 2, 1, i.state) = ?", static_cast<std::int64_t>(*filter.list));
    if (!filter.form.empty())
        conditions.add("i.form_id = ?", filter.form.value());
    if (filter.from)
        conditions.add("i.made_at >= ?", toRow(*filter.from));
    if (filter.until)
        conditions.add("i.made_at < ?", toRow(*filter.until));
    if (!filter.neighbourhood.empty())
        conditions.add("i.neighbourhood = ?", filter.neighbourhood);
    if (!filter.block.empty())
        conditions.add("i.block = ?", filter.block);
    if (!filter.door.empty()) {
        const std::string door = base::foldForSearch(filter.door);
        conditions.add("i.door >= ?", door);
        conditions.add("i.door < ?", endOf(door));
    }
    return conditions;
}

} // namespace

RecordIndex::RecordIndex(sqlite::Database& records)
    : m_records(&records)
{
}

base::Result<std::vector<RecordKey>> RecordIndex::keys(
    const RecordFilter& filter, const std::optional<RecordKey>& after, std::uint32_t limit)
{
    const std::string query = searchQuery(filter.words);
    const Conditions conditions = conditionsOf(filter, query, after);
    // Both read from the greatest number down and stop at the limit; nothing is sorted.
    const std::string sql = query.empty()
        ? "SELECT i.row, i.made_at FROM record_index AS i " + conditions.sql() + " ORDER BY i.row DESC LIMIT ?"
        : "SELECT i.row, i.made_at FROM record_search AS f CROSS JOIN record_index AS i ON i.row = f.rowid "
            + conditions.sql() + " ORDER BY f.rowid DESC LIMIT ?";
    auto statement = m_records->prepare(sql);
    if (!statement)
        return base::fail(std::move(statement).error());
    statement->bind(conditions.bindTo(*statement) + 1, limit);
    std::vector<RecordKey> keys;
    TASHILGAR_TRY(statement->forEach(
        [&](const sqlite::Statement& row) { keys.push_back({row.integer(0), momentOf(row.integer(1))}); }));
    return keys;
}

base::Result<std::vector<SubmissionSummary>> RecordIndex::summaries(std::span<const std::int64_t> rows)
{
    std::vector<SubmissionSummary> found;
    auto statement = m_records->prepare(std::string(kSummaries) + "WHERE s.row = ?");
    if (!statement)
        return base::fail(std::move(statement).error());
    for (const std::int64_t row : rows) {
        statement->reset();
        statement->bind(1, row);
        TASHILGAR_TRY(statement->forEach([&](const sqlite::Statement& one) { found.push_back(summaryOf(one)); }));
    }
    return found;
}

base::Result<std::vector<RecordPlace>> RecordIndex::places()
{
    // From one place to the next through the index: as many look-ups as there are places, not records.
    std::vector<RecordPlace> places;
    auto statement = m_records->prepare("SELECT neighbourhood, block FROM record_index "
                                        "WHERE (neighbourhood, block) > (?, ?) ORDER BY neighbourhood, block LIMIT 1");
    if (!statement)
        return base::fail(std::move(statement).error());
    RecordPlace last;
    while (true) {
        statement->reset();
        statement->bindAll(last.neighbourhood, last.block);
        const auto more = statement->step();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            return places;
        last = {statement->text(0), statement->text(1)};
        places.push_back(last);
    }
}

base::Result<RecordIndex::Totals> RecordIndex::totals(const base::FormId& form)
{
    Totals totals;
    const auto take = [&](const sqlite::Statement& row) {
        const auto count = static_cast<std::uint32_t>(row.integer(1));
        switch (static_cast<SubmissionState>(row.integer(0))) {
        case SubmissionState::Waiting:
        case SubmissionState::Partial: totals.waiting += count; break;
        case SubmissionState::Safe: totals.sent += count; break;
        case SubmissionState::Refused: totals.returned += count; break;
        }
    };
    TASHILGAR_TRY(m_records->select(
        "SELECT state, sum(records) FROM record_count WHERE ? IN ('', form_id) GROUP BY state", take, form.value()));
    return totals;
}

base::Result<std::vector<base::InstanceId>> RecordIndex::withoutWords(std::uint32_t limit)
{
    std::vector<base::InstanceId> ids;
    TASHILGAR_TRY(m_records->select(
        "SELECT s.instance_id FROM record_index AS i JOIN submission AS s ON s.row = i.row WHERE i.indexed = 0 "
        "ORDER BY i.row DESC LIMIT ?",
        [&](const sqlite::Statement& row) { ids.emplace_back(row.text(0)); }, limit));
    return ids;
}

base::Result<void> RecordIndex::setWords(std::span<const std::pair<base::InstanceId, RecordWords>> words)
{
    auto transaction = sqlite::Transaction::begin(*m_records);
    if (!transaction)
        return base::fail(std::move(transaction).error());
    for (const auto& [id, found] : words) {
        std::optional<std::int64_t> row;
        std::string receipt;
        TASHILGAR_TRY(m_records->select(
            "SELECT s.row, r.signed_text, r.signature FROM submission AS s LEFT JOIN receipt AS r ON r.submission = s.row "
            "WHERE s.instance_id = ?",
            [&](const sqlite::Statement& one) {
                row = one.integer(0);
                if (!one.text(2).empty())
                    receipt = Receipt{one.text(1), {}, {}, {}, {}, {}}.number();
            },
            id.value()));
        if (row)
            TASHILGAR_TRY(keepRecordWords(*m_records, *row, found, receipt));
    }
    return transaction->commit();
}

base::Result<void> keepRecordWords(
    sqlite::Database& records, std::int64_t row, const RecordWords& words, std::string_view receipt)
{
    TASHILGAR_TRY(records.run("INSERT OR REPLACE INTO record_search (rowid, words, personal, receipt) VALUES (?, ?, ?, ?)", row,
        base::foldForSearch(words.words), receipt.empty() ? base::foldForSearch(words.personal) : std::string(), receipt));
    return records.run("UPDATE record_index SET neighbourhood = ?, block = ?, door = ?, indexed = 1 WHERE row = ?",
        words.neighbourhood, words.block, base::foldForSearch(words.door), row);
}

base::Result<void> clearPersonalWords(sqlite::Database& records, std::int64_t row, std::string_view receipt)
{
    return records.run("UPDATE record_search SET personal = '', receipt = ? WHERE rowid = ?", receipt, row);
}

} // namespace tashilgar::store
