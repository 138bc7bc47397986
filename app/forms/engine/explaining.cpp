#include "app/forms/engine/session.h"
#include "app/forms/xpath/evaluation.h"
#include "app/forms/xpath/walker.h"

#include <algorithm>

namespace tashilgar::forms::engine {

namespace {

/// A row of a list, or a group, may hold any amount of text; a trace shows where it begins.
constexpr std::size_t kMaxValueBytes = 200;

std::string shortened(std::string text)
{
    if (text.size() <= kMaxValueBytes)
        return text;
    std::size_t end = kMaxValueBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) // not inside a character
        --end;
    return text.substr(0, end) + "…";
}

std::string nameOf(model::EventBit event)
{
    switch (event) {
    case model::kFirstLoad: return "odk-instance-first-load";
    case model::kLoad: return "odk-instance-load";
    case model::kNewRepeat: return "odk-new-repeat";
    case model::kValueChanged: return "xforms-value-changed";
    case model::kRevalidate: return "xforms-revalidate";
    }
    return {};
}

Reason::Property propertyOf(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Calculate: return Reason::Property::Calculate;
    case RuleKind::Relevant: return Reason::Property::Relevant;
    case RuleKind::Readonly: return Reason::Property::Readonly;
    case RuleKind::Required: return Reason::Property::Required;
    case RuleKind::Constraint: return Reason::Property::Constraint;
    case RuleKind::Expected: return Reason::Property::Expected;
    case RuleKind::Count: return Reason::Property::Count;
    case RuleKind::Choices: return Reason::Property::Choices;
    }
    return Reason::Property::Calculate;
}

/// The calls of indexed-repeat() in \p program: what they give is read, not the paths that name their repeats.
std::vector<xpath::OpIndex> indexedCalls(const xpath::Program& program)
{
    std::vector<xpath::OpIndex> calls;
    for (xpath::OpIndex i = 0; i < program.ops.size(); ++i) {
        const xpath::Op& op = program.ops[i];
        if (op.code == xpath::OpCode::Call && program.calls[op.index].function->traits & xpath::Function::EveryInstance)
            calls.push_back(i);
    }
    return calls;
}

} // namespace

/// What each path of the expression leads to now. Paths inside a predicate that start at the row tried differ from row to
/// row and are left out.
std::vector<Reading> Session::readingsOf(const CompiledExpression& compiled, NodeId node) const
{
    const xpath::Program& program = compiled.expression.program();
    const TreePaths paths(m_tree, compiled, node);
    xpath::EvaluationContext context;
    context.node = context.current = m_tree.refTo(node);
    context.root = m_tree.refTo(Tree::documentNode());
    context.host = this;
    context.paths = &paths;

    std::vector<Reading> readings;
    const auto add = [&](const xpath::PathReference& path, const xpath::NodeSet& found) {
        Reading reading;
        reading.path = program.text.substr(path.at, path.length);
        reading.instance = path.instance;
        const bool known = std::any_of(readings.begin(), readings.end(),
            [&](const Reading& other) { return other.path == reading.path && other.instance == reading.instance; });
        if (known)
            return;
        reading.count = found.size();
        for (std::size_t i = 0; i < std::min(found.size(), Reading::kMaxNodes); ++i) {
            ReadNode read;
            if (found[i].dom == &m_tree && found[i].id != Tree::documentNode()) {
                const NodeId at = Tree::nodeOf(found[i].id);
                const model::NodeDef& def = m_tree.definitionOf(at);
                read.ref = m_tree.ref(at);
                read.relevant = m_tree.relevant(at);
                read.value = def.leaf || def.attribute ? shortened(m_tree.value(at)) : std::string();
                read.changedBy = m_tree.origin(at).by;
            } else {
                read.value = shortened(found[i].dom->stringValue(found[i].id));
            }
            reading.nodes.push_back(std::move(read));
        }
        readings.push_back(std::move(reading));
    };

    const auto indexed = indexedCalls(program);
    for (const xpath::PathReference& path : program.references) {
        if (path.enclosing != xpath::PathReference::kNone)
            continue;
        xpath::Evaluation evaluation(program, context);
        if (!path.everyInstance) {
            const bool written = path.length > 0; // else pulldata() reads the list
            const xpath::NodeSet found = written ? xpath::Walker(evaluation).walk(path.id, evaluation.focus()) : xpath::NodeSet();
            if (!evaluation.failed())
                add(path, found);
            continue;
        }
        for (const xpath::OpIndex call : indexed) {
            const xpath::Op& target = program.ops[program.operands[program.ops[call].first]];
            if (target.code != xpath::OpCode::Path || target.index != path.id)
                continue;
            const xpath::Value found = evaluation.value(call, evaluation.focus());
            if (!evaluation.failed() && found.isNodeSet())
                add(path, found.nodes());
        }
    }
    return readings;
}

