#pragma once

#include "app/forms/check.h"
#include "app/forms/form.h"
#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

#include <string>

namespace tashilgar::tests {

/// What checkForm() says of a form.
class Checked {
public:
    explicit Checked(std::string_view xml, const forms::CheckOptions& options = {})
    {
        loads = forms::checkForm(xml, options, diagnostics);
        forms::Diagnostics others;
        CHECK(forms::Form::load(xml, others).has_value() == loads); // the two must never differ
    }

    /// "code code …", each once for each finding, in the order they were told.
    std::string codes() const
    {
        std::string text;
        for (const forms::Diagnostic& d : diagnostics)
            text += (text.empty() ? "" : " ") + d.code;
        return text;
    }
    /// The only finding of that code; fails the test when there is none, or more.
    forms::Diagnostic only(std::string_view code) const
    {
        const forms::Diagnostic* found = nullptr;
        INFO("looking for " << code << " in: " << codes());
        for (const forms::Diagnostic& d : diagnostics) {
            if (d.code != code)
                continue;
            REQUIRE_FALSE(found);
            found = &d;
        }
        REQUIRE(found);
        return *found;
    }
    std::string all() const
    {
        std::string text;
        for (const forms::Diagnostic& d : diagnostics)
            text += std::string(nameOf(d.severity)) + " " + d.code + " " + d.place + ": " + d.sentence + " (" + d.remedy + ")\n";
        return text;
    }

    bool loads = false;
    forms::Diagnostics diagnostics;
};

/// The findings of a form with one bind, and a question for each further path.
inline std::string codesOf(const Bind& one, const std::vector<Control>& controls)
{
    std::string codes;
    const auto all = Part{[=](FormParts& parts) {
        for (const Control& control : controls)
            control.addTo(parts);
    }};
    return Checked(form("Checked", one, all)).codes();
}

} // namespace tashilgar::tests
