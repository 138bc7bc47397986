#include "app/base/text.h"
#include "app/forms/check/job.h"
#include "app/forms/engine/suggestions.h"

#include <algorithm>

namespace tashilgar::forms::check {

namespace {

using model::kNoDef;
using xpath::PathReference;
using xpath::PathStep;

bool isNameStep(const PathStep& step) { return step.axis == xpath::Axis::Child && step.test == PathStep::Test::Name && !step.prefixed; }

void unknownColumn(CheckJob& job, const Where& where, const std::string& id, const List& list, const std::string& column)
{
    job.report.add(Severity::Warning, "unknown-column", where,
        {{"list", id}, {"column", column}, {"near", engine::nearestName(column, list.columns)}});
}

/// instance('list')/root/item[column = …]/column against what the list holds.
void checkLists(CheckJob& job, const Written& written)
{
    const engine::CompiledExpression& compiled = *written.compiled;
    const auto& references = compiled.expression.references();
    for (const PathReference& path : references) {
        if (path.start == PathReference::Start::Instance && !path.instance.empty() && !job.lists.isDeclared(path.instance))
            job.report.add(Severity::Warning, "unknown-instance", written.where,
                {{"list", path.instance}, {"near", engine::nearestName(path.instance, job.lists.ids())}});
        const PathReference* around = path.enclosing == PathReference::kNone ? nullptr : &references[path.enclosing];
        const bool inRow = around && path.start == PathReference::Start::Context && path.enclosingSteps == 2
            && around->start == PathReference::Start::Instance;
        const bool ofRow = path.start == PathReference::Start::Instance && path.steps.size() > 2 && isNameStep(path.steps[1]);
        const std::string& id = inRow ? around->instance : path.instance;
        const List* list = inRow || ofRow ? job.lists.find(id) : nullptr;
        if (!list || !list->flat || list->rows == 0 || list->rows >= List::kMaxRows)
            continue;
        const std::size_t at = inRow ? 0 : 2;
        if (path.steps.size() == at + 1 && isNameStep(path.steps[at]) && !list->has(path.steps[at].local))
            unknownColumn(job, written.where, id, *list, path.steps[at].local);
    }
}

/// pulldata('list', 'column', 'key column', …), jr:choice-name(…, '/data/q').
void checkCalls(CheckJob& job, const Written& written)
{
    const xpath::Program& program = written.compiled->expression.program();
    for (const xpath::Op& op : program.ops) {
        if (op.code != xpath::OpCode::Call)
            continue;
        const std::string& name = program.calls[op.index].function->name;
        const auto constant = [&](std::uint32_t i) -> std::string {
            const xpath::Op& argument = program.ops[program.operands[op.first + i]];
            return argument.code == xpath::OpCode::Constant ? program.constants[argument.index].toText() : std::string();
        };
        if (name == "pulldata") {
            const List* list = job.lists.find(constant(0));
            for (const std::uint32_t i : {1u, 2u}) {
                if (list && list->flat && list->rows > 0 && !constant(i).empty() && !list->has(constant(i)))
                    unknownColumn(job, written.where, constant(0), *list, constant(i));
            }
        }
        if (name == "jr:choice-name") {
            const std::string path(base::trim(constant(1)));
            const auto found = job.definition.byPath.find(path);
            if (!path.starts_with('/'))
                continue;
            const bool select = found != job.definition.byPath.end() && job.operands.kindOf(found->second) == Kind::Choice;
            if (!select)
                job.report.add(Severity::Warning, "no-such-select", written.where, {{"path", path}});
        }
    }
}

/// The value and the label of an itemset are columns of its list.
void checkItemsets(CheckJob& job)
{
    for (std::uint32_t index = 0; index < job.definition.controls.size(); ++index) {
        const model::Control& control = job.definition.controls[index];
        const engine::CompiledItemset& itemset = job.form.itemsets[index];
        if (!control.itemset || control.node == kNoDef)
            continue;
        const engine::RuleIndex rule = job.form.graph.ruleOf(control.node, engine::RuleKind::Choices);
        if (rule == engine::kNoRule || job.definition.nodes[control.node].control != index)
            continue;
        const auto& references = job.form.graph.rules()[rule].compiled.expression.references();
        const auto source = std::find_if(references.begin(), references.end(), [](const PathReference& path) {
            return path.start == PathReference::Start::Instance && path.enclosing == PathReference::kNone;
        });
        const List* list = source == references.end() ? nullptr : job.lists.find(source->instance);
        if (!list || !list->flat || list->rows == 0 || list->rows >= List::kMaxRows)
            continue;
        for (const auto* part : {&itemset.value, &itemset.label}) {
            const PathReference* path = *part ? (*part)->asPath() : nullptr;
            if (path && path->steps.size() == 1 && isNameStep(path->steps[0]) && !list->has(path->steps[0].local))
                unknownColumn(job, job.whereControl(index, "itemset of"), source->instance, *list, path->steps[0].local);
        }
        if (!itemset.labelIsItext || !itemset.label)
            continue;
        const PathReference* path = itemset.label->asPath();
        if (!path || path->steps.size() != 1)
            continue;
        for (const std::string& id : list->valuesOf(path->steps[0].local)) {
            if (!id.empty() && !job.definition.itext.has(id))
                job.report.add(Severity::Warning, "unknown-itext", job.whereControl(index, "itemset of"), {{"id", id}});
        }
    }
}

} // namespace

void checkNames(CheckJob& job)
{
    for (const Written& written : job.written) {
        checkLists(job, written);
        checkCalls(job, written);
        if (written.use == Written::Use::Output) { // of all others the compiler has told
            for (const std::string& path : written.compiled->unknown)
                job.report.add(Severity::Warning, "unknown-node", written.where,
                    {{"path", path}, {"near", engine::nearestPath(job.definition, path)}});
        }
    }
    checkItemsets(job);
}

} // namespace tashilgar::forms::check
