#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::base {

/// The white space of XML and XPath: blank, tab, line feed, carriage return.
constexpr bool isXmlSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trim(std::string_view text);
/// The pieces between \p separator, empty ones included; one empty piece for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);
/// The words between runs of XML white space.
std::vector<std::string_view> splitWords(std::string_view text);
/// Trimmed, with every run of XML white space as one blank. Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#function-normalize-space
std::string normaliseSpace(std::string_view text);
/// ASCII letters only.
std::string toLowerAscii(std::string_view text);

bool isValidUtf8(std::string_view text);
/// The next code point of valid UTF-8 at \p offset, which moves past it; U+FFFD and one byte further on bad input.
char32_t nextCodePoint(std::string_view text, std::size_t& offset);
void appendUtf8(std::string& text, char32_t codePoint);
std::u32string toCodePoints(std::string_view text);
std::string fromCodePoints(std::u32string_view text);

/// Composed characters where there are such (Unicode normalisation form C): one text, one sequence of bytes.
std::string toNfc(std::string_view text);
/// What is stored of a typed text: NFC, then Persian letters for their Arabic twins, no tatweel, ordinary blanks, one
/// blank for a run, ZWNJ only between letters; each line trimmed, empty ones dropped at both ends. Kurdish letters are
/// left alone.
std::string normaliseTyped(std::string_view text);
/// For numbers, phones, codes and dates: Persian and Arabic-Indic digits as ASCII, U+066B as a point, group marks, Arabic
/// commas between digits and direction marks removed, U+2212 as minus, trimmed.
std::string normaliseDigits(std::string_view text);
/// ASCII digits of \p text as ۰-۹; all else as it is.
std::string persianDigits(std::string_view text);
/// The key two texts share when a person would call them the same: normaliseTyped, then no ZWNJ, no marks, one form for
/// each family of letters, ASCII digits, lower case.
std::string foldForSearch(std::string_view text);
/// Less than, equal to or greater than zero, by the Persian order of letters.
int compareForPersian(std::string_view a, std::string_view b);

} // namespace tashilgar::base
