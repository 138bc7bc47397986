#include "app/forms/xpath/functions/registry.h"

#include "app/forms/xpath/functions/library.h"

#include <algorithm>

namespace tashilgar::forms::xpath {

const FunctionRegistry& FunctionRegistry::standard()
{
    static const FunctionRegistry registry = [] {
        FunctionRegistry all;
        addNodeFunctions(all);
        addTextFunctions(all);
        addBooleanFunctions(all);
        addNumberFunctions(all);
        addDateFunctions(all);
        addSelectFunctions(all);
        addLookupFunctions(all);
        addRepeatFunctions(all);
        addGeoFunctions(all);
        addDigestFunctions(all);
        return all;
    }();
    return registry;
}

void FunctionRegistry::add(Function function)
{
    std::string name = function.name;
    m_functions.insert_or_assign(std::move(name), std::move(function));
}

const Function* FunctionRegistry::find(std::string_view name) const
{
    const auto found = m_functions.find(std::string(name));
    return found == m_functions.end() ? nullptr : &found->second;
}

std::vector<std::string_view> FunctionRegistry::names() const
{
    std::vector<std::string_view> names;
    for (const auto& [name, function] : m_functions)
        names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tashilgar::forms::xpath
