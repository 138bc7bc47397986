#pragma once

#include "app/forms/list_table.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace tashilgar::lists {

/// A condition as the WHERE of a SELECT over `row`, with what is bound to its question marks, in order.
struct RowQuery {
    std::string where;
    std::vector<std::variant<std::string, double>> values;
};

/// \p column tells the place of a column, by name; -1 for one that the list does not have. Column c\<place> of the
/// table holds a cell, s\<place> its size (forms::sizeOfCell), NULL where it has none.
RowQuery queryFor(const forms::RowCondition& condition, const std::function<int(const std::string&)>& column);

} // namespace tashilgar::lists
