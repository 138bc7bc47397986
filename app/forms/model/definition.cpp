#include "app/forms/model/definition.h"

namespace tashilgar::forms::model {

namespace {

std::string keyOf(DefId parent, std::string_view local, bool attribute)
{
    std::string key = std::to_string(parent);
    key += attribute ? '@' : '/';
    key += local;
    return key;
}

} // namespace

const std::vector<DefId>& Definition::named(DefId parent, std::string_view local, bool attribute) const
{
    static const std::vector<DefId> kNobody;
    const auto found = m_named.find(keyOf(parent, local, attribute));
    return found == m_named.end() ? kNobody : found->second;
}

DefId Definition::add(DefId parent, base::xml::Name name, bool attribute)
{
    const auto def = static_cast<DefId>(nodes.size());
    NodeDef& node = nodes.emplace_back();
    node.parent = parent;
    node.attribute = attribute;
    node.path = (parent == kNoDef ? std::string() : nodes[parent].path) + (attribute ? "/@" : "/") + name.qualified();
    if (parent != kNoDef) {
        node.depth = nodes[parent].depth + 1;
        nodes[parent].children.push_back(def);
        m_named[keyOf(parent, name.local, attribute)].push_back(def);
    }
    node.name = std::move(name);
    byPath.try_emplace(node.path, def);
    return def;
}

bool Definition::isAncestorOrSelf(DefId ancestor, DefId def) const
{
    while (def != kNoDef && nodes[def].depth > nodes[ancestor].depth)
        def = nodes[def].parent;
    return def == ancestor;
}

DefId Definition::meta(std::string_view local) const
{
    for (const DefId candidate : nodes[0].children) {
        if (nodes[candidate].attribute || nodes[candidate].name.local != "meta")
            continue;
        for (const DefId field : nodes[candidate].children) {
            if (!nodes[field].attribute && nodes[field].name.local == local)
                return field;
        }
    }
    return kNoDef;
}

} // namespace tashilgar::forms::model
