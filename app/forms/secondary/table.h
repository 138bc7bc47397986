#pragma once

#include "app/base/result.h"
#include "app/forms/secondary/rows_dom.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::secondary {

/// A list of choices or entities as columns of text, in memory: what CSV and GeoJSON files hold. A row without a value
/// in a column has that element with an empty value (CSV), or does not have it at all (GeoJSON). Cells live in one
/// piece of memory. Built once, then read from any thread; an index of a column is built at the third look-up in it.
/// Spec: https://docs.getodk.org/form-datasets/
class Table final : public RowsDom {
public:
    /// Collects rows; take() ends it.
    class Builder {
    public:
        Builder();
        ~Builder();
        Column column(std::string_view name); ///< finds or adds
        void beginRow();
        void set(Column column, std::string_view value);
        /// A whole row, with one cell for each column there is.
        void addRow(std::span<const std::string_view> cells);
        /// How much text is about to come.
        void expect(std::size_t bytes);
        std::unique_ptr<Table> take();

    private:
        std::unique_ptr<Table> m_table;
    };

    ~Table() override;

    std::size_t rowCount() const override { return m_rows; }
    std::size_t columnCount() const override { return m_columns.size(); }
    std::string_view columnName(Column column) const override { return m_columns[column].name; }
    bool hasCell(Row row, Column column) const override { return m_columns[column].begin[row] != kNoCell; }
    std::optional<std::string_view> cellView(Row row, Column column) const override { return cell(row, column); }
    std::string cellText(Row row, Column column) const override { return std::string(cell(row, column)); }
    void select(const RowCondition& condition, std::vector<Row>& found) const override;

    /// Empty where the row has no value.
    std::string_view cell(Row row, Column column) const
    {
        const ColumnData& data = m_columns[column];
        return data.begin[row] == kNoCell ? std::string_view()
                                          : std::string_view(m_text.data() + data.begin[row], data.size[row]);
    }
    /// The rows whose cell is exactly \p value, in order, from an index that the first call for a column builds.
    std::vector<Row> rowsWhere(Column column, std::string_view value) const;

private:
    Table();
    class Index;
    struct ColumnData {
        std::string name;
        std::vector<std::uint32_t> begin; ///< offset into m_text, by row; kNoCell where there is none
        std::vector<std::uint32_t> size;
        mutable std::unique_ptr<Index> index;
        mutable int scans = 0; ///< look-ups before there was an index
    };
    static constexpr std::uint32_t kNoCell = UINT32_MAX;

    /// Whether walking the rows is cheaper for now than indexes over the columns of \p condition: one walk costs a
    /// fraction of an index, and a form may look up in a column once only.
    bool isScanned(const RowCondition& condition) const;
    /// What an index finds for \p condition is all of it, once the other parts have been looked at.
    static bool isIndexed(const RowCondition& condition);
    const Index& indexOf(Column column) const;
    void scan(Column column, std::string_view text, std::vector<Row>& found) const;
    std::size_t countIndexed(const RowCondition& condition) const;
    void selectIndexed(const RowCondition& condition, std::vector<Row>& found) const;
    void selectAll(const RowCondition& condition, std::vector<Row>& found) const;

    std::string m_text;
    std::vector<ColumnData> m_columns;
    std::size_t m_rows = 0;
    mutable std::mutex m_indexing;
};

/// As readCsvList(). Fails with kMalformed.
base::Result<std::unique_ptr<Table>> readCsv(std::string_view bytes);

/// A FeatureCollection: per feature the columns `geometry` (ODK text: "lat lon alt acc; …"), `id`, and its properties.
/// Fails with kMalformed.
base::Result<std::unique_ptr<Table>> readGeoJson(std::string_view bytes);

} // namespace tashilgar::forms::secondary
