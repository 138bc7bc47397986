#pragma once

#include "app/base/bytes.h"
#include "app/forms/xlsform/workbook.h"

namespace tashilgar::forms::xlsform {

class ZipArchive;

/// The worksheets of an .xlsx or .xlsm: shared and inline strings, numbers as a person sees them (7, not 7.0), booleans
/// as TRUE and FALSE, dates and times in ISO form where the cell is formatted so, the last values of formulas. Hidden
/// sheets count. Document types and entities are refused. Fails with kNotAWorkbook or kTooLarge.
/// Spec: ECMA-376 part 1, 18 (SpreadsheetML)
base::Result<Workbook> readXlsx(ZipArchive& archive, const SheetLimits& limits = {});

} // namespace tashilgar::forms::xlsform
