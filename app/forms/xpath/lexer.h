#pragma once

#include "app/base/result.h"
#include "app/forms/xpath/token.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xpath {

/// Cuts an expression into tokens, the last of them End. Whether `and`, `div` or `*` is a name or an operator is
/// decided by the token before, as the specification has it; after an operand an operator may also run into what
/// follows it
/// ("1and1", "8div2"). Fails with kXPathSyntax.
/// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#lexrules
base::Result<std::vector<Token>> tokenise(std::string_view text);

/// "expected ')' at 14": characters are counted from 1, not bytes.
std::string sentenceAt(std::string_view text, std::string_view problem, std::size_t offset);

} // namespace tashilgar::forms::xpath
