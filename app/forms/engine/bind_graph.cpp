#include "app/forms/engine/bind_graph.h"

#include "app/base/text.h"

#include <algorithm>

namespace tashilgar::forms::engine {

using model::Definition;
using model::DefId;
using model::kNoDef;

namespace {

using Edges = std::vector<std::vector<RuleIndex>>; ///< rule -> the rules it needs first

struct RulesByPlace {
    std::vector<RuleIndex> calculate, relevant, count, choices;

    RulesByPlace(const Definition& definition, const std::vector<Rule>& rules)
    {
        for (auto* list : {&calculate, &relevant, &count, &choices})
            list->assign(definition.nodes.size(), kNoRule);
        for (RuleIndex i = 0; i < rules.size(); ++i) {
            switch (rules[i].kind) {
            case RuleKind::Calculate: calculate[rules[i].node] = i; break;
            case RuleKind::Relevant: relevant[rules[i].node] = i; break;
            case RuleKind::Count: count[rules[i].node] = i; break;
            case RuleKind::Choices: choices[rules[i].node] = i; break;
            default: break;
            }
        }
    }
};

/// What must be worked out before, and what had better be.
struct Needs {
    Edges hard, soft;
};

/// coalesce(/data/x, …) and if(/data/x …) on x itself: what is there stays, so one more round changes nothing. Allowed,
/// because forms in use have it.
bool keepsItself(const Rule& rule)
{
    const std::string_view text = base::trim(rule.compiled.expression.text());
    return text.starts_with("coalesce(") || text.starts_with("if(");
}

Needs needsOf(const Definition& definition, const std::vector<Rule>& rules)
{
    const RulesByPlace places(definition, rules);
    Needs needs;
    needs.hard.resize(rules.size());
    needs.soft.resize(rules.size());
    for (RuleIndex i = 0; i < rules.size(); ++i) {
        const auto addSoft = [&](RuleIndex other) {
            if (other != kNoRule && other != i)
                needs.soft[i].push_back(other);
        };
        for (const Dependency& dependency : rules[i].compiled.dependencies) {
            if (!dependency.structural) {
                const RuleIndex source = places.calculate[dependency.target];
                if (source == i && keepsItself(rules[i]))
                    continue;
                if (source != kNoRule && !dependency.loose)
                    needs.hard[i].push_back(source);
                else
                    addSoft(source);
                addSoft(places.choices[dependency.target]);
            }
            for (DefId at = dependency.target; at != kNoDef; at = definition.nodes[at].parent) {
                addSoft(places.relevant[at]);
                addSoft(places.count[at]);
            }
        }
        for (Edges* edges : {&needs.hard, &needs.soft}) {
            auto& list = (*edges)[i];
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
    }
    return needs;
}

/// Depth first over hard needs, without recursion, for a chain may have tens of thousands of links. Each cycle found is
/// reported once, with its members in order.
void reportCycles(const Definition& definition, const std::vector<Rule>& rules, const Edges& hard, Diagnostics& diagnostics)
{
    enum : std::uint8_t { kNew, kOpen, kDone };
    std::vector<std::uint8_t> state(rules.size(), kNew);
    std::vector<std::pair<RuleIndex, std::size_t>> path;
    constexpr std::size_t kMaxNamed = 12;
    for (RuleIndex first = 0; first < rules.size(); ++first) {
        if (state[first] != kNew)
            continue;
        path.assign(1, {first, 0});
        state[first] = kOpen;
        while (!path.empty()) {
            auto& [at, next] = path.back();
            if (next == hard[at].size()) {
                state[at] = kDone;
                path.pop_back();
                continue;
            }
            const RuleIndex needed = hard[at][next++];
            if (state[needed] == kNew) {
                state[needed] = kOpen;
                path.emplace_back(needed, 0);
            } else if (state[needed] == kOpen) {
                auto member = std::find_if(path.begin(), path.end(), [&](const auto& p) { return p.first == needed; });
                std::string names;
                std::size_t named = 0;
                for (; member != path.end(); ++member) {
                    if (++named <= kMaxNamed)
                        names += definition.nodes[rules[member->first].node].path + " reads ";
                }
                if (named > kMaxNamed)
                    names += "(" + std::to_string(named - kMaxNamed) + " more) reads ";
                names += definition.nodes[rules[needed].node].path;
                diagnostics.push_back({Severity::Error, "cycle", rules[needed].place,
                    "this calculation needs its own outcome: " + names, "take one of these references out", {{"members", names}}});
            }
        }
    }
}

/// needs before needers; a need that would close a circle is passed over, for it is a soft one.
std::vector<RuleIndex> order(const Needs& needs)
{
    const auto count = static_cast<RuleIndex>(needs.hard.size());
    std::vector<std::uint8_t> seen(count, 0);
    std::vector<RuleIndex> ordered;
    ordered.reserve(count);
    std::vector<std::pair<RuleIndex, std::size_t>> path;
    for (RuleIndex first = 0; first < count; ++first) {
        if (seen[first])
            continue;
        seen[first] = 1;
        path.assign(1, {first, 0});
        while (!path.empty()) {
            auto& [at, next] = path.back();
            const auto& hard = needs.hard[at];
            const auto& soft = needs.soft[at];
            if (next == hard.size() + soft.size()) {
                ordered.push_back(at);
                path.pop_back();
                continue;
            }
            const RuleIndex needed = next < hard.size() ? hard[next] : soft[next - hard.size()];
            ++next;
            if (!seen[needed]) {
                seen[needed] = 1;
                path.emplace_back(needed, 0);
            }
        }
    }
    return ordered;
}

void reportSelfReferences(const std::vector<Rule>& rules, Diagnostics& diagnostics)
{
    for (const Rule& rule : rules) {
        if (rule.kind != RuleKind::Relevant && rule.kind != RuleKind::Readonly && rule.kind != RuleKind::Required)
            continue;
        const bool self = std::any_of(rule.compiled.dependencies.begin(), rule.compiled.dependencies.end(),
            [&](const Dependency& d) { return d.target == rule.node && !d.loose && !d.structural; });
        if (self)
            diagnostics.push_back({Severity::Error, "self-reference", rule.place,
                "this expression reads the value of its own place", "only a constraint may do so"});
    }
}

/// Whether the session notes what a rule of this kind reads by index. Choices are worked out when somebody looks.
bool isLogged(RuleKind kind) { return kind != RuleKind::Choices && kind != RuleKind::Count; }

} // namespace

BindGraph BindGraph::build(const Definition& definition, std::vector<Rule> rules, Diagnostics& diagnostics)
{
    BindGraph graph;
    const Needs needs = needsOf(definition, rules);
    reportCycles(definition, rules, needs.hard, diagnostics);
    reportSelfReferences(rules, diagnostics);

    graph.m_rules.reserve(rules.size());
    for (const RuleIndex index : order(needs))
        graph.m_rules.push_back(std::move(rules[index]));

    graph.m_value.resize(definition.nodes.size());
    graph.m_structure.resize(definition.nodes.size());
    graph.m_indexed.resize(definition.nodes.size());
    graph.m_rulesOf.resize(definition.nodes.size());
    for (RuleIndex i = 0; i < graph.m_rules.size(); ++i) {
        const Rule& rule = graph.m_rules[i];
        graph.m_rulesOf[rule.node].push_back(i);
        if (rule.compiled.expression.readsLanguage())
            graph.m_language.push_back(i);
        for (const Dependency& dependency : rule.compiled.dependencies) {
            auto& lists = dependency.indexed && isLogged(rule.kind) ? graph.m_indexed
                : dependency.structural                             ? graph.m_structure
                                                                    : graph.m_value;
            // what this rule has said of the place stands at the end of its list
            auto& list = lists[dependency.target];
            bool known = false;
            for (auto watch = list.rbegin(); watch != list.rend() && watch->rule == i && !known; ++watch)
                known = watch->apex == dependency.apex;
            if (!known)
                list.push_back({i, dependency.apex});
        }
        if (rule.kind == RuleKind::Constraint || rule.kind == RuleKind::Expected) // checked anew whenever its own value changes
            graph.m_value[rule.node].push_back({i, rule.node});
    }
    return graph;
}

RuleIndex BindGraph::ruleOf(DefId def, RuleKind kind) const
{
    for (const RuleIndex rule : m_rulesOf[def]) {
        if (m_rules[rule].kind == kind)
            return rule;
    }
    return kNoRule;
}

} // namespace tashilgar::forms::engine
