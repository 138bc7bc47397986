#include "app/forms/instance/tree.h"

#include "app/base/text.h"
#include "app/forms/xpath/value.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <fmt/format.h>

namespace tashilgar::forms::instance {

using model::DefId;
using model::kNoDef;

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

Origin Tree::origin(NodeId node) const
{
    const Node& at = m_nodes[node];
    return {static_cast<ChangedBy>(at.changedBy), static_cast<model::EventBit>(1u << at.event), at.action};
}

void Tree::setOrigin(NodeId node, Origin origin)
{
    Node& at = m_nodes[node];
    at.changedBy = static_cast<std::uint8_t>(origin.by) & 0xF;
    at.event = static_cast<std::uint8_t>(std::countr_zero(static_cast<unsigned>(origin.event))) & 0xF;
    at.action = origin.action;
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

void Tree::parkInstance(NodeId instanceNode)
{
    auto& all = m_ranges[m_nodes[rangeOf(instanceNode)].range];
    const std::uint32_t index = m_nodes[instanceNode].position - 1;
    all.erase(all.begin() + index);
    for (std::uint32_t i = index; i < all.size(); ++i)
        m_nodes[all[i]].position = i + 1;
    walk(instanceNode, [&](NodeId node) { m_nodes[node].alive = false; });
}

void Tree::restoreInstance(NodeId instanceNode)
{
    auto& all = m_ranges[m_nodes[rangeOf(instanceNode)].range];
    all.push_back(instanceNode);
    m_nodes[instanceNode].position = static_cast<std::uint32_t>(all.size());
    walk(instanceNode, [&](NodeId node) { m_nodes[node].alive = true; });
}

void Tree::removeInstance(NodeId instanceNode)
{
    parkInstance(instanceNode);
    walk(instanceNode, [&](NodeId node) { setValue(node, {}); });
}

double Tree::readNumber(NodeId node) const
{
    if (m_numbers.size() < m_nodes.size())
        m_numbers.resize(m_nodes.capacity());
    m_nodes[node].numberKnown = true;
    return m_numbers[node] = xpath::numberOfText(m_values[node]);
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

} // namespace tashilgar::forms::instance
