#include "app/forms/secondary/document_dom.h"

#include <algorithm>

namespace tashilgar::forms::secondary {
namespace {

namespace xml = base::xml;

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

// A namespace node is told by its element and its place among the namespaces in scope there, counted from 1.
constexpr int kPlaceShift = 32;
std::uint64_t namespaceNode(xml::NodeIndex element, std::size_t place)
{
    return std::uint64_t(place + 1) << kPlaceShift | element;
}
std::size_t placeOf(std::uint64_t node) { return static_cast<std::size_t>(node >> kPlaceShift) - 1; }

std::vector<xml::NamespaceDeclaration> inScope(const xml::Document& document, xml::NodeIndex element)
{
    std::vector<xml::NamespaceDeclaration> all;
    const auto isHidden = [&](std::string_view prefix) {
        return std::any_of(all.begin(), all.end(), [&](const auto& nearer) { return nearer.prefix == prefix; });
    };
    for (xml::NodeIndex at = element; at != xml::kNoNode && document.kind(at) == xml::NodeKind::Element;
         at = document.parent(at)) {
        for (const xml::NamespaceDeclaration& declared : document.declarations(at)) {
            if (!isHidden(declared.prefix))
                all.push_back(declared);
        }
    }
    if (!isHidden("xml"))
        all.push_back({"xml", std::string(kXmlNamespace)});
    std::erase_if(all, [](const auto& declared) { return declared.uri.empty(); });
    // The order is ours to choose; this one has the default namespace first and does not depend on who declared what.
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.prefix < b.prefix; });
    return all;
}

} // namespace

DocumentDom::DocumentDom(std::shared_ptr<const xml::Document> document, xml::NodeIndex root)
    : m_document(std::move(document))
    , m_root(root)
    , m_order(m_document->nodeCount(), 0)
{
    // Each element, then its attributes, then what it holds; without recursion, since trees are as deep as they like.
    std::uint32_t next = 0;
    xml::NodeIndex node = m_root;
    while (node != xml::kNoNode) {
        m_order[node] = next++;
        if (m_document->kind(node) == xml::NodeKind::Element) {
            for (xml::NodeIndex a = m_document->firstAttribute(node); a != xml::kNoNode;
                 a = m_document->nextAttribute(a))
                m_order[a] = next++;
        }
        xml::NodeIndex following = m_document->firstChild(node);
        while (following == xml::kNoNode && node != m_root) {
            following = m_document->nextSibling(node);
            if (following == xml::kNoNode)
                node = m_document->parent(node);
        }
        node = following;
    }
}

DocumentDom::~DocumentDom() = default;

std::vector<std::uint64_t> DocumentDom::namespaceNodes(std::uint64_t element) const
{
    std::vector<std::uint64_t> nodes;
    if (type(element) != xpath::NodeType::Element)
        return nodes;
    const std::size_t count = inScope(*m_document, indexOf(element)).size();
    for (std::size_t place = 0; place < count; ++place)
        nodes.push_back(namespaceNode(indexOf(element), place));
    return nodes;
}

xpath::NodeType DocumentDom::type(std::uint64_t node) const
{
    if (!isDocumentNode(node))
        return xpath::NodeType::Namespace;
    if (node == m_root)
        return xpath::NodeType::Root;
    switch (m_document->kind(indexOf(node))) {
    case xml::NodeKind::Document: return xpath::NodeType::Root;
    case xml::NodeKind::Element: return xpath::NodeType::Element;
    case xml::NodeKind::Attribute: return xpath::NodeType::Attribute;
    case xml::NodeKind::Text: return xpath::NodeType::Text;
    case xml::NodeKind::Comment: return xpath::NodeType::Comment;
    case xml::NodeKind::ProcessingInstruction: return xpath::NodeType::ProcessingInstruction;
    }
    return xpath::NodeType::Element;
}

std::string_view DocumentDom::localName(std::uint64_t node) const
{
    switch (type(node)) {
    case xpath::NodeType::Element:
    case xpath::NodeType::Attribute:
    case xpath::NodeType::ProcessingInstruction: return m_document->name(indexOf(node)).local;
    case xpath::NodeType::Namespace: {
        // The declarations outlive the Dom, only the list of them is new; `xml` is declared nowhere.
        const std::string prefix = inScope(*m_document, indexOf(node & UINT32_MAX))[placeOf(node)].prefix;
        for (xml::NodeIndex at = indexOf(node & UINT32_MAX); at != xml::kNoNode; at = m_document->parent(at)) {
            if (m_document->kind(at) != xml::NodeKind::Element)
                break;
            for (const xml::NamespaceDeclaration& declared : m_document->declarations(at)) {
                if (declared.prefix == prefix)
                    return declared.prefix;
            }
        }
        return "xml";
    }
    default: return {};
    }
}

