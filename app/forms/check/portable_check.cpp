#include "app/forms/check/job.h"

#include <algorithm>
#include <unordered_set>

namespace tashilgar::forms::check {

namespace {

using xpath::Axis;
using xpath::PathReference;
using xpath::PathStep;

/// Functions of XPath 1.0 that ODK Collect's engine does not have.
bool isMissingInCollect(std::string_view function)
{
    static const std::unordered_set<std::string_view> kMissing
        = {"ceiling", "floor", "id", "lang", "last", "local-name", "name", "namespace-uri", "substring"};
    return kMissing.contains(function);
}

bool isOdd(const PathStep& step)
{
    return step.axis != Axis::Child && step.axis != Axis::Parent && step.axis != Axis::Self && step.axis != Axis::Attribute;
}

void checkExpression(CheckJob& job, const Written& written)
{
    const xpath::Program& program = written.compiled->expression.program();
    for (const xpath::Op& op : program.ops) {
        if (op.code != xpath::OpCode::Call)
            continue;
        const std::string& name = program.calls[op.index].function->name;
        if (name.starts_with("tsh:"))
            job.report.add(Severity::Hint, "own-function", written.where, {{"function", name}});
        else if (isMissingInCollect(name))
            job.report.add(Severity::Warning, "not-in-collect", written.where, {{"feature", name + "()"}});
        else if (name == "coalesce" && op.count != 2)
            job.report.add(Severity::Warning, "not-in-collect", written.where, {{"feature", "coalesce() with more than two arguments"}});
    }
    for (const PathReference& path : program.references) {
        const auto odd = std::find_if(path.steps.begin(), path.steps.end(), isOdd);
        if (odd != path.steps.end() && path.length > 0)
            job.report.add(Severity::Warning, "not-in-collect", written.where, {{"feature", textOf(*written.compiled, path)}});
    }
}

} // namespace

void checkPortable(CheckJob& job)
{
    for (const Written& written : job.written)
        checkExpression(job, written);
    std::size_t marked = 0;
    for (const model::Bind& bind : job.definition.binds)
        marked += bind.personal || bind.sensitive;
    if (marked > 0)
        job.report.add(Severity::Hint, "own-attribute", {"binds", 0}, {{"attribute", "tsh:privacy"}, {"count", std::to_string(marked)}});
}

} // namespace tashilgar::forms::check
