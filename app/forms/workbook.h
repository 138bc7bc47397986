#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"
#include "app/forms/convert.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

/// One sheet as text: rows[0] is the first row of the sheet, rows may differ in length, an empty cell is an empty text.
struct Sheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    /// Cells that are one for the eye, "A2:A5": only the first holds its text. More than a few hundred are not kept.
    std::vector<std::string> merged = {};
};

/// The sheets of an XLSForm in their order, whatever file they came from.
struct Workbook {
    std::vector<Sheet> sheets;

    /// By name, whatever its case and the blanks around it; null when there is none.
    const Sheet* find(std::string_view name) const;
};

/// Reads .xlsx and .xlsm, a zip of CSV sheets, or tables in Markdown, told apart by their bytes.
/// Fails with kNotAWorkbook or base::kTooLarge; memory is bounded whatever comes in. May be called from any thread.
base::Result<Workbook> readWorkbook(base::ByteView bytes);

/// A folder with one CSV file a sheet. Fails also with base::kNotFound.
base::Result<Workbook> readWorkbookFolder(const std::filesystem::path& folder);

/// The form that the sheets describe; see convertXlsForm.
base::Result<Converted> convertWorkbook(const Workbook& workbook, const ConvertOptions& options, Diagnostics& diagnostics);

/// The sheets that would make \p xform, for forms that exist only as XML: what readWorkbook and convertWorkbook make of
/// them takes the same answers and gives the same record. What a spreadsheet cannot say is warned about and left out.
/// Fails with kFormBroken (form.h) when \p xform is no form.
base::Result<Workbook> workbookOfXForm(std::string_view xform, Diagnostics& diagnostics,
                                       MessageLanguage language = MessageLanguage::English);

/// Writes an .xlsx that people edit: headers stand still, columns are as wide as what they hold, and sheets run from right
/// to left where the form's default language does. Replaces \p file whole or not at all. Fails with base::kIoError.
base::Result<void> writeXlsx(const Workbook& workbook, const std::filesystem::path& file);

/// A questionnaire to print on A4, for training and for days without a tablet: one HTML page with nothing beside it.
/// \p language as the form names it; empty for its default. Fails as convertWorkbook does.
base::Result<std::string> printQuestionnaire(const Workbook& workbook, std::string_view language, const ConvertOptions& options,
                                             Diagnostics& diagnostics);

} // namespace tashilgar::forms
