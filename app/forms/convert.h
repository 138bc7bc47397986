#pragma once

#include "app/base/bytes.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/forms/diagnostics.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tashilgar::forms {

/// What was handed in is no spreadsheet we can read: no zip, no workbook in it, not one sheet, or more than a form needs.
inline constexpr base::ErrorCode kNotAWorkbook{"forms.not-a-workbook"};
/// The sheets could be read, but do not describe a form; the diagnostics say why, all of it.
inline constexpr base::ErrorCode kBrokenSheets{"forms.broken-sheets"};

struct ConvertOptions {
    /// Element name of the primary instance's root, unless the settings sheet names one.
    std::string rootName = "data";
    /// Form id and title where the settings sheet gives none: the name of the file, without its extension.
    std::string fallbackName = "data";
};

/// An XLSForm as XForm, and what a server wants to know of it without parsing it again.
struct Converted {
    std::string xml;
    base::FormVersion version;
    std::string title;
    /// Files that must stand beside the form, without duplicates, in the order of the survey: "households.csv", "plan.png".
    std::vector<std::string> attachedFiles;
};

/// Converts a workbook (.xlsx, .xlsm, or a zip of CSV sheets) to an XForm for ODK Collect, Enketo, Central and ourselves.
///
/// Every problem is appended to \p diagnostics with sheet, row and column in its place, warnings too, all in one run.
/// Fails with kNotAWorkbook, or with kBrokenSheets when a diagnostic is an error. Memory is bounded whatever comes in.
/// May be called from any thread. Spec: https://xlsform.org/en/ref-table/
base::Result<Converted> convertXlsForm(base::ByteView workbook, const ConvertOptions& options, Diagnostics& diagnostics);

/// The same for a folder with one CSV file a sheet: survey.csv, choices.csv, settings.csv, entities.csv.
/// Fails also with kNotFound.
base::Result<Converted> convertXlsFormFolder(const std::filesystem::path& folder, const ConvertOptions& options,
                                             Diagnostics& diagnostics);

} // namespace tashilgar::forms
