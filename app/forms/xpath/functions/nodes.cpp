#include "app/base/text.h"
#include "app/forms/xpath/functions/library.h"
#include "app/forms/xpath/functions/shuffle.h"

#include <unordered_set>

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#section-Node-Set-Functions
namespace tashilgar::forms::xpath {
namespace {

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

Value position(Call& call)
{
    if (!call.has(0))
        return static_cast<double>(call.focus().position);
    const NodeSet nodes = call.nodes(0);
    if (nodes.empty())
        return call.fail("position() was given no node");
    // Of ODK: the place among the siblings of the same name. Spec: https://getodk.github.io/xforms-spec/#fn:position
    const NodeRef node = nodes[0];
    const Dom& dom = *node.dom;
    if (const auto known = dom.positionAmongNamesakes(node.id))
        return static_cast<double>(*known);
    double place = 1;
    for (NodeRef before = dom.previousSibling(node.id); before; before = dom.previousSibling(before.id)) {
        call.spend(1);
        if (dom.type(before.id) == dom.type(node.id) && dom.localName(before.id) == dom.localName(node.id)
            && dom.namespaceUri(before.id) == dom.namespaceUri(node.id))
            ++place;
    }
    return place;
}

Value count(Call& call)
{
    PathResolver::Totals totals;
    return static_cast<double>(call.total(0, false, totals) ? totals.count : call.nodes(0).size());
}

Value countNonEmpty(Call& call)
{
    const NodeSet nodes = call.nodes(0);
    double count = 0;
    std::string buffer;
    for (const NodeRef node : nodes)
        count += stringValueOf(node, buffer).empty() ? 0 : 1;
    return count;
}

Value nameOf(Call& call, std::string (*read)(NodeRef))
{
    const NodeSet nodes = call.nodesOrContext(0);
    return nodes.empty() ? std::string() : read(nodes[0]);
}

Value instance(Call& call)
{
    const std::string id = call.text(0);
    if (call.failed())
        return {};
    const NodeRef root = call.host().instance(id);
    if (!root)
        return call.fail("there is no instance called " + id);
    return NodeSet(root);
}

Value lang(Call& call)
{
    const std::string wanted = base::toLowerAscii(call.text(0));
    for (NodeRef node = call.focus().node; node; node = node.dom->parent(node.id)) {
        const Dom& dom = *node.dom;
        if (dom.type(node.id) != NodeType::Element)
            continue;
        for (NodeRef attribute = dom.firstAttribute(node.id); attribute; attribute = dom.nextAttribute(attribute.id)) {
            if (dom.localName(attribute.id) != "lang" || dom.namespaceUri(attribute.id) != kXmlNamespace)
                continue;
            const std::string found = base::toLowerAscii(dom.stringValue(attribute.id));
            return found == wanted || found.starts_with(wanted + "-");
        }
    }
    return false;
}

/// Without document types there are no attributes of type ID, so those called `id` or `xml:id` count.
bool hasIdOf(NodeRef element, const std::unordered_set<std::string>& ids)
{
    const Dom& dom = *element.dom;
    for (NodeRef attribute = dom.firstAttribute(element.id); attribute; attribute = dom.nextAttribute(attribute.id)) {
        const std::string_view uri = dom.namespaceUri(attribute.id);
        if (dom.localName(attribute.id) == "id" && (uri.empty() || uri == kXmlNamespace)
            && ids.contains(dom.stringValue(attribute.id)))
            return true;
    }
    return false;
}

Value id(Call& call)
{
    std::unordered_set<std::string> wanted;
    forEachText(call, 0, [&](std::string_view text) {
        for (const std::string_view word : base::splitWords(text))
            wanted.emplace(word);
    });
    NodeSet found;
    if (!call.focus().node || call.failed())
        return found;
    const NodeRef root = call.focus().node.dom->root(call.focus().node.id);
    // A walk in document order without recursion.
    for (NodeRef node = root; node && call.spend(1);) {
        if (node.dom->type(node.id) == NodeType::Element && hasIdOf(node, wanted))
            found.append(node);
        NodeRef next = node.dom->firstChild(node.id);
        for (; !next && node && node != root; node = node.dom->parent(node.id))
            next = node.dom->nextSibling(node.id);
        node = next;
    }
    return found;
}

Value randomize(Call& call)
{
    NodeSet nodes = call.nodes(0);
    if (!call.has(1))
        return shuffled(std::move(nodes), randomSeed(call.host().random()));
    const Value seed = call.value(1);
    return call.failed() ? Value() : Value(shuffled(std::move(nodes), seedOf(seed)));
}

} // namespace

void addNodeFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"last", 0, 0, F::ReadsPosition, [](Call& call) -> Value {
                      return static_cast<double>(call.focus().size);
                  }});
    registry.add({"position", 0, 1, F::ReadsPosition, position});
    registry.add({"count", 1, 1, F::Pure, count});
    registry.add({"count-non-empty", 1, 1, F::Pure, countNonEmpty});
    registry.add({"name", 0, 1, F::ContextIfBare, [](Call& call) -> Value {
                      return nameOf(call, [](NodeRef node) { return node.dom->qualifiedName(node.id); });
                  }});
    registry.add({"local-name", 0, 1, F::ContextIfBare, [](Call& call) -> Value {
                      return nameOf(call, [](NodeRef node) { return std::string(node.dom->localName(node.id)); });
                  }});
    registry.add({"namespace-uri", 0, 1, F::ContextIfBare, [](Call& call) -> Value {
                      return nameOf(call, [](NodeRef node) { return std::string(node.dom->namespaceUri(node.id)); });
                  }});
    registry.add({"id", 1, 1, F::ReadsContextNode, id});
    registry.add({"lang", 1, 1, F::ReadsContextNode, lang});
    registry.add({"current", 0, 0, F::ReadsCurrent, [](Call& call) -> Value {
                      return call.current() ? NodeSet(call.current()) : NodeSet();
                  }});
    registry.add({"instance", 1, 1, F::ReadsHost, instance});
    registry.add({"randomize", 1, 2, F::ReadsHost, randomize});
}

} // namespace tashilgar::forms::xpath
