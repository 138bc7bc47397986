#pragma once

#include "app/forms/convert.h"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::xlsform {

/// Something to say to an author: English as it stands in the source, and what is filled in. The catalogue
/// (persian.h) has it in Persian under the same English words.
class Sentence {
public:
    Sentence() = default;
    bool empty() const { return m_pattern.empty(); }
    std::string in(MessageLanguage language) const;

private:
    friend Sentence say(std::string_view words);
    template <class... Args>
    friend Sentence say(fmt::format_string<Args...> pattern, Args&&... args);

    struct Part {
        std::string text;
        std::vector<Sentence> nested; ///< at most one; instead of the text
    };
    static Part partOf(const Sentence& sentence) { return {{}, {sentence}}; }
    template <class T>
    static Part partOf(const T& value)
    {
        return {fmt::format("{}", value), {}};
    }

    std::string_view m_pattern; ///< a literal
    std::vector<Part> m_parts;
};

/// Words without anything filled in; \p words must be a literal.
inline Sentence say(std::string_view words)
{
    Sentence sentence;
    sentence.m_pattern = words;
    return sentence;
}

/// Words with something filled in, a Sentence perhaps: say("did you mean \"{}\"?", name).
template <class... Args>
Sentence say(fmt::format_string<Args...> pattern, Args&&... args)
{
    const fmt::string_view words = pattern;
    Sentence sentence;
    sentence.m_pattern = std::string_view(words.data(), words.size());
    sentence.m_parts = {Sentence::partOf(args)...};
    return sentence;
}

} // namespace tashilgar::forms::xlsform

/// So that the compiler can check a pattern into which a Sentence goes.
template <>
struct fmt::formatter<tashilgar::forms::xlsform::Sentence> : fmt::formatter<std::string> {
    template <class Context>
    auto format(const tashilgar::forms::xlsform::Sentence& sentence, Context& context) const
    {
        return fmt::formatter<std::string>::format(sentence.in(tashilgar::forms::MessageLanguage::English), context);
    }
};
