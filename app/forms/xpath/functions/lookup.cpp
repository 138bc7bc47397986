#include "app/base/text.h"
#include "app/forms/list_table.h"
#include "app/forms/xpath/functions/library.h"

#include <algorithm>
#include <cmath>

// Choices out of attached tables, for the appearance search(…) and for selects with a query.
// Spec: https://docs.getodk.org/form-datasets/
namespace tashilgar::forms::xpath {
namespace {

constexpr std::string_view kSortColumn = "sortby";

/// Names of columns are compared as old clients made them safe for their database: without case, and all else but
/// letters and digits alike. Deviates: letters beyond ASCII stay what they are.
bool sameColumn(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    const auto safe = [](char c) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        return plain ? c : (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '_');
    };
    return std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return safe(x) == safe(y); });
}

NodeRef cellOf(NodeRef row, std::string_view column)
{
    NodeRef alike;
    for (NodeRef cell = row.dom->firstChild(row.id); cell; cell = cell.dom->nextSibling(cell.id)) {
        if (cell.dom->type(cell.id) != NodeType::Element)
            continue;
        const std::string_view name = cell.dom->localName(cell.id);
        if (name == column)
            return cell;
        if (!alike && sameColumn(name, column))
            alike = cell;
    }
    return alike;
}

std::string textOf(NodeRef row, std::string_view column)
{
    const NodeRef cell = cellOf(row, column);
    return cell ? cell.dom->stringValue(cell.id) : std::string();
}

/// "a, b" or, without a comma, "a b".
std::vector<std::string_view> columnsOf(std::string_view list)
{
    std::vector<std::string_view> columns;
    if (list.find(',') == std::string_view::npos)
        return base::splitWords(list);
    for (const std::string_view piece : base::split(list, ',')) {
        if (!base::trim(piece).empty())
            columns.push_back(base::trim(piece));
    }
    return columns;
}

/// How the wanted text must lie in a cell; what is no known name means "contains", as elsewhere.
bool lies(std::string_view how, std::string_view wanted, std::string_view cell)
{
    if (how == "matches")
        return cell == wanted;
    if (how == "startswith")
        return cell.starts_with(wanted);
    if (how == "endswith")
        return cell.ends_with(wanted);
    return cell.find(wanted) != std::string_view::npos;
}

/// search(file), search(file, how, columns, text), search(file, how, columns, text, filter column, filter value): rows.
Value search(Call& call)
{
    if (call.count() != 1 && call.count() != 4 && call.count() != 6)
        return call.fail("search() takes one, four or six arguments");
    std::string file = call.text(0);
    const bool searches = call.count() >= 4, filters = call.count() == 6;
    const std::string how = searches ? base::toLowerAscii(call.text(1)) : std::string();
    const std::string columnList = searches ? call.text(2) : std::string();
    const std::string wanted = searches ? base::toLowerAscii(call.text(3)) : std::string();
    const std::string filterColumn = filters ? call.text(4) : std::string();
    const std::string filterValue = filters ? call.text(5) : std::string();
    if (call.failed())
        return {};
    if (file.ends_with(".csv"))
        file.resize(file.size() - 4);
    const NodeRef root = call.host().instance(file);
    if (!root)
        return call.fail("there is no list called " + file);
    NodeRef list = root.dom->firstChild(root.id);
    while (list && list.dom->type(list.id) != NodeType::Element)
        list = list.dom->nextSibling(list.id);
    if (!list)
        return NodeSet();

    std::vector<NodeRef> rows;
    std::vector<std::uint64_t> filtered;
    if (filters && list.dom->answersConditions(list.id)) {
        RowCondition condition;
        condition.kind = RowCondition::Kind::Text;
        condition.column = filterColumn;
        condition.text = filterValue;
        list.dom->childrenWhere(list.id, "item", condition, filtered);
    }
    if (!filtered.empty()) {
        for (const std::uint64_t row : filtered)
            rows.push_back({list.dom, row});
    } else {
        for (NodeRef row = list.dom->firstChild(list.id); row && call.spend(1); row = row.dom->nextSibling(row.id)) {
            if (row.dom->type(row.id) == NodeType::Element && (!filters || textOf(row, filterColumn) == filterValue))
                rows.push_back(row);
        }
    }
    const auto columns = columnsOf(columnList);
    std::vector<std::pair<double, NodeRef>> found;
    bool sorted = true;
    for (const NodeRef row : rows) {
        const bool fits = columns.empty() || std::any_of(columns.begin(), columns.end(), [&](std::string_view column) {
            return lies(how, wanted, base::toLowerAscii(textOf(row, column)));
        });
        if (!fits || !call.spend(columns.size() + 1))
            continue;
        const double place = numberOfText(textOf(row, kSortColumn));
        sorted = sorted && (found.empty() || std::isnan(place) || !(place < found.back().first));
        found.emplace_back(std::isnan(place) ? HUGE_VAL : place, row);
    }
    if (!sorted)
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    NodeSet nodes;
    for (const auto& [place, row] : found)
        nodes.append(row);
    return nodes;
}

/// tsh:row-value(row, column): the cell.
Value rowValue(Call& call)
{
    const NodeSet row = call.nodes(0);
    const std::string column = call.text(1);
    return row.empty() || call.failed() ? std::string() : textOf(row[0], base::trim(column));
}

/// tsh:row-label(row, value column, columns): "first (second column: its cell) (third column: …)", or the value.
Value rowLabel(Call& call)
{
    const NodeSet row = call.nodes(0);
    const std::string valueColumn = call.text(1);
    const std::string list = call.text(2);
    if (row.empty() || call.failed())
        return std::string();
    std::string label;
    bool first = true;
    for (const std::string_view column : columnsOf(list)) {
        if (sameColumn(column, base::trim(valueColumn)) && columnsOf(list).size() > 1)
            continue;
        const std::string cell = textOf(row[0], column);
        label += std::exchange(first, false) ? cell : " (" + std::string(column) + ": " + cell + ")";
    }
    return base::trim(label).empty() ? textOf(row[0], base::trim(valueColumn)) : label;
}

/// tsh:row-translation(row): the cell of "label::language" for the active one, else of "label".
Value rowTranslation(Call& call)
{
    const NodeSet row = call.nodes(0);
    if (row.empty() || call.failed())
        return std::string();
    const std::string own = "label::" + std::string(call.host().language());
    for (NodeRef cell = row[0].dom->firstChild(row[0].id); cell; cell = cell.dom->nextSibling(cell.id)) {
        if (cell.dom->localName(cell.id) == own) {
            std::string text = cell.dom->stringValue(cell.id);
            if (!base::trim(text).empty())
                return text;
        }
    }
    return textOf(row[0], "label");
}

} // namespace

void addLookupFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"search", 1, 6, F::ReadsHost, search});
    registry.add({"tsh:row-value", 2, 2, F::Pure, rowValue});
    registry.add({"tsh:row-label", 3, 3, F::Pure, rowLabel});
    registry.add({"tsh:row-translation", 1, 1, F::ReadsHost | F::ReadsLanguage, rowTranslation});
}

} // namespace tashilgar::forms::xpath
