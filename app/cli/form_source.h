#pragma once

#include "app/forms/diagnostics.h"
#include "app/forms/convert.h"
#include "app/forms/form.h"

#include <filesystem>
#include <memory>

namespace tashilgar::cli {

/// Converts a workbook, or a folder of CSV sheets; what the settings leave out comes from its name.
base::Result<forms::Converted> convertForm(const std::filesystem::path& source, std::string rootName, forms::Diagnostics& diagnostics);
/// The form in \p file, an XForm. Problems go to \p diagnostics; fails with those of the file system and of Form::load.
base::Result<std::shared_ptr<const forms::Form>> loadForm(const std::filesystem::path& file, forms::Diagnostics& diagnostics);

/// "place: sentence", for a terminal.
std::string lineOf(const forms::Diagnostic& diagnostic);

/// All of \p file as text.
base::Result<std::string> readText(const std::filesystem::path& file);

} // namespace tashilgar::cli
