#pragma once

#include "app/forms/diagnostics.h"
#include "app/forms/convert.h"
#include "app/forms/form.h"
#include "app/forms/workbook.h"

#include <filesystem>
#include <memory>

namespace tashilgar::cli {

/// Whether \p file begins like XML, so is an XForm rather than sheets.
bool isXForm(const std::filesystem::path& file);
/// What the settings leave out comes from the name of \p source.
forms::ConvertOptions optionsFor(const std::filesystem::path& source, std::string rootName,
                                 forms::MessageLanguage language = forms::MessageLanguage::English);
/// The sheets of a workbook, of a folder or zip of CSV, of Markdown tables, or those that would make an XForm.
base::Result<forms::Workbook> readSheets(const std::filesystem::path& source, forms::Diagnostics& diagnostics,
                                         forms::MessageLanguage language);
/// The XForm in \p file, or what its sheets convert to. Fails as the file system and the converter do; their problems go to
/// \p diagnostics, in \p language.
base::Result<std::string> formXml(
    const std::filesystem::path& file, forms::Diagnostics& diagnostics, forms::MessageLanguage language);
/// The form in \p file, an XForm or sheets. Problems go to \p diagnostics; fails with those of the file system and of
/// Form::load.
base::Result<std::shared_ptr<const forms::Form>> loadForm(const std::filesystem::path& file, forms::Diagnostics& diagnostics);

/// "place: sentence", for a terminal.
std::string lineOf(const forms::Diagnostic& diagnostic, forms::MessageLanguage language = forms::MessageLanguage::English);
/// "fa" or "en".
forms::MessageLanguage messageLanguage(std::string_view code);

/// All of \p file as text.
base::Result<std::string> readText(const std::filesystem::path& file);

} // namespace tashilgar::cli
