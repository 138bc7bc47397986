#include "app/forms/model/text.h"

#include <algorithm>

namespace tashilgar::forms::model {

void Itext::add(const std::string& id, std::size_t language, ItextValue value)
{
    if (!hasForm(value.form))
        m_forms.push_back(value.form);
    auto& byLanguage = m_entries[id];
    if (byLanguage.size() <= language)
        byLanguage.resize(language + 1);
    byLanguage[language].push_back(std::move(value));
}

const TextTemplate* Itext::find(const std::string& id, std::size_t language, std::string_view form) const
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end())
        return nullptr;
    for (const std::size_t candidate : {language, defaultLanguage}) {
        if (candidate >= entry->second.size())
            continue;
        for (const ItextValue& value : entry->second[candidate]) {
            if (value.form == form)
                return &value.text;
        }
    }
    return nullptr;
}

} // namespace tashilgar::forms::model
