#include "app/forms/check/lists.h"

#include "app/forms/resources.h"

#include <algorithm>
#include <set>

namespace tashilgar::forms::check {

namespace {

using xpath::NodeRef;

NodeRef firstElement(NodeRef parent)
{
    NodeRef node = parent.dom->firstChild(parent.id);
    while (node && node.dom->type(node.id) != xpath::NodeType::Element)
        node = node.dom->nextSibling(node.id);
    return node;
}

NodeRef nextElement(NodeRef node)
{
    do {
        node = node.dom->nextSibling(node.id);
    } while (node && node.dom->type(node.id) != xpath::NodeType::Element);
    return node;
}

List listOf(secondary::SecondaryInstance instance)
{
    List list;
    list.instance = std::move(instance);
    const NodeRef root = firstElement(list.instance.root);
    if (!root)
        return list;
    list.flat = root.dom->localName(root.id) == "root";
    std::set<std::string, std::less<>> names;
    for (NodeRef row = firstElement(root); row && list.rows < List::kMaxRows; row = nextElement(row)) {
        ++list.rows;
        list.flat = list.flat && row.dom->localName(row.id) == "item";
        for (NodeRef cell = firstElement(row); cell; cell = nextElement(cell)) {
            const std::string_view name = cell.dom->localName(cell.id);
            if (names.find(name) == names.end())
                names.emplace(name);
        }
    }
    list.columns.assign(names.begin(), names.end());
    return list;
}

} // namespace

bool List::has(std::string_view column) const { return std::find(columns.begin(), columns.end(), column) != columns.end(); }

std::vector<std::string> List::valuesOf(std::string_view column) const
{
    std::set<std::string> values;
    std::size_t seen = 0;
    const NodeRef root = firstElement(instance.root);
    for (NodeRef row = root ? firstElement(root) : NodeRef(); row; row = nextElement(row)) {
        if (++seen > kMaxRows || values.size() > kMaxValues)
            return {};
        for (NodeRef cell = firstElement(row); cell; cell = nextElement(cell)) {
            if (cell.dom->localName(cell.id) == column)
                values.insert(cell.dom->stringValue(cell.id));
        }
    }
    return {values.begin(), values.end()};
}

Lists::Lists(const engine::CompiledForm& form, ResourceReader* resources)
    : m_form(form)
{
    for (const auto& [id, instance] : form.inlineInstances)
        m_lists.emplace(id, listOf(instance));
    if (!resources)
        return;
    for (const model::SecondaryInstance& external : form.definition->secondary) {
        if (external.source.empty() || external.source.starts_with("jr://instance/"))
            continue;
        const auto bytes = resources->read(external.source);
        if (!bytes)
            continue; // the media check says that it is missing
        auto read = secondary::readSecondary(*bytes, external.source);
        if (read)
            m_lists.emplace(external.id, listOf(std::move(*read)));
        else
            m_broken.push_back(std::move(read).error());
    }
}

bool Lists::isDeclared(std::string_view id) const
{
    const auto& secondary = m_form.definition->secondary;
    const bool listed = std::any_of(secondary.begin(), secondary.end(), [&](const auto& instance) { return instance.id == id; });
    if (listed)
        return true;
    const auto& document = *m_form.definition->document;
    return document.attribute(document.parent(m_form.definition->primary), "id") == std::optional<std::string_view>(id);
}

std::vector<std::string> Lists::ids() const
{
    std::vector<std::string> ids;
    for (const auto& instance : m_form.definition->secondary)
        ids.push_back(instance.id);
    return ids;
}

const List* Lists::find(std::string_view id) const
{
    const auto found = m_lists.find(id);
    return found == m_lists.end() ? nullptr : &found->second;
}

} // namespace tashilgar::forms::check
