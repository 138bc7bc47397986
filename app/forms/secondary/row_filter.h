#pragma once

#include "app/forms/secondary/rows_dom.h"

#include <vector>

namespace tashilgar::forms::secondary {

/// A condition with its columns found, to be asked of one row after another. \p rows lends its cells, and both
/// arguments outlive the filter.
class RowFilter {
public:
    RowFilter(const RowsDom& rows, const RowCondition& condition);

    /// Of a Number also true when the cell is less than kSizeMargin from meeting it.
    bool meets(RowsDom::Row row) const { return meets(row, m_top); }

private:
    struct Term {
        const RowCondition* condition = nullptr;
        RowsDom::Column column = RowsDom::kNoColumn;
        RowsDom::Column other = RowsDom::kNoColumn;
        std::vector<Term> parts;
    };
    Term bind(const RowCondition& condition) const;
    bool meets(RowsDom::Row row, const Term& term) const;

    const RowsDom& m_rows;
    Term m_top;
};

} // namespace tashilgar::forms::secondary
