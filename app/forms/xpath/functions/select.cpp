#include "app/base/text.h"
#include "app/forms/list_table.h"
#include "app/forms/xpath/functions/library.h"

#include <algorithm>
#include <cmath>

// Spec: https://getodk.github.io/xforms-spec/#select-functions
namespace tashilgar::forms::xpath {
namespace {

Value selected(Call& call)
{
    const TextArgument list(call, 0);
    const TextArgument given(call, 1);
    const std::string_view wanted = base::trim(*given);
    const auto words = base::splitWords(*list);
    return std::find(words.begin(), words.end(), wanted) != words.end();
}

Value selectedAt(Call& call)
{
    const TextArgument list(call, 0);
    const double place = std::trunc(call.number(1));
    const auto words = base::splitWords(*list);
    return place >= 0 && place < static_cast<double>(words.size()) ? std::string(words[static_cast<std::size_t>(place)])
                                                                   : std::string();
}

Value choiceName(Call& call)
{
    const std::string value = call.text(0);
    const std::string path = call.text(1);
    if (call.failed())
        return {};
    base::Result<std::string> name = call.host().choiceName(value, path, call.current());
    if (name)
        return std::move(*name);
    call.evaluation().fail(name.error().code, name.error().sentence);
    return {};
}

Value itext(Call& call)
{
    const std::string id = call.text(0);
    if (call.failed())
        return {};
    std::optional<std::string> text = call.host().itext(id);
    return text ? Value(std::move(*text)) : call.fail("there is no text called " + id);
}

NodeRef elementChild(NodeRef parent, std::string_view name)
{
    for (NodeRef child = parent.dom->firstChild(parent.id); child; child = child.dom->nextSibling(child.id)) {
        if (child.dom->type(child.id) == NodeType::Element && (name.empty() || child.dom->localName(child.id) == name))
            return child;
    }
    return {};
}

/// pulldata(instance, column, key column, key): one cell of a list. Blank when no row has the key.
/// Spec: https://docs.getodk.org/form-operators-functions/#pulldata
Value pulldata(Call& call)
{
    const std::string id = call.text(0);
    const std::string column = call.text(1);
    const std::string keyColumn = call.text(2);
    const std::string key = call.text(3);
    if (call.failed())
        return {};
    const NodeRef root = call.host().instance(id);
    if (!root)
        return call.fail("there is no list called " + id);
    const NodeRef list = elementChild(root, {});
    if (!list)
        return std::string();
    NodeRef row;
    std::vector<std::uint64_t> rows;
    if (list.dom->answersConditions(list.id)) {
        RowCondition condition;
        condition.kind = RowCondition::Kind::Text;
        condition.column = keyColumn;
        condition.text = key;
        list.dom->childrenWhere(list.id, "item", condition, rows);
        if (const base::Error* trouble = list.dom->trouble())
            return call.fail(trouble->sentence);
        row = rows.empty() ? NodeRef() : NodeRef{list.dom, rows[0]};
    } else {
        std::string buffer;
        for (row = list.dom->firstChild(list.id); row && call.spend(1); row = row.dom->nextSibling(row.id)) {
            const NodeRef cell = elementChild(row, keyColumn);
            if (cell && stringValueOf(cell, buffer) == key)
                break;
        }
    }
    const NodeRef cell = row ? elementChild(row, column) : NodeRef();
    return cell ? cell.dom->stringValue(cell.id) : std::string();
}

} // namespace

void addSelectFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"selected", 2, 2, F::Pure, selected});
    registry.add({"is-selected", 2, 2, F::Pure, selected});
    registry.add({"selected-at", 2, 2, F::Pure, selectedAt});
    registry.add({"count-selected", 1, 1, F::Pure,
        [](Call& call) -> Value { return static_cast<double>(base::splitWords(call.text(0)).size()); }});
    registry.add({"jr:choice-name", 2, 2, F::ReadsHost | F::ReadsLanguage | F::ReadsCurrent, choiceName});
    registry.add({"jr:itext", 1, 1, F::ReadsHost | F::ReadsLanguage, itext});
    registry.add({"pulldata", 4, 4, F::ReadsHost, pulldata});
    registry.add(
        {"property", 1, 1, F::ReadsHost, [](Call& call) -> Value { return call.host().property(call.text(0)); }});
    registry.add({"version", 0, 0, F::ReadsHost, [](Call& call) -> Value { return call.host().version(); }});
}

} // namespace tashilgar::forms::xpath
