#include "app/forms/xpath/parser.h"

#include "app/base/text.h"
#include "app/forms/xpath/lexer.h"

#include <array>
#include <optional>
#include <utility>

namespace tashilgar::forms::xpath {
namespace {

/// The rank of a binary operator; chains are read from the weakest up. 0 is none.
int rankOf(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Or: return 1;
    case TokenKind::And: return 2;
    case TokenKind::Equal:
    case TokenKind::NotEqual: return 3;
    case TokenKind::Less:
    case TokenKind::LessOrEqual:
    case TokenKind::Greater:
    case TokenKind::GreaterOrEqual: return 4;
    case TokenKind::Plus:
    case TokenKind::Minus: return 5;
    case TokenKind::Multiply:
    case TokenKind::Divide:
    case TokenKind::Modulo: return 6;
    default: return 0;
    }
}
constexpr int kStrongest = 6;

constexpr std::array<std::pair<std::string_view, Axis>, 13> kAxes{{{"child", Axis::Child}, {"parent", Axis::Parent},
    {"self", Axis::Self}, {"attribute", Axis::Attribute}, {"descendant", Axis::Descendant},
    {"descendant-or-self", Axis::DescendantOrSelf}, {"ancestor", Axis::Ancestor},
    {"ancestor-or-self", Axis::AncestorOrSelf}, {"following-sibling", Axis::FollowingSibling},
    {"preceding-sibling", Axis::PrecedingSibling}, {"following", Axis::Following}, {"preceding", Axis::Preceding},
    {"namespace", Axis::Namespace}}};

/// Recursive descent. A null AstPtr means that m_error is set.
class Parser {
public:
    Parser(std::string_view text, std::vector<Token> tokens)
        : m_text(text)
        , m_tokens(std::move(tokens))
    {
    }

    base::Result<AstPtr> run()
    {
        AstPtr whole = expression(1);
        if (whole && !at(TokenKind::End))
            whole = problem("expected an operator or the end");
        if (!whole)
            return base::fail(std::move(*m_error));
        return whole;
    }

private:
    const Token& token() const { return m_tokens[m_next]; }
    bool at(TokenKind kind) const { return token().kind == kind; }
    const Token& take() { return m_tokens[m_next++]; }
    bool takeIf(TokenKind kind)
    {
        if (!at(kind))
            return false;
        ++m_next;
        return true;
    }
    AstPtr problem(std::string_view sentence) { return problemAt(sentence, token().at); }
    AstPtr problemAt(std::string_view sentence, std::size_t offset)
    {
        if (!m_error)
            m_error = base::Error(kXPathSyntax, sentenceAt(m_text, sentence, offset), std::string(m_text));
        return nullptr;
    }
    AstPtr make(Ast::Kind kind) const
    {
        auto ast = std::make_unique<Ast>();
        ast->kind = kind;
        ast->at = token().at;
        return ast;
    }

    AstPtr expression(int rank)
    {
        if (rank > kStrongest)
            return unary();
        AstPtr first = expression(rank + 1);
        if (!first || rankOf(token().kind) != rank)
            return first;
        AstPtr chain = make(Ast::Kind::Chain);
        chain->children.push_back(std::move(first));
        while (rankOf(token().kind) == rank) {
            chain->operators.push_back(take().kind);
            AstPtr next = expression(rank + 1);
            if (!next)
                return nullptr;
            chain->children.push_back(std::move(next));
        }
        return chain;
    }

    AstPtr unary()
    {
        std::size_t signs = 0;
        const std::size_t first = m_next;
        while (takeIf(TokenKind::Minus))
            ++signs;
        AstPtr operand = unionOf();
        if (!operand || signs == 0)
            return operand;
        // Two signs still make a number of what follows, so they are not simply dropped.
        const std::size_t kept = signs % 2 == 1 ? 1 : 2;
        for (std::size_t i = 0; i < kept; ++i) {
            AstPtr negated = make(Ast::Kind::Negate);
            negated->at = m_tokens[first].at;
            negated->children.push_back(std::move(operand));
            operand = std::move(negated);
        }
        return operand;
    }

    AstPtr unionOf()
    {
        AstPtr first = path();
        if (!first || !at(TokenKind::Union))
            return first;
        AstPtr all = make(Ast::Kind::Union);
        all->children.push_back(std::move(first));
        while (takeIf(TokenKind::Union)) {
            AstPtr next = path();
            if (!next)
                return nullptr;
            all->children.push_back(std::move(next));
        }
        return all;
    }

    AstPtr path()
    {
        const std::size_t begin = token().at;
        AstPtr result = pathFrom();
        if (result && result->kind == Ast::Kind::Path) {
            result->at = begin;
            result->end = token().at;
            while (result->end > begin && base::isXmlSpace(m_text[result->end - 1]))
                --result->end;
        }
        return result;
    }

    AstPtr pathFrom()
    {
        AstPtr result = make(Ast::Kind::Path);
        switch (token().kind) {
        case TokenKind::Number:
        case TokenKind::Literal:
        case TokenKind::LeftParenthesis:
        case TokenKind::FunctionName:
        case TokenKind::Dollar: {
            AstPtr first = primary();
            if (!first)
                return nullptr;
            const bool filtered = at(TokenKind::LeftBracket);
            if (!filtered && !at(TokenKind::Slash) && !at(TokenKind::DoubleSlash))
                return first;
            result->start = Ast::Start::Primary;
            result->children.push_back(std::move(first));
            if (!predicates(result->startPredicates))
                return nullptr;
            if (!at(TokenKind::Slash) && !at(TokenKind::DoubleSlash))
                return result;
            break;
        }
        case TokenKind::Slash:
            result->start = Ast::Start::Root;
            take();
            if (!startsStep())
                return result;
            return steps(*result) ? std::move(result) : nullptr;
        case TokenKind::DoubleSlash:
            result->start = Ast::Start::Root;
            break;
        default:
            if (!startsStep())
                return problem(at(TokenKind::End) ? "the expression ends too early" : "expected an expression");
            return steps(*result) ? std::move(result) : nullptr;
        }
        if (take().kind == TokenKind::DoubleSlash)
            result->steps.push_back(anyDescendant());
        return steps(*result) ? std::move(result) : nullptr;
    }

