#include "app/forms/xpath/evaluation.h"

#include "app/forms/xpath/functions/call.h"
#include "app/forms/xpath/walker.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace tashilgar::forms::xpath {
namespace {

/// The code of a fault that only shows that folding is impossible; nobody sees it.
constexpr base::ErrorCode kNotConstant{"forms.not-constant"};

/// Copying so many bytes counts as much as looking at a node.
constexpr std::size_t kBytesPerWork = 64;

EvaluationContext completed(EvaluationContext context)
{
    if (!context.current)
        context.current = context.node;
    if (!context.root && context.node)
        context.root = context.node.dom->root(context.node.id);
    return context;
}

double arithmetic(TokenKind how, double left, double right)
{
    switch (how) {
    case TokenKind::Plus: return left + right;
    case TokenKind::Minus: return left - right;
    case TokenKind::Multiply: return left * right;
    case TokenKind::Divide: return left / right;
    default: return std::fmod(left, right);
    }
}

const base::Zone& utc()
{
    static const std::shared_ptr<const base::Zone> zone = *base::Zone::named("UTC");
    return *zone;
}

} // namespace

Evaluation::Evaluation(const Program& program, const EvaluationContext& context)
    : m_program(program)
    , m_context(completed(context))
{
}

const base::Zone& Evaluation::zone()
{
    if (m_context.host)
        return m_context.host->zone();
    fail(kNotConstant, "depends on the time zone");
    return utc();
}

void Evaluation::fail(base::ErrorCode code, std::string sentence)
{
    if (!m_error)
        m_error = base::Error(code, std::move(sentence), m_program.text);
}

bool Evaluation::spend(std::uint64_t amount)
{
    m_work += amount;
    if (m_work > kMaxWork)
        fail(kXPathEvaluation, "the expression needs too much work");
    return !failed();
}

Value Evaluation::value(OpIndex index, const Focus& focus)
{
    if (failed())
        return {};
    const Op& op = m_program.ops[index];
    switch (op.code) {
    case OpCode::Constant: return m_program.constants[op.index];
    case OpCode::Chain: return chain(op, focus);
    case OpCode::Negate: return -number(m_program.operands[op.first], focus);
    case OpCode::Union: return unionOf(op, focus);
    case OpCode::Call: return call(op, focus);
    case OpCode::Path: return path(op.index, focus);
    case OpCode::Fault: {
        const base::Error& fault = m_program.faults[op.index];
        fail(fault.code, fault.sentence);
        break;
    }
    }
    return {};
}

bool Evaluation::boolean(OpIndex index, const Focus& focus)
{
    const Op& op = m_program.ops[index];
    if (op.code == OpCode::Path)
        return !failed() && !path(op.index, focus).empty();
    return value(index, focus).toBoolean();
}

double Evaluation::number(OpIndex index, const Focus& focus)
{
    const Op& op = m_program.ops[index];
    if (op.code == OpCode::Constant)
        return numberOf(m_program.constants[op.index]);
    return numberOf(value(index, focus));
}

std::string Evaluation::text(OpIndex index, const Focus& focus)
{
    Value worth = value(index, focus);
    std::string text = worth.isString() ? std::move(worth).takeString() : worth.toText();
    spend(text.size() / kBytesPerWork);
    return text;
}

std::string_view Evaluation::view(OpIndex index, const Focus& focus, Value& keep, std::string& buffer)
{
    const Op& op = m_program.ops[index];
    if (op.code == OpCode::Constant && m_program.constants[op.index].isString())
        return m_program.constants[op.index].string();
    keep = value(index, focus);
    if (keep.isString())
        return keep.string();
    if (keep.isNodeSet() && !keep.nodes().empty())
        return stringValueOf(keep.nodes()[0], buffer);
    buffer = keep.toText();
    return buffer;
}

NodeSet Evaluation::nodes(OpIndex index, const Focus& focus)
{
    Value worth = value(index, focus);
    if (worth.isNodeSet())
        return std::move(worth).takeNodes();
    fail(kWrongArguments, "a set of nodes is needed here, and this is none");
    return {};
}

