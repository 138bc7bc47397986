#include "app/forms/instance/tree.h"

// The answers as XPath sees them. Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#data-model
namespace tashilgar::forms::instance {

using xpath::NodeRef;
using xpath::NodeType;

NodeType Tree::type(std::uint64_t id) const
{
    if (id & kTextBit)
        return NodeType::Text;
    if (id == documentNode())
        return NodeType::Root;
    return definitionOf(nodeOf(id)).attribute ? NodeType::Attribute : NodeType::Element;
}

std::string_view Tree::localName(std::uint64_t id) const
{
    return id & kTextBit || id == documentNode() ? std::string_view() : definitionOf(nodeOf(id)).name.local;
}

/// Deviates: an element without prefix is in no namespace to XPath, whatever default namespace the form declared for its
/// instance; forms name such places without prefix, and other clients compare the written names.
std::string_view Tree::namespaceUri(std::uint64_t id) const
{
    if (id & kTextBit || id == documentNode())
        return {};
    const auto& name = definitionOf(nodeOf(id)).name;
    return name.prefix.empty() ? std::string_view() : name.uri;
}

std::string Tree::qualifiedName(std::uint64_t id) const
{
    return id & kTextBit || id == documentNode() ? std::string() : definitionOf(nodeOf(id)).name.qualified();
}

NodeRef Tree::root(std::uint64_t) const { return refTo(documentNode()); }

NodeRef Tree::parent(std::uint64_t id) const
{
    if (id & kTextBit)
        return {this, id & ~kTextBit};
    if (id == documentNode())
        return {};
    return refTo(m_nodes[nodeOf(id)].parent);
}

NodeId Tree::firstElementFrom(NodeId parent, std::uint32_t slot) const
{
    for (; slot < slotCount(parent); ++slot) {
        const NodeId child = inSlot(parent, slot);
        if (isRange(child)) {
            if (!instances(child).empty())
                return instances(child).front();
        } else if (!definitionOf(child).attribute) {
            return child;
        }
    }
    return kNoNode;
}

NodeId Tree::lastElementBefore(NodeId parent, std::uint32_t slot) const
{
    while (slot-- > 0) {
        const NodeId child = inSlot(parent, slot);
        if (isRange(child)) {
            if (!instances(child).empty())
                return instances(child).back();
        } else if (!definitionOf(child).attribute) {
            return child;
        }
    }
    return kNoNode;
}

namespace {
NodeRef orNone(const Tree& tree, NodeId node) { return node == kNoNode ? NodeRef() : tree.refTo(node); }
} // namespace

NodeRef Tree::firstChild(std::uint64_t id) const
{
    if (id & kTextBit)
        return {};
    const NodeId node = nodeOf(id);
    if (node == documentNode())
        return refTo(rootElement());
    if (isRange(node) || definitionOf(node).attribute)
        return {};
    if (const NodeId child = firstElementFrom(node, 0); child != kNoNode)
        return refTo(child);
    if (definitionOf(node).leaf && !m_values[node].empty() && relevant(node))
        return {this, id | kTextBit};
    return {};
}

NodeRef Tree::lastChild(std::uint64_t id) const
{
    if (id & kTextBit)
        return {};
    const NodeId node = nodeOf(id);
    if (node == documentNode())
        return refTo(rootElement());
    if (isRange(node) || definitionOf(node).attribute)
        return {};
    if (const NodeId child = lastElementBefore(node, slotCount(node)); child != kNoNode)
        return refTo(child);
    return firstChild(id);
}

NodeRef Tree::nextSibling(std::uint64_t id) const
{
    if (id & kTextBit || id <= rootElement() || definitionOf(nodeOf(id)).attribute)
        return {};
    const NodeId node = nodeOf(id);
    if (m_nodes[node].position != 0) {
        const auto& all = instances(rangeOf(node));
        if (m_nodes[node].position < all.size())
            return refTo(all[m_nodes[node].position]);
    }
    return orNone(*this, firstElementFrom(m_nodes[node].parent, definitionOf(node).slot + 1));
}

NodeRef Tree::previousSibling(std::uint64_t id) const
{
    if (id & kTextBit || id <= rootElement() || definitionOf(nodeOf(id)).attribute)
        return {};
    const NodeId node = nodeOf(id);
    if (m_nodes[node].position > 1)
        return refTo(instances(rangeOf(node))[m_nodes[node].position - 2]);
    return orNone(*this, lastElementBefore(m_nodes[node].parent, definitionOf(node).slot));
}

NodeRef Tree::firstAttribute(std::uint64_t id) const
{
    if (id & kTextBit || id == documentNode() || isRange(nodeOf(id)) || slotCount(nodeOf(id)) == 0)
        return {};
    const NodeId first = inSlot(nodeOf(id), 0);
    return definitionOf(first).attribute ? refTo(first) : NodeRef();
}

NodeRef Tree::nextAttribute(std::uint64_t id) const
{
    const NodeId parent = m_nodes[nodeOf(id)].parent;
    const std::uint32_t slot = definitionOf(nodeOf(id)).slot + 1;
    if (slot >= slotCount(parent) || !definitionOf(inSlot(parent, slot)).attribute)
        return {};
    return refTo(inSlot(parent, slot));
}

std::optional<std::size_t> Tree::positionAmongNamesakes(std::uint64_t id) const
{
    if (id & kTextBit || id == documentNode() || m_nodes[nodeOf(id)].position == 0)
        return std::nullopt;
    return m_nodes[nodeOf(id)].position;
}

std::optional<std::string_view> Tree::stringView(std::uint64_t id) const
{
    const NodeId node = nodeOf(id & ~kTextBit);
    if (node == documentNode() || isRange(node))
        return std::nullopt;
    const model::NodeDef& def = definitionOf(node);
    if (!def.leaf && !def.attribute)
        return std::nullopt;
    return relevant(node) ? std::string_view(m_values[node]) : std::string_view();
}

std::string Tree::stringValue(std::uint64_t id) const
{
    if (const auto view = stringView(id))
        return std::string(*view);
    std::string text;
    const NodeId node = nodeOf(id) == documentNode() ? rootElement() : nodeOf(id);
    walk(node, [&](NodeId at) {
        if (!isRange(at) && definitionOf(at).leaf && !definitionOf(at).attribute && relevant(at))
            text += m_values[at];
    });
    return text;
}

int Tree::compareOrder(std::uint64_t a, std::uint64_t b) const
{
    if (a == b)
        return 0;
    NodeId x = nodeOf(a & ~kTextBit), y = nodeOf(b & ~kTextBit);
    if (x == y)
        return a & kTextBit ? 1 : -1;
    const auto depth = [&](NodeId node) { return node == documentNode() ? 0u : definitionOf(node).depth + 1; };
    std::uint32_t dx = depth(x), dy = depth(y);
    while (dx > dy)
        x = m_nodes[x].parent, --dx;
    while (dy > dx)
        y = m_nodes[y].parent, --dy;
    if (x == y) // one holds the other
        return depth(nodeOf(a & ~kTextBit)) < depth(nodeOf(b & ~kTextBit)) ? -1 : 1;
    while (m_nodes[x].parent != m_nodes[y].parent)
        x = m_nodes[x].parent, y = m_nodes[y].parent;
    const std::uint32_t sx = definitionOf(x).slot, sy = definitionOf(y).slot;
    if (sx != sy)
        return sx < sy ? -1 : 1;
    return m_nodes[x].position < m_nodes[y].position ? -1 : 1;
}

} // namespace tashilgar::forms::instance
