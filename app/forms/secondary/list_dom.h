#pragma once

#include "app/forms/secondary/rows_dom.h"

#include <array>
#include <optional>

namespace tashilgar::forms::secondary {

/// A list that the host keeps, as XPath sees it. Holds the rows that were looked at last, and nothing else of the list.
/// Used by the one thread of its entry.
class ListDom final : public RowsDom {
public:
    explicit ListDom(std::shared_ptr<ListTable> table);

    std::size_t rowCount() const override { return m_table->rowCount(); }
    std::size_t columnCount() const override { return m_table->columns().size(); }
    std::string_view columnName(Column column) const override { return m_table->columns()[column]; }
    bool hasCell(Row, Column) const override { return true; }
    std::optional<std::string_view> cellView(Row, Column) const override { return std::nullopt; }
    std::string cellText(Row row, Column column) const override;
    void select(const RowCondition& condition, std::vector<Row>& found) const override;
    const base::Error* trouble() const override { return m_trouble ? &*m_trouble : nullptr; }

private:
    /// A screenful of choices is looked at two or three times: value, label, media.
    static constexpr std::size_t kKept = 512;
    struct Kept {
        Row row = UINT32_MAX;
        std::vector<std::string> cells;
    };

    std::shared_ptr<ListTable> m_table;
    mutable std::vector<Kept> m_kept;
    mutable std::optional<base::Error> m_trouble;
};

} // namespace tashilgar::forms::secondary
