#include "app/forms/engine/session.h"

#include "app/base/text.h"
#include "app/forms/resources.h"
#include "app/forms/xpath/expression.h"
#include "app/forms/xpath/temporal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tashilgar::forms::engine {

using model::DefId;

namespace {
constexpr std::string_view kLastSaved = "jr://instance/last-saved";
} // namespace

Session::Session(std::shared_ptr<const CompiledForm> form, EntryHost host)
    : m_form(std::move(form))
    , m_host(std::move(host))
    , m_tree(m_form->definition)
    , m_instances(m_form->inlineInstances)
    , m_language(definition().itext.defaultLanguage)
{
    if (m_language < definition().itext.languages.size())
        m_languageName = definition().itext.languages[m_language];
}

base::Result<std::unique_ptr<Session>> Session::create(std::shared_ptr<const CompiledForm> form, EntryHost host)
{
    std::unique_ptr<Session> session(new Session(std::move(form), std::move(host)));
    TASHILGAR_TRY(session->readInstances());
    return session;
}

base::Result<void> Session::readInstances()
{
    for (const model::SecondaryInstance& external : definition().secondary) {
        if (external.source.empty())
            continue;
        if (!external.list.empty()) {
            TASHILGAR_TRY(readExternalList(external));
            continue;
        }
        if (m_host.resources) {
            auto kept = m_host.resources->table(external.source);
            if (kept && *kept) {
                m_instances.insert_or_assign(external.id, secondary::keptSecondary(std::move(*kept)));
                continue;
            }
            if (!kept && kept.error().code != kMissingResource)
                return base::fail(std::move(kept).error());
        }
        auto bytes = m_host.resources ? m_host.resources->read(external.source)
                                      : base::Result<std::string>(base::fail(kMissingResource,
                                          "this form asks for a file that is not here", external.source));
        if (!bytes) {
            // before a first record there is no last one
            const bool mayMiss = m_host.blankForMissingResources || external.source == kLastSaved || external.implied;
            if (bytes.error().code != kMissingResource || !mayMiss)
                return base::fail(std::move(bytes).error());
            if (external.implied)
                problem("list " + external.id, bytes.error());
            m_instances.insert_or_assign(external.id, secondary::emptySecondary());
            continue;
        }
        auto read = secondary::readSecondary(*bytes, external.source);
        if (!read)
            return base::fail(std::move(read).error());
        m_instances.insert_or_assign(external.id, std::move(*read));
    }
    return {};
}

xpath::NodeRef Session::instance(std::string_view id) const
{
    if (const auto found = m_instances.find(id); found != m_instances.end())
        return found->second.root;
    const auto& document = *definition().document;
    const auto holder = document.parent(definition().primary);
    if (document.attribute(holder, "id") == std::optional<std::string_view>(id))
        return m_tree.refTo(Tree::documentNode());
    return {};
}

std::string Session::property(std::string_view name) const { return propertyValue(std::string(name)); }

std::string Session::propertyValue(const std::string& name) const
{
    if (const auto found = m_host.properties.find(name); found != m_host.properties.end())
        return found->second;
    // clients and forms disagree on capitals ("deviceID")
    const std::string wanted = base::toLowerAscii(name);
    for (const auto& [known, value] : m_host.properties) {
        if (base::toLowerAscii(known) == wanted)
            return value;
    }
    // "uri:username" and its like: the value as an address. Spec: https://getodk.github.io/xforms-spec/#preload-attributes
    if (!wanted.starts_with("uri:"))
        return {};
    const std::string plain = wanted.substr(4), value = propertyValue(plain);
    if (value.empty())
        return {};
    if (plain == "username")
        return "username:" + value;
    if (plain == "phonenumber")
        return "tel:" + value;
    return plain == "email" ? "mailto:" + value : value;
}

std::string Session::onceValue(xpath::NodeRef current) const
{
    if (current.dom == &m_tree)
        return m_tree.value(Tree::nodeOf(current.id));
    return {};
}

DataType Session::typeOf(NodeId node) const
{
    const model::Bind* bind = definition().bindOf(m_tree.def(node));
    return bind ? bind->type : DataType::String;
}

// --- evaluation -----------------------------------------------------------------------------------

/// Where the way down of a path begins; kNoNode where it does not start at a node of this tree that it was bound for.
NodeId TreePaths::apexOf(const BoundPath& bound, xpath::NodeRef from) const
{
    NodeId start = m_scope;
    if (!bound.absolute) {
        if (from.dom != &m_tree || from.id & Tree::kTextBit || from.id == Tree::documentNode())
            return kNoNode;
        start = Tree::nodeOf(from.id);
        if (m_tree.def(start) != bound.from)
            return kNoNode;
    }
    return bound.apex == 0 ? Tree::rootElement() : m_tree.ancestor(start, bound.apex);
}

