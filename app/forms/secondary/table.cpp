#include "app/forms/secondary/table.h"

#include <cassert>

namespace tashilgar::forms::secondary {
namespace {

// The nodes of a table are numbered in document order: the root is 0, its only element 1; an item has its row, from 1,
// in the upper half, and below it, for each column, the element and its text.
constexpr std::uint64_t kRoot = 0;
constexpr std::uint64_t kRootElement = 1;
constexpr int kRowShift = 32;

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

// Asked at every step of every walk, hence plain arithmetic.
std::uint32_t withinRow(std::uint64_t node) { return static_cast<std::uint32_t>(node); }
Part partOf(std::uint64_t node)
{
    if (node <= kRootElement)
        return node == kRoot ? Part::Root : Part::RootElement;
    const std::uint32_t within = withinRow(node);
    return within == 0 ? Part::Item : within % 2 == 1 ? Part::Cell : Part::Text;
}
Table::Row rowAt(std::uint64_t node) { return static_cast<Table::Row>((node >> kRowShift) - 1); }
Table::Column columnAt(std::uint64_t node) { return (withinRow(node) - 1) / 2; }

std::uint64_t itemNode(Table::Row row) { return (std::uint64_t(row) + 1) << kRowShift; }
std::uint64_t cellNode(Table::Row row, Table::Column column) { return itemNode(row) + 1 + 2 * std::uint64_t(column); }

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
    return {this, itemNode(row)};
}

Table::Row Table::rowOf(std::uint64_t node) const
{
    return rowAt(node);
}

xpath::NodeType Table::type(std::uint64_t node) const
{
    switch (partOf(node)) {
    case Part::Root: return xpath::NodeType::Root;
    case Part::Text: return xpath::NodeType::Text;
    default: return xpath::NodeType::Element;
    }
}

std::string_view Table::localName(std::uint64_t node) const
{
    switch (partOf(node)) {
    case Part::RootElement: return "root";
    case Part::Item: return "item";
    case Part::Cell: return m_columns[columnAt(node)].name;
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
    switch (partOf(node)) {
    case Part::Root: return {};
    case Part::RootElement: return rootNode();
    case Part::Item: return {this, kRootElement};
    case Part::Cell: return item(rowAt(node));
    case Part::Text: return {this, node - 1};
    }
    return {};
}

xpath::NodeRef Table::firstChild(std::uint64_t node) const
{
    switch (partOf(node)) {
    case Part::Root: return {this, kRootElement};
    case Part::RootElement: return m_rows > 0 ? item(0) : xpath::NodeRef();
    case Part::Item:
        for (Column c = 0; c < m_columns.size(); ++c) {
            if (hasCell(rowAt(node), c))
                return {this, cellNode(rowAt(node), c)};
        }
        return {};
    case Part::Cell:
        return cell(rowAt(node), columnAt(node)).empty() ? xpath::NodeRef() : xpath::NodeRef{this, node + 1};
    case Part::Text: return {};
    }
    return {};
}

xpath::NodeRef Table::lastChild(std::uint64_t node) const
{
    if (partOf(node) == Part::RootElement)
        return m_rows > 0 ? item(static_cast<Row>(m_rows - 1)) : xpath::NodeRef();
    if (partOf(node) == Part::Item) {
        for (auto c = static_cast<Column>(m_columns.size()); c-- > 0;) {
            if (hasCell(rowAt(node), c))
                return {this, cellNode(rowAt(node), c)};
        }
        return {};
    }
    return firstChild(node);
}

xpath::NodeRef Table::nextSibling(std::uint64_t node) const
{
    if (partOf(node) == Part::Item)
        return rowAt(node) + 1 < m_rows ? item(rowAt(node) + 1) : xpath::NodeRef();
    if (partOf(node) == Part::Cell) {
        for (Column c = columnAt(node) + 1; c < m_columns.size(); ++c) {
            if (hasCell(rowAt(node), c))
                return {this, cellNode(rowAt(node), c)};
        }
    }
    return {};
}

xpath::NodeRef Table::previousSibling(std::uint64_t node) const
{
    if (partOf(node) == Part::Item)
        return rowAt(node) > 0 ? item(rowAt(node) - 1) : xpath::NodeRef();
    if (partOf(node) == Part::Cell) {
        for (Column c = columnAt(node); c-- > 0;) {
            if (hasCell(rowAt(node), c))
                return {this, cellNode(rowAt(node), c)};
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
    const Row first = partOf(node) == Part::Item ? rowAt(node) : 0;
    const auto last = partOf(node) == Part::Item ? rowAt(node) + 1 : static_cast<Row>(m_rows);
    std::string text;
    for (Row row = first; row < last; ++row) {
        for (Column c = 0; c < m_columns.size(); ++c)
            text += cell(row, c);
    }
    return text;
}

std::optional<std::string_view> Table::stringView(std::uint64_t node) const
{
    if (partOf(node) == Part::Cell || partOf(node) == Part::Text)
        return cell(rowAt(node), columnAt(node));
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
        found.push_back(itemNode(row));
    return true;
}

} // namespace tashilgar::forms::secondary
