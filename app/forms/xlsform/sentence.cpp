#include "app/forms/xlsform/sentence.h"

#include "app/forms/xlsform/persian.h"

#include <fmt/args.h>

namespace tashilgar::forms::xlsform {

std::string Sentence::in(MessageLanguage language) const
{
    std::string_view pattern = m_pattern;
    if (language == MessageLanguage::Persian) {
        const std::string_view persian = persianFor(m_pattern);
        if (!persian.empty())
            pattern = persian;
    }
    if (m_parts.empty())
        return std::string(pattern);
    fmt::dynamic_format_arg_store<fmt::format_context> filling;
    for (const Part& part : m_parts)
        filling.push_back(part.nested.empty() ? part.text : part.nested.front().in(language));
    return fmt::vformat(fmt::string_view(pattern.data(), pattern.size()), filling);
}

} // namespace tashilgar::forms::xlsform

namespace tashilgar::forms {

std::string sentenceOf(const base::Error& error, MessageLanguage language)
{
    const std::string_view persian
        = language == MessageLanguage::Persian ? xlsform::persianFor(error.sentence) : std::string_view();
    if (persian.empty())
        return error.text();
    return error.place.empty() ? std::string(persian) : error.place + ": " + std::string(persian);
}

} // namespace tashilgar::forms
