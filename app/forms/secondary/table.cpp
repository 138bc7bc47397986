#include "app/forms/secondary/table.h"

#include <cassert>

namespace tashilgar::forms::secondary {
namespace {

// The nodes of a table are numbered in document order: the root, its only element, then per row the item and, for each
// column, the element and its text.
constexpr std::uint64_t kRoot = 0;
constexpr std::uint64_t kRootElement = 1;
constexpr std::uint64_t kFirstItem = 2;

enum class Part { Root, RootElement, Item, Cell, Text };

} // namespace

/// The rows by value, in one list, with the piece of it that belongs to each value.
struct Table::Index {
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
    };
    std::unordered_map<std::string_view, Piece> pieces;
    std::vector<Row> rows;
};

namespace {

struct Place {
    Part part = Part::Root;
    Table::Row row = 0;
    Table::Column column = 0;
};

std::uint64_t nodesPerRow(const Table& table) { return 2 * table.columnCount() + 1; }

Place placeOf(const Table& table, std::uint64_t node)
{
    if (node < kFirstItem)
        return {node == kRoot ? Part::Root : Part::RootElement, 0, 0};
    const std::uint64_t beyond = node - kFirstItem;
    const std::uint64_t within = beyond % nodesPerRow(table);
    const auto row = static_cast<Table::Row>(beyond / nodesPerRow(table));
    if (within == 0)
        return {Part::Item, row, 0};
    return {within % 2 == 1 ? Part::Cell : Part::Text, row, static_cast<Table::Column>((within - 1) / 2)};
}

std::uint64_t itemNode(const Table& table, Table::Row row) { return kFirstItem + row * nodesPerRow(table); }
std::uint64_t cellNode(const Table& table, Table::Row row, Table::Column column)
{
    return itemNode(table, row) + 1 + 2 * std::uint64_t(column);
}

} // namespace

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

void Table::Builder::beginRow()
{
    ++m_table->m_rows;
}

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

std::unique_ptr<Table> Table::Builder::take()
{
    for (ColumnData& data : m_table->m_columns) {
        data.begin.resize(m_table->m_rows, kNoCell);
        data.size.resize(m_table->m_rows, 0);
    }
    m_table->m_text.shrink_to_fit();
    return std::move(m_table);
}

Table::Column Table::findColumn(std::string_view name) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].name == name)
            return static_cast<Column>(i);
    }
    return kNoColumn;
}

std::string_view Table::cell(Row row, Column column) const
{
    const ColumnData& data = m_columns[column];
    return data.begin[row] == kNoCell ? std::string_view()
                                      : std::string_view(m_text).substr(data.begin[row], data.size[row]);
}

bool Table::hasCell(Row row, Column column) const
{
    return m_columns[column].begin[row] != kNoCell;
}

std::span<const Table::Row> Table::rowsWhere(Column column, std::string_view value) const
{
    const std::lock_guard lock(m_indexing);
    std::unique_ptr<Index>& index = m_columns[column].index;
    if (!index) {
        index = std::make_unique<Index>();
        for (Row row = 0; row < m_rows; ++row) {
            if (hasCell(row, column))
                ++index->pieces[cell(row, column)].count;
        }
        std::uint32_t begin = 0;
        for (auto& [text, piece] : index->pieces) {
            piece.begin = begin;
            begin += std::exchange(piece.count, 0);
        }
        index->rows.resize(begin);
        for (Row row = 0; row < m_rows; ++row) {
            if (hasCell(row, column)) {
                Index::Piece& piece = index->pieces[cell(row, column)];
                index->rows[piece.begin + piece.count++] = row;
            }
        }
    }
    const auto found = index->pieces.find(value);
    if (found == index->pieces.end())
        return {};
    return std::span<const Row>(index->rows).subspan(found->second.begin, found->second.count);
}

xpath::NodeRef Table::item(Row row) const
{
    return {this, itemNode(*this, row)};
}

Table::Row Table::rowOf(std::uint64_t node) const
{
    return placeOf(*this, node).row;
}

xpath::NodeType Table::type(std::uint64_t node) const
{
    switch (placeOf(*this, node).part) {
    case Part::Root: return xpath::NodeType::Root;
    case Part::Text: return xpath::NodeType::Text;
    default: return xpath::NodeType::Element;
    }
}

std::string_view Table::localName(std::uint64_t node) const
{
    const Place place = placeOf(*this, node);
    switch (place.part) {
    case Part::RootElement: return "root";
    case Part::Item: return "item";
    case Part::Cell: return m_columns[place.column].name;
    default: return {};
    }
}

