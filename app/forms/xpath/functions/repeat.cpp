#include "app/forms/xpath/functions/library.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

// Spec: https://getodk.github.io/xforms-spec/#fn:indexed-repeat
namespace tashilgar::forms::xpath {
namespace {

NodeRef parentOf(NodeRef node) { return node.dom->parent(node.id); }

bool sameName(NodeRef a, NodeRef b)
{
    return a.dom->type(a.id) == b.dom->type(b.id) && a.dom->localName(a.id) == b.dom->localName(b.id)
        && a.dom->namespaceUri(a.id) == b.dom->namespaceUri(b.id);
}

bool isAtOrBelow(NodeRef node, NodeRef above)
{
    for (; node; node = parentOf(node)) {
        if (node == above)
            return true;
    }
    return false;
}

/// All instances beside \p one: its siblings of the same name, itself among them.
std::vector<NodeRef> instancesBeside(Call& call, NodeRef one)
{
    std::vector<NodeRef> all;
    const NodeRef parent = parentOf(one);
    if (!parent)
        return {one};
    for (NodeRef child = parent.dom->firstChild(parent.id); child && call.spend(1);
         child = child.dom->nextSibling(child.id)) {
        if (sameName(child, one))
            all.push_back(child);
    }
    return all;
}

/// The node that lies below \p instance as \p other lies below an instance of the same repeat: the first one for each
/// name on the way. Null when there is none, or \p other lies elsewhere.
NodeRef counterpart(NodeRef other, NodeRef instance)
{
    std::vector<NodeRef> way;
    for (NodeRef node = other; node; node = parentOf(node)) {
        if (sameName(node, instance) && parentOf(node) && parentOf(instance)
            && sameName(parentOf(node), parentOf(instance))) {
            NodeRef at = instance;
            for (auto step = way.rbegin(); step != way.rend() && at; ++step) {
                NodeRef child = at.dom->firstChild(at.id);
                while (child && !sameName(child, *step))
                    child = child.dom->nextSibling(child.id);
                at = child;
            }
            return at;
        }
        way.push_back(node);
    }
    return {};
}

/// Instance number \p place among \p group, inside \p chosen when an outer repeat has been indexed already, else in the
/// surroundings of the asking node, else in the first that has so many.
NodeRef pick(Call& call, const NodeSet& group, double place, NodeRef chosen)
{
    if (group.empty() || std::isnan(place) || place < 1)
        return {};
    const auto at = [&](NodeRef one) {
        const std::vector<NodeRef> all = instancesBeside(call, one);
        return place <= static_cast<double>(all.size()) ? all[static_cast<std::size_t>(place) - 1] : NodeRef();
    };
    const auto within = [&](NodeRef above) {
        return std::find_if(group.begin(), group.end(), [&](NodeRef node) { return isAtOrBelow(node, above); });
    };
    if (chosen) {
        if (const auto own = within(chosen); own != group.end())
            return at(*own);
        // A relative path leads into the own instance; what is meant is the chosen one.
        const NodeRef twin = counterpart(group[0], chosen);
        return twin ? at(twin) : NodeRef();
    }
    for (NodeRef above = call.current(); above; above = parentOf(above)) {
        if (const auto own = within(above); own != group.end() && (above == parentOf(*own) || above == *own))
            return at(*own);
    }
    NodeRef parent;
    for (const NodeRef node : group) {
        if (parentOf(node) == parent)
            continue;
        parent = parentOf(node);
        if (const NodeRef found = at(node))
            return found;
    }
    return {};
}

/// What the owner of the tree answers without listing instances; nothing when it cannot.
std::optional<NodeSet> fromResolver(Call& call)
{
    const PathResolver* resolver = call.evaluation().context().paths;
    const PathReference* target = call.path(0);
    if (!resolver || !target)
        return std::nullopt;
    std::vector<PathResolver::Indexed> repeats;
    for (std::size_t i = 1; i + 1 < call.count(); i += 2) {
        const PathReference* repeat = call.path(i);
        if (!repeat)
            return std::nullopt;
        repeats.push_back({repeat, call.number(i + 1)});
    }
    NodeSet found;
    if (call.failed() || !resolver->resolveIndexed(*target, repeats, call.current(), found))
        return std::nullopt;
    return found;
}

Value indexedRepeat(Call& call)
{
    if (call.count() % 2 == 0)
        return call.fail("indexed-repeat() needs an index for each repeat");
    if (auto found = fromResolver(call))
        return std::move(*found);
    if (const PathResolver* resolver = call.evaluation().context().paths)
        resolver->indexedWalked();
    const NodeSet targets = call.nodes(0);
    struct Pair {
        NodeSet group;
        double place;
        int depth;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 1; i + 1 < call.count(); i += 2) {
        Pair pair{call.nodes(i), std::trunc(call.number(i + 1)), 0};
        for (NodeRef node = pair.group.empty() ? NodeRef() : pair.group[0]; node; node = parentOf(node))
            ++pair.depth;
        pairs.push_back(std::move(pair));
    }
    // outer repeats choose first, in whichever order they are written
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.depth < b.depth; });
    NodeRef chosen;
    for (const Pair& pair : pairs) {
        chosen = call.failed() ? NodeRef() : pick(call, pair.group, pair.place, chosen);
        if (!chosen)
            return NodeSet();
    }
    for (const NodeRef target : targets) {
        if (call.spend(1) && isAtOrBelow(target, chosen))
            return NodeSet(target);
    }
    if (targets.empty())
        return NodeSet();
    const NodeRef twin = counterpart(targets[0], chosen);
    return twin ? NodeSet(twin) : NodeSet();
}

} // namespace

void addRepeatFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"indexed-repeat", 3, 7, F::EveryInstance | F::ReadsCurrent, indexedRepeat});
}

} // namespace tashilgar::forms::xpath
