#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::base::xml {

/// A node's place in its Document; stays valid until the node is removed.
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = UINT32_MAX;

enum class NodeKind : std::uint8_t { Document, Element, Attribute, Text, Comment, ProcessingInstruction };

/// An expanded name with the prefix it was written with. Two names are the same when uri and local are.
struct Name {
    std::string uri;
    std::string local;
    std::string prefix;

    std::string qualified() const { return prefix.empty() ? local : prefix + ":" + local; }
    friend bool operator==(const Name& a, const Name& b) { return a.uri == b.uri && a.local == b.local; }
};

struct NamespaceDeclaration {
    std::string prefix; ///< empty for the default namespace
    std::string uri;
};

/// A namespaced XML tree in one arena. Node 0 is the document itself. Adjacent text and CDATA are one text node.
/// Attributes are nodes, but no children; xmlns declarations are neither, they stand in declarations().
/// Not synchronised: one writer, or any number of readers. Spec: https://www.w3.org/TR/xml-names/
class Document {
public:
    Document();

    static constexpr NodeIndex root() { return 0; }
    /// kNoNode only while the document is being built.
    NodeIndex documentElement() const;

    NodeKind kind(NodeIndex node) const { return m_nodes[node].kind; }
    /// Of elements and attributes; for a processing instruction `local` is its target.
    const Name& name(NodeIndex node) const { return m_names[m_nodes[node].name]; }
    bool is(NodeIndex node, std::string_view uri, std::string_view local) const;
    NodeIndex parent(NodeIndex node) const { return m_nodes[node].parent; }
    NodeIndex firstChild(NodeIndex node) const { return m_nodes[node].firstChild; }
    NodeIndex lastChild(NodeIndex node) const { return m_nodes[node].lastChild; }
    NodeIndex nextSibling(NodeIndex node) const { return m_nodes[node].next; }
    NodeIndex previousSibling(NodeIndex node) const { return m_nodes[node].previous; }
    NodeIndex firstAttribute(NodeIndex element) const { return m_nodes[element].firstAttribute; }
    NodeIndex nextAttribute(NodeIndex attribute) const { return m_nodes[attribute].next; }
    /// Of text, comment, processing instruction and attribute.
    std::string_view text(NodeIndex node) const { return m_nodes[node].text; }
    /// The XPath string-value: for elements all text below, in order.
    std::string stringValue(NodeIndex node) const;
    /// Where the node began in the file it was read from; 0 when it was built.
    std::uint32_t line(NodeIndex node) const { return m_nodes[node].line; }

    NodeIndex attributeNode(NodeIndex element, std::string_view uri, std::string_view local) const;
    std::optional<std::string_view> attribute(NodeIndex element, std::string_view uri, std::string_view local) const;
    std::optional<std::string_view> attribute(NodeIndex element, std::string_view local) const
    {
        return attribute(element, {}, local);
    }
    const std::vector<NamespaceDeclaration>& declarations(NodeIndex element) const;
    /// What \p prefix stands for at \p element, by it or an ancestor; nothing when undeclared.
    std::optional<std::string_view> lookupNamespace(NodeIndex element, std::string_view prefix) const;

    NodeIndex firstElement(NodeIndex parent) const;
    NodeIndex nextElement(NodeIndex node) const;
    /// The first child element of that name, or kNoNode.
    NodeIndex child(NodeIndex parent, std::string_view uri, std::string_view local) const;

    NodeIndex appendElement(NodeIndex parent, Name name);
    NodeIndex appendText(NodeIndex parent, std::string text);
    NodeIndex appendComment(NodeIndex parent, std::string text);
    NodeIndex appendInstruction(NodeIndex parent, std::string target, std::string text);
    /// Replaces the value when the attribute is there.
    NodeIndex setAttribute(NodeIndex element, Name name, std::string value);
    NodeIndex setAttribute(NodeIndex element, std::string local, std::string value)
    {
        return setAttribute(element, Name{{}, std::move(local), {}}, std::move(value));
    }
    void declare(NodeIndex element, std::string prefix, std::string uri);
    void removeAttribute(NodeIndex element, std::string_view uri, std::string_view local);
    /// Takes the node and all below it out of the tree. Their indices are not used again.
    void remove(NodeIndex node);
    /// Replaces all children of \p element by one text.
    void setText(NodeIndex element, std::string text);
    /// Copies \p node of \p from, with all below it, as the last child of \p parent.
    NodeIndex appendCopy(NodeIndex parent, const Document& from, NodeIndex node);

    std::size_t nodeCount() const { return m_nodes.size(); }

private:
    friend class Builder;
    struct Node {
        NodeKind kind;
        NodeIndex parent = kNoNode, firstChild = kNoNode, lastChild = kNoNode, next = kNoNode, previous = kNoNode;
        NodeIndex firstAttribute = kNoNode;
        std::uint32_t name = 0;
        std::uint32_t line = 0;
        std::uint32_t declarations = 0; ///< index into m_declarations; 0 is none
        std::string text;
    };
    NodeIndex add(NodeIndex parent, NodeKind kind);
    std::uint32_t intern(Name name);

    std::vector<Node> m_nodes;
    std::vector<Name> m_names;
    std::vector<std::vector<NamespaceDeclaration>> m_declarations;
    struct NameIndex;
    std::shared_ptr<NameIndex> m_nameIndex;
};

} // namespace tashilgar::base::xml
