#include "app/forms/engine/session.h"

#include <algorithm>

// The walk of events() one step at a time. Each step costs what lies between its two ends (siblings that are not relevant),
// never what the form holds. A place that the body names twice is met once, where it stands first.

namespace tashilgar::forms::engine {

using model::Control;
using model::kNoDef;
using model::kNone;

const std::vector<std::uint32_t>& Session::siblingsOf(std::uint32_t control) const
{
    const std::uint32_t parent = definition().controls[control].parent;
    return parent == kNone ? definition().topControls : definition().controls[parent].children;
}

/// A group that only orders and styles what it holds.
bool Session::isFrame(std::uint32_t index) const
{
    const Control& control = definition().controls[index];
    return control.kind == NodeKind::Group && (control.node == kNoDef || !isFirst(index));
}

bool Session::isFirst(std::uint32_t index) const
{
    const model::DefId node = definition().controls[index].node;
    return node != kNoDef && definition().nodes[node].control == index;
}

bool Session::prompts(NodeId range) const
{
    return canAdd(range) && m_tree.relevant(range) && m_tree.relevant(m_tree.parentElement(range));
}

/// The first event at \p control or below it; none where nothing of it is relevant.
std::optional<Event> Session::enter(std::uint32_t index, NodeId context) const
{
    const Control& control = definition().controls[index];
    if (isFrame(index)) {
        for (const std::uint32_t child : control.children) {
            if (auto found = enter(child, context))
                return found;
        }
        return {};
    }
    const NodeId node = isFirst(index) ? nodeFor(control.node, context) : kNoNode;
    if (node == kNoNode)
        return {};
    if (control.kind == NodeKind::RepeatRange) {
        if (!m_tree.isRange(node))
            return {};
        for (const NodeId instanceNode : m_tree.instances(node)) {
            if (m_tree.relevant(instanceNode))
                return Event{Event::Kind::Repeat, m_tree.ref(instanceNode)};
        }
        return prompts(node) ? std::optional(Event{Event::Kind::PromptRepeat, m_tree.ref(node)}) : std::nullopt;
    }
    if (!m_tree.relevant(node))
        return {};
    return Event{control.kind == NodeKind::Group ? Event::Kind::Group : Event::Kind::Question, m_tree.ref(node)};
}

/// The last event inside \p node, or the one of \p node itself.
std::optional<Event> Session::lastWithin(NodeId node, std::uint32_t index, Event::Kind kind) const
{
    const std::vector<std::uint32_t>& children = definition().controls[index].children;
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (auto found = enterLast(*child, node))
            return found;
    }
    return Event{kind, m_tree.ref(node)};
}

std::optional<Event> Session::enterLast(std::uint32_t index, NodeId context) const
{
    const Control& control = definition().controls[index];
    if (isFrame(index)) {
        for (auto child = control.children.rbegin(); child != control.children.rend(); ++child) {
            if (auto found = enterLast(*child, context))
                return found;
        }
        return {};
    }
    const NodeId node = isFirst(index) ? nodeFor(control.node, context) : kNoNode;
    if (node == kNoNode)
        return {};
    if (control.kind == NodeKind::RepeatRange) {
        if (!m_tree.isRange(node))
            return {};
        if (prompts(node))
            return Event{Event::Kind::PromptRepeat, m_tree.ref(node)};
        const auto& instances = m_tree.instances(node);
        for (auto instanceNode = instances.rbegin(); instanceNode != instances.rend(); ++instanceNode) {
            if (m_tree.relevant(*instanceNode))
                return lastWithin(*instanceNode, index, Event::Kind::Repeat);
        }
        return {};
    }
    if (!m_tree.relevant(node))
        return {};
    if (control.kind == NodeKind::Group)
        return lastWithin(node, index, Event::Kind::Group);
    return Event{Event::Kind::Question, m_tree.ref(node)};
}

