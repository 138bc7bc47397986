#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace tashilgar::viewmodels {

/// Days in the Jalali or the Gregorian calendar, for fields and calendars. A day is counted from 1970-01-01.
struct CalendarDate {
    int year = 1;
    int month = 1;
    int day = 1;
};

/// Nothing for what is no date. \p iso begins with YYYY-MM-DD.
std::optional<std::int64_t> dayOfIso(const QString& iso);
QString isoOfDay(std::int64_t day);

CalendarDate dateOf(std::int64_t day, bool gregorian);
/// The date is one of the calendar.
std::int64_t dayOf(const CalendarDate& date, bool gregorian);
int daysInMonthOf(int year, int month, bool gregorian);

/// In the language of the interface.
QString monthNameOf(int month, bool gregorian);
/// "25 November 2026", "4 Azar 1405".
QString dateInWords(std::int64_t day, bool gregorian);

} // namespace tashilgar::viewmodels
