#include "app/base/text.h"
#include "app/base/zones.h"
#include "app/forms/check/job.h"
#include "app/forms/check/visit.h"
#include "app/forms/engine/suggestions.h"
#include "app/forms/instance/codec.h"
#include "app/forms/xpath/functions/pattern.h"
#include "app/forms/xpath/temporal.h"

#include <algorithm>

namespace tashilgar::forms::check {

namespace {

using model::DefId;
using model::kNoDef;
using xpath::OpCode;
using xpath::TokenKind;

bool isEquality(TokenKind how) { return how == TokenKind::Equal || how == TokenKind::NotEqual; }
bool isOrder(TokenKind how)
{
    return how == TokenKind::Less || how == TokenKind::LessOrEqual || how == TokenKind::Greater
        || how == TokenKind::GreaterOrEqual;
}
bool isArithmetic(TokenKind how)
{
    return how == TokenKind::Plus || how == TokenKind::Minus || how == TokenKind::Multiply || how == TokenKind::Divide
        || how == TokenKind::Modulo;
}
bool isMoment(Kind kind) { return kind == Kind::Date || kind == Kind::DateTime; }

/// One expression, operation by operation.
class TypeCheck {
public:
    TypeCheck(CheckJob& job, const Written& written)
        : m_job(job)
        , m_written(written)
        , m_program(written.compiled->expression.program())
    {
    }

    void operator()(xpath::OpIndex index, Wanted)
    {
        const xpath::Op& op = m_program.ops[index];
        if (op.code == OpCode::Chain)
            chain(op);
        else if (op.code == OpCode::Negate)
            number(m_program.operands[op.first]);
        else if (op.code == OpCode::Call)
            call(op);
    }

private:
    Operand operand(xpath::OpIndex op) const { return m_job.operands.of(*m_written.compiled, op); }
    /// A path as written, a text in quotes; empty for what has no short name.
    std::string named(xpath::OpIndex index) const
    {
        const xpath::Op& op = m_program.ops[index];
        if (op.code == OpCode::Path)
            return textOf(*m_written.compiled, m_program.references[op.index]);
        if (op.code == OpCode::Constant && m_program.constants[op.index].isString())
            return "'" + m_program.constants[op.index].string() + "'";
        return {};
    }
    void tell(Severity severity, std::string_view code, Report::Details details)
    {
        m_job.report.add(severity, code, m_written.where, details);
    }

    void chain(const xpath::Op& op)
    {
        const TokenKind how = m_program.operators[op.first + 1];
        if (isArithmetic(how)) {
            for (std::uint32_t i = 0; i < op.count; ++i)
                number(m_program.operands[op.first + i]);
            return;
        }
        if (!isEquality(how) && !isOrder(how))
            return;
        if (op.count > 2)
            tell(Severity::Warning, "chained-comparison", {});
        const xpath::OpIndex left = m_program.operands[op.first], right = m_program.operands[op.first + 1];
        if (isOrder(how)) {
            order(left, right);
            order(right, left);
        } else {
            equality(left, right);
            equality(right, left);
        }
    }

    /// Whether \p one can stand beside "<".
    void order(xpath::OpIndex index, xpath::OpIndex otherIndex)
    {
        const Operand one = operand(index), other = operand(otherIndex);
        if (one.constant && one.constant->isString()) {
            const std::string& text = one.constant->string();
            if (text.empty() || isNumeric(text))
                return;
            if (xpath::looksTemporal(text))
                tell(Severity::Warning, "date-as-text", {{"value", text}});
            else
                tell(Severity::Warning, "text-in-order", {{"path", "'" + text + "'"}});
            return;
        }
        if (one.constant && one.constant->isNumber() && isMoment(other.kind) && one.constant->number() >= 1900
            && one.constant->number() <= 2100)
            tell(Severity::Warning, "year-as-date", {{"path", named(otherIndex)}, {"value", one.constant->toText()}});
        const bool words = one.kind == Kind::Choice && m_job.operands.hasWords(one.place);
        if (one.kind == Kind::Text || one.kind == Kind::Geo || words)
            tell(Severity::Warning, "text-in-order", {{"path", named(index)}});
    }

    /// A place \p index beside "=" and a text, a number or a truth.
    void equality(xpath::OpIndex index, xpath::OpIndex otherIndex)
    {
        const Operand one = operand(index), other = operand(otherIndex);
        if (m_program.ops[index].code != OpCode::Path)
            return;
        const xpath::Op& otherOp = m_program.ops[otherIndex];
        const bool truth = other.constant && other.constant->isBoolean();
        const bool truthCall = otherOp.code == OpCode::Call && otherOp.count == 0 && other.kind == Kind::Truth;
        if ((truth || truthCall) && one.place != kNoDef && one.kind != Kind::Structure) {
            tell(Severity::Warning, "compared-with-truth", {{"path", named(index)}});
            return;
        }
        if (!other.constant || other.constant->isBoolean() || one.place == kNoDef)
            return;
        const std::string text = other.constant->toText();
        if (base::trim(text).empty())
            return;
        if (one.kind == Kind::Choice)
            choice(one.place, text, true);
        else if (one.kind == Kind::Number && !isNumeric(text))
            tell(Severity::Warning, "never-equal", {{"path", named(index)}, {"value", text}, {"type", "number"}});
        else if (other.constant->isString() && isMoment(one.kind) && !isNumeric(text) && !xpath::looksTemporal(text))
            tell(Severity::Warning, "never-equal", {{"path", named(index)}, {"value", text}, {"type", "date"}});
    }

