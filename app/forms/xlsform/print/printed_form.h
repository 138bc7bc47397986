#pragma once

#include "app/forms/xlsform/choices.h"
#include "app/forms/xlsform/form_tree.h"
#include "app/forms/xlsform/print/words.h"

#include <map>

namespace tashilgar::forms::xlsform::print {

/// What the parts of a questionnaire ask of its form: texts in one language, numbers of questions, conditions in words.
class PrintedForm {
public:
    PrintedForm(const Item& root, const NameIndex& names, const Choices& choices, std::string language,
        const Words& words, std::string defaultLanguage);

    const Item& root() const { return m_root; }
    const Choices& choices() const { return m_choices; }
    const Words& words() const { return m_words; }

    /// The number a question is asked under; 0 for what is not asked.
    std::size_t number(const Item& item) const;
    /// In the language of the print, else in the form's default, else whatever there is.
    const std::string& text(const Texts& texts) const;
    /// A text as HTML; what the form would fill in is a blank, with the number of its question where it has one.
    std::string filled(const Texts& texts, const Item& at) const;
    /// "Only if answer 12 is: Yes" from an expression of the usual shapes; the expression itself where it has another.
    std::string condition(std::string_view expression, const Item& at) const;
    /// Whether a person answers the item or reads it.
    static bool isPrinted(const Item& item);

private:
    std::string clause(std::string_view part, const Item& at) const;
    std::string subject(std::string_view name, const Item& at) const;
    std::string choiceLabel(std::string_view question, std::string_view value, const Item& at) const;

    const Item& m_root;
    const NameIndex& m_names;
    const Choices& m_choices;
    std::string m_language;
    const Words& m_words;
    std::string m_default;
    std::map<const Item*, std::size_t> m_numbers;
};

} // namespace tashilgar::forms::xlsform::print
