#include "app/forms/xpath/row_plan.h"

#include "app/forms/xpath/evaluation.h"

#include <cmath>
#include <optional>

namespace tashilgar::forms::xpath {
namespace {

/// The first operator of a chain; End for any other operation.
TokenKind operatorOf(const Program& program, OpIndex op)
{
    const Op& it = program.ops[op];
    return it.code == OpCode::Chain ? program.operators[it.first + 1] : TokenKind::End;
}

/// A single unprefixed child step of the node tried.
bool isColumn(const Program& program, OpIndex op)
{
    if (program.ops[op].code != OpCode::Path)
        return false;
    const PathReference& path = program.references[program.ops[op].index];
    return path.start == PathReference::Start::Context && path.steps.size() == 1 && path.plainSteps == 1
        && path.steps[0].axis == Axis::Child && !path.steps[0].prefixed;
}

/// Whether the worth of \p op can differ from one node tried to the next. That of a volatile call can, too.
bool readsNode(const Program& program, OpIndex index)
{
    const Op& op = program.ops[index];
    if (op.code == OpCode::Fault)
        return true;
    if (op.code == OpCode::Path) {
        const PathReference& path = program.references[op.index];
        const OpIndex start = program.paths[op.index].start;
        return path.start == PathReference::Start::Context || (start != kNoOp && readsNode(program, start));
    }
    if (op.code == OpCode::Call) {
        const std::uint32_t traits = program.calls[op.index].function->traits;
        if (traits & (Function::Volatile | Function::ReadsContextNode))
            return true;
        if (op.count == 0 && (traits & (Function::ContextIfBare | Function::ReadsPosition)))
            return true;
    }
    for (std::uint32_t i = 0; i < op.count; ++i) {
        if (readsNode(program, program.operands[op.first + i]))
            return true;
    }
    return false;
}

/// A form with a longer condition is answered by looking at each row.
constexpr int kMaxParts = 100;
/// Of a set of keys that is compared with a column.
constexpr std::size_t kMaxKeys = 100;

using Kind = RowCondition::Kind;

std::optional<Comparison> comparisonOf(TokenKind how)
{
    switch (how) {
    case TokenKind::Equal:
        return Comparison::Equal;
    case TokenKind::NotEqual:
        return Comparison::NotEqual;
    case TokenKind::Less:
        return Comparison::Less;
    case TokenKind::LessOrEqual:
        return Comparison::LessOrEqual;
    case TokenKind::Greater:
        return Comparison::Greater;
    case TokenKind::GreaterOrEqual:
        return Comparison::GreaterOrEqual;
    default:
        return std::nullopt;
    }
}

Comparison mirrored(Comparison how)
{
    switch (how) {
    case Comparison::Less:
        return Comparison::Greater;
    case Comparison::LessOrEqual:
        return Comparison::GreaterOrEqual;
    case Comparison::Greater:
        return Comparison::Less;
    case Comparison::GreaterOrEqual:
        return Comparison::LessOrEqual;
    default:
        return how;
    }
}

bool isEquality(Comparison how) { return how == Comparison::Equal || how == Comparison::NotEqual; }

/// Plans one predicate, term by term.
class Planner {
public:
    explicit Planner(const Program& program)
        : m_program(program)
    {
    }

    RowPlan plan(OpIndex index)
    {
        const Op& op = m_program.ops[index];
        if (++m_parts > kMaxParts)
            return anything();
        if (op.code == OpCode::Call)
            return call(op);
        const TokenKind how = operatorOf(m_program, index);
        if (how == TokenKind::And || how == TokenKind::Or)
            return logical(op, how == TokenKind::And);
        const auto comparison = comparisonOf(how);
        return comparison && op.count == 2 ? compared(op, *comparison) : anything();
    }

private:
    static RowPlan anything()
    {
        RowPlan plan;
        plan.whole = false;
        return plan;
    }

    const std::string& columnOf(OpIndex op) const
    {
        return m_program.references[m_program.ops[op].index].steps[0].local;
    }

    RowPlan logical(const Op& op, bool all)
    {
        RowPlan plan;
        plan.kind = all ? Kind::All : Kind::OneOf;
        for (std::uint32_t i = 0; i < op.count; ++i) {
            RowPlan part = this->plan(m_program.operands[op.first + i]);
            plan.whole = plan.whole && part.whole;
            if (part.kind != Kind::Anything)
                plan.parts.push_back(std::move(part));
            else if (!all)
                return anything();
        }
        return plan.parts.empty() ? anything() : plan;
    }

    RowPlan compared(const Op& op, Comparison how)
    {
        const OpIndex left = m_program.operands[op.first], right = m_program.operands[op.first + 1];
        RowPlan plan;
        plan.how = how;
        if (isColumn(m_program, left) && isColumn(m_program, right) && isEquality(how)) {
            plan.kind = Kind::Columns;
            plan.column = columnOf(left);
            plan.other = columnOf(right);
            return plan;
        }
        plan.kind = isEquality(how) ? Kind::Text : Kind::Number;
        if (isColumn(m_program, left) && !readsNode(m_program, right)) {
            plan.column = columnOf(left);
            plan.key = right;
            return plan;
        }
        if (isColumn(m_program, right) && !readsNode(m_program, left)) {
            plan.column = columnOf(right);
            plan.key = left;
            plan.how = mirrored(how);
            return plan;
        }
        return anything();
    }

