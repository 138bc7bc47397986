#include "app/forms/xlsform/parameters.h"

#include "app/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

Parameters Parameters::read(const Row& row, Messages& messages)
{
    Parameters parameters;
    std::string text = row.text("parameters");
    // Blanks around "=" join, whatever separates the pairs.
    std::string joined;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i] == ',' || text[i] == ';' || base::isXmlSpace(text[i]) ? ' ' : text[i];
        const bool beforeEquals = c == ' ' && [&] {
            const std::size_t next = text.find_first_not_of(" \t\n", i);
            return next != std::string::npos && text[next] == '=';
        }();
        if (beforeEquals || (c == ' ' && !joined.empty() && joined.back() == '='))
            continue;
        joined += c;
    }
    for (const std::string_view pair : base::splitWords(joined)) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size()
            || pair.find('=', equals + 1) != std::string_view::npos) {
            messages.error(row.place("parameters"), "parameters-syntax", say("\"{}\" is not of the form key=value", pair),
                           say("Write parameters as key1=value1 key2=value2."));
            continue;
        }
        std::string key = base::toLowerAscii(pair.substr(0, equals));
        if (parameters.has(key)) {
            messages.error(row.place("parameters"), "parameters-twice", say("\"{}\" is given twice", key),
                           say("Keep one of them."));
            continue;
        }
        parameters.m_values.emplace_back(std::move(key), std::string(pair.substr(equals + 1)));
    }
    return parameters;
}

const std::string* Parameters::find(std::string_view key) const
{
    const auto found = std::find_if(m_values.begin(), m_values.end(), [&](const auto& pair) { return pair.first == key; });
    return found != m_values.end() ? &found->second : nullptr;
}

std::string Parameters::get(std::string_view key) const
{
    const std::string* value = find(key);
    return value ? *value : std::string();
}

} // namespace tashilgar::forms::xlsform
