#pragma once

#include "app/forms/diagnostics.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms {

class ResourceReader;

/// What lies beside the form, as far as it is known.
struct CheckOptions {
    /// Reads the attached lists, so that columns and sizes can be checked; not owned; may be null.
    ResourceReader* resources = nullptr;
    /// Names of the files beside the form; nothing: not known, so no file is called missing.
    std::optional<std::vector<std::string>> files;
};

/// Everything an author should know of an XForm: what Form::load says of it, and beyond that names, types, conditions that
/// cannot come true, references that leave their repeat, files and translations that are missing, appearances nobody
/// honours, expressions that grow slow, and what other clients cannot do. Appends to \p diagnostics, errors, warnings and
/// hints, with the line of the XForm where it is known. True when the form can be filled, as Form::load has it.
///
/// Of one kind at most 20 are told, then how many more there are. May be called from any thread; takes as long as loading
/// the form and reading its lists. The codes are listed in DESIGN.md.
bool checkForm(std::string_view xml, const CheckOptions& options, Diagnostics& diagnostics);

/// \p diagnostic with sentence and remedy in \p language, as far as its code has words there ("fa"); else as it is.
Diagnostic inLanguage(Diagnostic diagnostic, std::string_view language);

} // namespace tashilgar::forms
