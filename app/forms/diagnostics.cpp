#include "app/forms/diagnostics.h"

namespace tashilgar::forms {

std::string_view Diagnostic::detail(std::string_view name) const
{
    for (const auto& [known, worth] : details) {
        if (known == name)
            return worth;
    }
    return {};
}

std::string_view nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Hint: return "hint";
    }
    return {};
}

} // namespace tashilgar::forms