bool TreePaths::total(const xpath::PathReference& path, xpath::NodeRef from, bool asNumbers, Totals& totals) const
{
    const BoundPath& bound = m_compiled.paths[path.id];
    NodeId range = bound.bound && bound.complete ? apexOf(bound, from) : kNoNode;
    if (range == kNoNode || m_tree.isRange(range))
        return false;
    std::size_t done = 0;
    while (done < bound.slots.size() && !m_tree.isRange(range))
        range = m_tree.inSlot(range, bound.slots[done++]);
    if (!m_tree.isRange(range) || done + 1 < bound.slots.size())
        return false;
    const std::vector<NodeId>& instances = m_tree.instances(range);
    const bool ofLeaf = done < bound.slots.size();
    const auto nodeIn = [&](NodeId one) { return ofLeaf ? m_tree.inSlot(one, bound.slots[done]) : one; };
    if (!instances.empty() && m_tree.isRange(nodeIn(instances.front())))
        return false;
    if (asNumbers && (!ofLeaf || (!instances.empty() && !m_tree.definitionOf(nodeIn(instances.front())).leaf)))
        return false;
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    totals = {0, 0, kNaN, kNaN};
    for (const NodeId one : instances) {
        const NodeId node = nodeIn(one);
        if (!m_tree.relevant(node))
            continue;
        ++totals.count;
        if (!asNumbers)
            continue;
        const double number = m_tree.number(node);
        if (std::isnan(number)) {
            totals.sum = totals.least = totals.most = kNaN;
            return !xpath::looksTemporal(m_tree.value(node));
        }
        totals.sum += number;
        totals.least = totals.count == 1 || number < totals.least ? number : totals.least;
        totals.most = totals.count == 1 || number > totals.most ? number : totals.most;
    }
    return true;
}

std::size_t TreePaths::resolve(
    const xpath::PathReference& path, xpath::NodeRef from, xpath::NodeRef, xpath::NodeSet& found) const
{
    const BoundPath& bound = m_compiled.paths[path.id];
    const NodeId apex = bound.bound ? apexOf(bound, from) : kNoNode;
    if (apex == kNoNode)
        return 0;
    if (bound.slots.empty()) {
        found.append(m_tree.refTo(apex));
        return bound.consumed;
    }
    if (m_tree.isRange(apex)) // an expression of the range itself, asking for what instances hold
        return bound.consumed;
    // most paths lead to one node; a list is only kept where a repeat is crossed
    NodeId single = apex;
    std::vector<NodeId> many;
    for (std::size_t i = 0; i < bound.slots.size(); ++i) {
        const std::uint32_t slot = bound.slots[i];
        if (many.empty()) {
            if (single == kNoNode)
                return bound.consumed;
            const NodeId next = m_tree.inSlot(single, slot);
            if (m_tree.isRange(next)) {
                const std::size_t rest = bound.slots.size() - 1 - i;
                if (rest <= 1 && appendColumn(next, rest == 1 ? &bound.slots[i + 1] : nullptr, bound.complete, found))
                    return bound.consumed;
                many = m_tree.instances(next);
                single = kNoNode;
            } else {
                single = next;
            }
            continue;
        }
        std::vector<NodeId> below;
        below.reserve(many.size());
        for (const NodeId node : many) {
            const NodeId next = m_tree.inSlot(node, slot);
            if (m_tree.isRange(next))
                below.insert(below.end(), m_tree.instances(next).begin(), m_tree.instances(next).end());
            else
                below.push_back(next);
        }
        many = std::move(below);
        if (many.empty())
            return bound.consumed;
    }
    // Of many, those that are not relevant do not count. A single one stays and reads as blank, because forms ask
    // "/data/x = ''" of questions that do not show, and that is false of an empty node set.
    if (single != kNoNode)
        found.append(m_tree.refTo(single));
    for (const NodeId node : many) {
        if (!bound.complete || m_tree.relevant(node))
            found.append(m_tree.refTo(node));
    }
    return bound.consumed;
}

/// What almost every sum and count of a form reads: the instances of one repeat, or one leaf of each (\p slot). False
/// where that leaf is a repeat of its own.
bool TreePaths::appendColumn(NodeId range, const std::uint32_t* slot, bool relevantOnly, xpath::NodeSet& found) const
{
    const std::vector<NodeId>& instances = m_tree.instances(range);
    if (slot && !instances.empty() && m_tree.isRange(m_tree.inSlot(instances.front(), *slot)))
        return false;
    found.reserve(instances.size());
    for (const NodeId one : instances) {
        const NodeId node = slot ? m_tree.inSlot(one, *slot) : one;
        if (!relevantOnly || m_tree.relevant(node))
            found.append(m_tree.refTo(node));
    }
    return true;
}

