#include "app/base/text.h"
#include "app/forms/engine/session.h"
#include "app/forms/xpath/expression.h"

#include <algorithm>

namespace tashilgar::forms::engine {

using model::Control;
using model::DefId;
using model::kNoDef;

namespace {

std::string joined(const std::vector<std::string_view>& words)
{
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty())
            text += ' ';
        text += word;
    }
    return text;
}

} // namespace

/// The choices of an itemset at \p node, kept until something they read has changed.
const ChoiceList& Session::choices(NodeId node, std::uint32_t index) const
{
    const Control& control = definition().controls[index];
    const CompiledItemset& itemset = m_form->itemsets[index];
    const std::uint64_t cacheKey = itemset.fixed ? (1ull << 63 | index) : (static_cast<std::uint64_t>(index) << 32 | node);
    if (const auto found = m_choices.find(cacheKey); found != m_choices.end())
        return found->second;

    ChoiceList list;
    const RuleIndex ruleIndex = m_form->graph.ruleOf(control.node, RuleKind::Choices);
    if (ruleIndex != kNoRule && itemset.value) {
        const Rule& rule = m_form->graph.rules()[ruleIndex];
        auto nodes = evaluate(rule.compiled, node);
        if (!nodes) {
            problem(rule.place, nodes.error());
        } else if (nodes->isNodeSet()) {
            xpath::EvaluationContext context;
            context.root = m_tree.refTo(Tree::documentNode());
            context.current = m_tree.refTo(node);
            context.host = this;
            context.size = nodes->nodes().size();
            std::unordered_set<std::string> seen;
            for (std::size_t i = 0; i < nodes->nodes().size(); ++i) {
                const xpath::NodeRef item = nodes->nodes()[i];
                if (item.dom == &m_tree && !m_tree.relevant(Tree::nodeOf(item.id)))
                    continue;
                context.node = item;
                context.position = i + 1;
                auto value = xpath::evaluateText(*itemset.value, context);
                if (!value || base::trim(*value).empty()) // instances of a repeat without a value are passed over
                    continue;
                if (control.itemset->distinct && !seen.insert(*value).second)
                    continue;
                list.items.push_back(item);
                list.values.push_back(std::move(*value));
            }
        }
    }
    return m_choices.insert_or_assign(cacheKey, std::move(list)).first->second;
}

const std::string& Session::givenValue(NodeId node) const
{
    const auto given = m_given.find(node);
    return given == m_given.end() ? m_tree.value(node) : given->second;
}

/// What of \p given the choices offer now. A rank that has an answer ranks all that is offered, the new ones last.
std::string Session::offered(NodeId node, std::uint32_t index, const std::string& given) const
{
    const Control& control = definition().controls[index];
    const ChoiceList& list = choices(node, index);
    const auto isOffered = [&](std::string_view value) {
        return std::find(list.values.begin(), list.values.end(), value) != list.values.end()
            || std::any_of(control.items.begin(), control.items.end(), [&](const auto& item) { return item.value == value; });
    };
    if (!control.multiple)
        return isOffered(given) ? given : std::string();
    std::vector<std::string_view> kept;
    for (const std::string_view word : base::splitWords(given)) {
        if (isOffered(word))
            kept.push_back(word);
    }
    if (control.kind == NodeKind::Rank && !given.empty()) {
        for (const std::string& value : list.values) {
            if (std::find(kept.begin(), kept.end(), value) == kept.end())
                kept.push_back(value);
        }
    }
    return joined(kept);
}

/// An answer that is no longer offered leaves the record, and comes back when it is offered again.
void Session::choicesChanged(RuleIndex rule, NodeId node)
{
    ++m_revision;
    const std::uint32_t control = definition().nodes[m_form->graph.rules()[rule].node].control;
    if (!m_form->itemsets[control].fixed)
        m_choices.erase(static_cast<std::uint64_t>(control) << 32 | node);
    const std::string given = givenValue(node);
    if (given.empty())
        return;
    const std::string shown = offered(node, control, given);
    if (shown == given)
        m_given.erase(node);
    else
        m_given[node] = given;
    if (m_tree.value(node) != shown) {
        m_tree.setValue(node, shown);
        m_tree.setOrigin(node, {ChangedBy::Choices});
        valueChanged(node);
    }
}

