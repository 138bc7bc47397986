#pragma once

#include "app/forms/xlsform/back/draft.h"
#include "app/forms/xlsform/back/paths.h"
#include "app/forms/xlsform/back/xform_view.h"
#include "app/forms/xlsform/messages.h"

namespace tashilgar::forms::xlsform::back {

/// The texts of a form and their languages, in the order of the document.
class FormTexts {
public:
    FormTexts(const XFormView& view, const Paths& paths, Messages& messages);

    const std::vector<std::string>& languages() const { return m_languages; }
    /// What the settings must call the default language; empty when nothing needs to be said.
    std::string defaultLanguage() const;

    /// Writes the text that a label, hint or value element shows into \p row, one column a language: "label::English
    /// (en)". Its media go to "image" and so on, its guidance to "guidance_hint".
    void put(DraftRow& row, base::xml::NodeIndex element, const std::string& header, const Item& at) const;
    /// The same for a message of a bind, which is a text or jr:itext('id').
    void putMessage(DraftRow& row, const std::string& message, const std::string& header, const Item& at) const;
    /// The texts of an id of the itext. False when there is none.
    bool putId(DraftRow& row, const std::string& id, const std::string& header, const Item& at) const;
    /// The id in "jr:itext('id')", as it stands there; empty when \p ref is anything else.
    static std::string idOf(std::string_view ref);

private:
    std::string column(const std::string& header, const std::string& language) const;
    std::string textOf(base::xml::NodeIndex element, const Item& at) const;

    const XFormView& m_view;
    const Paths& m_paths;
    Messages& m_messages;
    std::vector<std::string> m_languages;
    std::string m_default;
    /// id -> language, element `text`
    std::map<std::string, std::vector<std::pair<std::string, base::xml::NodeIndex>>> m_texts;
};

} // namespace tashilgar::forms::xlsform::back