    RowPlan call(const Op& op)
    {
        const std::string& name = m_program.calls[op.index].function->name;
        if ((name != "contains" && name != "starts-with") || op.count != 2)
            return anything();
        const OpIndex text = m_program.operands[op.first], key = m_program.operands[op.first + 1];
        if (!isColumn(m_program, text) || readsNode(m_program, key))
            return anything();
        RowPlan plan;
        plan.kind = name == "contains" ? Kind::Contains : Kind::StartsWith;
        plan.column = columnOf(text);
        plan.key = key;
        return plan;
    }

    const Program& m_program;
    int m_parts = 0;
};

RowDemand anythingDemanded() { return {RowCondition(), false}; }

RowDemand nothingFound()
{
    RowCondition condition;
    condition.kind = Kind::Nothing;
    return {std::move(condition), true};
}

RowDemand demanded(const RowPlan& plan, Kind kind, std::string text)
{
    RowCondition condition;
    condition.kind = kind;
    condition.how = plan.how;
    condition.column = plan.column;
    condition.text = std::move(text);
    return {std::move(condition), true};
}

RowDemand demandedSize(const RowPlan& plan, double number)
{
    if (std::isnan(number))
        return nothingFound();
    RowDemand demand = demanded(plan, Kind::Number, {});
    demand.condition.number = number;
    demand.whole = false; // a date needs the zone
    return demand;
}

/// A cell that equals one of several texts, or differs from the one.
RowDemand demandedOneOf(const RowPlan& plan, const NodeSet& keys)
{
    std::string buffer;
    if (keys.size() == 1)
        return demanded(plan, Kind::Text, std::string(stringValueOf(keys[0], buffer)));
    if (plan.how == Comparison::NotEqual || keys.size() > kMaxKeys)
        return anythingDemanded();
    RowDemand demand;
    demand.condition.kind = Kind::OneOf;
    for (const NodeRef key : keys)
        demand.condition.parts.push_back(demanded(plan, Kind::Text, std::string(stringValueOf(key, buffer))).condition);
    return demand;
}

/// Steps as in Evaluation::compare().
RowDemand demandedByKey(const RowPlan& plan, Evaluation& evaluation, NodeRef from)
{
    // the key does not read the row, so any focus will do
    const Value key = evaluation.value(plan.key, Focus{from, 1, 1});
    if (evaluation.failed())
        return anythingDemanded();
    if (plan.kind == Kind::Contains || plan.kind == Kind::StartsWith) {
        std::string text = key.toText();
        return text.empty() ? anythingDemanded() : demanded(plan, plan.kind, std::move(text));
    }
    if (key.isNodeSet() && key.nodes().empty())
        return nothingFound();
    if (plan.kind == Kind::Number)
        return key.isNodeSet() && key.nodes().size() > 1 ? anythingDemanded()
                                                         : demandedSize(plan, evaluation.numberOf(key));
    if (key.isNodeSet())
        return demandedOneOf(plan, key.nodes());
    if (key.isNumber())
        return plan.how == Comparison::Equal ? demandedSize(plan, key.number()) : anythingDemanded();
    if (key.isBoolean() || key.isTemporal())
        return anythingDemanded();
    return demanded(plan, Kind::Text, key.string());
}

} // namespace

bool isTruth(const Program& program, OpIndex op)
{
    switch (program.ops[op].code) {
    case OpCode::Path:
    case OpCode::Union:
        return true;
    case OpCode::Chain:
        break;
    default:
        return false;
    }
    switch (operatorOf(program, op)) {
    case TokenKind::Plus:
    case TokenKind::Minus:
    case TokenKind::Multiply:
    case TokenKind::Divide:
    case TokenKind::Modulo:
        return false;
    default:
        return true;
    }
}

std::shared_ptr<const RowPlan> planRows(const Program& program, OpIndex predicate)
{
    RowPlan plan = Planner(program).plan(predicate);
    return plan.kind == Kind::Anything ? nullptr : std::make_shared<const RowPlan>(std::move(plan));
}

RowDemand demandOf(const RowPlan& plan, Evaluation& evaluation, NodeRef from)
{
    if (plan.kind == Kind::Columns) {
        RowDemand demand = demanded(plan, Kind::Columns, {});
        demand.condition.other = plan.other;
        return demand;
    }
    if (plan.kind != Kind::All && plan.kind != Kind::OneOf) {
        const bool sound = !evaluation.failed();
        RowDemand demand = demandedByKey(plan, evaluation, from);
        if (sound && evaluation.failed())
            evaluation.forgive();
        return demand;
    }
    RowDemand demand{{}, plan.whole};
    demand.condition.kind = plan.kind;
    for (const RowPlan& part : plan.parts) {
        RowDemand own = demandOf(part, evaluation, from);
        demand.whole = demand.whole && own.whole;
        if (own.condition.kind != Kind::Anything)
            demand.condition.parts.push_back(std::move(own.condition));
        else if (plan.kind == Kind::OneOf)
            return anythingDemanded();
    }
    return demand.condition.parts.empty() ? anythingDemanded() : demand;
}

} // namespace tashilgar::forms::xpath
