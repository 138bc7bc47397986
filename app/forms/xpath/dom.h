#pragma once

#include "app/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {
struct RowCondition;
}

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
    /// Of an element, for the namespace axis; forms have no use for it, so most Doms have none.
    virtual std::vector<std::uint64_t> namespaceNodes(std::uint64_t element) const
    {
        (void)element;
        return {};
    }

    virtual std::string stringValue(std::uint64_t node) const = 0;
    /// The string value without a copy, where the Dom holds it in one piece; valid until the Dom changes. Worth
    /// overriding: comparisons and sums then allocate nothing.
    virtual std::optional<std::string_view> stringView(std::uint64_t node) const
    {
        (void)node;
        return std::nullopt;
    }
    /// Negative, zero or positive in document order; both nodes are of this Dom.
    virtual int compareOrder(std::uint64_t a, std::uint64_t b) const = 0;

    /// The place of \p element among its siblings of the same name, from 1, where the Dom knows it without counting.
    virtual std::optional<std::size_t> positionAmongNamesakes(std::uint64_t element) const
    {
        (void)element;
        return std::nullopt;
    }

    /// Whether the children of \p parent are rows that childrenWhere() finds.
    virtual bool answersConditions(std::uint64_t parent) const
    {
        (void)parent;
        return false;
    }
    /// Appends the children of \p parent called \p name (in any namespace) that meet \p condition, in document order:
    /// how a table answers a predicate from its columns. Those decided by a Number may be more (list_table.h).
    virtual void childrenWhere(std::uint64_t parent, std::string_view name, const RowCondition& condition,
        std::vector<std::uint64_t>& found) const
    {
        (void)parent, (void)name, (void)condition, (void)found;
    }
    /// What kept this Dom from answering, if something has: a list on a disk that cannot be read.
    virtual const base::Error* trouble() const { return nullptr; }
};

} // namespace tashilgar::forms::xpath
