#pragma once

#include "app/base/result.h"
#include "app/forms/xpath/dom.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tashilgar::forms::secondary {

/// A list of choices or entities as columns of text: what CSV and GeoJSON files hold. To XPath it looks like
/// `root/item/<column>`: a row without a value in a column has that element with an empty value (CSV), or does not have
/// it at all (GeoJSON). Cells live in one piece of memory; no node exists until it is asked for. Built once, then read
/// from any thread; an index of a column is built at the first look-up in it. Spec:
/// https://docs.getodk.org/form-datasets/
class Table final : public xpath::Dom {
public:
    using Row = std::uint32_t;
    using Column = std::uint32_t;
    static constexpr Column kNoColumn = UINT32_MAX;

    /// Collects rows; take() ends it.
    class Builder {
    public:
        Builder();
        ~Builder();
        Column column(std::string_view name); ///< finds or adds
        void beginRow();
        void set(Column column, std::string_view value);
        std::unique_ptr<Table> take();

    private:
        std::unique_ptr<Table> m_table;
    };

    ~Table() override;

    std::size_t rowCount() const { return m_rows; }
    std::size_t columnCount() const { return m_columns.size(); }
    std::string_view columnName(Column column) const { return m_columns[column].name; }
    Column findColumn(std::string_view name) const;
    /// Empty where the row has no value.
    std::string_view cell(Row row, Column column) const;
    bool hasCell(Row row, Column column) const;
    /// The rows whose cell is exactly \p value, in order. Constant time after the first call for a column.
    std::span<const Row> rowsWhere(Column column, std::string_view value) const;

    xpath::NodeRef rootNode() const { return {this, 0}; }
    /// The `item` element of a row.
    xpath::NodeRef item(Row row) const;
    /// The row an `item`, or something below it, belongs to.
    Row rowOf(std::uint64_t node) const;

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
    bool childrenWhere(std::uint64_t parent, std::string_view name, std::string_view column, std::string_view key,
        std::vector<std::uint64_t>& found) const override;

private:
    Table();
    struct Index;
    struct ColumnData {
        std::string name;
        std::vector<std::uint32_t> begin; ///< offset into m_text, by row; kNoCell where there is none
        std::vector<std::uint32_t> size;
        mutable std::unique_ptr<Index> index;
    };
    static constexpr std::uint32_t kNoCell = UINT32_MAX;

    std::string m_text;
    std::vector<ColumnData> m_columns;
    std::size_t m_rows = 0;
    mutable std::mutex m_indexing;
};

/// A header row, then rows; commas (or semicolons or tabs, if the header has no comma), quotes doubled inside quotes,
/// line ends of any system, an optional byte order mark. Short rows end in empty cells; cells beyond the header are
/// dropped. Fails with kMalformed: "row 12: a quote is never closed".
base::Result<std::unique_ptr<Table>> readCsv(std::string_view bytes);

/// A FeatureCollection: per feature the columns `geometry` (ODK text: "lat lon alt acc; …"), `id`, and its properties.
/// Fails with kMalformed.
base::Result<std::unique_ptr<Table>> readGeoJson(std::string_view bytes);

} // namespace tashilgar::forms::secondary
