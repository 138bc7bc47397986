#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform {

/// How a spreadsheet shows a number. Spec: ECMA-376 part 1, 18.8.30
enum class NumberFormat : std::uint8_t { Plain, Date, Time, DateTime };

/// What a format code shows, by its letters outside quotes and brackets: "yyyy\\-mm\\-dd" is a date.
NumberFormat formatOf(std::string_view code);
/// The formats that have a number and no code.
NumberFormat builtInFormat(int id);
/// The text of a cell's number: 7 for 7.0, an ISO date for a day count shown as a date. \p from1904 says which day is 0.
std::string numberText(const std::string& lexical, NumberFormat format, bool from1904);

} // namespace tashilgar::forms::xlsform
