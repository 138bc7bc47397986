#pragma once

#include "app/forms/xpath/expression.h"
#include "app/forms/xpath/token.h"

#include <memory>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xpath {

struct Ast;
using AstPtr = std::unique_ptr<Ast>;

struct AstStep {
    Axis axis = Axis::Child;
    PathStep::Test test = PathStep::Test::Name;
    std::string_view prefix;
    std::string_view local;
    std::size_t at = 0;
    std::vector<AstPtr> predicates;
};

/// An expression as written. A chain of operators of one rank (1 + 2 - 3) is one node, so that a long chain is not
/// deep. Lives between parser and compiler only; its views point into the expression's text.
struct Ast {
    enum class Kind { Number, Literal, Chain, Negate, Union, Call, Path };
    enum class Start { Context, Root, Primary };

    Kind kind = Kind::Number;
    std::size_t at = 0;
    std::size_t end = 0;                ///< of a path: where it ends
    double number = 0;
    std::string_view prefix;            ///< of a function
    std::string_view text;              ///< a literal, the local name of a function
    std::vector<AstPtr> children;       ///< operands, arguments; of a path that starts with a primary expression: that
    std::vector<TokenKind> operators;   ///< of a chain: the one before children[i + 1]

    Start start = Start::Context;
    std::vector<AstPtr> startPredicates;
    std::vector<AstStep> steps;
};

} // namespace tashilgar::forms::xpath
