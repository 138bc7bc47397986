#include "app/forms/check/facts.h"

#include "app/base/text.h"

#include <algorithm>

namespace tashilgar::forms::check {

using model::DefId;
using model::kNoDef;
using xpath::OpCode;
using xpath::TokenKind;
using How = Fact::How;

namespace {

/// Each is held against each other, so a condition of a hostile form is looked at no further.
constexpr std::size_t kMaxFacts = 100;

std::optional<How> howOf(TokenKind kind, bool mirrored)
{
    switch (kind) {
    case TokenKind::Equal: return How::Equal;
    case TokenKind::NotEqual: return How::NotEqual;
    case TokenKind::Less: return mirrored ? How::Greater : How::Less;
    case TokenKind::LessOrEqual: return mirrored ? How::GreaterOrEqual : How::LessOrEqual;
    case TokenKind::Greater: return mirrored ? How::Less : How::Greater;
    case TokenKind::GreaterOrEqual: return mirrored ? How::LessOrEqual : How::GreaterOrEqual;
    default: return std::nullopt;
    }
}

class Collector {
public:
    Collector(const engine::CompiledExpression& compiled, const model::Definition& definition, const Operands& operands)
        : m_compiled(compiled)
        , m_program(compiled.expression.program())
        , m_definition(definition)
        , m_operands(operands)
    {
    }

    std::vector<Fact> run()
    {
        collect(m_program.root);
        return std::move(m_facts);
    }

private:
    void collect(xpath::OpIndex index)
    {
        const xpath::Op& op = m_program.ops[index];
        if (op.code == OpCode::Call && op.count == 2) {
            const std::string& name = m_program.calls[op.index].function->name;
            const Operand value = m_operands.of(m_compiled, m_program.operands[op.first + 1]);
            if ((name == "selected" || name == "is-selected") && value.constant)
                add(m_program.operands[op.first], How::Selected, *value.constant);
            return;
        }
        if (op.code != OpCode::Chain)
            return;
        const TokenKind kind = m_program.operators[op.first + 1];
        if (kind == TokenKind::And) {
            for (std::uint32_t i = 0; i < op.count; ++i)
                collect(m_program.operands[op.first + i]);
            return;
        }
        if (op.count != 2)
            return;
        for (std::uint32_t side = 0; side < 2; ++side) {
            const Operand value = m_operands.of(m_compiled, m_program.operands[op.first + 1 - side]);
            if (const auto how = howOf(kind, side == 1); how && value.constant && !value.constant->isBoolean())
                add(m_program.operands[op.first + side], *how, *value.constant);
        }
    }

    void add(xpath::OpIndex index, How how, const xpath::Value& value)
    {
        const Operand one = m_operands.of(m_compiled, index);
        if (one.place == kNoDef)
            return;
        // one value where the condition stands: no repeat on the way that is not the condition's own
        const DefId repeat = m_definition.nodes[one.place].repeatScope;
        if (repeat != kNoDef && !m_definition.isAncestorOrSelf(repeat, m_compiled.context))
            return;
        if (repeat != kNoDef && m_definition.nodes[m_compiled.paths[m_program.ops[index].index].apex].depth < m_definition.nodes[repeat].depth)
            return; // ../../rep/x: all rows
        if (m_facts.size() < kMaxFacts)
            m_facts.push_back({one.place, how, value.toText(), m_compiled.context});
    }

    const engine::CompiledExpression& m_compiled;
    const xpath::Program& m_program;
    const model::Definition& m_definition;
    const Operands& m_operands;
    std::vector<Fact> m_facts;
};

bool isLower(How how) { return how == How::Greater || how == How::GreaterOrEqual; }
bool isUpper(How how) { return how == How::Less || how == How::LessOrEqual; }

/// Whether \p value meets an order fact.
bool meets(double value, const Fact& fact)
{
    const double bound = xpath::numberOfText(fact.value);
    switch (fact.how) {
    case How::Less: return value < bound;
    case How::LessOrEqual: return value <= bound;
    case How::Greater: return value > bound;
    case How::GreaterOrEqual: return value >= bound;
    default: return true;
    }
}

bool sameValue(const std::string& a, const std::string& b)
{
    return isNumeric(a) && isNumeric(b) ? xpath::numberOfText(a) == xpath::numberOfText(b) : a == b;
}

bool excludeEachOther(const Fact& a, const Fact& b, bool multiple)
{
    const auto order = [](const Fact& fact) { return (isLower(fact.how) || isUpper(fact.how)) && isNumeric(fact.value); };
    if (order(a) && order(b)) {
        if (isLower(a.how) == isLower(b.how))
            return false;
        const Fact& lower = isLower(a.how) ? a : b;
        const Fact& upper = isLower(a.how) ? b : a;
        const double low = xpath::numberOfText(lower.value), high = xpath::numberOfText(upper.value);
        return low > high || (low == high && (lower.how == How::Greater || upper.how == How::Less));
    }
    if (a.how == How::Equal && order(b))
        return isNumeric(a.value) ? !meets(xpath::numberOfText(a.value), b) : base::trim(a.value).empty();
    if (a.how == How::Equal && b.how == How::Equal)
        return !sameValue(a.value, b.value);
    if (a.how == How::Equal && b.how == How::NotEqual)
        return sameValue(a.value, b.value);
    if (b.how == How::Selected && a.how == How::Equal)
        return a.value.empty() || (!multiple && !sameValue(a.value, b.value));
    if (a.how == How::Selected && b.how == How::Selected)
        return !multiple && !sameValue(a.value, b.value);
    return false;
}

} // namespace

std::vector<Fact> factsOf(const engine::CompiledExpression& compiled, const model::Definition& definition, const Operands& operands)
{
    return Collector(compiled, definition, operands).run();
}

std::optional<std::pair<Fact, Fact>> contradiction(const std::vector<Fact>& facts, const Operands& operands)
{
    for (std::size_t i = 0; i < facts.size(); ++i) {
        for (std::size_t j = i + 1; j < facts.size(); ++j) {
            if (facts[i].place != facts[j].place)
                continue;
            // a place of several words may hold what both want; one that is no select may, too, for selected() splits it
            const bool multiple = operands.kindOf(facts[i].place) != Kind::Choice || operands.isMultiple(facts[i].place);
            if (excludeEachOther(facts[i], facts[j], multiple) || excludeEachOther(facts[j], facts[i], multiple))
                return std::pair{facts[i], facts[j]};
        }
    }
    return std::nullopt;
}

bool needsAnswer(const Fact& fact)
{
    switch (fact.how) {
    case How::Equal: return !base::trim(fact.value).empty();
    case How::NotEqual: return base::trim(fact.value).empty();
    case How::Selected: return true;
    default: return isNumeric(fact.value); // a blank is no number, and no number is more or less
    }
}

std::string textOf(const Fact& fact, const model::Definition& definition)
{
    const std::string& path = definition.nodes[fact.place].path;
    const std::string value = isNumeric(fact.value) ? fact.value : "'" + fact.value + "'";
    switch (fact.how) {
    case How::Equal: return path + " = " + value;
    case How::NotEqual: return path + " != " + value;
    case How::Less: return path + " < " + value;
    case How::LessOrEqual: return path + " <= " + value;
    case How::Greater: return path + " > " + value;
    case How::GreaterOrEqual: return path + " >= " + value;
    case How::Selected: return "selected(" + path + ", " + value + ")";
    }
    return path;
}

} // namespace tashilgar::forms::check
