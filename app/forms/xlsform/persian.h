#pragma once

#include <array>
#include <span>
#include <string_view>

namespace tashilgar::forms::xlsform {

/// The Persian for words that stand in the sources, by the English itself; empty when there is none. Placeholders stand
/// in one order in both languages, or the Persian numbers its own: {1}.
/// tests/forms/xlsform/persian_test.cpp reads the sources and asks for every one of them.
std::string_view persianFor(std::string_view english);

struct PersianSentence {
    std::string_view english;
    std::string_view persian;
};
/// The catalogue.
std::span<const PersianSentence> persianProblems();
std::span<const PersianSentence> persianRemedies();

} // namespace tashilgar::forms::xlsform
