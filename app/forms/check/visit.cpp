#include "app/forms/check/visit.h"

#include <unordered_set>

namespace tashilgar::forms::check {

Wanted wantedOf(std::string_view function, std::uint32_t argument, Wanted outer)
{
    static const std::unordered_set<std::string_view> kOfNodes = {"count", "count-non-empty", "sum", "min", "max", "join", "concat",
        "randomize", "indexed-repeat", "position", "area", "enclosed-area", "distance", "checklist", "weighted-checklist",
        "geofence", "intersects", "name", "local-name", "namespace-uri", "id", "depend"};
    if (function == "not" || function == "boolean" || (function == "if" && argument == 0))
        return Wanted::Truth;
    if (function == "if")
        return outer;
    return kOfNodes.contains(function) ? Wanted::Nodes : Wanted::One;
}

} // namespace tashilgar::forms::check
