#pragma once

#include "app/forms/xlsform/table.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tashilgar::forms::xlsform {

/// The `parameters` cell: "start=1 end=5", separated by blanks, commas or semicolons. Keys are lower case.
class Parameters {
public:
    /// Reports a cell that is not written so, and keys that are given twice.
    static Parameters read(const Row& row, Messages& messages);

    bool empty() const { return m_values.empty(); }
    bool has(std::string_view key) const { return find(key) != nullptr; }
    /// Empty when it is not there.
    std::string get(std::string_view key) const;
    const std::vector<std::pair<std::string, std::string>>& all() const { return m_values; }

private:
    const std::string* find(std::string_view key) const;
    std::vector<std::pair<std::string, std::string>> m_values;
};

} // namespace tashilgar::forms::xlsform