Reason Session::reasonOf(const Rule& rule, NodeId node) const
{
    Reason reason;
    reason.property = propertyOf(rule.kind);
    reason.ref = m_tree.ref(node);
    reason.expression = rule.compiled.expression.text();
    const auto value = evaluate(rule.compiled, node);
    if (!value)
        reason.failure = value.error().sentence;
    const auto truth = [](bool holds) { return std::string(holds ? "true" : "false"); };
    switch (rule.kind) { // what has been decided, not what random() would say now
    case RuleKind::Relevant: reason.outcome = truth(m_tree.ownRelevant(node)); break;
    case RuleKind::Readonly: reason.outcome = truth(m_tree.ownReadonly(node)); break;
    case RuleKind::Required: reason.outcome = truth(m_tree.required(node)); break;
    case RuleKind::Constraint: reason.outcome = truth(m_tree.constraintHolds(node)); break;
    case RuleKind::Expected: reason.outcome = truth(m_tree.expectedHolds(node)); break;
    case RuleKind::Calculate:
        if (rule.compiled.expression.isVolatile())
            reason.outcome = m_tree.value(node);
        else if (value)
            reason.outcome = textOf(*value, typeOf(node));
        break;
    case RuleKind::Count:
        if (value)
            reason.outcome = xpath::textOfNumber(value->toNumber());
        break;
    case RuleKind::Choices:
        reason.outcome = std::to_string(choices(node, m_tree.definitionOf(node).control).values.size());
        break;
    }
    reason.readings = readingsOf(rule.compiled, node);
    return reason;
}

/// Of \p node and every element above it that has a rule of that kind, outermost first.
std::vector<Reason> Session::reasonsAbove(NodeId node, RuleKind kind) const
{
    std::vector<Reason> reasons;
    for (NodeId at = node; at != Tree::documentNode(); at = m_tree.parentElement(at)) {
        const RuleIndex rule = m_form->graph.ruleOf(m_tree.def(at), kind);
        if (rule != kNoRule)
            reasons.push_back(reasonOf(m_form->graph.rules()[rule], at));
    }
    std::reverse(reasons.begin(), reasons.end());
    return reasons;
}

Change Session::changeOf(NodeId node) const
{
    const instance::Origin origin = m_tree.origin(node);
    Change change;
    change.by = origin.by;
    if (origin.by != ChangedBy::Action)
        return change;
    change.event = nameOf(origin.event);
    if (origin.action < m_form->actions.size()) {
        const model::Action& action = m_form->actions[origin.action].action;
        change.expression = action.value.empty() ? action.literal : action.value;
        change.line = action.line;
    }
    return change;
}

Explanation Session::explain(NodeId node) const
{
    Explanation explanation;
    explanation.node = view(node);
    explanation.relevant = reasonsAbove(node, RuleKind::Relevant);
    explanation.readonly = reasonsAbove(node, RuleKind::Readonly);
    for (NodeId at = node; at != Tree::documentNode(); at = m_tree.parentElement(at)) {
        if (!m_tree.ownRelevant(at))
            explanation.hiddenBy = m_tree.ref(at);
        if (m_tree.ownReadonly(at))
            explanation.readonlyBy = m_tree.ref(at);
    }
    const auto own = [&](RuleKind kind) -> std::optional<Reason> {
        const RuleIndex rule = m_form->graph.ruleOf(m_tree.def(node), kind);
        if (rule == kNoRule)
            return std::nullopt;
        return reasonOf(m_form->graph.rules()[rule], node);
    };
    if (m_tree.isRange(node)) {
        explanation.count = own(RuleKind::Count);
        const auto parked = m_parked.find(node);
        explanation.parked = parked == m_parked.end() ? 0 : parked->second.size();
        return explanation;
    }
    explanation.required = own(RuleKind::Required);
    explanation.constraint = own(RuleKind::Constraint);
    explanation.expected = own(RuleKind::Expected);
    explanation.calculate = own(RuleKind::Calculate);
    if (m_tree.definitionOf(node).control != model::kNone)
        explanation.choices = own(RuleKind::Choices);
    explanation.changed = changeOf(node);
    if (const auto given = m_given.find(node); given != m_given.end())
        explanation.notOffered = given->second;
    return explanation;
}

} // namespace tashilgar::forms::engine
