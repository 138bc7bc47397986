#include "app/base/text.h"
#include "app/base/uuid.h"
#include "app/forms/engine/session.h"
#include "app/forms/instance/codec.h"
#include "app/forms/xpath/expression.h"

#include <algorithm>

namespace tashilgar::forms::engine {

namespace {
/// How many times value changes may set off further value changes before it is called endless.
constexpr int kMaxWaves = 100;
} // namespace

base::Result<void> Session::answer(NodeId node, std::string_view text)
{
    const model::NodeDef& def = m_tree.definitionOf(node);
    if (m_tree.isRange(node) || (!def.leaf && !def.attribute))
        return base::fail(kNotAllowed, "this place holds no answer", m_tree.ref(node));
    if (m_tree.readonly(node))
        return base::fail(kNotAllowed, "this answer can only be read", m_tree.ref(node));
    const model::Control* control = definition().controlOf(m_tree.def(node));
    std::string value(text);
    if (typeOf(node) == DataType::Date && !instance::isDate(base::trim(text)))
        value.clear(); // a moment is no date; a calculation may make it one, a person means something else
    if (control)
        value = arranged(node, *control, value);
    if (store(node, value, {ChangedBy::Answer})) {
        valueChanged(node);
        settle();
    }
    return {};
}

void Session::settle()
{
    run();
    for (int wave = 0; !m_changed.empty(); ++wave) {
        std::vector<NodeId> changed;
        changed.swap(m_changed);
        if (wave == kMaxWaves) {
            problem("actions", base::Error(kEvaluation, "value changes set off each other without end"));
            return;
        }
        std::vector<NodeId> done;
        for (const NodeId node : changed) {
            if (!m_tree.isAlive(node) || std::find(done.begin(), done.end(), node) != done.end())
                continue;
            done.push_back(node);
            for (const std::uint32_t index : m_form->onValueChanged[m_tree.def(node)]) {
                if (m_tree.isAlive(node))
                    perform(index, node, model::kValueChanged);
            }
        }
        run();
    }
}

/// Runs \p actions at every node of their place that lies at or below \p within.
void Session::fire(const std::vector<std::uint32_t>& actions, NodeId within, model::EventBit event)
{
    for (const std::uint32_t index : actions) {
        std::vector<NodeId> contexts;
        m_tree.collect(within, m_form->actions[index].action.context, false, contexts);
        for (const NodeId context : contexts)
            perform(index, context, event);
    }
}

/// Spec: https://getodk.github.io/xforms-spec/#actions. The target is a path seen from what holds the action: the own
/// instance of a repeat, else its first.
void Session::perform(std::uint32_t index, NodeId context, model::EventBit event)
{
    const CompiledAction& action = m_form->actions[index];
    const std::string place = "setvalue " + action.action.targetRef;
    if (!action.target)
        return;
    const auto found = evaluate(*action.target, context);
    if (!found) {
        problem(place, found.error());
        return;
    }
    NodeId target = kNoNode;
    if (found->isNodeSet() && !found->nodes().empty() && found->nodes()[0].dom == &m_tree)
        target = Tree::nodeOf(found->nodes()[0].id);
    else // the path leaves out what is not relevant, but a value may be set before its question shows
        target = nodeFor(action.action.target, context);
    if (target == kNoNode || m_tree.isRange(target))
        return;
    std::string text = action.action.literal;
    if (action.action.kind == model::Action::Kind::SetGeopoint && m_host.requestPosition) {
        m_host.requestPosition(m_tree.ref(target));
        return; // the host answers with deliver()
    }
    if (action.action.kind == model::Action::Kind::RecordAudio) {
        if (m_host.recordAudio)
            m_host.recordAudio({m_tree.ref(target), action.action.quality.empty() ? "voice-only" : action.action.quality});
        return;
    }
    if (action.action.kind == model::Action::Kind::SetGeopoint) {
        text = m_host.position ? m_host.position() : std::string();
    } else if (action.value) {
        const bool ownScope = action.value->scope == m_tree.def(target);
        const auto value = evaluate(*action.value, target, ownScope ? target : context);
        if (!value) {
            problem(place, value.error());
            return;
        }
        text = textOf(*value, typeOf(target));
    }
    const auto number = static_cast<std::uint16_t>(std::min<std::uint32_t>(index, instance::Origin::kNoAction));
    if (store(target, text, {ChangedBy::Action, event, number}))
        valueChanged(target);
}

base::Result<void> Session::deliver(NodeId node, std::string_view value)
{
    const model::NodeDef& def = m_tree.definitionOf(node);
    if (m_tree.isRange(node) || (!def.leaf && !def.attribute))
        return base::fail(kNotAllowed, "this place holds no answer", m_tree.ref(node));
    if (store(node, std::string(value), {ChangedBy::Client})) {
        valueChanged(node);
        settle();
    }
    return {};
}

void Session::finish()
{
    if (m_host.audit) {
        std::vector<NodeId> logs;
        if (const model::DefId log = definition().meta("audit"); log != model::kNoDef)
            m_tree.collect(Tree::rootElement(), log, false, logs);
        for (const NodeId node : logs) {
            if (store(node, std::string(AuditLog::kFileName), {ChangedBy::Client}))
                valueChanged(node);
        }
    }
    std::vector<NodeId> ids;
    m_tree.collect(Tree::rootElement(), m_form->instanceId, false, ids);
    if (!ids.empty() && m_tree.value(ids.front()).empty()) { // a form that forgot to ask for one
        setFirst(ids.front(), "uuid:" + base::uuid4(random()), ChangedBy::Client);
        valueChanged(ids.front());
    }
    for (const model::Bind& bind : definition().binds) {
        if (bind.preload.kind != model::PreloadKind::TimestampEnd)
            continue;
        std::vector<NodeId> nodes;
        m_tree.collect(Tree::rootElement(), bind.node, false, nodes);
        for (const NodeId node : nodes) {
            if (store(node, base::toIsoWithOffset(now(), zone()), {ChangedBy::Preload}))
                valueChanged(node);
        }
    }
    fire(m_form->onRevalidate, Tree::rootElement(), model::kRevalidate);
    settle();
}

} // namespace tashilgar::forms::engine
