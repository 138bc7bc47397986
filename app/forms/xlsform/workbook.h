#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xlsform {

/// What sheets from outside may cost. A survey of a thousand questions in six languages stays far below.
struct SheetLimits {
    std::size_t maxUnpackedBytes = 96u * 1024 * 1024; ///< of all parts of a workbook that are read
    std::size_t maxRows = 200'000;                    ///< a sheet
    std::size_t maxColumns = 1'000;                   ///< a sheet
    std::size_t maxCells = 2'000'000;                 ///< a workbook, empty ones to the left of a filled one included
    std::size_t maxSheets = 200;
};

/// One sheet as text: rows[0] is the first row of the sheet, rows may differ in length, an empty cell is an empty text.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
};

/// The sheets of a workbook in their order, whatever file they came from.
struct Workbook {
    std::vector<Sheet> sheets;

    /// By name, whatever its case and the blanks around it; null when there is none.
    const Sheet* find(std::string_view name) const;
};

} // namespace tashilgar::forms::xlsform
