#include "app/base/zones.h"

#include "app/base/text.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>

namespace tashilgar::base {
namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;

std::int64_t wallMilliseconds(const LocalTime& t)
{
    return daysFromCivil(t.year, t.month, t.day) * kMsPerDay
        + ((t.hour * 60 + t.minute) * 60 + t.second) * std::int64_t{1000} + t.millisecond;
}

LocalTime fromWall(std::int64_t ms)
{
    std::int64_t days = ms / kMsPerDay;
    if (ms % kMsPerDay < 0)
        --days;
    LocalTime t;
    civilFromDays(days, t.year, t.month, t.day);
    auto rest = static_cast<int>(ms - days * kMsPerDay);
    t.millisecond = rest % 1000;
    rest /= 1000;
    t.second = rest % 60;
    rest /= 60;
    t.minute = rest % 60;
    t.hour = rest / 60;
    return t;
}

class IcuZone final : public Zone {
public:
    IcuZone(std::string name, std::unique_ptr<icu::TimeZone> zone)
        : m_name(std::move(name))
        , m_zone(std::move(zone))
    {
    }

    std::string name() const override { return m_name; }

    std::chrono::seconds offsetAt(Instant moment) const override
    {
        int32_t raw = 0;
        int32_t summer = 0;
        UErrorCode status = U_ZERO_ERROR;
        m_zone->getOffset(static_cast<UDate>(moment.time_since_epoch().count()), false, raw, summer, status);
        return std::chrono::seconds((raw + summer) / 1000);
    }

    Instant toInstant(const LocalTime& local) const override
    {
        int32_t raw = 0;
        int32_t summer = 0;
        UErrorCode status = U_ZERO_ERROR;
        const std::int64_t wall = wallMilliseconds(local);
        // Both choices of "former" mean: the offset before the change, which is the earlier moment of a repeated hour
        // and the hour after the gap of a skipped one.
        if (const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(m_zone.get()))
            basic->getOffsetFromLocal(
                static_cast<UDate>(wall), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, summer, status);
        else
            m_zone->getOffset(static_cast<UDate>(wall), true, raw, summer, status);
        return Instant(std::chrono::milliseconds(wall - raw - summer));
    }

private:
    std::string m_name;
    std::unique_ptr<icu::TimeZone> m_zone;
};

/// Reads exactly \p width digits at the front of \p text and drops them.
bool takeNumber(std::string_view& text, std::size_t width, int& number)
{
    if (text.size() < width)
        return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + width, number);
    if (error != std::errc() || end != text.data() + width || text.front() == '-')
        return false;
    text.remove_prefix(width);
    return true;
}

bool take(std::string_view& text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::int64_t daysFromCivil(int year, int month, int day)
{
    // https://howardhinnant.github.io/date_algorithms.html#days_from_civil
    const std::int64_t y = std::int64_t{year} - (month <= 2);
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

void civilFromDays(std::int64_t days, int& year, int& month, int& day)
{
    // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t dayOfEra = days - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t m = (5 * dayOfYear + 2) / 153;
    day = static_cast<int>(dayOfYear - (153 * m + 2) / 5 + 1);
    month = static_cast<int>(m < 10 ? m + 3 : m - 9);
    year = static_cast<int>(yearOfEra + era * 400 + (month <= 2));
}

int daysInMonth(int year, int month)
{
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return kDays[month - 1] + (month == 2 && leap);
}

Result<std::shared_ptr<const Zone>> Zone::named(std::string_view name)
{
    const auto id = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    if (!zone || *zone == icu::TimeZone::getUnknown())
        return fail(kNotFound, "no time zone of that name is known", std::string(name));
    return std::make_shared<IcuZone>(std::string(name), std::move(zone));
}

std::shared_ptr<const Zone> Zone::system()
{
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::detectHostTimeZone());
    if (!zone || *zone == icu::TimeZone::getUnknown())
        zone.reset(icu::TimeZone::getGMT()->clone());
    icu::UnicodeString id;
    zone->getID(id);
    std::string name;
    id.toUTF8String(name);
    return std::make_shared<IcuZone>(std::move(name), std::move(zone));
}

LocalTime Zone::toLocal(Instant moment) const
{
    return fromWall(
        moment.time_since_epoch().count() + std::chrono::milliseconds(offsetAt(moment)).count());
}

std::string toIsoWithOffset(Instant moment, const Zone& zone)
{
    const LocalTime t = zone.toLocal(moment);
    const auto offset = zone.offsetAt(moment).count() / 60;
    const auto minutes = offset < 0 ? -offset : offset;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", t.year, t.month, t.day, t.hour,
        t.minute, t.second, t.millisecond, offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string toIsoUtc(Instant moment)
{
    const LocalTime t = fromWall(moment.time_since_epoch().count());
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", t.year, t.month, t.day, t.hour, t.minute, t.second,
        t.millisecond);
}

std::string toHttpDate(Instant moment)
{
    constexpr std::array kDays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"}; // 1970-01-01 was a Thursday
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const LocalTime t = fromWall(moment.time_since_epoch().count());
    const auto days = (daysFromCivil(t.year, t.month, t.day) % 7 + 7) % 7;
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[static_cast<std::size_t>(days)], t.day,
        kMonths[static_cast<std::size_t>(t.month - 1)], t.year, t.hour, t.minute, t.second);
}

Result<Instant> parseIso(std::string_view text, const Zone& zone)
{
    const auto malformed = [&] { return fail(kMalformed, "not a date and time as ISO 8601 has it"); };
    std::string_view rest = trim(text);
    LocalTime t;
    if (!takeNumber(rest, 4, t.year) || !take(rest, '-') || !takeNumber(rest, 2, t.month) || !take(rest, '-')
        || !takeNumber(rest, 2, t.day) || t.month < 1 || t.month > 12 || t.day < 1
        || t.day > daysInMonth(t.year, t.month))
        return malformed();
    if (rest.empty())
        return zone.toInstant(t);
    if ((!take(rest, 'T') && !take(rest, ' ')) || !takeNumber(rest, 2, t.hour) || !take(rest, ':')
        || !takeNumber(rest, 2, t.minute) || t.hour > 23 || t.minute > 59)
        return malformed();
    if (take(rest, ':')) {
        if (!takeNumber(rest, 2, t.second) || t.second > 60)
            return malformed();
        if (take(rest, '.')) {
            int scale = 100;
            while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
                t.millisecond += (rest.front() - '0') * scale;
                scale /= 10;
                rest.remove_prefix(1);
            }
        }
    }
    if (rest.empty())
        return zone.toInstant(t);
    const Instant utc(std::chrono::milliseconds(wallMilliseconds(t)));
    if (rest == "Z")
        return utc;
    const bool west = rest.front() == '-';
    int hours = 0;
    int minutes = 0;
    if ((!take(rest, '+') && !take(rest, '-')) || !takeNumber(rest, 2, hours))
        return malformed();
    take(rest, ':');
    if (!rest.empty() && !takeNumber(rest, 2, minutes))
        return malformed();
    if (!rest.empty() || hours > 18 || minutes > 59)
        return malformed();
    const std::chrono::minutes offset(hours * 60 + minutes);
    return west ? utc + offset : utc - offset;
}

} // namespace tashilgar::base
