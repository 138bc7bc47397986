#include "app/base/xml/document.h"

#include <unordered_map>

namespace tashilgar::base::xml {

struct Document::NameIndex {
    std::unordered_map<std::string, std::uint32_t> byText;
};

Document::Document()
    : m_declarations(1)
    , m_nameIndex(std::make_shared<NameIndex>())
{
    m_names.emplace_back();
    Node document;
    document.kind = NodeKind::Document;
    m_nodes.push_back(std::move(document));
}

NodeIndex Document::documentElement() const { return firstElement(root()); }

bool Document::is(NodeIndex node, std::string_view uri, std::string_view local) const
{
    if (node == kNoNode || m_nodes[node].kind != NodeKind::Element)
        return false;
    const Name& own = name(node);
    return own.local == local && own.uri == uri;
}

std::string Document::stringValue(NodeIndex node) const
{
    const Node& start = m_nodes[node];
    if (start.kind != NodeKind::Element && start.kind != NodeKind::Document)
        return start.text;
    std::string value;
    NodeIndex at = start.firstChild;
    while (at != kNoNode) {
        const Node& here = m_nodes[at];
        if (here.kind == NodeKind::Text)
            value += here.text;
        if (here.firstChild != kNoNode) {
            at = here.firstChild;
            continue;
        }
        while (at != node && m_nodes[at].next == kNoNode)
            at = m_nodes[at].parent;
        if (at == node)
            break;
        at = m_nodes[at].next;
    }
    return value;
}

NodeIndex Document::attributeNode(NodeIndex element, std::string_view uri, std::string_view local) const
{
    for (NodeIndex at = m_nodes[element].firstAttribute; at != kNoNode; at = m_nodes[at].next) {
        const Name& own = name(at);
        if (own.local == local && own.uri == uri)
            return at;
    }
    return kNoNode;
}

std::optional<std::string_view> Document::attribute(
    NodeIndex element, std::string_view uri, std::string_view local) const
{
    const NodeIndex found = attributeNode(element, uri, local);
    if (found == kNoNode)
        return std::nullopt;
    return text(found);
}

const std::vector<NamespaceDeclaration>& Document::declarations(NodeIndex element) const
{
    return m_declarations[m_nodes[element].declarations];
}

std::optional<std::string_view> Document::lookupNamespace(NodeIndex element, std::string_view prefix) const
{
    if (prefix == "xml")
        return "http://www.w3.org/XML/1998/namespace";
    for (NodeIndex at = element; at != kNoNode; at = m_nodes[at].parent) {
        for (const NamespaceDeclaration& declaration : declarations(at)) {
            if (declaration.prefix == prefix)
                return declaration.uri;
        }
    }
    return std::nullopt;
}

NodeIndex Document::firstElement(NodeIndex parent) const
{
    NodeIndex at = m_nodes[parent].firstChild;
    while (at != kNoNode && m_nodes[at].kind != NodeKind::Element)
        at = m_nodes[at].next;
    return at;
}

NodeIndex Document::nextElement(NodeIndex node) const
{
    NodeIndex at = m_nodes[node].next;
    while (at != kNoNode && m_nodes[at].kind != NodeKind::Element)
        at = m_nodes[at].next;
    return at;
}

NodeIndex Document::child(NodeIndex parent, std::string_view uri, std::string_view local) const
{
    NodeIndex at = firstElement(parent);
    while (at != kNoNode && !is(at, uri, local))
        at = nextElement(at);
    return at;
}

std::uint32_t Document::intern(Name name)
{
    std::string key = name.prefix + '\x1f' + name.local + '\x1f' + name.uri;
    const auto [place, added]
        = m_nameIndex->byText.try_emplace(std::move(key), static_cast<std::uint32_t>(m_names.size()));
    if (added)
        m_names.push_back(std::move(name));
    return place->second;
}

NodeIndex Document::add(NodeIndex parent, NodeKind kind)
{
    const auto index = static_cast<NodeIndex>(m_nodes.size());
    Node node;
    node.kind = kind;
    node.parent = parent;
    if (kind != NodeKind::Attribute) {
        node.previous = m_nodes[parent].lastChild;
        (node.previous == kNoNode ? m_nodes[parent].firstChild : m_nodes[node.previous].next) = index;
        m_nodes[parent].lastChild = index;
    }
    m_nodes.push_back(std::move(node));
    return index;
}

NodeIndex Document::appendElement(NodeIndex parent, Name name)
{
    const NodeIndex node = add(parent, NodeKind::Element);
    m_nodes[node].name = intern(std::move(name));
    return node;
}

NodeIndex Document::appendText(NodeIndex parent, std::string text)
{
    const NodeIndex last = m_nodes[parent].lastChild;
    if (last != kNoNode && m_nodes[last].kind == NodeKind::Text) {
        m_nodes[last].text += text;
        return last;
    }
    const NodeIndex node = add(parent, NodeKind::Text);
    m_nodes[node].text = std::move(text);
    return node;
}

NodeIndex Document::appendComment(NodeIndex parent, std::string text)
{
    const NodeIndex node = add(parent, NodeKind::Comment);
    m_nodes[node].text = std::move(text);
    return node;
}

NodeIndex Document::appendInstruction(NodeIndex parent, std::string target, std::string text)
{
    const NodeIndex node = add(parent, NodeKind::ProcessingInstruction);
    m_nodes[node].name = intern(Name{{}, std::move(target), {}});
    m_nodes[node].text = std::move(text);
    return node;
}

NodeIndex Document::setAttribute(NodeIndex element, Name name, std::string value)
{
    NodeIndex last = kNoNode;
    for (NodeIndex at = m_nodes[element].firstAttribute; at != kNoNode; at = m_nodes[at].next) {
        if (this->name(at) == name) {
            m_nodes[at].text = std::move(value);
            return at;
        }
        last = at;
    }
    const NodeIndex node = add(element, NodeKind::Attribute);
    m_nodes[node].name = intern(std::move(name));
    m_nodes[node].text = std::move(value);
    m_nodes[node].previous = last;
    (last == kNoNode ? m_nodes[element].firstAttribute : m_nodes[last].next) = node;
    return node;
}

void Document::declare(NodeIndex element, std::string prefix, std::string uri)
{
    Node& node = m_nodes[element];
    if (node.declarations == 0) {
        node.declarations = static_cast<std::uint32_t>(m_declarations.size());
        m_declarations.emplace_back();
    }
    m_declarations[node.declarations].push_back({std::move(prefix), std::move(uri)});
}

void Document::removeAttribute(NodeIndex element, std::string_view uri, std::string_view local)
{
    const NodeIndex found = attributeNode(element, uri, local);
    if (found == kNoNode)
        return;
    const Node& gone = m_nodes[found];
    (gone.previous == kNoNode ? m_nodes[element].firstAttribute : m_nodes[gone.previous].next) = gone.next;
    if (gone.next != kNoNode)
        m_nodes[gone.next].previous = gone.previous;
}

void Document::remove(NodeIndex node)
{
    const Node& gone = m_nodes[node];
    Node& parent = m_nodes[gone.parent];
    (gone.previous == kNoNode ? parent.firstChild : m_nodes[gone.previous].next) = gone.next;
    (gone.next == kNoNode ? parent.lastChild : m_nodes[gone.next].previous) = gone.previous;
    m_nodes[node].parent = m_nodes[node].next = m_nodes[node].previous = kNoNode;
}

void Document::setText(NodeIndex element, std::string text)
{
    m_nodes[element].firstChild = m_nodes[element].lastChild = kNoNode;
    if (!text.empty())
        appendText(element, std::move(text));
}

NodeIndex Document::appendCopy(NodeIndex parent, const Document& from, NodeIndex node)
{
    switch (from.kind(node)) {
    case NodeKind::Text:
        return appendText(parent, std::string(from.text(node)));
    case NodeKind::Comment:
        return appendComment(parent, std::string(from.text(node)));
    case NodeKind::ProcessingInstruction:
        return appendInstruction(parent, from.name(node).local, std::string(from.text(node)));
    case NodeKind::Attribute:
        return setAttribute(parent, from.name(node), std::string(from.text(node)));
    case NodeKind::Document:
    case NodeKind::Element:
        break;
    }
    NodeIndex copy = parent;
    if (from.kind(node) == NodeKind::Element) {
        copy = appendElement(parent, from.name(node));
        for (const NamespaceDeclaration& declaration : from.declarations(node))
            declare(copy, declaration.prefix, declaration.uri);
        for (NodeIndex at = from.firstAttribute(node); at != kNoNode; at = from.nextAttribute(at))
            setAttribute(copy, from.name(at), std::string(from.text(at)));
    }
    for (NodeIndex at = from.firstChild(node); at != kNoNode; at = from.nextSibling(at))
        appendCopy(copy, from, at);
    return copy;
}

} // namespace tashilgar::base::xml
