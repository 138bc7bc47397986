#include "app/forms/engine/session.h"

#include <algorithm>
#include <iterator>

namespace tashilgar::forms::engine {

using model::Control;
using model::DefId;
using model::kNoDef;

/// The node of \p def nearest to \p context: in the same instances where they share repeats, else in the first. A range
/// for a repeat. kNoNode where an instance on the way is missing.
NodeId Session::nodeFor(DefId def, NodeId context) const
{
    NodeId at = context;
    while (at != Tree::rootElement() && !definition().isAncestorOrSelf(m_tree.def(at), def))
        at = m_tree.parentElement(at);
    if (m_tree.def(at) == def)
        return at;
    std::vector<DefId> chain;
    for (DefId step = def; step != m_tree.def(at); step = definition().nodes[step].parent)
        chain.push_back(step);
    for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
        if (m_tree.isRange(at)) {
            if (m_tree.instances(at).empty())
                return kNoNode;
            at = m_tree.instances(at).front();
        }
        at = m_tree.inSlot(at, definition().nodes[*step].slot);
    }
    return at;
}

NodeKind Session::kindOf(NodeId node) const
{
    if (node == Tree::rootElement())
        return NodeKind::Root;
    if (m_tree.isRange(node))
        return NodeKind::RepeatRange;
    if (m_tree.isInstance(node))
        return NodeKind::Repeat;
    const model::NodeDef& def = m_tree.definitionOf(node);
    if (def.attribute)
        return NodeKind::Value;
    if (!def.leaf)
        return NodeKind::Group;
    const Control* control = definition().controlOf(m_tree.def(node));
    return control ? control->kind : NodeKind::Value;
}

/// The own items of a select; those of its itemset come where the form puts them.
void Session::addChoices(NodeId node, const Control& control, NodeView& view) const
{
    for (const model::Item& item : control.items)
        view.choices.push_back({item.value, text(item.label, node), text(item.label, node, "image"),
            text(item.label, node, "audio"), text(item.label, node, "video")});
    if (!control.itemset || m_tree.isRange(node))
        return;
    const std::uint32_t index = m_tree.definitionOf(node).control;
    const ChoiceList& list = choices(node, index);
    std::vector<Choice> offered;
    for (std::size_t i = 0; i < list.values.size(); ++i)
        offered.push_back({list.values[i], choiceLabelOf(node, index, list, i, {}), choiceLabelOf(node, index, list, i, "image"),
            choiceLabelOf(node, index, list, i, "audio"), choiceLabelOf(node, index, list, i, "video")});
    view.choices.insert(view.choices.begin() + static_cast<std::ptrdiff_t>(control.itemset->itemsBefore),
        std::make_move_iterator(offered.begin()), std::make_move_iterator(offered.end()));
}

NodeView Session::glance(NodeId node) const
{
    NodeView view;
    const model::NodeDef& def = m_tree.definitionOf(node);
    const Control* control = definition().controlOf(m_tree.def(node));
    const model::Bind* bind = definition().bindOf(m_tree.def(node));
    view.ref = m_tree.ref(node);
    view.kind = kindOf(node);
    view.relevant = m_tree.relevant(node);
    view.readonly = m_tree.readonly(node);
    view.required = m_tree.required(node);
    if (bind) {
        view.type = bind->type;
        view.personal = bind->personal;
        view.sensitive = bind->sensitive;
    }
    if ((def.leaf || def.attribute) && !m_tree.isRange(node) && view.relevant)
        view.value = m_tree.value(node);
    view.violation = violation(node);
    if (view.violation != Violation::None && bind)
        view.message = text(view.violation == Violation::Required ? bind->requiredMessage : bind->constraintMessage, node);
    view.unexpected = unexpected(node);
    if (view.unexpected && bind)
        view.doubt = text(bind->expectedMessage, node);
    if (m_tree.isRange(node)) {
        view.count = static_cast<std::uint32_t>(m_tree.instances(node).size());
        view.canAdd = canAdd(node);
        view.canRemove = canAdd(node) && view.count > 0;
    }
    if (!control)
        return view;

    view.multiple = control->multiple;
    view.appearance = control->appearance;
    view.mediaType = control->mediaType;
    view.parameters = control->parameters;
    if (bind)
        view.parameters.insert(view.parameters.end(), bind->parameters.begin(), bind->parameters.end());
    if (control->kind == NodeKind::Upload)
        view.type = DataType::Binary;
    view.label = text(control->label, node);
    if (definition().itext.hasForm("short"))
        view.shortLabel = text(control->label, node, "short");
    view.hint = text(control->hint, node);
    view.guidance = text(control->hint, node, "guidance");
    view.image = text(control->label, node, "image");
    if (view.image.empty())
        view.image = text(control->label, node, "big-image");
    view.audio = text(control->label, node, "audio");
    view.video = text(control->label, node, "video");
    return view;
}

