#include "app/forms/secondary/rows_dom.h"

namespace tashilgar::forms::secondary {
namespace {

// The root is 0, its only element 1; an item has its row, from 1, in the upper half, and below it, for each column, the
// element and its text.
constexpr std::uint64_t kRoot = 0;
constexpr std::uint64_t kRootElement = 1;
constexpr int kRowShift = 32;

enum class Part { Root, RootElement, Item, Cell, Text };

// Asked at every step of every walk, hence plain arithmetic.
std::uint32_t withinRow(std::uint64_t node) { return static_cast<std::uint32_t>(node); }
Part partOf(std::uint64_t node)
{
    if (node <= kRootElement)
        return node == kRoot ? Part::Root : Part::RootElement;
    const std::uint32_t within = withinRow(node);
    return within == 0 ? Part::Item : within % 2 == 1 ? Part::Cell : Part::Text;
}
RowsDom::Row rowAt(std::uint64_t node) { return static_cast<RowsDom::Row>((node >> kRowShift) - 1); }
RowsDom::Column columnAt(std::uint64_t node) { return (withinRow(node) - 1) / 2; }

std::uint64_t itemNode(RowsDom::Row row) { return (std::uint64_t(row) + 1) << kRowShift; }
std::uint64_t cellNode(RowsDom::Row row, RowsDom::Column column)
{
    return itemNode(row) + 1 + 2 * std::uint64_t(column);
}

} // namespace

RowsDom::Column RowsDom::findColumn(std::string_view name) const
{
    for (Column column = 0; column < columnCount(); ++column) {
        if (columnName(column) == name)
            return column;
    }
    return kNoColumn;
}

xpath::NodeRef RowsDom::item(Row row) const { return {this, itemNode(row)}; }
RowsDom::Row RowsDom::rowOf(std::uint64_t node) const { return rowAt(node); }

/// The first cell at or after \p column.
xpath::NodeRef RowsDom::cellFrom(Row row, Column column) const
{
    for (; column < columnCount(); ++column) {
        if (hasCell(row, column))
            return {this, cellNode(row, column)};
    }
    return {};
}

/// The last cell before \p column.
xpath::NodeRef RowsDom::cellBefore(Row row, Column column) const
{
    while (column-- > 0) {
        if (hasCell(row, column))
            return {this, cellNode(row, column)};
    }
    return {};
}

xpath::NodeType RowsDom::type(std::uint64_t node) const
{
    switch (partOf(node)) {
    case Part::Root:
        return xpath::NodeType::Root;
    case Part::Text:
        return xpath::NodeType::Text;
    default:
        return xpath::NodeType::Element;
    }
}

std::string_view RowsDom::localName(std::uint64_t node) const
{
    switch (partOf(node)) {
    case Part::RootElement:
        return "root";
    case Part::Item:
        return "item";
    case Part::Cell:
        return columnName(columnAt(node));
    default:
        return {};
    }
}

std::string_view RowsDom::namespaceUri(std::uint64_t) const { return {}; }
std::string RowsDom::qualifiedName(std::uint64_t node) const { return std::string(localName(node)); }
xpath::NodeRef RowsDom::root(std::uint64_t) const { return rootNode(); }

xpath::NodeRef RowsDom::parent(std::uint64_t node) const
{
    switch (partOf(node)) {
    case Part::Root:
        return {};
    case Part::RootElement:
        return rootNode();
    case Part::Item:
        return {this, kRootElement};
    case Part::Cell:
        return item(rowAt(node));
    case Part::Text:
        return {this, node - 1};
    }
    return {};
}

xpath::NodeRef RowsDom::firstChild(std::uint64_t node) const
{
    switch (partOf(node)) {
    case Part::Root:
        return {this, kRootElement};
    case Part::RootElement:
        return rowCount() > 0 ? item(0) : xpath::NodeRef();
    case Part::Item:
        return cellFrom(rowAt(node), 0);
    case Part::Cell:
        return stringValue(node).empty() ? xpath::NodeRef() : xpath::NodeRef{this, node + 1};
    case Part::Text:
        return {};
    }
    return {};
}

xpath::NodeRef RowsDom::lastChild(std::uint64_t node) const
{
    if (partOf(node) == Part::RootElement)
        return rowCount() > 0 ? item(static_cast<Row>(rowCount() - 1)) : xpath::NodeRef();
    if (partOf(node) == Part::Item)
        return cellBefore(rowAt(node), static_cast<Column>(columnCount()));
    return firstChild(node);
}

xpath::NodeRef RowsDom::nextSibling(std::uint64_t node) const
{
    if (partOf(node) == Part::Item)
        return rowAt(node) + 1 < rowCount() ? item(rowAt(node) + 1) : xpath::NodeRef();
    return partOf(node) == Part::Cell ? cellFrom(rowAt(node), columnAt(node) + 1) : xpath::NodeRef();
}

xpath::NodeRef RowsDom::previousSibling(std::uint64_t node) const
{
    if (partOf(node) == Part::Item)
        return rowAt(node) > 0 ? item(rowAt(node) - 1) : xpath::NodeRef();
    return partOf(node) == Part::Cell ? cellBefore(rowAt(node), columnAt(node)) : xpath::NodeRef();
}

xpath::NodeRef RowsDom::firstAttribute(std::uint64_t) const { return {}; }
xpath::NodeRef RowsDom::nextAttribute(std::uint64_t) const { return {}; }

std::string RowsDom::stringValue(std::uint64_t node) const
{
    const Part part = partOf(node);
    if (part == Part::Cell || part == Part::Text)
        return cellText(rowAt(node), columnAt(node));
    const Row first = part == Part::Item ? rowAt(node) : 0;
    const auto last = part == Part::Item ? rowAt(node) + 1 : static_cast<Row>(rowCount());
    std::string text;
    for (Row row = first; row < last; ++row) {
        for (Column column = 0; column < columnCount(); ++column)
            text += cellText(row, column);
    }
    return text;
}

std::optional<std::string_view> RowsDom::stringView(std::uint64_t node) const
{
    const Part part = partOf(node);
    return part == Part::Cell || part == Part::Text ? cellView(rowAt(node), columnAt(node)) : std::nullopt;
}

int RowsDom::compareOrder(std::uint64_t a, std::uint64_t b) const { return a < b ? -1 : a > b; }
bool RowsDom::answersConditions(std::uint64_t parent) const { return parent == kRootElement; }

void RowsDom::childrenWhere(
    std::uint64_t parent, std::string_view name, const RowCondition& condition, std::vector<std::uint64_t>& found) const
{
    if (parent != kRootElement || name != "item")
        return;
    std::vector<Row> rows;
    select(condition, rows);
    found.reserve(found.size() + rows.size());
    for (const Row row : rows)
        found.push_back(itemNode(row));
}

} // namespace tashilgar::forms::secondary
