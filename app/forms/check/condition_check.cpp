#include "app/base/text.h"
#include "app/forms/check/facts.h"
#include "app/forms/check/job.h"
#include "app/forms/check/visit.h"

#include <map>

namespace tashilgar::forms::check {

namespace {

using engine::RuleKind;
using model::DefId;
using model::kNoDef;
using Use = Written::Use;

bool isCondition(Use use)
{
    return use == Use::Relevant || use == Use::Readonly || use == Use::Required || use == Use::Constraint
        || use == Use::Expected;
}

/// Conditions that ask the wrong thing: a text, or whether a place is there at all.
void checkTruths(CheckJob& job, const Written& written)
{
    const engine::CompiledExpression& compiled = *written.compiled;
    const xpath::Program& program = compiled.expression.program();
    const auto visit = [&](xpath::OpIndex index, Wanted wanted) {
        if (wanted != Wanted::Truth)
            return;
        const Operand one = job.operands.of(compiled, index);
        if (one.constant && one.constant->isString() && !one.constant->string().empty() && index == program.root)
            job.report.add(Severity::Warning, "condition-is-text", written.where, {{"value", one.constant->string()}});
        const xpath::Op& op = program.ops[index];
        if (op.code != xpath::OpCode::Path || one.place == kNoDef || one.kind == Kind::Structure)
            return;
        const xpath::PathReference& path = program.references[op.index];
        if (path.enclosing == xpath::PathReference::kNone)
            job.report.add(Severity::Warning, "condition-is-path", written.where, {{"path", textOf(compiled, path)}});
    };
    visitOps(program, program.root, isCondition(written.use) ? Wanted::Truth : Wanted::One, visit);
}

bool isConstantFalse(const engine::CompiledExpression& compiled)
{
    const xpath::Value* constant = compiled.expression.constant();
    return constant && !constant->toBoolean();
}

/// Which places can never be shown, found from the top down and from question to question.
class Reach {
    /// A question that waits for a later one takes a pass more; nobody writes chains of that kind longer than this.
    static constexpr int kMaxPasses = 20;
    static constexpr std::size_t kMaxFactsAbove = 200;

public:
    explicit Reach(CheckJob& job)
        : m_job(job)
        , m_never(job.definition.nodes.size(), false)
    {
    }

    void check()
    {
        for (const Written& written : m_job.written) {
            if (written.use == Use::Relevant)
                m_own.emplace(written.node, &written);
        }
        // a place that is never shown is blank for those that read it, so look again until nothing is new
        bool more = true;
        for (int pass = 0; more && pass < kMaxPasses; ++pass) {
            more = false;
            for (DefId def = 0; def < m_job.definition.nodes.size(); ++def)
                more |= look(def);
        }
    }

private:
    bool look(DefId def)
    {
        if (m_never[def])
            return false;
        const DefId parent = m_job.definition.nodes[def].parent;
        if (parent != kNoDef && m_never[parent])
            return m_never[def] = true;
        const auto own = m_own.find(def);
        if (own == m_own.end())
            return false;
        const Written& written = *own->second;
        if (isConstantFalse(*written.compiled)) {
            // who writes false() means it; who writes 1 = 2 does not
            const bool meant = base::trim(written.compiled->expression.text()) == "false()";
            m_job.report.add(meant ? Severity::Hint : Severity::Warning, "never-relevant", written.where, {{"path", m_job.pathOf(def)}});
            return m_never[def] = true;
        }
        std::vector<Fact> facts;
        for (DefId at = def; at != kNoDef && facts.size() < kMaxFactsAbove; at = m_job.definition.nodes[at].parent) {
            if (const auto rule = m_own.find(at); rule != m_own.end()) {
                const auto& more = factsAt(at, *rule->second->compiled);
                facts.insert(facts.end(), more.begin(), more.end());
            }
        }
        if (const auto pair = contradiction(facts, m_job.operands)) {
            m_job.report.add(Severity::Warning, "contradiction", written.where,
                {{"path", m_job.pathOf(def)}, {"first", textOf(pair->first, m_job.definition)},
                    {"second", textOf(pair->second, m_job.definition)},
                    {"by", pair->second.rule == def ? std::string() : m_job.pathOf(pair->second.rule)}});
            return m_never[def] = true;
        }
        for (const Fact& fact : facts) {
            if (fact.rule == def && m_never[fact.place] && needsAnswer(fact)) {
                m_job.report.add(Severity::Warning, "unreachable", written.where,
                    {{"path", m_job.pathOf(def)}, {"fact", textOf(fact, m_job.definition)}, {"by", m_job.pathOf(fact.place)}});
                return m_never[def] = true;
            }
        }
        return false;
    }

    const std::vector<Fact>& factsAt(DefId def, const engine::CompiledExpression& compiled)
    {
        const auto found = m_facts.find(def);
        if (found != m_facts.end())
            return found->second;
        return m_facts.emplace(def, factsOf(compiled, m_job.definition, m_job.operands)).first->second;
    }

    CheckJob& m_job;
    std::map<DefId, const Written*> m_own;
    std::map<DefId, std::vector<Fact>> m_facts;
    std::vector<bool> m_never;
};

void checkConstraint(CheckJob& job, const Written& written)
{
    if (isConstantFalse(*written.compiled)) {
        job.report.add(Severity::Warning, "never-accepted", written.where, {{"path", job.pathOf(written.node)}});
        return;
    }
    const auto facts = factsOf(*written.compiled, job.definition, job.operands);
    if (const auto pair = contradiction(facts, job.operands))
        job.report.add(Severity::Warning, "never-accepted", written.where,
            {{"path", job.pathOf(written.node)}, {"first", textOf(pair->first, job.definition)},
                {"second", textOf(pair->second, job.definition)}});
}

/// What a person says to an expectation goes into the audit log; without one nobody at the office reads it.
void checkExpectations(CheckJob& job)
{
    const auto first = std::find_if(job.written.begin(), job.written.end(), [](const Written& written) { return written.use == Use::Expected; });
    if (first != job.written.end() && job.definition.meta("audit") == kNoDef)
        job.report.add(Severity::Warning, "expected-unlogged", first->where, {{"path", job.pathOf(first->node)}});
}

} // namespace

void checkConditions(CheckJob& job)
{
    checkExpectations(job);
    for (const Written& written : job.written) {
        checkTruths(job, written);
        if (written.use == Use::Constraint)
            checkConstraint(job, written);
    }
    Reach(job).check();
}

} // namespace tashilgar::forms::check
