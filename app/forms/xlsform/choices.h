#pragma once

#include "app/forms/xlsform/settings.h"
#include "app/forms/xlsform/table.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xlsform {

struct Choice {
    Row row; ///< without cells for one that we add
    std::string name;
    Texts label;
    std::vector<std::pair<std::string, Texts>> media;
    std::vector<std::pair<std::string, std::string>> extra; ///< further columns: filters, geometry, look-ups
};

struct ChoiceList {
    std::string name;
    std::vector<Choice> choices;

    /// Whether its texts must go through itext: translations, media, or references in a label.
    bool needsItext() const;
};

/// The lists of one sheet (choices, external_choices or osm), in the order of the sheet.
class Choices {
public:
    /// \p sheet may be null.
    static Choices read(const Sheet* sheet, const Settings& settings, Messages& messages);

    ChoiceList* find(std::string_view list);
    const ChoiceList* find(std::string_view list) const;
    const std::vector<ChoiceList>& lists() const { return m_lists; }
    std::vector<std::string_view> names() const;
    bool hasSheet() const { return m_hasSheet; }
    /// Every column of the sheet with its language: for warnings about translations.
    const Table& table() const { return m_table; }

private:
    Table m_table;
    std::vector<ChoiceList> m_lists;
    std::map<std::string, std::size_t, std::less<>> m_places; ///< name -> place in m_lists
    bool m_hasSheet = false;
};

} // namespace tashilgar::forms::xlsform
