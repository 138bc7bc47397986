#pragma once

#include "app/forms/form.h"
#include "app/forms/form_file.h"

#include <filesystem>
#include <memory>

namespace tashilgar::cli {

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
