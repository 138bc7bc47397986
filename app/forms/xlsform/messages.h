#pragma once

#include "app/forms/diagnostics.h"
#include "app/forms/xlsform/sentence.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform {

/// A cell, a row (no column), a column (row 0) or a sheet of the author's workbook.
struct Place {
    std::string_view sheet;
    std::size_t row = 0;
    std::string_view column;

    /// "survey, row 12, column relevant"
    std::string text(MessageLanguage language = MessageLanguage::English) const;
};

/// Collects what an author must know, each with its place and what to do about it.
class Messages {
public:
    explicit Messages(Diagnostics& out, MessageLanguage language = MessageLanguage::English)
        : m_out(out)
        , m_language(language)
    {
    }
    void error(const Place& place, std::string_view code, const Sentence& sentence, const Sentence& remedy = {});
    void warn(const Place& place, std::string_view code, const Sentence& sentence, const Sentence& remedy = {});
    bool failed() const { return m_failed; }
    /// Whether a likely name is worth looking for: the first problems of a form are guessed at, not the thousandth.
    bool mayGuess() { return m_guesses > 0 && m_guesses-- > 0; }

private:
    void add(Severity severity, const Place& place, std::string_view code, const Sentence& sentence, const Sentence& remedy);

    Diagnostics& m_out;
    MessageLanguage m_language;
    bool m_failed = false;
    std::size_t m_errors = 0;
    std::size_t m_warnings = 0;
    std::size_t m_guesses = 100;
};

/// The name of \p known that a person most likely meant by \p typed; empty when none is near.
template <class Range>
std::string_view nearest(std::string_view typed, const Range& known);

/// How many letters must be added, dropped, changed or swapped to turn one into the other.
std::size_t editDistance(std::string_view a, std::string_view b);

template <class Range>
std::string_view nearest(std::string_view typed, const Range& known)
{
    std::string_view best;
    std::size_t least = typed.size() < 4 ? 2 : 3; // one slip in a short word, two in a longer one
    for (const auto& candidate : known) {
        const std::string_view name = candidate;
        if (name.size() >= typed.size() + least || typed.size() >= name.size() + least)
            continue; // too different in length alone
        const std::size_t distance = editDistance(typed, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

} // namespace tashilgar::forms::xlsform
