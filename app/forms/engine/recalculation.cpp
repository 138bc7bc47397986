#include "app/base/text.h"
#include "app/forms/engine/session.h"
#include "app/forms/instance/codec.h"
#include "app/forms/xpath/expression.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace tashilgar::forms::engine {

using model::DefId;

namespace {

/// How often one expression may be worked out at one node after one change. Rules come in order, so once is the rule;
/// running totals over a repeat that name later rows first need one round per row.
constexpr std::uint32_t kMaxRounds = 200;

} // namespace

// --- what must be worked out ----------------------------------------------------------------------

void Session::enqueue(RuleIndex rule, NodeId node)
{
    if (m_fullPass && rule > *m_fullPass)
        return;
    m_pending.add(rule, node);
}

/// The nodes at which \p rule is worked out, at or below \p from. A count concerns ranges, a repeat's relevance both its
/// range and its instances.
void Session::nodesOfRule(const Rule& rule, NodeId from, std::vector<NodeId>& found) const
{
    const bool repeat = definition().nodes[rule.node].repeat;
    if (rule.kind != RuleKind::Count) {
        m_tree.collect(from, rule.node, repeat && (rule.kind == RuleKind::Relevant || rule.kind == RuleKind::Readonly), found);
        return;
    }
    if (m_tree.def(from) == rule.node) {
        found.push_back(m_tree.isRange(from) ? from : m_tree.rangeOf(from));
        return;
    }
    std::vector<NodeId> parents;
    m_tree.collect(from, definition().nodes[rule.node].parent, false, parents);
    for (const NodeId parent : parents)
        found.push_back(m_tree.inSlot(parent, definition().nodes[rule.node].slot));
}

void Session::enqueueAround(const Watch& watch, NodeId changed)
{
    if (m_fullPass && watch.rule > *m_fullPass)
        return;
    const NodeId apex = m_tree.ancestor(changed, watch.apex);
    const Rule& rule = m_form->graph.rules()[watch.rule];
    if (apex != kNoNode && m_tree.def(apex) == rule.node && rule.kind != RuleKind::Count) {
        enqueue(watch.rule, apex);
        return;
    }
    std::vector<NodeId> nodes;
    nodesOfRule(rule, apex == kNoNode ? Tree::rootElement() : apex, nodes);
    for (const NodeId node : nodes)
        enqueue(watch.rule, node);
}

void Session::valueChanged(NodeId node)
{
    ++m_revision;
    const DefId def = m_tree.def(node);
    for (const Watch& watch : m_form->graph.watchingValue(def))
        enqueueAround(watch, node);
    enqueueIndexed(node);
    if (!m_quiet && !m_form->onValueChanged[def].empty())
        m_changed.push_back(node);
}

/// Who has read the value of \p changed by index.
void Session::enqueueIndexed(NodeId changed)
{
    const auto& watches = m_form->graph.watchingIndexed(m_tree.def(changed));
    if (watches.empty())
        return;
    for (const auto& [rule, node] : m_indexedReads.takeReaders(changed))
        enqueue(rule, node);
    for (const Watch& watch : watches) {
        if (m_indexedReads.hasWalked(watch.rule))
            enqueueAround(watch, changed);
    }
}

/// Who has asked for an instance that was not there: one more is, with all that is \p added in it.
void Session::enqueueMissed(NodeId added)
{
    for (const Watch& watch : m_form->graph.watchingIndexed(m_tree.def(added))) {
        if (m_indexedReads.hasWalked(watch.rule))
            enqueueAround(watch, added);
        for (const NodeId node : m_indexedReads.takeMissed(watch.rule))
            enqueue(watch.rule, node);
    }
}

void Session::structureChanged(NodeId node)
{
    for (const Watch& watch : m_form->graph.watchingStructure(m_tree.def(node)))
        enqueueAround(watch, node);
    for (const Watch& watch : m_form->graph.watchingIndexed(m_tree.def(node))) {
        if (m_indexedReads.hasWalked(watch.rule))
            enqueueAround(watch, node);
    }
}

void Session::enqueueAllBelow(NodeId top)
{
    m_tree.walk(top, [&](NodeId node) {
        for (const RuleIndex index : m_form->graph.rulesOf(m_tree.def(node))) {
            const Rule& rule = m_form->graph.rules()[index];
            const bool forRange = rule.kind == RuleKind::Count || rule.kind == RuleKind::Relevant || rule.kind == RuleKind::Readonly;
            if (m_tree.isRange(node) ? forRange : rule.kind != RuleKind::Count)
                enqueue(index, node);
        }
    });
}

// --- working it out -------------------------------------------------------------------------------

void Session::recalculateAll()
{
    const auto count = static_cast<RuleIndex>(m_form->graph.rules().size());
    std::vector<NodeId> nodes;
    for (RuleIndex rule = 0; rule < count; ++rule) {
        m_fullPass = rule;
        nodes.clear();
        nodesOfRule(m_form->graph.rules()[rule], Tree::rootElement(), nodes);
        for (const NodeId node : nodes) {
            if (m_tree.isAlive(node))
                work(rule, node);
        }
    }
    m_fullPass.reset();
    run();
}

void Session::run()
{
    while (!m_pending.empty()) {
        const WorkList::Item next = m_pending.take();
        if (!m_tree.isAlive(next.node))
            continue;
        if (next.round >= kMaxRounds) {
            problem(m_form->graph.rules()[next.rule].place,
                base::Error(kEvaluation, "this expression and what it reads change each other without end"));
            continue;
        }
        work(next.rule, next.node);
    }
    m_pending.forgetRounds();
}

bool Session::truthOf(const base::Result<xpath::Value>& value, bool otherwise, const std::string& place)
{
    if (value)
        return value->toBoolean();
    problem(place, value.error());
    return otherwise;
}

