#pragma once

#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform::print {

/// What a questionnaire says besides the form's own texts. One set a language.
struct Words {
    bool persian = false;
    std::string_view date, facilitator, code, page;
    std::string_view required, onlyIf, perRow, times, fromList, photo, sound, film, file, signature, place, latitude,
        longitude, accuracy, line, area, agreed, rankHint, several, one, personal, sensitive, answerOf, end, day, month,
        year, hour, minute, copies, dependsOn;
    std::string_view is, isNot, holds, holdsNot, andWord, orWord, above, below, atLeast, atMost, answered, empty;

    /// Digits as the language writes them.
    std::string digits(std::string_view text) const;
};
const Words& wordsFor(bool persian);

/// Text for HTML: escaped, **strong** as such, line breaks kept.
std::string html(std::string_view text);

} // namespace tashilgar::forms::xlsform::print
