#include "app/base/jalali.h"

#include "app/base/text.h"

#include <array>
#include <charconv>

namespace tashilgar::base {
namespace {

constexpr std::int64_t kJdnOfUnixEpoch = 2440588;

constexpr std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

/// Noon-based Julian day number. The third term counts the leap years before y.
std::int64_t jdn(std::int64_t y, int m, int d)
{
    return 1948319 + 365 * (y - 1) + floorDiv(8 * y + 21, 33) + (m <= 7 ? 31 * (m - 1) : 30 * (m - 1) + 6) + d;
}

constexpr std::array<std::string_view, 12> kMonthsFa{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر",
    "آبان", "آذر", "دی", "بهمن", "اسفند"};
constexpr std::array<std::string_view, 12> kMonthsEn{"Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
    "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"};
constexpr std::array<std::string_view, 12> kMonthsCkb{"خاکەلێوە", "گوڵان", "جۆزەردان", "پووشپەڕ", "گەلاوێژ", "خەرمانان",
    "ڕەزبەر", "خەزەڵوەر", "سەرماوەز", "بەفرانبار", "ڕێبەندان", "ڕەشەمە"};
constexpr std::array<std::string_view, 7> kDaysFa{
    "شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"};
constexpr std::array<std::string_view, 7> kDaysCkb{
    "شەممە", "یەکشەممە", "دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "هەینی"};
constexpr std::array<std::string_view, 7> kDaysEn{
    "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};

} // namespace

bool isJalaliLeapYear(int year) { return (25 * std::int64_t{year} + 11) % 33 < 8; }

int daysInJalaliMonth(int year, int month)
{
    if (month <= 6)
        return 31;
    return month < 12 || isJalaliLeapYear(year) ? 30 : 29;
}

bool isValid(const JalaliDate& date)
{
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1
        && date.day <= daysInJalaliMonth(date.year, date.month);
}

std::int64_t daysFromJalali(const JalaliDate& date) { return jdn(date.year, date.month, date.day) - kJdnOfUnixEpoch; }

JalaliDate jalaliFromDays(std::int64_t days)
{
    const std::int64_t n = days + kJdnOfUnixEpoch;
    std::int64_t year = floorDiv(33 * (n - 1948320) + 3, 12053) + 1;
    while (jdn(year, 1, 1) > n)
        --year;
    while (jdn(year + 1, 1, 1) <= n)
        ++year;
    const int k = static_cast<int>(n - jdn(year, 1, 1));
    JalaliDate date;
    date.year = static_cast<int>(year);
    date.month = k < 186 ? k / 31 + 1 : (k - 186) / 30 + 7;
    date.day = k < 186 ? k % 31 + 1 : (k - 186) % 30 + 1;
    return date;
}

int weekdayFromSaturday(std::int64_t days)
{
    const std::int64_t n = days + kJdnOfUnixEpoch + 2;
    return static_cast<int>(n - floorDiv(n, 7) * 7);
}

std::optional<JalaliDate> parseJalali(std::string_view text)
{
    std::string digits = normaliseDigits(text);
    for (char& c : digits) {
        if (c == '-' || c == '.')
            c = '/';
    }
    const auto parts = split(digits, '/');
    if (parts.size() != 3 || parts[0].size() != 4)
        return std::nullopt;
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto [end, error] = std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), numbers[i]);
        if (error != std::errc() || end != parts[i].data() + parts[i].size() || parts[i].size() > 4)
            return std::nullopt;
    }
    const JalaliDate date{numbers[0], numbers[1], numbers[2]};
    return isValid(date) ? std::optional(date) : std::nullopt;
}

std::string_view jalaliMonthName(int month, CalendarNames names)
{
    const auto& all = names == CalendarNames::Persian ? kMonthsFa : names == CalendarNames::Sorani ? kMonthsCkb : kMonthsEn;
    return all[static_cast<std::size_t>(month - 1)];
}

std::string_view weekdayName(int fromSaturday, CalendarNames names)
{
    const auto& all = names == CalendarNames::Persian ? kDaysFa : names == CalendarNames::Sorani ? kDaysCkb : kDaysEn;
    return all[static_cast<std::size_t>(fromSaturday)];
}

} // namespace tashilgar::base
