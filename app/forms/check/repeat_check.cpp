#include "app/forms/check/job.h"
#include "app/forms/check/visit.h"

namespace tashilgar::forms::check {

namespace {

using model::DefId;
using model::kNoDef;

/// The outermost repeat that \p path crosses below its apex, so that it leads to a node in every instance; kNoDef if none.
DefId crossedRepeat(const model::Definition& definition, const engine::BoundPath& path)
{
    DefId crossed = kNoDef;
    if (path.apex == kNoDef || path.target == kNoDef)
        return kNoDef;
    for (DefId at = path.target; at != path.apex && at != kNoDef; at = definition.nodes[at].parent) {
        if (definition.nodes[at].repeat)
            crossed = at;
    }
    return crossed;
}

/// "All rows" where one value is wanted: the first row counts here, and ODK Collect stops with an error.
void checkLeaving(CheckJob& job, const Written& written)
{
    const engine::CompiledExpression& compiled = *written.compiled;
    const xpath::Program& program = compiled.expression.program();
    const auto visit = [&](xpath::OpIndex index, Wanted wanted) {
        const xpath::Op& op = program.ops[index];
        if (wanted != Wanted::One || op.code != xpath::OpCode::Path)
            return;
        const engine::BoundPath& path = compiled.paths[op.index];
        const xpath::PathReference& reference = program.references[op.index];
        if (!path.bound || !path.complete || reference.everyInstance || !job.definition.nodes[path.target].leaf)
            return;
        const DefId repeat = crossedRepeat(job.definition, path);
        if (repeat == kNoDef)
            return;
        job.report.add(Severity::Warning, "leaves-repeat", written.where,
            {{"path", textOf(compiled, reference)}, {"repeat", job.pathOf(repeat)}});
    };
    const bool one = written.use == Written::Use::Calculate || written.use == Written::Use::Action
        || written.use == Written::Use::Output || written.use == Written::Use::Count;
    const bool nodes = written.use == Written::Use::Choices;
    visitOps(program, program.root, one ? Wanted::One : nodes ? Wanted::Nodes : Wanted::Truth, visit);
}

/// A question outside the repeat of its answer shows one instance only.
void checkControls(CheckJob& job)
{
    const model::Definition& definition = job.definition;
    for (std::uint32_t index = 0; index < definition.controls.size(); ++index) {
        const model::Control& control = definition.controls[index];
        if (control.node == kNoDef || control.kind == NodeKind::RepeatRange)
            continue;
        const DefId repeat = definition.nodes[control.node].repeatScope;
        if (repeat == kNoDef)
            continue;
        bool inside = false;
        for (std::uint32_t at = control.parent; at != model::kNone && !inside; at = definition.controls[at].parent)
            inside = definition.controls[at].kind == NodeKind::RepeatRange && definition.controls[at].node == repeat;
        if (!inside)
            job.report.add(Severity::Warning, "outside-repeat", job.whereControl(index, {}),
                {{"path", job.pathOf(control.node)}, {"repeat", job.pathOf(repeat)}});
    }
}

} // namespace

void checkRepeats(CheckJob& job)
{
    for (const Written& written : job.written)
        checkLeaving(job, written);
    checkControls(job);
}

} // namespace tashilgar::forms::check
