#pragma once

#include "app/base/result.h"
#include "app/forms/xpath/ast.h"
#include "app/forms/xpath/program.h"

namespace tashilgar::forms::xpath {

/// Turns a parsed expression into a program: names and functions resolved, constants folded, paths listed, predicates
/// that an index can answer marked. Fails with kXPathSyntax, kUnknownFunction or kWrongArguments.
base::Result<std::shared_ptr<const Program>> compile(std::string_view text, const Ast& ast,
    const Namespaces& namespaces, const FunctionRegistry& functions, Expression::Faults faults);

} // namespace tashilgar::forms::xpath
