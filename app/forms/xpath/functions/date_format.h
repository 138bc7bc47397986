#pragma once

#include "app/base/zones.h"

#include <string>
#include <string_view>

namespace tashilgar::forms::xpath {

enum class Calendar { Gregorian, Jalali };

/// %Y year, %y its last two digits, %m and %n month with and without zero, %b its name, %d and %e day, %H and %h hour,
/// %M minute, %S second, %3 milliseconds, %a day of the week. Names are English and cut to three letters, or Persian
/// and whole when \p language ("فارسی (fa)", "fa") is Persian or Kurdish. Other letters after % stand for themselves.
/// Spec: https://getodk.github.io/xforms-spec/#fn:format-date
std::string formatDate(
    const base::LocalTime& time, std::string_view pattern, std::string_view language, Calendar calendar);

} // namespace tashilgar::forms::xpath