/// What comes after everything of \p control.
std::optional<Event> Session::leave(std::uint32_t index, NodeId context) const
{
    const std::vector<std::uint32_t>& siblings = siblingsOf(index);
    for (auto next = std::upper_bound(siblings.begin(), siblings.end(), index); next != siblings.end(); ++next) {
        if (auto found = enter(*next, context))
            return found;
    }
    const std::uint32_t parent = definition().controls[index].parent;
    if (parent == kNone)
        return {};
    const Control& above = definition().controls[parent];
    const NodeId own = above.kind == NodeKind::RepeatRange ? m_tree.ancestor(context, above.node) : kNoNode;
    if (own == kNoNode)
        return leave(parent, context);
    const NodeId range = m_tree.rangeOf(own);
    const auto& instances = m_tree.instances(range);
    for (auto next = std::find(instances.begin(), instances.end(), own) + 1; next != instances.end(); ++next) {
        if (m_tree.relevant(*next))
            return Event{Event::Kind::Repeat, m_tree.ref(*next)};
    }
    return prompts(range) ? std::optional(Event{Event::Kind::PromptRepeat, m_tree.ref(range)}) : leave(parent, range);
}

/// What comes before \p control and everything of it.
std::optional<Event> Session::leaveBackwards(std::uint32_t index, NodeId context) const
{
    const std::vector<std::uint32_t>& siblings = siblingsOf(index);
    for (auto next = std::lower_bound(siblings.begin(), siblings.end(), index); next != siblings.begin();) {
        if (auto found = enterLast(*--next, context))
            return found;
    }
    const std::uint32_t parent = definition().controls[index].parent;
    if (parent == kNone)
        return {};
    const Control& above = definition().controls[parent];
    if (isFrame(parent))
        return leaveBackwards(parent, context);
    if (above.kind != NodeKind::RepeatRange)
        return Event{Event::Kind::Group, m_tree.ref(nodeFor(above.node, context))};
    const NodeId own = m_tree.ancestor(context, above.node);
    return own == kNoNode ? leaveBackwards(parent, context) : std::optional(Event{Event::Kind::Repeat, m_tree.ref(own)});
}

std::optional<Event> Session::firstEvent() const
{
    for (const std::uint32_t control : definition().topControls) {
        if (auto found = enter(control, Tree::rootElement()))
            return found;
    }
    return {};
}

std::optional<Event> Session::lastEvent() const
{
    const auto& top = definition().topControls;
    for (auto control = top.rbegin(); control != top.rend(); ++control) {
        if (auto found = enterLast(*control, Tree::rootElement()))
            return found;
    }
    return {};
}

std::optional<Event> Session::eventAfter(const Event& event) const
{
    const NodeId node = m_tree.find(event.ref);
    if (node == kNoNode || m_tree.definitionOf(node).control == kNone)
        return {};
    const std::uint32_t index = m_tree.definitionOf(node).control;
    if (event.kind == Event::Kind::Group || event.kind == Event::Kind::Repeat) {
        for (const std::uint32_t child : definition().controls[index].children) {
            if (auto found = enter(child, node))
                return found;
        }
    }
    if (!m_tree.isInstance(node))
        return leave(index, m_tree.parentElement(node));
    const NodeId range = m_tree.rangeOf(node);
    const auto& instances = m_tree.instances(range);
    for (auto next = std::find(instances.begin(), instances.end(), node) + 1; next != instances.end(); ++next) {
        if (m_tree.relevant(*next))
            return Event{Event::Kind::Repeat, m_tree.ref(*next)};
    }
    return prompts(range) ? std::optional(Event{Event::Kind::PromptRepeat, m_tree.ref(range)})
                          : leave(index, m_tree.parentElement(range));
}

std::optional<Event> Session::eventBefore(const Event& event) const
{
    const NodeId node = m_tree.find(event.ref);
    if (node == kNoNode || m_tree.definitionOf(node).control == kNone)
        return {};
    const std::uint32_t index = m_tree.definitionOf(node).control;
    const NodeId above = m_tree.parentElement(node);
    const bool instance = m_tree.isInstance(node);
    if (!instance && event.kind != Event::Kind::PromptRepeat)
        return leaveBackwards(index, above);
    const NodeId range = instance ? m_tree.rangeOf(node) : node;
    const auto& instances = m_tree.instances(range);
    auto next = instance ? std::find(instances.begin(), instances.end(), node) : instances.end();
    while (next != instances.begin()) {
        if (m_tree.relevant(*--next))
            return lastWithin(*next, index, Event::Kind::Repeat);
    }
    return leaveBackwards(index, m_tree.parentElement(range));
}

} // namespace tashilgar::forms::engine