double Evaluation::numberOf(std::string_view text)
{
    const double plain = numberOfText(text);
    if (!std::isnan(plain) || !looksTemporal(text))
        return plain;
    const auto moment = momentOf(text, zone());
    return moment ? wholeDaysOf(*moment, zone()) : std::numeric_limits<double>::quiet_NaN();
}

double Evaluation::orderOf(std::string_view text)
{
    const auto moment = momentOf(text, zone());
    return moment ? daysOf(*moment) : numberOf(text);
}

double Evaluation::numberOf(const Value& worth)
{
    if (worth.isString())
        return numberOf(std::string_view(worth.string()));
    if (!worth.isNodeSet())
        return worth.toNumber();
    if (worth.nodes().empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::string buffer;
    return numberOf(stringValueOf(worth.nodes()[0], buffer));
}

Value Evaluation::chain(const Op& op, const Focus& focus)
{
    const OpIndex* operands = &m_program.operands[op.first];
    const TokenKind* operators = &m_program.operators[op.first];
    switch (operators[1]) {
    case TokenKind::Or:
    case TokenKind::And: {
        // Lazy: what decides the outcome is the last that is looked at.
        const bool deciding = operators[1] == TokenKind::Or;
        for (std::uint32_t i = 0; i < op.count; ++i) {
            if (boolean(operands[i], focus) == deciding)
                return deciding;
        }
        return !deciding;
    }
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Multiply:
    case TokenKind::Divide:
    case TokenKind::Modulo: {
        double sum = number(operands[0], focus);
        for (std::uint32_t i = 1; i < op.count; ++i)
            sum = arithmetic(operators[i], sum, number(operands[i], focus));
        return sum;
    }
    default: {
        Value left = value(operands[0], focus);
        for (std::uint32_t i = 1; i < op.count && !failed(); ++i)
            left = compare(operators[i], left, value(operands[i], focus));
        return left;
    }
    }
}

Value Evaluation::unionOf(const Op& op, const Focus& focus)
{
    NodeSet all;
    for (std::uint32_t i = 0; i < op.count; ++i)
        all.append(nodes(m_program.operands[op.first + i], focus));
    all.markUnordered();
    all.normalise();
    return all;
}

Value Evaluation::call(const Op& op, const Focus& focus)
{
    const CallSite& site = m_program.calls[op.index];
    Call it(*this, op, site, focus);
    Value worth = site.function->call(it);
    return failed() ? Value() : worth;
}

NodeSet Evaluation::path(std::uint32_t id, const Focus& focus)
{
    return Walker(*this).walk(id, focus);
}

std::optional<Value> foldConstant(const Program& program, OpIndex op)
{
    Evaluation evaluation(program, {});
    Value worth = evaluation.value(op, Focus());
    return evaluation.failed() ? std::nullopt : std::optional<Value>(std::move(worth));
}

std::string Call::textOrContext(std::size_t argument)
{
    if (has(argument))
        return text(argument);
    std::string buffer;
    return std::string(stringValueOf(m_focus.node, buffer));
}

bool Call::total(std::size_t argument, bool asNumbers, PathResolver::Totals& totals)
{
    const PathReference* path = this->path(argument);
    const EvaluationContext& context = m_evaluation.context();
    if (failed() || !path || !context.paths || path->plainSteps == 0 || path->plainSteps != path->steps.size())
        return false;
    NodeRef from;
    if (path->start == PathReference::Start::Root)
        from = context.root;
    else if (path->start == PathReference::Start::Context)
        from = m_focus.node;
    return from && context.paths->total(*path, from, asNumbers, totals) && spend(totals.count + 1);
}

Value Call::fail(std::string sentence)
{
    m_evaluation.fail(kXPathEvaluation, std::move(sentence));
    return {};
}

} // namespace tashilgar::forms::xpath