    static AstStep anyDescendant()
    {
        AstStep step;
        step.axis = Axis::DescendantOrSelf;
        step.test = PathStep::Test::AnyNode;
        return step;
    }

    bool startsStep() const
    {
        switch (token().kind) {
        case TokenKind::Name:
        case TokenKind::Wildcard:
        case TokenKind::NodeType:
        case TokenKind::AxisName:
        case TokenKind::At:
        case TokenKind::Dot:
        case TokenKind::DotDot: return true;
        default: return false;
        }
    }

    bool steps(Ast& into)
    {
        for (;;) {
            if (!step(into))
                return false;
            if (takeIf(TokenKind::DoubleSlash))
                into.steps.push_back(anyDescendant());
            else if (!takeIf(TokenKind::Slash))
                return true;
        }
    }

    bool step(Ast& into)
    {
        AstStep step;
        step.at = token().at;
        if (at(TokenKind::Dot) || at(TokenKind::DotDot)) {
            step.axis = take().kind == TokenKind::Dot ? Axis::Self : Axis::Parent;
            step.test = PathStep::Test::AnyNode;
            // Deviates: the grammar has no predicate after "." or "..", but forms write them and engines take them.
        } else {
            if (takeIf(TokenKind::At)) {
                step.axis = Axis::Attribute;
            } else if (at(TokenKind::AxisName) && !axis(step)) {
                return false;
            }
            if (!nodeTest(step))
                return false;
        }
        if (!predicates(step.predicates))
            return false;
        into.steps.push_back(std::move(step));
        return true;
    }

    bool axis(AstStep& step)
    {
        const Token& name = take();
        for (const auto& [known, axis] : kAxes) {
            if (name.text == known) {
                step.axis = axis;
                return true;
            }
        }
        problemAt("there is no axis of this name", name.at);
        return false;
    }

    bool nodeTest(AstStep& step)
    {
        switch (token().kind) {
        case TokenKind::Name:
            step.test = PathStep::Test::Name;
            break;
        case TokenKind::Wildcard:
            step.test = token().prefix.empty() ? PathStep::Test::AnyName : PathStep::Test::AnyOfNamespace;
            break;
        case TokenKind::NodeType:
            return nodeType(step);
        default:
            problem("expected a name");
            return false;
        }
        step.prefix = token().prefix;
        step.local = take().text;
        return true;
    }

    bool nodeType(AstStep& step)
    {
        const std::string_view name = take().text;
        take(); // the parenthesis that made it a node type
        step.test = name == "node" ? PathStep::Test::AnyNode
            : name == "text"       ? PathStep::Test::Text
            : name == "comment"    ? PathStep::Test::Comment
                                   : PathStep::Test::ProcessingInstruction;
        if (step.test == PathStep::Test::ProcessingInstruction && at(TokenKind::Literal))
            step.local = take().text;
        if (takeIf(TokenKind::RightParenthesis))
            return true;
        problem("expected ')'");
        return false;
    }

    bool predicates(std::vector<AstPtr>& into)
    {
        while (takeIf(TokenKind::LeftBracket)) {
            AstPtr inner = nested();
            if (!inner)
                return false;
            into.push_back(std::move(inner));
            if (!takeIf(TokenKind::RightBracket)) {
                problem("expected ']'");
                return false;
            }
        }
        return true;
    }

    /// An expression inside brackets, parentheses or an argument list.
    AstPtr nested()
    {
        if (m_depth == Expression::kMaxDepth)
            return problem("the expression is nested too deeply");
        ++m_depth;
        AstPtr inner = expression(1);
        --m_depth;
        return inner;
    }

    AstPtr primary()
    {
        AstPtr result = make(Ast::Kind::Number);
        switch (token().kind) {
        case TokenKind::Number:
            result->number = numberOfText(take().text);
            return result;
        case TokenKind::Literal:
            result->kind = Ast::Kind::Literal;
            result->text = take().text;
            return result;
        case TokenKind::Dollar:
            return problem("forms have no variables: unexpected '$'");
        case TokenKind::FunctionName:
            return call();
        default:
            break;
        }
        take(); // '('
        result = nested();
        if (result && !takeIf(TokenKind::RightParenthesis))
            return problem("expected ')'");
        return result;
    }

    AstPtr call()
    {
        AstPtr result = make(Ast::Kind::Call);
        result->prefix = token().prefix;
        result->text = take().text;
        take(); // the parenthesis that made it a function
        if (takeIf(TokenKind::RightParenthesis))
            return result;
        do {
            AstPtr argument = nested();
            if (!argument)
                return nullptr;
            result->children.push_back(std::move(argument));
        } while (takeIf(TokenKind::Comma));
        if (!takeIf(TokenKind::RightParenthesis))
            return problem("expected ',' or ')'");
        return result;
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    int m_depth = 0;
    std::optional<base::Error> m_error;
};

} // namespace

base::Result<AstPtr> parse(std::string_view text)
{
    if (text.size() > Expression::kMaxLength)
        return base::fail(kXPathSyntax, "the expression is too long");
    return tokenise(text).and_then([&](std::vector<Token> tokens) { return Parser(text, std::move(tokens)).run(); });
}

} // namespace tashilgar::forms::xpath
