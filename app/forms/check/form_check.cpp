#include "app/forms/check.h"

#include "app/base/text.h"
#include "app/forms/check/job.h"
#include "app/forms/parse/form_parser.h"

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

namespace tashilgar::forms {

namespace check {

using model::DefId;
using model::kNoDef;
using Use = Written::Use;

namespace {

Use useOf(engine::RuleKind kind)
{
    switch (kind) {
    case engine::RuleKind::Calculate: return Use::Calculate;
    case engine::RuleKind::Relevant: return Use::Relevant;
    case engine::RuleKind::Readonly: return Use::Readonly;
    case engine::RuleKind::Required: return Use::Required;
    case engine::RuleKind::Constraint: return Use::Constraint;
    case engine::RuleKind::Expected: return Use::Expected;
    case engine::RuleKind::Count: return Use::Count;
    case engine::RuleKind::Choices: return Use::Choices;
    }
    return Use::Calculate;
}

/// Gathers every expression of a form with its place.
class Gatherer {
public:
    explicit Gatherer(CheckJob& job)
        : m_job(job)
        , m_definition(job.definition)
    {
    }

    void run()
    {
        for (const engine::Rule& rule : m_job.form.graph.rules())
            m_job.written.push_back({useOf(rule.kind), &rule.compiled, rule.node, {rule.place, lineOf(rule)}});
        for (const engine::CompiledAction& action : m_job.form.actions) {
            if (action.value)
                m_job.written.push_back({Use::Action, &*action.value, action.action.target,
                    {"setvalue " + action.action.targetRef + ", value", action.action.line}});
        }
        for (std::uint32_t index = 0; index < m_definition.controls.size(); ++index) {
            const model::Control& control = m_definition.controls[index];
            const DefId node = control.node == kNoDef ? 0 : control.node;
            text(control.label, node, m_job.whereControl(index, "label of"));
            text(control.hint, node, m_job.whereControl(index, "hint of"));
            for (const model::Item& item : control.items)
                text(item.label, node, m_job.whereControl(index, "choice " + item.value + " of"));
        }
        for (const model::Bind& bind : m_definition.binds) {
            text(bind.constraintMessage, bind.node, {"bind " + m_job.pathOf(bind.node) + ", jr:constraintMsg", bind.line});
            text(bind.requiredMessage, bind.node, {"bind " + m_job.pathOf(bind.node) + ", jr:requiredMsg", bind.line});
            text(bind.expectedMessage, bind.node, {"bind " + m_job.pathOf(bind.node) + ", tsh:expectedMsg", bind.line});
        }
    }

private:
    std::uint32_t lineOf(const engine::Rule& rule) const
    {
        const model::NodeDef& node = m_definition.nodes[rule.node];
        if (rule.kind == engine::RuleKind::Count || rule.kind == engine::RuleKind::Choices)
            return node.control == model::kNone ? 0 : m_definition.controls[node.control].line;
        return node.bind == model::kNone ? 0 : m_definition.binds[node.bind].line;
    }

    void output(const std::string& expression, DefId node, const Where& where)
    {
        if (base::trim(expression).empty())
            return;
        auto compiled = engine::compileAt(m_definition, m_job.form.namespaces, expression, node);
        if (!compiled)
            return; // told by the compiler
        m_job.own.push_back(std::move(*compiled));
        m_job.written.push_back({Use::Output, &m_job.own.back(), node, where});
    }

    void outputs(const model::TextTemplate& text, DefId node, const Where& where)
    {
        for (const model::TextPart& part : text) {
            if (part.output)
                output(part.text, node, {where.place + ", output", where.line});
        }
    }

    void text(const model::Text& text, DefId node, const Where& where)
    {
        outputs(text.plain, node, where);
        if (text.kind == model::Text::Kind::Expression)
            output(text.expression, node, where);
        if (text.kind != model::Text::Kind::Itext)
            return;
        auto id = xpath::Expression::compile(text.expression, m_job.form.namespaces);
        if (!id || !id->constant())
            return;
        const auto& entries = m_definition.itext.entries();
        const auto entry = entries.find(id->constant()->toText());
        if (entry == entries.end() || !m_seen.insert(entry->first).second)
            return;
        std::unordered_set<std::string> told; // the same output in every language is one
        for (const auto& values : entry->second) {
            for (const model::ItextValue& value : values) {
                for (const model::TextPart& part : value.text) {
                    if (part.output && told.insert(part.text).second)
                        output(part.text, node, {where.place + ", output", where.line});
                }
            }
        }
    }

    CheckJob& m_job;
    const model::Definition& m_definition;
    std::unordered_set<std::string> m_seen;
};

/// Gives a line to what the parsers and the compiler found, where their place names a bind or a control.
void addLines(const model::Definition& definition, Diagnostics& diagnostics, std::size_t from)
{
    std::unordered_map<std::string, std::uint32_t> lines;
    for (const model::Bind& bind : definition.binds)
        lines.emplace("bind " + definition.nodes[bind.node].path, bind.line);
    for (const model::Control& control : definition.controls) {
        if (control.node == kNoDef)
            continue;
        for (const char* what : {"itemset of ", "label of ", "hint of ", "repeat "})
            lines.emplace(what + definition.nodes[control.node].path, control.line);
    }
    for (const model::Action& action : definition.actions)
        lines.emplace("setvalue " + action.targetRef, action.line);
    for (std::size_t i = from; i < diagnostics.size(); ++i) {
        if (diagnostics[i].line > 0)
            continue;
        const auto found = lines.find(diagnostics[i].place.substr(0, diagnostics[i].place.find(", ")));
        if (found != lines.end())
            diagnostics[i].line = found->second;
    }
}

} // namespace

CheckJob::CheckJob(const engine::CompiledForm& compiled, const CheckOptions& given, Report& into)
    : definition(*compiled.definition)
    , form(compiled)
    , options(given)
    , report(into)
    , lists(compiled, given.resources)
    , operands(compiled, lists)
{
    Gatherer(*this).run();
}

Where CheckJob::whereControl(std::uint32_t index, std::string_view what) const
{
    const model::Control& control = definition.controls[index];
    std::string place(what);
    if (!place.empty())
        place += ' ';
    place += control.node == kNoDef ? fmt::format("group in line {}", control.line) : pathOf(control.node);
    return {std::move(place), control.line};
}

std::string textOf(const engine::CompiledExpression& compiled, const xpath::PathReference& path)
{
    return compiled.expression.text().substr(path.at, path.length);
}

} // namespace check

bool checkForm(std::string_view xml, const CheckOptions& options, Diagnostics& diagnostics)
{
    const std::size_t from = diagnostics.size();
    Diagnostics found;
    auto parsed = parse::parseForm(xml, found);
    const bool sound = parsed && !hasErrors(found);
    if (!parsed || parsed->nodes.empty()) {
        diagnostics.insert(diagnostics.end(), found.begin(), found.end());
        return false;
    }
    const auto definition = std::make_shared<const model::Definition>(std::move(*parsed));
    const auto compiled = engine::compileForm(definition, found);
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    check::addLines(*definition, diagnostics, from);

    check::Report report(diagnostics);
    check::CheckJob job(*compiled, options, report);
    for (const auto check : {check::checkNames, check::checkTypes, check::checkConditions, check::checkRepeats, check::checkCost,
             check::checkTexts, check::checkMedia, check::checkAppearances, check::checkPortable})
        check(job);
    report.finish();
    return sound && !hasErrors(found);
}

} // namespace tashilgar::forms
