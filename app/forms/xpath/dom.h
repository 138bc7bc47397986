#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace tashilgar::forms::xpath {

enum class NodeType : std::uint8_t { Root, Element, Attribute, Text, Comment, ProcessingInstruction, Namespace };

class Dom;

/// One node of one tree. Trivial to copy; valid as long as its Dom keeps the node. Ids are the Dom's own.
struct NodeRef {
    const Dom* dom = nullptr;
    std::uint64_t id = 0;

    explicit operator bool() const { return dom != nullptr; }
    friend bool operator==(const NodeRef&, const NodeRef&) = default;
};

/// A tree that XPath can walk: a parsed document, the instance being filled, a table of choices. The evaluator never
/// knows which. Every method takes an id of this Dom; relations answer with a null NodeRef where there is none.
/// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#data-model
class Dom {
public:
    virtual ~Dom() = default;

    virtual NodeType type(std::uint64_t node) const = 0;
    /// The expanded name; empty for nodes without one. Views live as long as the Dom.
    virtual std::string_view localName(std::uint64_t node) const = 0;
    virtual std::string_view namespaceUri(std::uint64_t node) const = 0;
    /// As written, with prefix.
    virtual std::string qualifiedName(std::uint64_t node) const = 0;

    virtual NodeRef root(std::uint64_t node) const = 0;
    virtual NodeRef parent(std::uint64_t node) const = 0;
    virtual NodeRef firstChild(std::uint64_t node) const = 0;
    virtual NodeRef lastChild(std::uint64_t node) const = 0;
    virtual NodeRef nextSibling(std::uint64_t node) const = 0;
    virtual NodeRef previousSibling(std::uint64_t node) const = 0;
    virtual NodeRef firstAttribute(std::uint64_t element) const = 0;
    virtual NodeRef nextAttribute(std::uint64_t attribute) const = 0;

    virtual std::string stringValue(std::uint64_t node) const = 0;
    /// Negative, zero or positive in document order; both nodes are of this Dom.
    virtual int compareOrder(std::uint64_t a, std::uint64_t b) const = 0;
};

} // namespace tashilgar::forms::xpath
