#include "app/forms/secondary/table.h"

#include "app/forms/secondary/row_filter.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace tashilgar::forms::secondary {

namespace {

/// Eight bytes at a time: most keys are one or two words of the processor.
std::uint64_t hashOf(std::string_view text)
{
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15u;
    std::uint64_t hash = text.size() * kOdd;
    for (std::size_t at = 0; at < text.size(); at += sizeof hash) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, std::min(sizeof word, text.size() - at));
        hash = (hash ^ word) * kOdd;
        hash ^= hash >> 32;
    }
    return hash;
}

} // namespace

/// The rows of a column in buckets by the hash of their cell, each bucket in order. Two sweeps build it, without
/// looking at a cell twice; a look-up compares the few cells of one bucket.
class Table::Index {
public:
    Index(const Table& table, Column column)
        : m_table(table)
        , m_column(column)
    {
        std::size_t buckets = 2;
        while (buckets * 4 < table.m_rows)
            buckets *= 2;
        m_mask = buckets - 1;
        m_begin.assign(buckets + 1, 0);
        std::vector<std::uint32_t> bucketOfRow(table.m_rows);
        for (Row row = 0; row < table.m_rows; ++row) {
            if (table.hasCell(row, column))
                ++m_begin[(bucketOfRow[row] = bucketOf(table.cell(row, column))) + 1];
        }
        for (std::size_t i = 1; i <= buckets; ++i)
            m_begin[i] += m_begin[i - 1];
        m_rows.resize(m_begin.back());
        std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
        for (Row row = 0; row < table.m_rows; ++row) {
            if (table.hasCell(row, column))
                m_rows[next[bucketOfRow[row]]++] = row;
        }
    }

    /// Where \p value must be, among others.
    std::span<const Row> bucket(std::string_view value) const
    {
        const std::uint32_t at = bucketOf(value);
        return std::span(m_rows).subspan(m_begin[at], m_begin[at + 1] - m_begin[at]);
    }
    void rows(std::string_view value, std::vector<Row>& found) const
    {
        for (const Row row : bucket(value)) {
            if (m_table.cell(row, m_column) == value)
                found.push_back(row);
        }
    }

private:
    std::uint32_t bucketOf(std::string_view value) const { return static_cast<std::uint32_t>(hashOf(value) & m_mask); }

    const Table& m_table;
    Column m_column;
    std::uint64_t m_mask = 0;
    std::vector<std::uint32_t> m_begin; ///< by bucket, and the end of the last
    std::vector<Row> m_rows;
};

Table::Table() = default;
Table::~Table() = default;

Table::Builder::Builder()
    : m_table(new Table)
{
}
Table::Builder::~Builder() = default;

Table::Column Table::Builder::column(std::string_view name)
{
    const Column known = m_table->findColumn(name);
    if (known != kNoColumn)
        return known;
    m_table->m_columns.push_back({std::string(name), {}, {}, {}});
    return static_cast<Column>(m_table->m_columns.size() - 1);
}

void Table::Builder::beginRow() { ++m_table->m_rows; }

void Table::Builder::set(Column column, std::string_view value)
{
    assert(m_table->m_rows > 0);
    ColumnData& data = m_table->m_columns[column];
    data.begin.resize(m_table->m_rows, kNoCell);
    data.size.resize(m_table->m_rows, 0);
    data.begin.back() = static_cast<std::uint32_t>(m_table->m_text.size());
    data.size.back() = static_cast<std::uint32_t>(value.size());
    m_table->m_text += value;
}

void Table::Builder::addRow(std::span<const std::string_view> cells)
{
    assert(cells.size() == m_table->m_columns.size());
    ++m_table->m_rows;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        ColumnData& data = m_table->m_columns[i];
        data.begin.push_back(static_cast<std::uint32_t>(m_table->m_text.size()));
        data.size.push_back(static_cast<std::uint32_t>(cells[i].size()));
        m_table->m_text += cells[i];
    }
}

void Table::Builder::expect(std::size_t bytes) { m_table->m_text.reserve(bytes); }

std::unique_ptr<Table> Table::Builder::take()
{
    for (ColumnData& data : m_table->m_columns) {
        data.begin.resize(m_table->m_rows, kNoCell);
        data.size.resize(m_table->m_rows, 0);
    }
    return std::move(m_table);
}

const Table::Index& Table::indexOf(Column column) const
{
    const std::lock_guard lock(m_indexing);
    std::unique_ptr<Index>& index = m_columns[column].index;
    if (!index)
        index = std::make_unique<Index>(*this, column);
    return *index;
}

