#pragma once

#include "app/forms/workbook.h"

#include <cstddef>

namespace tashilgar::forms::xlsform {

/// What sheets from outside may cost. A survey of a thousand questions in six languages stays far below.
struct SheetLimits {
    std::size_t maxUnpackedBytes = 96u * 1024 * 1024; ///< of all parts of a workbook that are read
    std::size_t maxRows = 200'000;                    ///< a sheet
    std::size_t maxColumns = 1'000;                   ///< a sheet
    std::size_t maxCells = 2'000'000;                 ///< a workbook, empty ones to the left of a filled one included
    std::size_t maxSheets = 200;
    std::size_t maxMerged = 500;                      ///< a sheet; further ones are not kept
};

} // namespace tashilgar::forms::xlsform
