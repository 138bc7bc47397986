#pragma once

#include "app/forms/model/definition.h"
#include "app/forms/xlsform/messages.h"
#include "app/forms/xpath/expression.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::engine {

/// The one of \p names that an author most likely meant by \p typed; empty when nothing is near. Only short names of about
/// the same length are compared, so that a hostile form cannot make this slow.
template <class Names>
std::string nearestName(std::string_view typed, const Names& names)
{
    constexpr std::size_t kMaxLength = 64, kMaxSlips = 2;
    std::vector<std::string_view> likely;
    for (const auto& name : names) {
        const std::string_view one(name);
        if (one.size() <= kMaxLength && one.size() <= typed.size() + kMaxSlips && typed.size() <= one.size() + kMaxSlips)
            likely.push_back(one);
    }
    return std::string(xlsform::nearest(typed, likely));
}

/// The place that an author most likely meant by a path that leads nowhere: the same name elsewhere, or a name with a slip
/// of the finger. Empty when nothing is near. \p path as CompiledExpression::unknown has it.
std::string nearestPath(const model::Definition& definition, std::string_view path);

struct UnknownFunction {
    std::string name;     ///< as written
    std::string near;     ///< empty when nothing is near
    std::string sentence; ///< "there is no function lenght() at 4"
};

/// Every call of \p text that names no function.
std::vector<UnknownFunction> unknownFunctions(std::string_view text, const xpath::Namespaces& namespaces);

} // namespace tashilgar::forms::engine
