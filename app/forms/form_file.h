#pragma once

#include "app/base/result.h"
#include "app/forms/convert.h"
#include "app/forms/diagnostics.h"
#include "app/forms/workbook.h"

#include <filesystem>
#include <string>

namespace tashilgar::forms {

// A form in whatever file its author keeps it: an XForm, a workbook, a folder or zip of CSV sheets, Markdown tables. The
// functions read the disk and keep nothing; they may be called from any thread.

/// A form is text that people wrote; a larger file is a mistake.
inline constexpr std::uint64_t kMaxFormBytes = 64u * 1024 * 1024;

/// Whether \p file begins like XML, so is an XForm rather than sheets.
bool isXForm(const std::filesystem::path& file);
/// What the settings leave out comes from the name of \p source.
ConvertOptions optionsFor(const std::filesystem::path& source, std::string rootName,
                          MessageLanguage language = MessageLanguage::English);
/// The sheets of a workbook, of a folder or zip of CSV, of Markdown tables, or those that would make an XForm.
base::Result<Workbook> readSheets(const std::filesystem::path& source, Diagnostics& diagnostics, MessageLanguage language);
/// The XForm in \p file, or what its sheets convert to. Fails as the file system and the converter do; their problems go to
/// \p diagnostics, in \p language.
base::Result<std::string> formXml(const std::filesystem::path& file, Diagnostics& diagnostics, MessageLanguage language);

} // namespace tashilgar::forms
