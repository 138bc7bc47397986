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

/// What problems are told in. Names, columns and expressions stay as the author wrote them.
enum class MessageLanguage { English, Persian };

struct ConvertOptions {
    /// Element name of the primary instance's root, unless the settings sheet names one.
    std::string rootName = "data";
    /// Form id and title where the settings sheet gives none: the name of the file, without its extension.
    std::string fallbackName = "data";
    MessageLanguage messages = MessageLanguage::English;
};

/// An XLSForm as XForm, and what a server wants to know of it without parsing it again.
struct Converted {
    std::string xml;
    base::FormVersion version;
    std::string title;
    /// Files that must stand beside the form, without duplicates, in the order of the survey: "households.csv", "plan.png".
    std::vector<std::string> attachedFiles;
};

/// Converts a workbook (.xlsx, .xlsm, a zip of CSV sheets, or Markdown tables) to an XForm for ODK Collect, Enketo, Central and ourselves.
///
/// Every problem is appended to \p diagnostics with sheet, row and column in its place, warnings too, all in one run.
/// Fails with kNotAWorkbook, or with kBrokenSheets when a diagnostic is an error. Memory is bounded whatever comes in.
/// May be called from any thread. Spec: https://xlsform.org/en/ref-table/
base::Result<Converted> convertXlsForm(base::ByteView workbook, const ConvertOptions& options, Diagnostics& diagnostics);

/// The same for a folder with one CSV file a sheet: survey.csv, choices.csv, settings.csv, entities.csv.
/// Fails also with kNotFound.
base::Result<Converted> convertXlsFormFolder(const std::filesystem::path& folder, const ConvertOptions& options,
                                             Diagnostics& diagnostics);

/// An error of these functions as a sentence in \p language; English where there is no other.
std::string sentenceOf(const base::Error& error, MessageLanguage language);

} // namespace tashilgar::forms
