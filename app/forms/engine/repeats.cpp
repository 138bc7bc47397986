#include "app/forms/engine/session.h"

#include <cmath>

namespace tashilgar::forms::engine {

using model::DefId;

namespace {
/// What jr:count may ask for. A typing mistake ("20000000" people) must not take the tablet down.
constexpr double kMaxInstances = 20'000;
/// What an entry may grow to, repeats within repeats included: some hundred megabytes.
constexpr std::size_t kMaxNodes = 1'000'000;
} // namespace

bool Session::canAdd(NodeId range) const
{
    const model::NodeDef& def = m_tree.definitionOf(range);
    return def.count.empty() && !def.noAddRemove;
}

std::vector<NodeId> Session::parked(NodeId range) const
{
    const auto found = m_parked.find(range);
    return found == m_parked.end() ? std::vector<NodeId>() : std::vector<NodeId>(found->second.rbegin(), found->second.rend());
}

base::Result<NodeId> Session::addRepeat(NodeId range)
{
    if (!m_tree.isRange(range) || !canAdd(range))
        return base::fail(kNotAllowed, "nothing can be added here", m_tree.ref(range));
    if (m_tree.nodeCount() > kMaxNodes)
        return base::fail(kNotAllowed, "this record has grown too large", m_tree.ref(range));
    const NodeId added = growRange(range);
    settle();
    return added;
}

base::Result<void> Session::removeRepeat(NodeId instanceNode)
{
    if (!m_tree.isInstance(instanceNode) || !canAdd(m_tree.rangeOf(instanceNode)))
        return base::fail(kNotAllowed, "this cannot be removed", m_tree.ref(instanceNode));
    shrinkRange(instanceNode, false);
    settle();
    return {};
}

NodeId Session::growRange(NodeId range)
{
    const NodeId added = m_tree.addInstance(range);
    fillNew(added);
    preload(added);
    initialise(added);
    m_tree.walk(added, [&](NodeId node) {
        if (m_tree.isInstance(node))
            fire(m_form->onNewRepeat[m_tree.def(node)], node, model::kNewRepeat);
    });
    return added;
}

/// An instance that has just come: relevance from above, its own rules, and whoever counts or sums.
void Session::initialise(NodeId instanceNode)
{
    ++m_revision;
    const NodeId parent = m_tree.parentElement(instanceNode);
    if (!m_tree.relevant(parent))
        m_tree.walk(instanceNode, [&](NodeId node) { m_tree.setRelevant(node, false); });
    else
        updateRelevance(instanceNode);
    enqueueAllBelow(instanceNode);
    m_tree.walk(instanceNode, [&](NodeId node) {
        const DefId def = m_tree.def(node);
        for (const auto* list : {&m_form->graph.watchingStructure(def), &m_form->graph.watchingValue(def)}) {
            for (const Watch& watch : *list) {
                if (definition().nodes[watch.apex].depth < definition().nodes[m_tree.def(instanceNode)].depth)
                    enqueueAround(watch, node);
            }
        }
        enqueueMissed(node);
    });
}

void Session::shrinkRange(NodeId instanceNode, bool keep)
{
    ++m_revision;
    const NodeId range = m_tree.rangeOf(instanceNode);
    const std::uint32_t position = m_tree.position(instanceNode);
    const std::uint32_t depth = m_tree.definitionOf(instanceNode).depth;
    // told beforehand, while the way up from each node still stands
    m_tree.walk(instanceNode, [&](NodeId node) {
        const DefId def = m_tree.def(node);
        for (const auto* list : {&m_form->graph.watchingStructure(def), &m_form->graph.watchingValue(def),
                 &m_form->graph.watchingIndexed(def)}) {
            for (const Watch& watch : *list) {
                if (definition().nodes[watch.apex].depth < depth)
                    enqueueAround(watch, node);
            }
        }
        if (!keep)
            m_given.erase(node);
    });
    if (keep) {
        m_tree.parkInstance(instanceNode);
        m_parked[range].push_back(instanceNode);
    } else {
        m_tree.removeInstance(instanceNode);
    }
    // those behind it have moved up: only what asks for a place of a node, or of one above it, cares
    const auto& left = m_tree.instances(range);
    for (std::size_t i = position - 1; i < left.size(); ++i)
        structureChanged(left[i]);
}

/// Spec: https://getodk.github.io/xforms-spec/#repeats: jr:count. A blank or impossible count leaves things as they are.
/// What a falling count takes away comes back with its answers when the count grows again: a slip of the finger over the
/// number of people must not cost their rows.
void Session::matchCount(RuleIndex index, NodeId range)
{
    const Rule& rule = m_form->graph.rules()[index];
    const auto value = evaluate(rule.compiled, range);
    if (!value) {
        problem(rule.place, value.error());
        return;
    }
    double wanted = value->toNumber();
    if (std::isnan(wanted))
        return;
    if (wanted > kMaxInstances) {
        problem(rule.place, base::Error(kEvaluation, "a repeat cannot have so many instances"));
        wanted = kMaxInstances;
    }
    const auto count = wanted <= 0 ? 0u : static_cast<std::uint32_t>(wanted);
    while (m_tree.instances(range).size() > count)
        shrinkRange(m_tree.instances(range).back(), true);
    while (m_tree.instances(range).size() < count) {
        if (m_tree.nodeCount() > kMaxNodes) {
            problem(rule.place, base::Error(kEvaluation, "this record has grown too large"));
            return;
        }
        if (auto& parked = m_parked[range]; !parked.empty()) {
            const NodeId back = parked.back();
            parked.pop_back();
            m_tree.restoreInstance(back);
            initialise(back);
        } else {
            growRange(range);
        }
    }
}

} // namespace tashilgar::forms::engine
