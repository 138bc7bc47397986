#include "app/forms/check/job.h"
#include "app/forms/check/visit.h"

#include <algorithm>

namespace tashilgar::forms::check {

namespace {

using model::DefId;
using model::kNoDef;
using xpath::PathReference;
using Use = Written::Use;

/// From so many rows on a scan can be felt on a tablet when it runs at every answer.
constexpr std::size_t kLongList = 1'000;

/// Whether an index can answer one of the predicates of a step.
bool isIndexed(const std::vector<xpath::Predicate>& predicates)
{
    return std::any_of(predicates.begin(), predicates.end(), [](const xpath::Predicate& predicate) {
        return predicate.rows || predicate.kind == xpath::Predicate::Kind::Index;
    });
}

/// "[3]": one row, found at once.
bool isNumbered(const std::vector<xpath::Predicate>& predicates)
{
    return !predicates.empty() && predicates[0].kind == xpath::Predicate::Kind::Index;
}

/// Rows of a list that are tried one by one.
void checkScans(CheckJob& job, const Written& written)
{
    const engine::CompiledExpression& compiled = *written.compiled;
    const xpath::Program& program = compiled.expression.program();
    for (const PathReference& path : program.references) {
        if (path.start != PathReference::Start::Instance || path.instance.empty() || path.length == 0)
            continue;
        const List* list = job.lists.find(path.instance);
        if (!list || list->rows < kLongList) // of what size a list is that is not here, nobody can tell
            continue;
        const xpath::PathCode& code = program.paths[path.id];
        for (std::size_t step = 0; step < code.stepPredicates.size(); ++step) {
            if (code.stepPredicates[step].empty() || isIndexed(code.stepPredicates[step]))
                continue;
            job.report.add(Severity::Hint, "slow-scan", written.where,
                {{"path", textOf(compiled, path)}, {"list", path.instance}, {"rows", std::to_string(list->rows)}});
            break;
        }
    }
}

/// Where a path leads, one step further than what is bound when that step chooses among rows.
DefId reached(const model::Definition& definition, const PathReference& path, const engine::BoundPath& bound)
{
    if (bound.complete || bound.consumed >= path.steps.size())
        return bound.target;
    for (const DefId child : definition.named(bound.target, path.steps[bound.consumed].local, false)) {
        if (definition.nodes[child].repeat)
            return child;
    }
    return bound.target;
}

/// An expression in every row of a repeat that reads every row of it: four times the work for twice the rows.
void checkSquares(CheckJob& job, const Written& written)
{
    const engine::CompiledExpression& compiled = *written.compiled;
    if (written.use == Use::Action || written.use == Use::Output || written.use == Use::Count)
        return;
    const model::Definition& definition = job.definition;
    const xpath::Program& program = compiled.expression.program();
    for (const PathReference& path : program.references) {
        const engine::BoundPath& bound = compiled.paths[path.id];
        if (!bound.bound || path.everyInstance || path.enclosing != PathReference::kNone || bound.apex == kNoDef)
            continue;
        const DefId target = reached(definition, path, bound);
        for (DefId repeat = definition.nodes[written.node].repeatScope; repeat != kNoDef;) {
            const bool allRows = definition.isAncestorOrSelf(repeat, target)
                && definition.nodes[bound.apex].depth < definition.nodes[repeat].depth;
            const auto& predicates = program.paths[path.id].stepPredicates;
            const bool oneRow = bound.consumed < predicates.size() && isNumbered(predicates[bound.consumed]);
            if (allRows && !oneRow) {
                job.report.add(Severity::Hint, "grows-with-square", written.where,
                    {{"path", textOf(compiled, path)}, {"repeat", job.pathOf(repeat)}});
                return;
            }
            const DefId above = definition.nodes[repeat].parent;
            repeat = above == kNoDef ? kNoDef : definition.nodes[above].repeatScope;
        }
    }
}

/// random() and uuid() give something new whenever the form is opened or saved; what must stay is put inside once().
void checkOnce(CheckJob& job, const Written& written)
{
    if (written.use != Use::Calculate || written.node == job.form.instanceId)
        return;
    const xpath::Program& program = written.compiled->expression.program();
    bool once = false;
    std::string changing;
    for (const xpath::CallSite& call : program.calls) {
        once = once || call.function->name == "once";
        if (call.function->name == "random" || call.function->name == "uuid")
            changing = call.function->name;
    }
    if (!once && !changing.empty())
        job.report.add(Severity::Hint, "changes-each-time", written.where, {{"function", changing}});
}

} // namespace

void checkCost(CheckJob& job)
{
    for (const Written& written : job.written) {
        checkScans(job, written);
        checkSquares(job, written);
        checkOnce(job, written);
    }
}

} // namespace tashilgar::forms::check
