#pragma once

#include <string>
#include <vector>

namespace tashilgar::forms {

enum class Severity { Error, Warning };

/// One problem of a form, for its author: where it stands, what is wrong and, where known, what to do.
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string code;     ///< stable, "xpath-syntax"
    std::string place;    ///< "bind /data/age, relevant" or "survey, row 12, column relevant"
    std::string sentence;
    std::string remedy;   ///< may be empty
};

/// Everything found in one reading, in the order of the file.
using Diagnostics = std::vector<Diagnostic>;

inline bool hasErrors(const Diagnostics& diagnostics)
{
    for (const Diagnostic& d : diagnostics) {
        if (d.severity == Severity::Error)
            return true;
    }
    return false;
}

} // namespace tashilgar::forms