    void choice(DefId place, const std::string& value, bool whole)
    {
        const auto& offered = m_job.operands.valuesOf(place);
        const auto words = m_job.operands.isMultiple(place) ? base::splitWords(value) : std::vector<std::string_view>{value};
        if (offered && m_job.definition.nodes[place].defaultValue != value) {
            for (const std::string_view word : words) {
                if (std::find(offered->begin(), offered->end(), word) == offered->end()) {
                    tell(Severity::Warning, "unknown-choice", {{"path", m_job.pathOf(place)}, {"value", std::string(word)},
                        {"near", engine::nearestName(word, *offered)}});
                    return;
                }
            }
        }
        if (whole && m_job.operands.isMultiple(place) && m_job.definition.controlOf(place)->kind == NodeKind::Select)
            tell(Severity::Hint, "multiple-compared", {{"path", m_job.pathOf(place)}, {"value", value}});
    }

    /// An operand of arithmetic.
    void number(xpath::OpIndex index)
    {
        const Operand one = operand(index);
        if (one.constant && one.constant->isString()) {
            const std::string& text = one.constant->string();
            if (!text.empty() && !isNumeric(text) && !xpath::looksTemporal(text))
                tell(Severity::Warning, "arithmetic-on-text", {{"path", "'" + text + "'"}});
            return;
        }
        const bool words = one.kind == Kind::Choice && m_job.operands.hasWords(one.place);
        if (one.kind == Kind::Text || one.kind == Kind::Geo || words)
            tell(Severity::Warning, "arithmetic-on-text", {{"path", named(index)}});
    }

    void call(const xpath::Op& op)
    {
        const std::string& name = m_program.calls[op.index].function->name;
        const auto argument = [&](std::uint32_t i) { return m_program.operands[op.first + i]; };
        const auto constant = [&](std::uint32_t i) -> const xpath::Value* { return operand(argument(i)).constant; };
        if (name == "sum" || name == "abs" || name == "sqrt")
            number(argument(0));
        if ((name == "selected" || name == "is-selected") && constant(1) && operand(argument(0)).kind == Kind::Choice)
            choice(operand(argument(0)).place, constant(1)->toText(), false);
        const bool readsDate = name == "date" || name == "date-time" || name == "format-date" || name == "format-date-time";
        if (readsDate && constant(0) && constant(0)->isString()) {
            const std::string& text = constant(0)->string();
            if (!text.empty() && !isNumeric(text) && !xpath::looksTemporal(text))
                tell(Severity::Warning, "bad-date", {{"value", text}, {"function", name}});
        }
        if (name == "regex" && constant(1) && !xpath::Pattern::compile(constant(1)->toText()))
            tell(Severity::Warning, "bad-pattern", {{"value", constant(1)->toText()}});
    }

    CheckJob& m_job;
    const Written& m_written;
    const xpath::Program& m_program;
};

/// What the form itself writes must be something its question could have given.
void checkDefaults(CheckJob& job)
{
    const auto utc = base::Zone::named("UTC");
    for (DefId def = 0; def < job.definition.nodes.size(); ++def) {
        const model::NodeDef& node = job.definition.nodes[def];
        const std::string_view written = base::trim(node.defaultValue);
        if (written.empty() || !node.leaf || node.attribute || !utc)
            continue;
        const model::Bind* bind = job.definition.bindOf(def);
        const Where where{"default of " + node.path, job.definition.document->line(node.source)};
        if (bind && instance::stored(bind->type, written, **utc).empty())
            job.report.add(Severity::Warning, "bad-default", where, {{"path", node.path}, {"value", std::string(written)}});
        const auto& offered = job.operands.valuesOf(def);
        if (!offered)
            continue;
        for (const std::string_view word : base::splitWords(written)) {
            if (std::find(offered->begin(), offered->end(), word) == offered->end())
                job.report.add(Severity::Warning, "unknown-choice", where,
                    {{"path", node.path}, {"value", std::string(word)}, {"near", engine::nearestName(word, *offered)}});
        }
    }
}

} // namespace

void checkTypes(CheckJob& job)
{
    for (const Written& written : job.written) {
        TypeCheck check(job, written);
        const xpath::Program& program = written.compiled->expression.program();
        visitOps(program, program.root, Wanted::One, check);
    }
    checkDefaults(job);
}

} // namespace tashilgar::forms::check