/// What a path names, if that is bound to the end and does not start inside a predicate.
DefId TreePaths::placeOf(const xpath::PathReference& path) const
{
    const BoundPath& bound = m_compiled.paths[path.id];
    const bool free = bound.absolute || path.enclosing == xpath::PathReference::kNone;
    return bound.bound && bound.complete && free ? bound.target : model::kNoDef;
}

bool TreePaths::resolveIndexed(const xpath::PathReference& target, std::span<const Indexed> repeats, xpath::NodeRef,
    xpath::NodeSet& found) const
{
    const model::Definition& definition = m_tree.definition();
    const DefId place = placeOf(target);
    if (place == model::kNoDef)
        return false;
    std::vector<std::pair<DefId, double>> numbered;
    for (const Indexed& pair : repeats) {
        const DefId repeat = placeOf(*pair.repeat);
        if (repeat == model::kNoDef || !definition.nodes[repeat].repeat || !definition.isAncestorOrSelf(repeat, place))
            return false;
        numbered.emplace_back(repeat, std::trunc(pair.position));
    }
    std::vector<DefId> chain;
    for (DefId at = place; at != 0; at = definition.nodes[at].parent)
        chain.push_back(at);
    NodeId node = Tree::rootElement();
    for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
        node = m_tree.inSlot(node, definition.nodes[*step].slot);
        if (!m_tree.isRange(node))
            continue;
        const auto& instances = m_tree.instances(node);
        const auto pair = std::find_if(numbered.begin(), numbered.end(), [&](const auto& p) { return p.first == *step; });
        if (pair == numbered.end()) { // a repeat that is not numbered: the own instance, if this is inside one
            const NodeId own = m_tree.ancestor(m_scope, *step);
            if (own == kNoNode || m_tree.isRange(own))
                return false;
            node = own;
        } else if (pair->second >= 1 && pair->second <= static_cast<double>(instances.size())) {
            node = instances[static_cast<std::size_t>(pair->second) - 1];
        } else {
            if (m_log)
                m_log->missed = true;
            return true; // there is no such instance
        }
    }
    if (m_log)
        m_log->read.push_back(node);
    found.append(m_tree.refTo(node));
    return true;
}

base::Result<xpath::Value> Session::evaluate(const CompiledExpression& compiled, NodeId node, NodeId scope) const
{
    return evaluateAlong(TreePaths(m_tree, compiled, scope == kNoNode ? node : scope), compiled, node);
}

base::Result<xpath::Value> Session::evaluateRule(RuleIndex index, NodeId node)
{
    const CompiledExpression& compiled = m_form->graph.rules()[index].compiled;
    if (!compiled.readsByIndex)
        return evaluate(compiled, node);
    IndexedReads::Log log;
    auto value = evaluateAlong(TreePaths(m_tree, compiled, node, &log), compiled, node);
    m_indexedReads.note(index, node, log);
    return value;
}

base::Result<xpath::Value> Session::evaluateAlong(
    const TreePaths& paths, const CompiledExpression& compiled, NodeId node) const
{
    xpath::EvaluationContext context;
    context.node = context.current = m_tree.refTo(node);
    context.root = m_tree.refTo(Tree::documentNode());
    context.host = this;
    context.paths = &paths;
    return xpath::evaluate(compiled.expression, context);
}

const CompiledExpression* Session::compileCached(const std::string& text, DefId context) const
{
    std::string cacheKey = std::to_string(context) + ' ' + text;
    const auto found = m_compiled.find(cacheKey);
    if (found != m_compiled.end())
        return found->second ? &*found->second : nullptr;
    auto compiled = compileAt(definition(), m_form->namespaces, text, context);
    auto& kept = m_compiled[std::move(cacheKey)];
    if (compiled)
        kept = std::move(*compiled);
    return kept ? &*kept : nullptr;
}

base::Result<xpath::Value> Session::evaluateAt(NodeId node, std::string_view text) const
{
    auto compiled = compileAt(definition(), m_form->namespaces, text, m_tree.def(node));
    if (!compiled)
        return base::fail(std::move(compiled).error());
    return evaluate(*compiled, node);
}

void Session::problem(const std::string& place, const base::Error& error) const
{
    if (m_problemPlaces.insert(place).second)
        m_problems.push_back({Severity::Warning, std::string(kEvaluation.name()).substr(6), place, error.sentence, {}});
}

} // namespace tashilgar::forms::engine
