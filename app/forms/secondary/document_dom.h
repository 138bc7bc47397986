#pragma once

#include "app/base/xml/document.h"
#include "app/forms/xpath/dom.h"

#include <memory>

namespace tashilgar::forms::secondary {

/// A parsed XML document as XPath sees it, namespace nodes included. Can also show one element's subtree as a document
/// of its own, which is what an `instance` element of a form is. The document may be shared; it is not changed while
/// this lives. Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#data-model
class DocumentDom final : public xpath::Dom {
public:
    explicit DocumentDom(std::shared_ptr<const base::xml::Document> document,
        base::xml::NodeIndex root = base::xml::Document::root());
    ~DocumentDom() override;

    /// The document node, or the element given as root (which then has the type Root).
    xpath::NodeRef rootNode() const { return node(m_root); }
    xpath::NodeRef node(base::xml::NodeIndex index) const { return {this, index}; }
    const base::xml::Document& document() const { return *m_document; }
    /// False for the nodes of namespaces, which the document does not have.
    static bool isDocumentNode(std::uint64_t id) { return id <= UINT32_MAX; }
    static base::xml::NodeIndex indexOf(std::uint64_t id) { return static_cast<base::xml::NodeIndex>(id); }

    /// The namespace nodes of an element: those declared in scope, and `xml`.
    std::vector<std::uint64_t> namespaceNodes(std::uint64_t element) const override;

    xpath::NodeType type(std::uint64_t node) const override;
    std::string_view localName(std::uint64_t node) const override;
    std::string_view namespaceUri(std::uint64_t node) const override;
    std::string qualifiedName(std::uint64_t node) const override;
    xpath::NodeRef root(std::uint64_t node) const override;
    xpath::NodeRef parent(std::uint64_t node) const override;
    xpath::NodeRef firstChild(std::uint64_t node) const override;
    xpath::NodeRef lastChild(std::uint64_t node) const override;
    xpath::NodeRef nextSibling(std::uint64_t node) const override;
    xpath::NodeRef previousSibling(std::uint64_t node) const override;
    xpath::NodeRef firstAttribute(std::uint64_t element) const override;
    xpath::NodeRef nextAttribute(std::uint64_t attribute) const override;
    std::string stringValue(std::uint64_t node) const override;
    std::optional<std::string_view> stringView(std::uint64_t node) const override;
    int compareOrder(std::uint64_t a, std::uint64_t b) const override;

private:
    std::shared_ptr<const base::xml::Document> m_document;
    base::xml::NodeIndex m_root;
    std::vector<std::uint32_t> m_order; ///< place in document order, by index
};

} // namespace tashilgar::forms::secondary
