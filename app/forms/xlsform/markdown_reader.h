#pragma once

#include "app/forms/xlsform/workbook.h"

namespace tashilgar::forms::xlsform {

/// Whether a text holds a table of Markdown: a line that begins with "|" before anything that is not text.
bool looksLikeMarkdown(std::string_view text);

/// Sheets from tables in a text. A table belongs to the sheet named in its own first column, as pyxform's tests have
/// it,
///     | survey |      |      |       |
///     |        | type | name | label |
/// or to the heading above it ("## choices"). Rows of dashes are rules; "\|" is a bar, "<br>" a line break.
/// Prose, and tables of other headings, are left alone. Fails with kNotAWorkbook or base::kTooLarge.
base::Result<Workbook> readMarkdown(std::string_view text, const SheetLimits& limits = {});

} // namespace tashilgar::forms::xlsform
