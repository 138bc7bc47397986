#pragma once

#include "app/base/result.h"
#include "app/forms/xpath/ast.h"

namespace tashilgar::forms::xpath {

/// Reads the whole grammar of XPath 1.0 but variables. Fails with kXPathSyntax. The tree points into \p text.
/// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#section-Expressions
base::Result<AstPtr> parse(std::string_view text);

} // namespace tashilgar::forms::xpath
