#pragma once

#include "app/forms/workbook.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xlsform::back {

/// A row being written: header ("label::فارسی (fa)") -> cell. Empty cells are not kept.
class DraftRow {
public:
    void set(const std::string& header, std::string text)
    {
        if (!text.empty())
            m_cells[header] = std::move(text);
    }
    std::string get(std::string_view header) const
    {
        const auto found = m_cells.find(header);
        return found != m_cells.end() ? found->second : std::string();
    }
    const std::map<std::string, std::string, std::less<>>& cells() const { return m_cells; }

private:
    std::map<std::string, std::string, std::less<>> m_cells;
};

/// A sheet being written.
struct Draft {
    std::string name;
    std::vector<DraftRow> rows;

    /// The sheet with the columns that are used, in the order of \p columns and then by name; translated ones in the
    /// order of \p languages.
    Sheet sheet(const std::vector<std::string_view>& columns, const std::vector<std::string>& languages) const;
};

} // namespace tashilgar::forms::xlsform::back
