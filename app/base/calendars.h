#pragma once

#include "app/base/jalali.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::base {

/// The calendars beside the Jalali and the Gregorian one in which a form may ask for a date.
enum class OtherCalendar { Ethiopian, Coptic, Islamic, Buddhist };

/// By the word of the appearance; nothing for a calendar that is not among them.
std::optional<OtherCalendar> otherCalendarNamed(std::string_view appearance);

/// A day of such a calendar; the thirteenth month of two of them has five days or six.
struct OtherDate {
    int year = 0;
    int month = 1;
    int day = 1;
    std::string monthName; ///< Persian where Sorani is asked for
};

/// \p days from 1970-01-01, as in zones.h. The Islamic calendar is Umm al-Qura's, as in Collect: seen from Iran the month may
/// begin a day earlier or later. Safe from any thread.
OtherDate dateIn(OtherCalendar calendar, std::int64_t days, CalendarNames names);

} // namespace tashilgar::base
