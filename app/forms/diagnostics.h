#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tashilgar::forms {

/// Error: the form cannot be filled. Warning: it can, but most likely does not do what its author wants, here or in
/// another client. Hint: it does, and could do it faster, or in more clients.
enum class Severity { Error, Warning, Hint };

/// One problem of a form, for its author: where it stands, what is wrong and, where known, what to do.
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string code;     ///< stable, "xpath-syntax"; listed in app/forms/DESIGN.md
    std::string place;    ///< "bind /data/age, relevant" or "survey, row 12, column relevant"
    std::string sentence; ///< English, unless the converter was asked for another language (convert.h)
    std::string remedy;   ///< likewise; may be empty
    /// What the sentence is made of, for whoever says it in other words: {"path", "/data/agee"}, {"near", "/data/age"}.
    std::vector<std::pair<std::string, std::string>> details = {};
    std::uint32_t line = 0; ///< of the XForm; 0 where it is not known

    /// The worth of a detail; empty where there is none.
    std::string_view detail(std::string_view name) const;
};

/// Everything found in one reading, in the order of the file.
using Diagnostics = std::vector<Diagnostic>;

/// The name that the command line and tools use: "error", "warning", "hint".
std::string_view nameOf(Severity severity);

inline bool hasErrors(const Diagnostics& diagnostics)
{
    for (const Diagnostic& d : diagnostics) {
        if (d.severity == Severity::Error)
            return true;
    }
    return false;
}

} // namespace tashilgar::forms
