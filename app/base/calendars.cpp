#include "app/base/calendars.h"

#include <memory>
#include <string>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/unistr.h>

namespace tashilgar::base {

namespace {

constexpr double kMillisecondsPerDay = 86'400'000;

const char* icuName(OtherCalendar calendar)
{
    switch (calendar) {
    case OtherCalendar::Ethiopian:
        return "ethiopic";
    case OtherCalendar::Coptic:
        return "coptic";
    case OtherCalendar::Islamic:
        return "islamic-umalqura";
    case OtherCalendar::Buddhist:
        return "buddhist";
    }
    return "gregorian";
}

} // namespace

std::optional<OtherCalendar> otherCalendarNamed(std::string_view appearance)
{
    if (appearance == "ethiopian")
        return OtherCalendar::Ethiopian;
    if (appearance == "coptic")
        return OtherCalendar::Coptic;
    if (appearance == "islamic")
        return OtherCalendar::Islamic;
    if (appearance == "buddhist")
        return OtherCalendar::Buddhist;
    return std::nullopt;
}

OtherDate dateIn(OtherCalendar calendar, std::int64_t days, CalendarNames names)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::string tag = std::string(names == CalendarNames::English ? "en" : "fa") + "@calendar=" + icuName(calendar);
    const icu::Locale locale(tag.c_str());
    const std::unique_ptr<icu::Calendar> reckoning(
        icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), locale, status));
    OtherDate date;
    if (U_FAILURE(status) || !reckoning) // only where ICU came without its data
        return date;
    reckoning->setTime(static_cast<double>(days) * kMillisecondsPerDay, status);
    date.year = reckoning->get(UCAL_YEAR, status);
    date.month = reckoning->get(UCAL_MONTH, status) + 1;
    date.day = reckoning->get(UCAL_DATE, status);
    icu::SimpleDateFormat inWords(icu::UnicodeString("LLLL"), locale, status);
    if (U_FAILURE(status))
        return date;
    icu::UnicodeString name;
    inWords.setCalendar(*reckoning);
    inWords.format(static_cast<double>(days) * kMillisecondsPerDay, name);
    name.toUTF8String(date.monthName);
    return date;
}

} // namespace tashilgar::base
