#include "app/lists/disk_table.h"

#include "app/lists/row_query.h"
#include "app/lists/table_writer.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::lists {
namespace {

using forms::Comparison;
using forms::RowCondition;
using Kind = forms::RowCondition::Kind;

/// A form may ask in so many ways before the questions that are left go without an index: each takes the room of its
/// columns once more.
constexpr std::size_t kMaxIndexes = 16;

bool isEquality(const RowCondition& condition)
{
    return condition.kind == Kind::Text && condition.how == Comparison::Equal;
}

} // namespace

DiskTable::DiskTable(sqlite::Database database)
    : m_database(std::move(database))
{
}

base::Result<std::shared_ptr<DiskTable>> DiskTable::open(
    const std::filesystem::path& path, const sqlite::OpenOptions& options, std::string_view fingerprint)
{
    auto database = sqlite::Database::open(path, options);
    if (!database)
        return base::fail(std::move(database).error());
    std::shared_ptr<DiskTable> table(new DiskTable(std::move(*database)));
    const auto frame = table->m_database.selectInteger("SELECT count(*) FROM sqlite_schema WHERE name = 'list'");
    if (!frame)
        return base::fail(frame.error());
    std::optional<std::int64_t> rows;
    if (*frame == std::optional<std::int64_t>(1)) {
        const auto found = table->m_database.selectInteger(
            "SELECT rows FROM list WHERE layout = ? AND fingerprint = ?", kLayout, fingerprint);
        if (!found)
            return base::fail(found.error());
        rows = *found;
    }
    if (!rows)
        return base::fail(base::kNotFound, "there is no table of this list", path.filename().string());
    table->m_rows = static_cast<Row>(*rows);
    TASHILGAR_TRY(table->m_database.select("SELECT name FROM list_column ORDER BY place",
        [&](const sqlite::Statement& row) { table->m_columns.push_back(row.text(0)); }));
    TASHILGAR_TRY(table->m_database.select("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
        [&](const sqlite::Statement& row) { table->m_indexes.insert(row.text(0)); }));
    table->m_selectCells = "SELECT ";
    for (std::size_t i = 0; i < table->m_columns.size(); ++i)
        table->m_selectCells += fmt::format("{}c{}", i == 0 ? "" : ", ", i);
    table->m_selectCells += table->m_columns.empty() ? "id FROM row WHERE id = ?" : " FROM row WHERE id = ?";
    return table;
}

base::Result<std::vector<std::string>> DiskTable::cells(Row row)
{
    std::vector<std::string> cells;
    TASHILGAR_TRY(m_database.select(
        m_selectCells,
        [&](const sqlite::Statement& found) {
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                cells.push_back(found.text(static_cast<int>(i)));
        },
        row));
    return cells;
}

base::Result<void> DiskTable::rowsWhere(const RowCondition& condition, std::vector<Row>& found)
{
    TASHILGAR_TRY(indexFor(condition));
    const RowQuery query = queryFor(condition, [this](const std::string& name) {
        const auto known = std::find(m_columns.begin(), m_columns.end(), name);
        return known == m_columns.end() ? -1 : static_cast<int>(known - m_columns.begin());
    });
    auto statement = m_database.prepare("SELECT id FROM row WHERE " + query.where);
    if (!statement)
        return base::fail(std::move(statement).error());
    int place = 0;
    for (const auto& value : query.values)
        std::visit([&](const auto& it) { statement->bind(++place, it); }, value);
    const auto begin = static_cast<std::ptrdiff_t>(found.size());
    TASHILGAR_TRY(
        statement->forEach([&](const sqlite::Statement& row) { found.push_back(static_cast<Row>(row.integer(0))); }));
    // an index gives the rows by value; here is cheaper than ORDER BY, for which SQLite would rather walk the whole
    // table
    if (!std::is_sorted(found.begin() + begin, found.end()))
        std::sort(found.begin() + begin, found.end());
    return {};
}

/// "c3" or "s3"; empty for a column that the list does not have.
std::string DiskTable::columnOf(const std::string& name, char kind) const
{
    const auto known = std::find(m_columns.begin(), m_columns.end(), name);
    return known == m_columns.end() ? std::string() : fmt::format("{}{}", kind, known - m_columns.begin());
}

/// All equalities of an `and` share one index, so that two conditions cost as little as one. Of an `or` each part has
/// its own, or none is of use.
base::Result<void> DiskTable::indexFor(const RowCondition& condition)
{
    switch (condition.kind) {
    case Kind::OneOf:
        for (const RowCondition& part : condition.parts)
            TASHILGAR_TRY(indexFor(part));
        return {};
    case Kind::All: {
        std::set<std::string> equal;
        for (const RowCondition& part : condition.parts) {
            if (isEquality(part))
                equal.insert(columnOf(part.column, 'c'));
        }
        if (!equal.empty())
            return makeIndex(equal);
        for (const RowCondition& part : condition.parts)
            TASHILGAR_TRY(indexFor(part));
        return {};
    }
    case Kind::Text:
        return isEquality(condition) ? makeIndex({columnOf(condition.column, 'c')}) : base::Result<void>();
    case Kind::StartsWith:
        return makeIndex({columnOf(condition.column, 'c')});
    case Kind::Number:
        return condition.how == Comparison::NotEqual ? base::Result<void>()
                                                     : makeIndex({columnOf(condition.column, 's')});
    default:
        return {};
    }
}

base::Result<void> DiskTable::makeIndex(const std::set<std::string>& columns)
{
    std::string name = "row", list;
    for (const std::string& column : columns) {
        if (column.empty())
            return {};
        name += "_" + column;
        list += (list.empty() ? "" : ", ") + column;
    }
    if (m_indexes.contains(name) || m_indexes.size() >= kMaxIndexes)
        return {};
    TASHILGAR_TRY(m_database.run(fmt::format("CREATE INDEX IF NOT EXISTS {} ON row ({})", name, list)));
    m_indexes.insert(name);
    return {};
}

} // namespace tashilgar::lists
