#include "app/forms/xpath/temporal.h"

#include <fmt/format.h>

#include <cmath>

namespace tashilgar::forms::xpath {
namespace {

constexpr double kMillisecondsPerDay = 86'400'000;
// 0000-01-01 and 9999-12-31: what four digits of a year can say.
constexpr double kFirstDay = -719'528;
constexpr double kLastDay = 2'932'896;

bool digitsAt(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return false;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    return true;
}

} // namespace

bool looksTemporal(std::string_view text)
{
    return text.size() >= 10 && text.size() <= 40 && text[4] == '-' && text[7] == '-' && digitsAt(text, 0, 4)
        && digitsAt(text, 5, 2) && digitsAt(text, 8, 2) && (text.size() == 10 || text[10] == 'T');
}

std::optional<base::Instant> momentOf(std::string_view text, const base::Zone& zone)
{
    if (!looksTemporal(text))
        return std::nullopt;
    const base::Result<base::Instant> moment = base::parseIso(text, zone);
    return moment ? std::optional(*moment) : std::nullopt;
}

double daysOf(base::Instant moment)
{
    return static_cast<double>(moment.time_since_epoch().count()) / kMillisecondsPerDay;
}

double wholeDaysOf(base::Instant moment, const base::Zone& zone)
{
    const base::LocalTime t = zone.toLocal(moment);
    return static_cast<double>(base::daysFromCivil(t.year, t.month, t.day));
}

std::optional<std::string> isoDateOfDays(double days)
{
    if (!(days >= kFirstDay && days <= kLastDay))
        return std::nullopt;
    int year = 0, month = 0, day = 0;
    base::civilFromDays(static_cast<std::int64_t>(std::trunc(days)), year, month, day);
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<base::Instant> momentOfDays(double days)
{
    if (!(days >= kFirstDay && days <= kLastDay))
        return std::nullopt;
    return base::Instant(std::chrono::milliseconds(std::llround(days * kMillisecondsPerDay)));
}

std::string isoOf(base::Instant moment, const base::Zone& zone)
{
    const base::LocalTime t = zone.toLocal(moment);
    if (t.hour == 0 && t.minute == 0 && t.second == 0 && t.millisecond == 0)
        return fmt::format("{:04}-{:02}-{:02}", t.year, t.month, t.day);
    return base::toIsoWithOffset(moment, zone);
}

std::string isoDateOf(base::Instant moment, const base::Zone& zone)
{
    const base::LocalTime t = zone.toLocal(moment);
    return fmt::format("{:04}-{:02}-{:02}", t.year, t.month, t.day);
}

} // namespace tashilgar::forms::xpath