std::vector<Table::Row> Table::rowsWhere(Column column, std::string_view value) const
{
    std::vector<Row> found;
    indexOf(column).rows(value, found);
    return found;
}

bool Table::isScanned(const RowCondition& condition) const
{
    constexpr int kScans = 2;
    if (condition.kind == RowCondition::Kind::All || condition.kind == RowCondition::Kind::OneOf) {
        bool scanned = false;
        for (const RowCondition& part : condition.parts)
            scanned = isScanned(part) || scanned;
        return scanned;
    }
    const Column column = isIndexed(condition) ? findColumn(condition.column) : kNoColumn;
    if (column == kNoColumn)
        return false;
    const std::lock_guard lock(m_indexing);
    return !m_columns[column].index && m_columns[column].scans++ < kScans;
}

bool Table::isIndexed(const RowCondition& condition)
{
    using Kind = RowCondition::Kind;
    switch (condition.kind) {
    case Kind::Nothing:
        return true;
    case Kind::Text:
        return condition.how == Comparison::Equal;
    case Kind::All:
        return std::any_of(condition.parts.begin(), condition.parts.end(), isIndexed);
    case Kind::OneOf:
        return std::all_of(condition.parts.begin(), condition.parts.end(), isIndexed);
    default:
        return false;
    }
}

/// At most so many rows an index finds.
std::size_t Table::countIndexed(const RowCondition& condition) const
{
    using Kind = RowCondition::Kind;
    switch (condition.kind) {
    case Kind::Text: {
        const Column column = findColumn(condition.column);
        return column == kNoColumn ? 0 : indexOf(column).bucket(condition.text).size();
    }
    case Kind::All: {
        std::size_t least = m_rows;
        for (const RowCondition& part : condition.parts)
            least = isIndexed(part) ? std::min(least, countIndexed(part)) : least;
        return least;
    }
    case Kind::OneOf: {
        std::size_t sum = 0;
        for (const RowCondition& part : condition.parts)
            sum += countIndexed(part);
        return sum;
    }
    default:
        return 0;
    }
}

void Table::selectIndexed(const RowCondition& condition, std::vector<Row>& found) const
{
    using Kind = RowCondition::Kind;
    switch (condition.kind) {
    case Kind::Text: {
        const Column column = findColumn(condition.column);
        if (column != kNoColumn)
            indexOf(column).rows(condition.text, found);
        return;
    }
    case Kind::All:
        selectAll(condition, found);
        return;
    case Kind::OneOf: {
        std::vector<Row> rows;
        for (const RowCondition& part : condition.parts)
            selectIndexed(part, rows);
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        found.insert(found.end(), rows.begin(), rows.end());
        return;
    }
    default:
        return;
    }
}

/// The part that leaves the fewest rows is asked of its index, the others of each of these rows.
void Table::selectAll(const RowCondition& condition, std::vector<Row>& found) const
{
    const RowCondition* best = nullptr;
    std::size_t fewest = 0;
    for (const RowCondition& part : condition.parts) {
        if (!isIndexed(part))
            continue;
        const std::size_t count = countIndexed(part);
        if (!best || count < fewest) {
            best = &part;
            fewest = count;
        }
    }
    std::vector<Row> rows;
    selectIndexed(*best, rows);
    const RowFilter filter(*this, condition);
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](Row row) { return filter.meets(row); });
}

/// The rows of which one cell is \p text, without an index.
void Table::scan(Column column, std::string_view text, std::vector<Row>& found) const
{
    const ColumnData& data = m_columns[column];
    for (Row row = 0; row < m_rows; ++row) {
        if (data.size[row] == text.size() && hasCell(row, column) && cell(row, column) == text)
            found.push_back(row);
    }
}

void Table::select(const RowCondition& condition, std::vector<Row>& found) const
{
    if (isIndexed(condition) && !isScanned(condition)) {
        selectIndexed(condition, found);
        return;
    }
    const bool one = condition.kind == RowCondition::Kind::Text && condition.how == Comparison::Equal;
    if (const Column column = one ? findColumn(condition.column) : kNoColumn; column != kNoColumn) {
        scan(column, condition.text, found);
        return;
    }
    const RowFilter filter(*this, condition);
    for (Row row = 0; row < m_rows; ++row) {
        if (filter.meets(row))
            found.push_back(row);
    }
}

} // namespace tashilgar::forms::secondary
