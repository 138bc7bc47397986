#include "app/forms/secondary/list_dom.h"

namespace tashilgar::forms::secondary {

ListDom::ListDom(std::shared_ptr<ListTable> table)
    : m_table(std::move(table))
    , m_kept(kKept)
{
}

std::string ListDom::cellText(Row row, Column column) const
{
    Kept& kept = m_kept[row % kKept];
    if (kept.row != row) {
        auto cells = m_table->cells(row);
        if (!cells) {
            m_trouble = std::move(cells).error();
            return {};
        }
        kept = {row, std::move(*cells)};
    }
    return column < kept.cells.size() ? kept.cells[column] : std::string();
}

void ListDom::select(const RowCondition& condition, std::vector<Row>& found) const
{
    if (auto selected = m_table->rowsWhere(condition, found); !selected)
        m_trouble = std::move(selected).error();
}

} // namespace tashilgar::forms::secondary
