#pragma once

#include "app/forms/xpath/functions/call.h"
#include "app/forms/xpath/functions/registry.h"

namespace tashilgar::forms::xpath {

// Each family adds its functions to a registry; FunctionRegistry::standard() calls them all.
void addNodeFunctions(FunctionRegistry& registry);    ///< count, position, name, instance, randomize …
void addTextFunctions(FunctionRegistry& registry);    ///< concat, substr, translate, regex …
void addBooleanFunctions(FunctionRegistry& registry); ///< if, not, coalesce, once, checklist …
void addNumberFunctions(FunctionRegistry& registry);  ///< sum, round, sin …
void addDateFunctions(FunctionRegistry& registry);    ///< today, format-date, decimal-time …
void addSelectFunctions(FunctionRegistry& registry);  ///< selected, jr:choice-name, jr:itext …
void addLookupFunctions(FunctionRegistry& registry);  ///< search, and what its choices are worth
void addRepeatFunctions(FunctionRegistry& registry);  ///< indexed-repeat
void addGeoFunctions(FunctionRegistry& registry);     ///< area, distance, geofence, intersects
void addDigestFunctions(FunctionRegistry& registry);  ///< digest, base64-decode, extract-signed, uuid

/// The elements, in order, with a text for each: the node set spread out, or the one value as text. What concat, join
/// and the like do with every argument.
template <class Take>
void forEachText(Call& call, std::size_t argument, Take take)
{
    const Value value = call.value(argument);
    if (!value.isNodeSet()) {
        take(value.isString() ? std::string_view(value.string()) : std::string_view(value.toText()));
        return;
    }
    std::string buffer;
    for (const NodeRef node : value.nodes())
        take(stringValueOf(node, buffer));
}

} // namespace tashilgar::forms::xpath
