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
    if (store(node, value)) {
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
                    perform(m_form->actions[index], node);
            }
        }
        run();
    }
}

/// Runs \p actions at every node of their place that lies at or below \p within.
void Session::fire(const std::vector<std::uint32_t>& actions, NodeId within)
{
    for (const std::uint32_t index : actions) {
        const CompiledAction& action = m_form->actions[index];
        std::vector<NodeId> contexts;
        m_tree.collect(within, action.action.context, false, contexts);
        for (const NodeId context : contexts)
            perform(action, context);
    }
}

/// Spec: https://getodk.github.io/xforms-spec/#actions. The target is a path seen from what holds the action: the own
/// instance of a repeat, else its first.
void Session::perform(const CompiledAction& action, NodeId context)
{
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
    if (action.action.kind == model::Action::Kind::SetGeopoint) {
        text = m_host.position ? m_host.position() : std::string();
    } else if (action.action.kind == model::Action::Kind::RecordAudio) {
        return; // the host records and answers with the file's name
    } else if (action.value) {
        const bool ownScope = action.value->scope == m_tree.def(target);
        const auto value = evaluate(*action.value, target, ownScope ? target : context);
        if (!value) {
            problem(place, value.error());
            return;
        }
        text = textOf(*value, typeOf(target));
    }
    if (store(target, text))
        valueChanged(target);
}

void Session::finish()
{
    std::vector<NodeId> ids;
    m_tree.collect(Tree::rootElement(), m_form->instanceId, false, ids);
    if (!ids.empty() && m_tree.value(ids.front()).empty()) { // a form that forgot to ask for one
        m_tree.setValue(ids.front(), "uuid:" + base::uuid4(random()));
        valueChanged(ids.front());
    }
    for (const model::Bind& bind : definition().binds) {
        if (bind.preload.kind != model::PreloadKind::TimestampEnd)
            continue;
        std::vector<NodeId> nodes;
        m_tree.collect(Tree::rootElement(), bind.node, false, nodes);
        for (const NodeId node : nodes) {
            if (store(node, base::toIsoWithOffset(now(), zone())))
                valueChanged(node);
        }
    }
    fire(m_form->onRevalidate, Tree::rootElement());
    settle();
}

} // namespace tashilgar::forms::engine
