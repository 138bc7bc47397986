#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::base {

/// A day of the Iranian calendar (33-year leap rule, equal to the astronomical one from 1300 to 1500).
struct JalaliDate {
    int year = 1;
    int month = 1; ///< 1 Farvardin … 12 Esfand
    int day = 1;
    friend bool operator==(const JalaliDate&, const JalaliDate&) = default;
};

bool isJalaliLeapYear(int year);
int daysInJalaliMonth(int year, int month);
bool isValid(const JalaliDate& date);

/// Days from 1970-01-01, as in zones.h.
std::int64_t daysFromJalali(const JalaliDate& date);
JalaliDate jalaliFromDays(std::int64_t days);

/// 0 Saturday … 6 Friday.
int weekdayFromSaturday(std::int64_t days);

/// Reads ۱۴۰۵/۰۹/۰۱ or 1405-9-1 in any digits; a year has four. Nothing when it is no day of the calendar.
std::optional<JalaliDate> parseJalali(std::string_view text);

/// Whose words: English transcription, Persian, or the Sorani that is used in Iran.
enum class CalendarNames { English, Persian, Sorani };
/// 1-12 and 0-6.
std::string_view jalaliMonthName(int month, CalendarNames names);
std::string_view weekdayName(int fromSaturday, CalendarNames names);

} // namespace tashilgar::base