void Session::work(RuleIndex index, NodeId node)
{
    const Rule& rule = m_form->graph.rules()[index];
    switch (rule.kind) {
    case RuleKind::Calculate: {
        if (m_tree.isRange(node) || (!m_tree.definitionOf(node).leaf && !m_tree.definitionOf(node).attribute))
            return;
        // an id that a form calculates is made once, for the record keeps its name when it is opened again
        if (rule.node == m_form->instanceId && !m_tree.value(node).empty())
            return;
        const auto value = evaluateRule(index, node);
        if (!value)
            problem(rule.place, value.error());
        if (store(node, value ? textOf(*value, typeOf(node)) : std::string(), {ChangedBy::Calculation}))
            valueChanged(node);
        return;
    }
    case RuleKind::Relevant: {
        const bool on = truthOf(evaluateRule(index, node), true, rule.place);
        if (m_tree.ownRelevant(node) != on) {
            m_tree.setOwnRelevant(node, on);
            updateRelevance(node);
        }
        return;
    }
    case RuleKind::Readonly:
        m_tree.setOwnReadonly(node, truthOf(evaluateRule(index, node), false, rule.place));
        ++m_revision;
        return;
    case RuleKind::Required:
        m_tree.setRequired(node, truthOf(evaluateRule(index, node), false, rule.place));
        ++m_revision;
        return;
    case RuleKind::Constraint:
        m_tree.setConstraintHolds(
            node, m_tree.value(node).empty() || truthOf(evaluateRule(index, node), true, rule.place));
        ++m_revision;
        return;
    case RuleKind::Expected:
        m_tree.setExpectedHolds(node, m_tree.value(node).empty() || truthOf(evaluateRule(index, node), true, rule.place));
        ++m_revision;
        return;
    case RuleKind::Count:
        matchCount(index, node);
        return;
    case RuleKind::Choices:
        choicesChanged(index, node);
        return;
    }
}

/// Relevance is inherited. Whoever reads a node that comes or goes is told.
void Session::updateRelevance(NodeId top)
{
    std::vector<NodeId> open{top};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        const NodeId parent = m_tree.parentElement(node);
        const bool above = parent == Tree::documentNode() || m_tree.relevant(parent);
        const bool on = above && m_tree.ownRelevant(node);
        if (m_tree.relevant(node) == on)
            continue;
        m_tree.setRelevant(node, on);
        ++m_revision;
        structureChanged(node);
        if (m_tree.isRange(node))
            continue; // its instances follow the element above
        const model::NodeDef& def = m_tree.definitionOf(node);
        if (def.leaf || def.attribute) {
            for (const Watch& watch : m_form->graph.watchingValue(m_tree.def(node)))
                enqueueAround(watch, node);
            enqueueIndexed(node);
        }
        for (std::uint32_t slot = 0; slot < m_tree.slotCount(node); ++slot) {
            const NodeId child = m_tree.inSlot(node, slot);
            open.push_back(child);
            if (m_tree.isRange(child))
                open.insert(open.end(), m_tree.instances(child).begin(), m_tree.instances(child).end());
        }
    }
}

bool Session::store(NodeId node, const std::string& text, instance::Origin origin)
{
    std::string value = text.empty() ? text : instance::stored(typeOf(node), text, zone());
    if (const model::Control* control = definition().controlOf(m_tree.def(node))) {
        if (control->kind == NodeKind::Select || control->kind == NodeKind::Rank) {
            m_given.erase(node);
            if (control->itemset && !value.empty()) {
                const std::string shown = offered(node, m_tree.definitionOf(node).control, value);
                if (shown != value)
                    m_given[node] = value;
                value = shown;
            }
        }
    }
    if (m_tree.value(node) == value)
        return false;
    m_tree.setValue(node, std::move(value));
    m_tree.setOrigin(node, origin);
    return true;
}

// --- from values to text --------------------------------------------------------------------------

std::string Session::textOf(const xpath::Value& value, DataType type) const
{
    if (value.isNumber()) {
        if (std::isnan(value.number()))
            return {};
        if (type == DataType::Date || type == DataType::DateTime) {
            const double days = value.number();
            constexpr double kMillisecondsPerDay = 86'400'000.0;
            if (days == std::floor(days)) { // a date counts local days
                int year = 0, month = 0, day = 0;
                base::civilFromDays(static_cast<std::int64_t>(days), year, month, day);
                return fmt::format("{:04}-{:02}-{:02}", year, month, day);
            }
            const base::Instant moment(std::chrono::milliseconds(std::llround(days * kMillisecondsPerDay)));
            if (type == DataType::DateTime)
                return base::toIsoWithOffset(moment, zone());
            const base::LocalTime local = zone().toLocal(moment);
            return fmt::format("{:04}-{:02}-{:02}", local.year, local.month, local.day);
        }
    }
    if (value.isBoolean() && type == DataType::Boolean)
        return value.boolean() ? "1" : "0";
    return value.toText();
}

void Session::setLanguage(std::string_view language)
{
    const auto& languages = definition().itext.languages;
    const auto found = std::find(languages.begin(), languages.end(), language);
    m_language = found == languages.end() ? definition().itext.defaultLanguage
                                          : static_cast<std::size_t>(found - languages.begin());
    m_languageName = m_language < languages.size() ? languages[m_language] : std::string();
    ++m_revision;
    for (const RuleIndex rule : m_form->graph.readingLanguage()) {
        std::vector<NodeId> nodes;
        nodesOfRule(m_form->graph.rules()[rule], Tree::rootElement(), nodes);
        for (const NodeId node : nodes)
            enqueue(rule, node);
    }
    settle();
}

} // namespace tashilgar::forms::engine
