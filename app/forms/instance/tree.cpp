#include "app/forms/instance/tree.h"

#include "app/base/text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace tashilgar::forms::instance {

using model::DefId;
using model::kNoDef;
using xpath::NodeRef;
using xpath::NodeType;

Tree::Tree(std::shared_ptr<const model::Definition> definition)
    : m_definition(std::move(definition))
{
    m_nodes.emplace_back(); // the document
    m_values.emplace_back();
    fill(add(0, documentNode()));
}

NodeId Tree::add(DefId def, NodeId parent)
{
    const auto id = static_cast<NodeId>(m_nodes.size());
    Node& node = m_nodes.emplace_back();
    node.def = def;
    node.parent = parent;
    m_values.emplace_back();
    return id;
}

/// Gives \p element its fixed children. Iterative, for instances may be deep.
void Tree::fill(NodeId element)
{
    std::vector<NodeId> open{element};
    while (!open.empty()) {
        const NodeId at = open.back();
        open.pop_back();
        const auto& children = definitionOf(at).children;
        const auto first = static_cast<std::uint32_t>(m_slots.size());
        m_nodes[at].slots = first;
        m_slots.resize(first + children.size(), kNoNode);
        for (std::uint32_t slot = 0; slot < children.size(); ++slot) {
            const NodeId child = add(children[slot], at);
            m_slots[first + slot] = child;
            if (m_definition->nodes[children[slot]].repeat) {
                m_nodes[child].range = static_cast<std::uint32_t>(m_ranges.size());
                m_ranges.emplace_back();
            } else {
                open.push_back(child);
            }
        }
    }
}

NodeId Tree::rangeOf(NodeId instanceNode) const
{
    return inSlot(m_nodes[instanceNode].parent, definitionOf(instanceNode).slot);
}

NodeId Tree::ancestor(NodeId node, DefId def) const
{
    const std::uint32_t depth = m_definition->nodes[def].depth;
    while (node != documentNode() && definitionOf(node).depth > depth)
        node = m_nodes[node].parent;
    return node != documentNode() && m_nodes[node].def == def ? node : kNoNode;
}

bool Tree::readonly(NodeId node) const
{
    for (; node != documentNode(); node = m_nodes[node].parent) {
        if (m_nodes[node].ownReadonly)
            return true;
    }
    return false;
}

NodeId Tree::addInstance(NodeId range)
{
    const NodeId added = add(m_nodes[range].def, m_nodes[range].parent);
    auto& all = m_ranges[m_nodes[range].range];
    all.push_back(added);
    m_nodes[added].position = static_cast<std::uint32_t>(all.size());
    fill(added);
    return added;
}

void Tree::removeInstance(NodeId instanceNode)
{
    const NodeId range = rangeOf(instanceNode);
    std::vector<NodeId> gone;
    walk(instanceNode, [&](NodeId node) { gone.push_back(node); });
    auto& all = m_ranges[m_nodes[range].range];
    const std::uint32_t index = m_nodes[instanceNode].position - 1;
    all.erase(all.begin() + index);
    for (std::uint32_t i = index; i < all.size(); ++i)
        m_nodes[all[i]].position = i + 1;
    for (const NodeId node : gone) {
        m_nodes[node].alive = false;
        m_values[node] = std::string();
    }
}

std::string Tree::ref(NodeId node) const
{
    std::vector<NodeId> chain;
    for (NodeId at = node; at != documentNode(); at = m_nodes[at].parent)
        chain.push_back(at);
    std::string text;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        const model::NodeDef& def = definitionOf(*at);
        text += def.attribute ? "/@" : "/";
        if (!def.name.prefix.empty())
            text += def.name.prefix + ":";
        text += def.name.local;
        if (m_nodes[*at].position != 0)
            fmt::format_to(std::back_inserter(text), "[{}]", m_nodes[*at].position);
    }
    return text;
}

NodeId Tree::find(std::string_view ref) const
{
    if (!ref.starts_with('/'))
        return kNoNode;
    ref.remove_prefix(1);
    NodeId at = documentNode();
    for (std::string_view step : base::split(ref, '/')) {
        std::uint32_t position = 0;
        if (step.ends_with(']')) {
            const auto open = step.find('[');
            if (open == std::string_view::npos)
                return kNoNode;
            const std::string_view digits = step.substr(open + 1, step.size() - open - 2);
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), position);
            if (error != std::errc() || end != digits.data() + digits.size() || position == 0)
                return kNoNode;
            step = step.substr(0, open);
        }
        const bool attribute = step.starts_with('@');
        if (attribute)
            step.remove_prefix(1);
        std::string_view prefix;
        if (const auto colon = step.find(':'); colon != std::string_view::npos) {
            prefix = step.substr(0, colon);
            step.remove_prefix(colon + 1);
        }
        const auto matches = [&](const model::NodeDef& def) {
            return def.attribute == attribute && def.name.local == step && def.name.prefix == prefix;
        };
        if (at == documentNode()) {
            if (!matches(m_definition->nodes[0]))
                return kNoNode;
            at = rootElement();
        } else {
            if (isRange(at)) // a repeat passed without position
                return kNoNode;
            NodeId next = kNoNode;
            for (std::uint32_t slot = 0; slot < slotCount(at) && next == kNoNode; ++slot) {
                if (matches(definitionOf(inSlot(at, slot))))
                    next = inSlot(at, slot);
            }
            if (next == kNoNode)
                return kNoNode;
            at = next;
        }
        if (position != 0) {
            if (isRange(at)) {
                if (position > instances(at).size())
                    return kNoNode;
                at = instances(at)[position - 1];
            } else if (position != 1) {
                return kNoNode;
            }
        }
    }
    return at == documentNode() ? kNoNode : at;
}

void Tree::collect(NodeId from, DefId def, bool withRanges, std::vector<NodeId>& found) const
{
    if (def == kNoDef)
        return;
    if (m_nodes[from].def == def && !isRange(from)) {
        found.push_back(from);
        return;
    }
    // the chain of places from below `from` down to def
    std::vector<DefId> chain;
    DefId at = def;
    while (at != kNoDef && at != m_nodes[from].def) {
        chain.push_back(at);
        at = m_definition->nodes[at].parent;
    }
    if (at == kNoDef && from != documentNode())
        return;
    if (isRange(from) && chain.empty()) { // the range of def itself
        if (withRanges)
            found.push_back(from);
        found.insert(found.end(), instances(from).begin(), instances(from).end());
        return;
    }
    std::reverse(chain.begin(), chain.end());
    std::vector<std::pair<NodeId, std::size_t>> open;
    if (from == documentNode())
        open.emplace_back(rootElement(), 1);
    else if (isRange(from)) {
        const auto& all = instances(from);
        for (auto i = all.rbegin(); i != all.rend(); ++i)
            open.emplace_back(*i, 0);
    } else
        open.emplace_back(from, 0);
    while (!open.empty()) {
        const auto [node, done] = open.back();
        open.pop_back();
        if (done == chain.size()) {
            found.push_back(node);
            continue;
        }
        const NodeId next = inSlot(node, m_definition->nodes[chain[done]].slot);
        if (isRange(next)) {
            if (withRanges && done + 1 == chain.size())
                found.push_back(next);
            const auto& all = instances(next);
            for (auto i = all.rbegin(); i != all.rend(); ++i)
                open.emplace_back(*i, done + 1);
        } else {
            open.emplace_back(next, done + 1);
        }
    }
}

// --- xpath::Dom -----------------------------------------------------------------------------------

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
