#pragma once

#include "app/base/xml/document.h"
#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/form_tree.h"
#include "app/forms/xlsform/references.h"

namespace tashilgar::forms::xlsform {

inline constexpr std::string_view kXForms = "http://www.w3.org/2002/xforms";
inline constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";

/// Whether a text of \p item stands in itext rather than in the body.
bool labelInItext(const Item& item);
bool hintInItext(const Item& item);
/// Whether a message of a bind does: translated, or with references.
bool messageInItext(const Texts& message);

/// Writes \p text into \p element: what it says, with an `output` for each reference. Beside outputs the text has a blank
/// at its ends, as in all forms from spreadsheets; clients trim it.
void writeText(base::xml::Document& document, base::xml::NodeIndex element, std::string_view text, const References& references,
               const ExpressionPlace& at);

/// All texts of a form by id, form and language. Every text is there in every language: "-" stands in for what the author
/// left out, as other converters do, so that no client shows an empty question.
/// Spec: https://getodk.github.io/xforms-spec/#languages
class Itext {
public:
    Itext(const Item& root, const Choices& choices, const std::string& defaultLanguage);

    const std::vector<std::string>& languages() const { return m_languages; }
    /// Appends the itext element to \p model, when there is any text.
    void write(base::xml::Document& document, base::xml::NodeIndex model, const References& references, const Item& root) const;

private:
    struct Value {
        std::string form; ///< "", "guidance", "image", ...
        std::vector<std::pair<std::string, std::string>> texts; ///< language, text
    };
    struct Text {
        std::string id;
        const Item* item; ///< references count from here; null for choices
        std::vector<Value> values;
    };
    void add(const std::string& id, const Item* item, std::string_view form, const Texts& texts);
    void note(const std::string& language);

    const std::string& m_default;
    std::vector<std::string> m_languages;
    std::vector<Text> m_texts;
};

} // namespace tashilgar::forms::xlsform
