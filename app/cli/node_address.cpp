#include "app/cli/node_address.h"

#include "app/base/text.h"

#include <charconv>

namespace tashilgar::cli {
namespace {

using forms::xpath::NodeRef;
using forms::xpath::NodeType;

struct Kind {
    NodeType type;
    std::string_view step;
};
constexpr Kind kKinds[] = {{NodeType::Element, "*"}, {NodeType::Text, "text()"}, {NodeType::Comment, "comment()"},
    {NodeType::ProcessingInstruction, "processing-instruction()"}};

NodeRef attributeCalled(NodeRef element, std::string_view name)
{
    for (NodeRef a = element.dom->firstAttribute(element.id); a; a = a.dom->nextAttribute(a.id)) {
        if (a.dom->qualifiedName(a.id) == name)
            return a;
    }
    return {};
}

NodeRef namespaceCalled(NodeRef element, std::string_view prefix)
{
    for (const std::uint64_t id : element.dom->namespaceNodes(element.id)) {
        if (element.dom->localName(id) == prefix)
            return {element.dom, id};
    }
    return {};
}

NodeRef childAt(NodeRef parent, std::string_view step)
{
    std::size_t wanted = 1;
    const std::size_t bracket = step.find('[');
    if (bracket != std::string_view::npos)
        std::from_chars(step.data() + bracket + 1, step.data() + step.size(), wanted);
    for (const Kind& kind : kKinds) {
        if (step.substr(0, bracket) != kind.step)
            continue;
        for (NodeRef child = parent.dom->firstChild(parent.id); child; child = child.dom->nextSibling(child.id)) {
            if (child.dom->type(child.id) == kind.type && --wanted == 0)
                return child;
        }
    }
    return {};
}

} // namespace

base::Result<NodeRef> nodeAt(const forms::secondary::DocumentDom& dom, std::string_view address)
{
    constexpr std::string_view kNamespaceAxis = "namespace::";
    NodeRef node = dom.rootNode();
    for (const std::string_view step : base::split(address, '/')) {
        if (step.empty())
            continue;
        if (step.starts_with('@'))
            node = attributeCalled(node, step.substr(1));
        else if (step.starts_with(kNamespaceAxis))
            node = namespaceCalled(node, step.substr(kNamespaceAxis.size()));
        else
            node = childAt(node, step);
        if (!node)
            return base::fail(base::kNotFound, "there is no node at this address", std::string(address));
    }
    return node;
}

std::string addressOf(NodeRef node)
{
    const auto& dom = *node.dom;
    const NodeRef parent = dom.parent(node.id);
    if (!parent)
        return "/";
    const std::string above = dom.parent(parent.id) ? addressOf(parent) : std::string();
    const NodeType type = dom.type(node.id);
    if (type == NodeType::Attribute)
        return above + "/@" + dom.qualifiedName(node.id);
    if (type == NodeType::Namespace)
        return above + "/namespace::" + std::string(dom.localName(node.id));
    std::size_t place = 1;
    for (NodeRef before = dom.previousSibling(node.id); before; before = dom.previousSibling(before.id))
        place += dom.type(before.id) == type;
    for (const Kind& kind : kKinds) {
        if (kind.type == type)
            return above + "/" + std::string(kind.step) + "[" + std::to_string(place) + "]";
    }
    return above;
}

} // namespace tashilgar::cli
