#pragma once

#include "app/forms/xlsform/back/form_texts.h"

#include <set>

namespace tashilgar::forms::xlsform::back {

/// What a select offers, as the cells of a row say it.
struct ChoiceCells {
    std::string list; ///< behind the type: a list, a file, or ${question of a repeat}
    bool fromFile = false;
    std::string filter;
    std::string parameters; ///< "randomize=true seed=${x} value=id"
};

/// Lists of choices: those of secondary instances, and those that stand in the questions themselves.
class ChoiceLists {
public:
    ChoiceLists(const XFormView& view, Paths& paths, const FormTexts& texts, Messages& messages);

    /// Understands the choices of a control. A list that stands in the question becomes one of the sheet, under the
    /// question's name; equal lists become one.
    ChoiceCells read(base::xml::NodeIndex control, const Item& item);
    /// The sheet "choices"; without rows when no list is needed.
    Draft sheet() const;
    /// Attached files that no select, pulldata or entity declares: type and name of the row each needs.
    std::vector<std::pair<std::string, std::string>> externalRows(const std::set<std::string>& declared) const;

private:
    struct External {
        std::string id;
        std::string file;
    };
    void readInstance(base::xml::NodeIndex instance);
    ChoiceCells readItemset(base::xml::NodeIndex itemset, const Item& item);
    ChoiceCells readInline(base::xml::NodeIndex control, const Item& item);
    bool readRepeat(std::string_view nodeset, std::string_view filter, const std::string& value, const Item& item,
        ChoiceCells& cells);
    void nameBy(const std::string& list, const std::string& valueRef, const std::string& labelRef);
    std::string freeName(const std::string& wanted) const;

    const XFormView& m_view;
    Paths& m_paths;
    const FormTexts& m_texts;
    Messages& m_messages;
    Item m_nowhere; ///< texts of choices stand at no item
    std::vector<std::pair<std::string, std::vector<DraftRow>>> m_lists;
    std::vector<External> m_externals;
    std::set<std::string> m_selected; ///< files that a select declares
};

} // namespace tashilgar::forms::xlsform::back