NodeView Session::view(NodeId node) const
{
    NodeView seen = glance(node);
    if (const Control* control = definition().controlOf(m_tree.def(node)))
        addChoices(node, *control, seen);
    return seen;
}

std::vector<NodeView> Session::dump() const
{
    std::vector<NodeView> views;
    m_tree.walk(Tree::rootElement(), [&](NodeId node) {
        if (!m_tree.definitionOf(node).attribute && !(m_tree.definitionOf(node).onlyWhenSet && m_tree.value(node).empty()))
            views.push_back(view(node));
    });
    return views;
}

// --- the walk a person takes ----------------------------------------------------------------------

void Session::eventsOf(std::uint32_t index, NodeId context, std::vector<Event>& events) const
{
    const Control& control = definition().controls[index];
    if (control.kind == NodeKind::Group && control.node == kNoDef) {
        for (const std::uint32_t child : control.children)
            eventsOf(child, context, events);
        return;
    }
    if (control.node == kNoDef)
        return;
    const NodeId node = nodeFor(control.node, context);
    if (node == kNoNode)
        return;
    if (control.kind == NodeKind::RepeatRange) {
        if (!m_tree.isRange(node))
            return;
        for (const NodeId instanceNode : m_tree.instances(node)) {
            if (!m_tree.relevant(instanceNode))
                continue;
            events.push_back({Event::Kind::Repeat, m_tree.ref(instanceNode)});
            for (const std::uint32_t child : control.children)
                eventsOf(child, instanceNode, events);
        }
        const NodeId parent = m_tree.parentElement(node);
        if (canAdd(node) && m_tree.relevant(node) && m_tree.relevant(parent))
            events.push_back({Event::Kind::PromptRepeat, m_tree.ref(node)});
        return;
    }
    if (!m_tree.relevant(node))
        return;
    if (control.kind == NodeKind::Group) {
        events.push_back({Event::Kind::Group, m_tree.ref(node)});
        for (const std::uint32_t child : control.children)
            eventsOf(child, node, events);
    } else {
        events.push_back({Event::Kind::Question, m_tree.ref(node)});
    }
}

std::vector<Event> Session::events() const
{
    std::vector<Event> events;
    for (const std::uint32_t control : definition().topControls)
        eventsOf(control, Tree::rootElement(), events);
    return events;
}

void Session::bodyRefs(std::uint32_t index, NodeId context, std::vector<std::string>& refs) const
{
    const Control& control = definition().controls[index];
    if (control.node == kNoDef) {
        for (const std::uint32_t child : control.children)
            bodyRefs(child, context, refs);
        return;
    }
    if (const NodeId node = nodeFor(control.node, context); node != kNoNode)
        refs.push_back(m_tree.ref(node));
}

std::vector<std::string> Session::bodyChildren(NodeId node) const
{
    std::vector<std::string> refs;
    if (node == Tree::rootElement()) {
        for (const std::uint32_t control : definition().topControls)
            bodyRefs(control, node, refs);
    } else if (m_tree.isRange(node)) {
        for (const NodeId instanceNode : m_tree.instances(node))
            refs.push_back(m_tree.ref(instanceNode));
    } else if (const Control* control = definition().controlOf(m_tree.def(node))) {
        for (const std::uint32_t child : control->children)
            bodyRefs(child, node, refs);
    }
    return refs;
}

} // namespace tashilgar::forms::engine