/// What is stored for an answer to \p control: several choices in the order of the list, a trigger as "OK".
std::string Session::arranged(NodeId node, const Control& control, std::string_view text) const
{
    if (control.kind == NodeKind::Trigger) {
        const std::string plain = base::toLowerAscii(base::trim(text));
        return plain == "ok" || plain == "1" || plain == "true" ? "OK" : "";
    }
    if (control.kind == NodeKind::Rank)
        return base::normaliseSpace(text);
    if (control.kind != NodeKind::Select || !control.multiple)
        return std::string(text);
    std::vector<std::string_view> words = base::splitWords(text);
    std::vector<std::string> order;
    for (const model::Item& item : control.items)
        order.push_back(item.value);
    if (control.itemset) {
        const auto& offered = choices(node, m_tree.definitionOf(node).control).values;
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(control.itemset->itemsBefore), offered.begin(), offered.end());
    }
    const auto place = [&](std::string_view word) { return std::find(order.begin(), order.end(), word) - order.begin(); };
    std::stable_sort(words.begin(), words.end(), [&](auto a, auto b) { return place(a) < place(b); });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return joined(words);
}

/// The label of one choice, or with \p form its picture, sound or film.
std::string Session::choiceLabelOf(
    NodeId node, std::uint32_t index, const ChoiceList& list, std::size_t i, std::string_view form) const
{
    const CompiledItemset& itemset = m_form->itemsets[index];
    if (!itemset.label)
        return form.empty() ? list.values[i] : std::string();
    if (!form.empty() && (!itemset.labelIsItext || !definition().itext.hasForm(form)))
        return {};
    xpath::EvaluationContext context;
    context.node = list.items[i];
    context.current = m_tree.refTo(node);
    context.root = m_tree.refTo(Tree::documentNode());
    context.position = i + 1;
    context.size = list.items.size();
    context.host = this;
    auto label = xpath::evaluateText(*itemset.label, context);
    if (!label)
        return form.empty() ? list.values[i] : std::string();
    if (!itemset.labelIsItext)
        return *label;
    const model::TextTemplate* found = definition().itext.find(*label, m_language, form);
    return found ? render(*found, node) : std::string();
}

/// Spec: https://getodk.github.io/xforms-spec/#fn:jr:choice-name
base::Result<std::string> Session::choiceName(std::string_view value, std::string_view path, xpath::NodeRef from) const
{
    const auto trimmed = base::trim(path);
    const NodeId asking = from.dom == &m_tree && from.id != Tree::documentNode() ? Tree::nodeOf(from.id) : Tree::rootElement();
    NodeId node = kNoNode;
    DefId def = kNoDef;
    if (const auto found = definition().byPath.find(std::string(trimmed)); found != definition().byPath.end()) {
        def = found->second;
        node = nodeFor(def, asking);
    } else if (const CompiledExpression* compiled = compileCached(std::string(trimmed), m_tree.def(asking))) {
        const auto nodes = evaluate(*compiled, asking);
        if (nodes && nodes->isNodeSet() && !nodes->nodes().empty() && nodes->nodes()[0].dom == &m_tree)
            node = Tree::nodeOf(nodes->nodes()[0].id);
        if (node != kNoNode)
            def = m_tree.def(node);
    }
    if (node == kNoNode || def == kNoDef || m_tree.definitionOf(node).control == model::kNone)
        return std::string();
    const std::uint32_t index = m_tree.definitionOf(node).control;
    const Control& control = definition().controls[index];
    for (const model::Item& item : control.items) {
        if (item.value == value)
            return text(item.label, node);
    }
    if (!control.itemset)
        return std::string();
    const ChoiceList& list = choices(node, index);
    for (std::size_t i = 0; i < list.values.size(); ++i) {
        if (list.values[i] == value)
            return choiceLabelOf(node, index, list, i, {});
    }
    return std::string();
}

} // namespace tashilgar::forms::engine
