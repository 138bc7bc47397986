#include "app/forms/model/definition.h"

namespace tashilgar::forms::model {

DefId Definition::child(DefId parent, std::string_view uri, std::string_view local, bool attribute) const
{
    for (const DefId candidate : nodes[parent].children) {
        const NodeDef& def = nodes[candidate];
        if (def.attribute == attribute && def.name.local == local && def.name.uri == uri)
            return candidate;
    }
    return kNoDef;
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
