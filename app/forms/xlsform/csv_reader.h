#pragma once

#include "app/forms/xlsform/workbook.h"

namespace tashilgar::forms::xlsform {

/// One sheet from CSV: UTF-8 with or without a byte order mark, commas, quotes doubled inside quotes, any line ending.
/// Fails with kNotAWorkbook (not UTF-8, a quote that never ends) or kTooLarge. Spec: https://www.rfc-editor.org/rfc/rfc4180
base::Result<Sheet> readCsvSheet(std::string name, std::string_view text, const SheetLimits& limits = {});

} // namespace tashilgar::forms::xlsform