std::string_view Table::namespaceUri(std::uint64_t) const
{
    return {};
}

std::string Table::qualifiedName(std::uint64_t node) const
{
    return std::string(localName(node));
}

xpath::NodeRef Table::root(std::uint64_t) const
{
    return rootNode();
}

xpath::NodeRef Table::parent(std::uint64_t node) const
{
    const Place place = placeOf(*this, node);
    switch (place.part) {
    case Part::Root: return {};
    case Part::RootElement: return rootNode();
    case Part::Item: return {this, kRootElement};
    case Part::Cell: return item(place.row);
    case Part::Text: return {this, node - 1};
    }
    return {};
}

xpath::NodeRef Table::firstChild(std::uint64_t node) const
{
    const Place place = placeOf(*this, node);
    switch (place.part) {
    case Part::Root: return {this, kRootElement};
    case Part::RootElement: return m_rows > 0 ? item(0) : xpath::NodeRef();
    case Part::Item:
        for (Column c = 0; c < m_columns.size(); ++c) {
            if (hasCell(place.row, c))
                return {this, cellNode(*this, place.row, c)};
        }
        return {};
    case Part::Cell: return cell(place.row, place.column).empty() ? xpath::NodeRef() : xpath::NodeRef{this, node + 1};
    case Part::Text: return {};
    }
    return {};
}

xpath::NodeRef Table::lastChild(std::uint64_t node) const
{
    const Place place = placeOf(*this, node);
    if (place.part == Part::RootElement)
        return m_rows > 0 ? item(static_cast<Row>(m_rows - 1)) : xpath::NodeRef();
    if (place.part == Part::Item) {
        for (auto c = static_cast<Column>(m_columns.size()); c-- > 0;) {
            if (hasCell(place.row, c))
                return {this, cellNode(*this, place.row, c)};
        }
        return {};
    }
    return firstChild(node);
}

xpath::NodeRef Table::nextSibling(std::uint64_t node) const
{
    const Place place = placeOf(*this, node);
    if (place.part == Part::Item)
        return place.row + 1 < m_rows ? item(place.row + 1) : xpath::NodeRef();
    if (place.part == Part::Cell) {
        for (Column c = place.column + 1; c < m_columns.size(); ++c) {
            if (hasCell(place.row, c))
                return {this, cellNode(*this, place.row, c)};
        }
    }
    return {};
}

xpath::NodeRef Table::previousSibling(std::uint64_t node) const
{
    const Place place = placeOf(*this, node);
    if (place.part == Part::Item)
        return place.row > 0 ? item(place.row - 1) : xpath::NodeRef();
    if (place.part == Part::Cell) {
        for (Column c = place.column; c-- > 0;) {
            if (hasCell(place.row, c))
                return {this, cellNode(*this, place.row, c)};
        }
    }
    return {};
}

xpath::NodeRef Table::firstAttribute(std::uint64_t) const { return {}; }
xpath::NodeRef Table::nextAttribute(std::uint64_t) const { return {}; }

std::string Table::stringValue(std::uint64_t node) const
{
    if (const auto view = stringView(node))
        return std::string(*view);
    const Place place = placeOf(*this, node);
    const Row first = place.part == Part::Item ? place.row : 0;
    const auto last = place.part == Part::Item ? place.row + 1 : static_cast<Row>(m_rows);
    std::string text;
    for (Row row = first; row < last; ++row) {
        for (Column c = 0; c < m_columns.size(); ++c)
            text += cell(row, c);
    }
    return text;
}

std::optional<std::string_view> Table::stringView(std::uint64_t node) const
{
    const Place place = placeOf(*this, node);
    if (place.part == Part::Cell || place.part == Part::Text)
        return cell(place.row, place.column);
    return std::nullopt;
}

int Table::compareOrder(std::uint64_t a, std::uint64_t b) const
{
    return a < b ? -1 : a > b;
}

bool Table::childrenWhere(std::uint64_t parent, std::string_view name, std::string_view column, std::string_view key,
    std::vector<std::uint64_t>& found) const
{
    if (parent != kRootElement)
        return false;
    const Column at = findColumn(column);
    if (name != "item" || at == kNoColumn)
        return true; // known to be none
    for (const Row row : rowsWhere(at, key))
        found.push_back(itemNode(*this, row));
    return true;
}

} // namespace tashilgar::forms::secondary
