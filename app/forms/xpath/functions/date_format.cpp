#include "app/forms/xpath/functions/date_format.h"

#include "app/base/jalali.h"
#include "app/base/text.h"

#include <fmt/format.h>

#include <array>

namespace tashilgar::forms::xpath {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 12> kPersianMonths {
    "ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"};
constexpr std::size_t kShortName = 3;

/// A language is written as its tag, or as "name (tag)".
bool readsPersian(std::string_view language)
{
    const std::size_t open = language.rfind('(');
    if (open != std::string_view::npos && language.ends_with(')'))
        language = language.substr(open + 1, language.size() - open - 2);
    const std::string tag = base::toLowerAscii(language.substr(0, language.find_first_of("-_")));
    return tag == "fa" || tag == "per" || tag == "fas" || tag == "ku" || tag == "ckb" || tag == "sdh"
        || language.starts_with("فارسی") || tag == "persian" || tag == "farsi";
}

struct Day {
    int year;
    int month;
    int day;
};

} // namespace

std::string formatDate(
    const base::LocalTime& time, std::string_view pattern, std::string_view language, Calendar calendar)
{
    const bool persian = readsPersian(language);
    const std::int64_t days = base::daysFromCivil(time.year, time.month, time.day);
    Day day{time.year, time.month, time.day};
    if (calendar == Calendar::Jalali) {
        const base::JalaliDate jalali = base::jalaliFromDays(days);
        day = {jalali.year, jalali.month, jalali.day};
    }
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%' || i + 1 == pattern.size()) {
            text += pattern[i];
            continue;
        }
        switch (const char c = pattern[++i]) {
        case 'Y': text += fmt::format("{:04}", day.year); break;
        case 'y': text += fmt::format("{:02}", day.year % 100); break;
        case 'm': text += fmt::format("{:02}", day.month); break;
        case 'n': text += std::to_string(day.month); break;
        case 'b':
            if (calendar == Calendar::Jalali)
                text += base::jalaliMonthName(day.month, persian ? base::CalendarNames::Persian : base::CalendarNames::English);
            else
                text += (persian ? kPersianMonths : kEnglishMonths)[static_cast<std::size_t>(day.month - 1)];
            break;
        case 'd': text += fmt::format("{:02}", day.day); break;
        case 'e': text += std::to_string(day.day); break;
        case 'H': text += fmt::format("{:02}", time.hour); break;
        case 'h': text += std::to_string(time.hour); break;
        case 'M': text += fmt::format("{:02}", time.minute); break;
        case 'S': text += fmt::format("{:02}", time.second); break;
        case '3': text += fmt::format("{:03}", time.millisecond); break;
        case 'a': {
            const std::string_view name = base::weekdayName(
                base::weekdayFromSaturday(days), persian ? base::CalendarNames::Persian : base::CalendarNames::English);
            text += persian ? name : name.substr(0, kShortName);
            break;
        }
        case '%': text += '%'; break;
        default:
            text += '%';
            text += c;
        }
    }
    return text;
}

} // namespace tashilgar::forms::xpath
