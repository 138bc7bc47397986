#pragma once

#include "app/base/result.h"
#include "app/forms/xpath/expression.h"

#include <boost/json/object.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace tashilgar::cli {

/// Evaluates and answers with "type" and "value", as `wanted` (string, number, boolean, nodeset; empty: as it comes).
/// \p addressOf names the nodes of a set. DESIGN.md, 3.
base::Result<boost::json::object> evaluateForReply(const forms::xpath::Expression& expression,
    const forms::xpath::EvaluationContext& context, std::string_view wanted,
    const std::function<std::string(forms::xpath::NodeRef)>& addressOf);

} // namespace tashilgar::cli
