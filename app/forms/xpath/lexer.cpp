#include "app/forms/xpath/lexer.h"

#include "app/base/text.h"
#include "app/forms/xpath/expression.h"

#include <array>
#include <utility>

namespace tashilgar::forms::xpath {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Letters beyond ASCII are not told apart: whatever XML allows in a name is accepted, and a little more.
bool startsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continuesName(char c) { return startsName(c) || isDigit(c) || c == '-' || c == '.'; }

constexpr std::array<std::pair<std::string_view, TokenKind>, 4> kOperatorNames{{
    {"and", TokenKind::And}, {"or", TokenKind::Or}, {"mod", TokenKind::Modulo}, {"div", TokenKind::Divide}}};

/// True when an operand has just ended, so that a name or '*' can only be an operator.
bool endsOperand(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Number:
    case TokenKind::Literal:
    case TokenKind::Name:
    case TokenKind::Wildcard:
    case TokenKind::RightParenthesis:
    case TokenKind::RightBracket:
    case TokenKind::Dot:
    case TokenKind::DotDot:
        return true;
    default:
        return false;
    }
}

class Lexer {
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    base::Result<std::vector<Token>> run()
    {
        for (;;) {
            skipBlanks();
            Token token;
            token.at = m_at;
            if (m_at == m_text.size()) {
                m_tokens.push_back(token);
                return std::move(m_tokens);
            }
            if (!next(token))
                return base::fail(kXPathSyntax, sentenceAt(m_text, m_problem, m_at), std::string(m_text));
            m_tokens.push_back(token);
        }
    }

private:
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    void skipBlanks()
    {
        while (m_at < m_text.size() && base::isXmlSpace(m_text[m_at]))
            ++m_at;
    }
    bool afterOperand() const { return !m_tokens.empty() && endsOperand(m_tokens.back().kind); }
    bool take(Token& token, TokenKind kind, std::size_t length)
    {
        token.kind = kind;
        token.text = m_text.substr(m_at, length);
        m_at += length;
        return true;
    }
    bool problem(std::string_view text)
    {
        m_problem = text;
        return false;
    }

    bool next(Token& token)
    {
        const char c = peek();
        if (isDigit(c) || (c == '.' && isDigit(peek(1))))
            return takeNumber(token);
        switch (c) {
        case '(': return take(token, TokenKind::LeftParenthesis, 1);
        case ')': return take(token, TokenKind::RightParenthesis, 1);
        case '[': return take(token, TokenKind::LeftBracket, 1);
        case ']': return take(token, TokenKind::RightBracket, 1);
        case '@': return take(token, TokenKind::At, 1);
        case ',': return take(token, TokenKind::Comma, 1);
        case '$': return take(token, TokenKind::Dollar, 1);
        case '|': return take(token, TokenKind::Union, 1);
        case '+': return take(token, TokenKind::Plus, 1);
        case '-': return take(token, TokenKind::Minus, 1);
        case '=': return take(token, TokenKind::Equal, 1);
        case '.': return peek(1) == '.' ? take(token, TokenKind::DotDot, 2) : take(token, TokenKind::Dot, 1);
        case '/': return peek(1) == '/' ? take(token, TokenKind::DoubleSlash, 2) : take(token, TokenKind::Slash, 1);
        case '<': return peek(1) == '=' ? take(token, TokenKind::LessOrEqual, 2) : take(token, TokenKind::Less, 1);
        case '>':
            return peek(1) == '=' ? take(token, TokenKind::GreaterOrEqual, 2) : take(token, TokenKind::Greater, 1);
        case '!': return peek(1) == '=' ? take(token, TokenKind::NotEqual, 2) : problem("expected '!='");
        case '*': return take(token, afterOperand() ? TokenKind::Multiply : TokenKind::Wildcard, 1);
        case '"':
        case '\'': return takeLiteral(token, c);
        default: return startsName(c) ? takeName(token) : problem("unexpected character");
        }
    }

    bool takeNumber(Token& token)
    {
        std::size_t length = 0;
        while (isDigit(peek(length)))
            ++length;
        if (peek(length) == '.') {
            ++length;
            while (isDigit(peek(length)))
                ++length;
        }
        return take(token, TokenKind::Number, length);
    }

    bool takeLiteral(Token& token, char quote)
    {
        const std::size_t end = m_text.find(quote, m_at + 1);
        if (end == std::string_view::npos)
            return problem("a quote is never closed");
        token.kind = TokenKind::Literal;
        token.text = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return true;
    }

    std::size_t nameLength(std::size_t from) const
    {
        std::size_t end = from;
        if (end < m_text.size() && startsName(m_text[end])) {
            while (end < m_text.size() && continuesName(m_text[end]))
                ++end;
        }
        return end - from;
    }

    std::size_t afterBlanks(std::size_t from) const
    {
        while (from < m_text.size() && base::isXmlSpace(m_text[from]))
            ++from;
        return from;
    }

    bool takeName(Token& token)
    {
        if (afterOperand()) {
            for (const auto& [name, kind] : kOperatorNames) {
                if (m_text.substr(m_at).starts_with(name))
                    return take(token, kind, name.size());
            }
            return problem("expected an operator");
        }
        std::size_t length = nameLength(m_at);
        token.text = m_text.substr(m_at, length);
        token.kind = TokenKind::Name;
        m_at += length;
        // A colon makes it a prefix, unless there are two: then it was the name of an axis.
        if (peek() == ':' && peek(1) != ':') {
            token.prefix = token.text;
            if (peek(1) == '*') {
                m_at += 2;
                token.kind = TokenKind::Wildcard;
                token.text = "*";
                return true;
            }
            length = nameLength(m_at + 1);
            if (length == 0) {
                ++m_at;
                return problem("expected a name after ':'");
            }
            token.text = m_text.substr(m_at + 1, length);
            m_at += 1 + length;
        }
        const std::size_t following = afterBlanks(m_at);
        if (m_text.substr(following).starts_with("::")) {
            if (!token.prefix.empty())
                return problem("an axis has no prefix");
            token.kind = TokenKind::AxisName;
            m_at = following + 2;
        } else if (m_text.substr(following).starts_with("(")) {
            const bool nodeType = token.prefix.empty()
                && (token.text == "node" || token.text == "text" || token.text == "comment"
                    || token.text == "processing-instruction");
            token.kind = nodeType ? TokenKind::NodeType : TokenKind::FunctionName;
        }
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string_view m_problem;
    std::vector<Token> m_tokens;
};

} // namespace

base::Result<std::vector<Token>> tokenise(std::string_view text)
{
    return Lexer(text).run();
}

std::string sentenceAt(std::string_view text, std::string_view problem, std::size_t offset)
{
    std::size_t character = 1;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i)
        character += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    return std::string(problem) + " at " + std::to_string(character);
}

} // namespace tashilgar::forms::xpath
