#include "app/forms/xpath/walker.h"

#include "app/forms/xpath/row_plan.h"

#include <cmath>

namespace tashilgar::forms::xpath {
namespace {

NodeRef firstChild(NodeRef node) { return node.dom->firstChild(node.id); }
NodeRef nextSibling(NodeRef node) { return node.dom->nextSibling(node.id); }
NodeRef previousSibling(NodeRef node) { return node.dom->previousSibling(node.id); }

bool isBackward(Axis axis)
{
    switch (axis) {
    case Axis::Parent:
    case Axis::Ancestor:
    case Axis::AncestorOrSelf:
    case Axis::PrecedingSibling:
    case Axis::Preceding: return true;
    default: return false;
    }
}

/// Whether this axis, taken from nodes that are in order and apart, gives nodes in order, each once.
bool keepsOrder(Axis axis)
{
    switch (axis) {
    case Axis::Child:
    case Axis::Self:
    case Axis::Attribute:
    case Axis::Namespace:
    case Axis::Descendant:
    case Axis::DescendantOrSelf: return true;
    default: return false;
    }
}

bool staysApart(Axis axis, bool fromOne)
{
    switch (axis) {
    case Axis::Child:
    case Axis::Self:
    case Axis::Attribute:
    case Axis::Namespace: return true;
    case Axis::Parent:
    case Axis::FollowingSibling:
    case Axis::PrecedingSibling: return fromOne;
    default: return false;
    }
}

NodeRef deepestLast(NodeRef node)
{
    for (NodeRef last = node.dom->lastChild(node.id); last; last = node.dom->lastChild(node.id))
        node = last;
    return node;
}

bool isBesideTheTree(NodeRef node)
{
    const NodeType type = node.dom->type(node.id);
    return type == NodeType::Attribute || type == NodeType::Namespace;
}

} // namespace

NodeSet Walker::walk(std::uint32_t id, const Focus& focus)
{
    const PathReference& reference = m_evaluation.program().references[id];
    const PathCode& code = m_evaluation.program().paths[id];
    NodeSet nodes = start(reference, code, focus);
    for (const Predicate& predicate : code.startPredicates)
        filter(nodes, predicate);
    std::size_t next = 0;
    m_apart = nodes.size() <= 1;
    if (const PathResolver* resolver = m_evaluation.context().paths;
        resolver && reference.plainSteps > 0 && reference.start != PathReference::Start::Nodes && nodes.size() == 1
        && !m_evaluation.failed()) {
        NodeSet found;
        next = resolver->resolve(reference, nodes[0], m_evaluation.context().current, found);
        if (next > 0)
            nodes = std::move(found);
        m_apart = true; // plain steps down lead to nodes of one depth
    }
    for (; next < reference.steps.size() && !nodes.empty() && !m_evaluation.failed(); ++next)
        nodes = step(nodes, reference.steps[next], code.stepPredicates[next]);
    return nodes;
}

NodeSet Walker::start(const PathReference& reference, const PathCode& code, const Focus& focus)
{
    if (code.start != kNoOp)
        return m_evaluation.nodes(code.start, focus);
    const NodeRef node = reference.start == PathReference::Start::Root ? m_evaluation.context().root : focus.node;
    return node ? NodeSet(node) : NodeSet();
}

NodeSet Walker::step(const NodeSet& from, const PathStep& step, const std::vector<Predicate>& predicates)
{
    NodeSet found;
    const bool fromOne = from.size() == 1;
    const bool backward = isBackward(step.axis);
    // Only the first few are wanted when the first predicate is a number.
    const std::size_t limit = !predicates.empty() && predicates[0].kind == Predicate::Kind::Index
            && predicates[0].index >= 1 && predicates[0].index < 1e9
        ? static_cast<std::size_t>(predicates[0].index)
        : SIZE_MAX;
    for (const NodeRef node : from) {
        NodeSet own;
        NodeSet& into = predicates.empty() && fromOne ? found : own;
        std::vector<bool> decided;
        if (!stepByRows(node, step, predicates, decided, into)) {
            std::uint64_t seen = 0;
            visit(node, step.axis, [&](NodeRef candidate) {
                ++seen;
                if (matches(candidate, step))
                    into.append(candidate);
                return into.size() < limit && seen < Evaluation::kMaxWork;
            });
            if (!m_evaluation.spend(seen + 1))
                return {};
        }
        for (std::size_t i = 0; i < predicates.size(); ++i) {
            if (i >= decided.size() || !decided[i])
                filter(into, predicates[i]);
        }
        if (m_evaluation.failed())
            return {};
        if (&into == &own) {
            if (backward)
                own.reverse();
            found.append(own);
        } else if (backward) {
            found.reverse();
        }
    }
    if (!fromOne && !(m_apart && keepsOrder(step.axis))) {
        found.markUnordered();
        found.normalise();
    }
    m_apart = (m_apart && staysApart(step.axis, fromOne)) || found.size() <= 1;
    return found;
}

/// Rows of a table: it is asked what the first predicates demand of its columns, all at once, as long as they do not
/// count positions. \p decided tells which of them need not be looked at again.
bool Walker::stepByRows(NodeRef from, const PathStep& step, const std::vector<Predicate>& predicates,
    std::vector<bool>& decided, NodeSet& found)
{
    if (predicates.empty() || !predicates[0].rows || step.axis != Axis::Child || step.test != PathStep::Test::Name
        || step.prefixed || !from.dom->answersConditions(from.id))
        return false;
    RowCondition condition;
    condition.kind = RowCondition::Kind::All;
    for (const Predicate& predicate : predicates) {
        if (predicate.kind != Predicate::Kind::Truth)
            break;
        RowDemand demand = predicate.rows ? demandOf(*predicate.rows, m_evaluation, from) : RowDemand{{}, false};
        decided.push_back(demand.whole);
        if (demand.condition.kind != RowCondition::Kind::Anything)
            condition.parts.push_back(std::move(demand.condition));
    }
    if (m_evaluation.failed())
        return false;
    std::vector<std::uint64_t> ids;
    from.dom->childrenWhere(from.id, step.local, condition.parts.size() == 1 ? condition.parts[0] : condition, ids);
    if (const base::Error* trouble = from.dom->trouble())
        m_evaluation.fail(trouble->code, trouble->sentence);
    for (const std::uint64_t id : ids)
        found.append({from.dom, id});
    m_evaluation.spend(ids.size() + 1);
    return true;
}

void Walker::filter(NodeSet& nodes, const Predicate& predicate)
{
    if (m_evaluation.failed() || nodes.empty())
        return;
    const std::size_t size = nodes.size();
    switch (predicate.kind) {
    case Predicate::Kind::Index:
        nodes.retain([&](std::size_t i) { return static_cast<double>(i + 1) == predicate.index; });
        return;
    case Predicate::Kind::Last:
        nodes.retain([&](std::size_t i) { return i + 1 == size; });
        return;
    default:
        break;
    }
    nodes.retain([&](std::size_t i) {
        return m_evaluation.spend(1) && holds(predicate, Focus{nodes[i], i + 1, size});
    });
}

bool Walker::holds(const Predicate& predicate, const Focus& focus)
{
    if (predicate.kind == Predicate::Kind::Truth)
        return m_evaluation.boolean(predicate.op, focus);
    const Value worth = m_evaluation.value(predicate.op, focus);
    return worth.isNumber() ? worth.number() == static_cast<double>(focus.position) : worth.toBoolean();
}

bool Walker::matches(NodeRef node, const PathStep& step) const
{
    using Test = PathStep::Test;
    const Dom& dom = *node.dom;
    if (step.test == Test::AnyNode)
        return true;
    const NodeType type = dom.type(node.id);
    switch (step.test) {
    case Test::Text: return type == NodeType::Text;
    case Test::Comment: return type == NodeType::Comment;
    case Test::ProcessingInstruction:
        return type == NodeType::ProcessingInstruction && (step.local.empty() || dom.localName(node.id) == step.local);
    default: break;
    }
    const NodeType principal = step.axis == Axis::Attribute ? NodeType::Attribute
        : step.axis == Axis::Namespace                      ? NodeType::Namespace
                                                            : NodeType::Element;
    if (type != principal)
        return false;
    if (step.test == Test::AnyName)
        return true;
    if (step.test == Test::AnyOfNamespace)
        return dom.namespaceUri(node.id) == step.uri;
    if (dom.localName(node.id) != step.local)
        return false;
    const std::string_view uri = dom.namespaceUri(node.id);
    return step.prefixed ? uri == step.uri : uri.empty() || (uri == kXFormsNamespace && type == NodeType::Element);
}

NodeRef Walker::parentOf(NodeRef node) const
{
    // What "/" means is the top, even where it is an element of a larger document.
    return node == m_evaluation.context().root ? NodeRef() : node.dom->parent(node.id);
}

template <class Visit>
bool Walker::visitTree(NodeRef top, bool withTop, Visit& visit) const
{
    if (withTop && !visit(top))
        return false;
    NodeRef node = firstChild(top);
    while (node) {
        if (!visit(node))
            return false;
        NodeRef next = firstChild(node);
        while (!next && node != top) {
            next = nextSibling(node);
            if (!next) {
                node = node.dom->parent(node.id);
                if (node == top)
                    return true;
            }
        }
        node = next;
    }
    return true;
}

template <class Visit>
bool Walker::visitTreeBackwards(NodeRef top, Visit& visit) const
{
    NodeRef node = deepestLast(top);
    while (visit(node)) {
        if (node == top)
            return true;
        const NodeRef before = previousSibling(node);
        node = before ? deepestLast(before) : node.dom->parent(node.id);
    }
    return false;
}

template <class Visit>
void Walker::visit(NodeRef node, Axis axis, Visit&& visit) const
{
    const Dom& dom = *node.dom;
    switch (axis) {
    case Axis::Self:
        visit(node);
        return;
    case Axis::Child:
        for (NodeRef child = firstChild(node); child; child = nextSibling(child)) {
            if (!visit(child))
                return;
        }
        return;
    case Axis::Parent:
        if (const NodeRef parent = parentOf(node))
            visit(parent);
        return;
    case Axis::Attribute:
        if (dom.type(node.id) != NodeType::Element)
            return;
        for (NodeRef attribute = dom.firstAttribute(node.id); attribute; attribute = dom.nextAttribute(attribute.id)) {
            if (!visit(attribute))
                return;
        }
        return;
    case Axis::Namespace:
        if (dom.type(node.id) != NodeType::Element)
            return;
        for (const std::uint64_t id : dom.namespaceNodes(node.id)) {
            if (!visit(NodeRef{&dom, id}))
                return;
        }
        return;
    case Axis::Descendant:
    case Axis::DescendantOrSelf:
        visitTree(node, axis == Axis::DescendantOrSelf, visit);
        return;
    case Axis::Ancestor:
    case Axis::AncestorOrSelf:
        for (NodeRef up = axis == Axis::Ancestor ? parentOf(node) : node; up; up = parentOf(up)) {
            if (!visit(up))
                return;
        }
        return;
    case Axis::FollowingSibling:
    case Axis::PrecedingSibling:
        if (isBesideTheTree(node) || !parentOf(node))
            return;
        for (NodeRef sibling = axis == Axis::FollowingSibling ? nextSibling(node) : previousSibling(node); sibling;
             sibling = axis == Axis::FollowingSibling ? nextSibling(sibling) : previousSibling(sibling)) {
            if (!visit(sibling))
                return;
        }
        return;
    case Axis::Following:
        if (isBesideTheTree(node)) {
            node = dom.parent(node.id);
            if (!visitTree(node, false, visit))
                return;
        }
        for (; parentOf(node); node = parentOf(node)) {
            for (NodeRef sibling = nextSibling(node); sibling; sibling = nextSibling(sibling)) {
                if (!visitTree(sibling, true, visit))
                    return;
            }
        }
        return;
    case Axis::Preceding:
        if (isBesideTheTree(node))
            node = dom.parent(node.id);
        for (; parentOf(node); node = parentOf(node)) {
            for (NodeRef sibling = previousSibling(node); sibling; sibling = previousSibling(sibling)) {
                if (!visitTreeBackwards(sibling, visit))
                    return;
            }
        }
        return;
    }
}

} // namespace tashilgar::forms::xpath
