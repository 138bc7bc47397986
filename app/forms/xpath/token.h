#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tashilgar::forms::xpath {

/// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#exprlex
enum class TokenKind : std::uint8_t {
    End, Number, Literal, Name, AxisName, FunctionName, NodeType, Wildcard,
    LeftParenthesis, RightParenthesis, LeftBracket, RightBracket, Dot, DotDot, At, Comma, Slash, DoubleSlash, Dollar,
    Or, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Plus, Minus, Multiply, Divide, Modulo, Union
};

/// Views into the expression's text.
struct Token {
    TokenKind kind = TokenKind::End;
    std::size_t at = 0;      ///< byte offset
    std::string_view prefix; ///< of names, and of `p:*`
    std::string_view text;   ///< local name, digits, or what a literal holds
};

} // namespace tashilgar::forms::xpath
