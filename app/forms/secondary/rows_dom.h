#pragma once

#include "app/forms/list_table.h"
#include "app/forms/xpath/dom.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::forms::secondary {

/// Rows and columns as XPath sees them, `root/item/<column>`, wherever they are kept. No node exists until it is asked
/// for: its number tells its row and column, in document order.
class RowsDom : public xpath::Dom {
public:
    using Row = ListTable::Row;
    using Column = std::uint32_t;
    static constexpr Column kNoColumn = UINT32_MAX;

    virtual std::size_t rowCount() const = 0;
    virtual std::size_t columnCount() const = 0;
    virtual std::string_view columnName(Column column) const = 0;
    virtual bool hasCell(Row row, Column column) const = 0;
    /// The cell for as long as the Dom lives; nothing where it can only be copied.
    virtual std::optional<std::string_view> cellView(Row row, Column column) const = 0;
    virtual std::string cellText(Row row, Column column) const = 0;
    /// Appends the rows that meet \p condition, or might where it is a Number of a date, in order.
    virtual void select(const RowCondition& condition, std::vector<Row>& found) const = 0;

    Column findColumn(std::string_view name) const;
    xpath::NodeRef rootNode() const { return {this, 0}; }
    /// The `item` element of a row.
    xpath::NodeRef item(Row row) const;
    /// The row an `item`, or something below it, belongs to.
    Row rowOf(std::uint64_t node) const;

    xpath::NodeType type(std::uint64_t node) const final;
    std::string_view localName(std::uint64_t node) const final;
    std::string_view namespaceUri(std::uint64_t node) const final;
    std::string qualifiedName(std::uint64_t node) const final;
    xpath::NodeRef root(std::uint64_t node) const final;
    xpath::NodeRef parent(std::uint64_t node) const final;
    xpath::NodeRef firstChild(std::uint64_t node) const final;
    xpath::NodeRef lastChild(std::uint64_t node) const final;
    xpath::NodeRef nextSibling(std::uint64_t node) const final;
    xpath::NodeRef previousSibling(std::uint64_t node) const final;
    xpath::NodeRef firstAttribute(std::uint64_t element) const final;
    xpath::NodeRef nextAttribute(std::uint64_t attribute) const final;
    std::string stringValue(std::uint64_t node) const final;
    std::optional<std::string_view> stringView(std::uint64_t node) const final;
    int compareOrder(std::uint64_t a, std::uint64_t b) const final;
    bool answersConditions(std::uint64_t parent) const final;
    void childrenWhere(std::uint64_t parent, std::string_view name, const RowCondition& condition,
        std::vector<std::uint64_t>& found) const final;

private:
    xpath::NodeRef cellFrom(Row row, Column column) const;
    xpath::NodeRef cellBefore(Row row, Column column) const;
};

} // namespace tashilgar::forms::secondary
