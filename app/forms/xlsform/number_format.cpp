#include "app/forms/xlsform/number_format.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

/// Days since 1899-12-30 (or 1904-01-01) as an ISO text. Spec: ECMA-376 part 1, 18.17.4
std::string isoOf(double serial, NumberFormat format, bool from1904)
{
    constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
    std::int64_t milliseconds = std::llround((serial - std::floor(serial)) * kMillisecondsPerDay);
    auto day = static_cast<std::int64_t>(std::floor(serial)) + (from1904 ? 1462 : 0);
    if (milliseconds == kMillisecondsPerDay) {
        milliseconds = 0;
        ++day;
    }
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day - 25'569}}};
    const std::string dateText = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                             static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    const std::int64_t seconds = milliseconds / 1000;
    const std::string timeText = fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (format == NumberFormat::Date && milliseconds == 0)
        return dateText;
    if (format == NumberFormat::Time && day < 1)
        return timeText;
    return dateText + "T" + timeText;
}

/// The largest day that has a year of four digits.
constexpr double kLastDay = 2'958'465;

} // namespace

NumberFormat formatOf(std::string_view code)
{
    bool date = false;
    bool time = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') {
            i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
            date = true;
        } else if (c == 'h' || c == 'H' || c == 's' || c == 'S') {
            time = true;
        } else if (c == '0' || c == '#' || c == '?') {
            if (!date && !time)
                return NumberFormat::Plain;
        }
    }
    return date ? (time ? NumberFormat::DateTime : NumberFormat::Date) : (time ? NumberFormat::Time : NumberFormat::Plain);
}

NumberFormat builtInFormat(int id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58))
        return NumberFormat::Date;
    if ((id >= 18 && id <= 21) || id == 32 || id == 33 || (id >= 45 && id <= 47))
        return NumberFormat::Time;
    return id == 22 ? NumberFormat::DateTime : NumberFormat::Plain;
}

std::string numberText(const std::string& lexical, NumberFormat format, bool from1904)
{
    double value = 0;
    const auto [end, error] = std::from_chars(lexical.data(), lexical.data() + lexical.size(), value);
    if (error != std::errc() || end != lexical.data() + lexical.size() || !std::isfinite(value))
        return lexical;
    if (format != NumberFormat::Plain && value >= 0 && value <= kLastDay)
        return isoOf(value, format, from1904);
    constexpr double kExact = 9'007'199'254'740'992.0; // beyond 2^53 a double no longer counts by one
    if (value == std::floor(value) && std::abs(value) < kExact)
        return fmt::format("{}", static_cast<std::int64_t>(value));
    return fmt::format("{}", value);
}

} // namespace tashilgar::forms::xlsform