std::string_view DocumentDom::namespaceUri(std::uint64_t node) const
{
    const xpath::NodeType kind = type(node);
    return kind == xpath::NodeType::Element || kind == xpath::NodeType::Attribute
        ? std::string_view(m_document->name(indexOf(node)).uri)
        : std::string_view();
}

std::string DocumentDom::qualifiedName(std::uint64_t node) const
{
    const xpath::NodeType kind = type(node);
    return kind == xpath::NodeType::Element || kind == xpath::NodeType::Attribute
        ? m_document->name(indexOf(node)).qualified()
        : std::string(localName(node));
}

xpath::NodeRef DocumentDom::root(std::uint64_t) const
{
    return rootNode();
}

xpath::NodeRef DocumentDom::parent(std::uint64_t id) const
{
    if (!isDocumentNode(id))
        return node(indexOf(id & UINT32_MAX));
    if (id == m_root)
        return {};
    const xml::NodeIndex found = m_document->parent(indexOf(id));
    return found == xml::kNoNode ? xpath::NodeRef() : node(found);
}

xpath::NodeRef DocumentDom::firstChild(std::uint64_t id) const
{
    if (!isDocumentNode(id) || m_document->kind(indexOf(id)) > xml::NodeKind::Element)
        return {};
    const xml::NodeIndex found = m_document->firstChild(indexOf(id));
    return found == xml::kNoNode ? xpath::NodeRef() : node(found);
}

xpath::NodeRef DocumentDom::lastChild(std::uint64_t id) const
{
    if (!isDocumentNode(id) || m_document->kind(indexOf(id)) > xml::NodeKind::Element)
        return {};
    const xml::NodeIndex found = m_document->lastChild(indexOf(id));
    return found == xml::kNoNode ? xpath::NodeRef() : node(found);
}

xpath::NodeRef DocumentDom::nextSibling(std::uint64_t id) const
{
    if (!isDocumentNode(id) || id == m_root || m_document->kind(indexOf(id)) == xml::NodeKind::Attribute)
        return {};
    const xml::NodeIndex found = m_document->nextSibling(indexOf(id));
    return found == xml::kNoNode ? xpath::NodeRef() : node(found);
}

xpath::NodeRef DocumentDom::previousSibling(std::uint64_t id) const
{
    if (!isDocumentNode(id) || id == m_root || m_document->kind(indexOf(id)) == xml::NodeKind::Attribute)
        return {};
    const xml::NodeIndex found = m_document->previousSibling(indexOf(id));
    return found == xml::kNoNode ? xpath::NodeRef() : node(found);
}

xpath::NodeRef DocumentDom::firstAttribute(std::uint64_t id) const
{
    if (type(id) != xpath::NodeType::Element)
        return {};
    const xml::NodeIndex found = m_document->firstAttribute(indexOf(id));
    return found == xml::kNoNode ? xpath::NodeRef() : node(found);
}

xpath::NodeRef DocumentDom::nextAttribute(std::uint64_t id) const
{
    const xml::NodeIndex found = m_document->nextAttribute(indexOf(id));
    return found == xml::kNoNode ? xpath::NodeRef() : node(found);
}

std::string DocumentDom::stringValue(std::uint64_t id) const
{
    if (!isDocumentNode(id))
        return inScope(*m_document, indexOf(id & UINT32_MAX))[placeOf(id)].uri;
    return m_document->stringValue(indexOf(id));
}

std::optional<std::string_view> DocumentDom::stringView(std::uint64_t id) const
{
    if (!isDocumentNode(id))
        return std::nullopt;
    const xml::NodeIndex index = indexOf(id);
    if (m_document->kind(index) > xml::NodeKind::Element)
        return m_document->text(index);
    const xml::NodeIndex only = m_document->firstChild(index);
    if (only == xml::kNoNode)
        return std::string_view();
    if (m_document->kind(only) == xml::NodeKind::Text && m_document->nextSibling(only) == xml::kNoNode)
        return m_document->text(only);
    return std::nullopt;
}

int DocumentDom::compareOrder(std::uint64_t a, std::uint64_t b) const
{
    // An element's namespaces stand behind it and before its attributes.
    const auto key = [this](std::uint64_t id) {
        return std::pair(m_order[indexOf(id & UINT32_MAX)], isDocumentNode(id) ? std::size_t(0) : placeOf(id) + 1);
    };
    const auto [first, second] = std::pair(key(a), key(b));
    return first < second ? -1 : first > second;
}

} // namespace tashilgar::forms::secondary
