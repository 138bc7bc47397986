#include "app/base/text.h"
#include "app/forms/xpath/functions/date_format.h"
#include "app/forms/xpath/functions/library.h"
#include "app/forms/xpath/temporal.h"

#include <cmath>
#include <limits>

// Spec: https://getodk.github.io/xforms-spec/#date-and-time-functions
namespace tashilgar::forms::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kMinutesPerDay = 24 * 60;

/// The moment a value stands for: days when it is a number (or the text of one), else a date or date with time.
std::optional<base::Instant> momentOfValue(Call& call, const Value& value)
{
    if (value.isBoolean())
        return std::nullopt;
    if (value.isNumber())
        return momentOfDays(value.number());
    const std::string text = value.toText();
    const std::string_view trimmed = base::trim(text);
    if (const auto moment = momentOf(trimmed, call.zone()))
        return moment;
    return momentOfDays(numberOfText(trimmed));
}

Value notADate(Call& call, std::string_view function)
{
    return call.fail(std::string(function) + "() was given something that is no date");
}

/// A blank and NaN say that there is no date, and stay so.
bool isNoDate(const Value& value)
{
    if (value.isNumber())
        return std::isnan(value.number());
    return !value.isBoolean() && base::trim(value.toText()).empty();
}

/// The day. Of a number only whole days count, of a moment in an answer or out of now() only its date in the local zone, as
/// in JavaRosa; which also leaves a moment that is written in the expression itself as it is.
Value date(Call& call)
{
    Value given = call.value(0);
    if (isNoDate(given))
        return given.isNodeSet() ? Value(given.toText()) : given;
    const std::string text = given.isBoolean() ? std::string() : given.toText();
    if (const auto moment = momentOf(base::trim(text), call.zone())) {
        const bool written = given.isString() && !given.isTemporal();
        return Value::temporal(written ? isoOf(*moment, call.zone()) : isoDateOf(*moment, call.zone()));
    }
    const auto day = given.isBoolean() ? std::nullopt : isoDateOfDays(given.toNumber());
    return day ? Value::temporal(*day) : notADate(call, "date");
}

/// The same, but a number is a moment: days and their parts since 1970-01-01T00:00 UTC.
Value dateTime(Call& call)
{
    Value given = call.value(0);
    if (given.isTemporal() || isNoDate(given))
        return given.isNodeSet() ? Value(given.toText()) : given;
    const auto moment = momentOfValue(call, given);
    return moment ? Value::temporal(isoOf(*moment, call.zone())) : notADate(call, "date-time");
}

/// As days since 1970-01-01T00:00 UTC, with the part of the day.
Value decimalDateTime(Call& call)
{
    Value given = call.value(0);
    if (isNoDate(given))
        return given.isNodeSet() ? Value(given.toText()) : given;
    const auto moment = momentOfValue(call, given);
    return moment ? Value(daysOf(*moment)) : notADate(call, "decimal-date-time");
}

std::optional<int> twoDigits(std::string_view text, std::size_t at, int limit)
{
    if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9')
        return std::nullopt;
    const int number = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return number < limit ? std::optional(number) : std::nullopt;
}

/// The part of the local day at "HH:MM:SS.sss±HH:MM" (seconds, fraction and offset may be missing).
double dayPartOf(Call& call, std::string_view text)
{
    const auto hour = twoDigits(text, 0, 24);
    const auto minute = twoDigits(text, 3, 60);
    if (!hour || !minute || text[2] != ':')
        return kNaN;
    double minutes = *hour * 60 + *minute;
    std::size_t at = 5;
    if (at < text.size() && text[at] == ':') {
        const auto second = twoDigits(text, at + 1, 60);
        if (!second)
            return kNaN;
        minutes += *second / 60.0;
        at += 3;
        if (at < text.size() && text[at] == '.') {
            double scale = 600;
            for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale *= 10)
                minutes += (text[at] - '0') / scale;
        }
    }
    if (at == text.size())
        return minutes / kMinutesPerDay;
    double offset = 0;
    if (text.substr(at) != "Z") {
        const char sign = text[at];
        const auto hours = twoDigits(text, at + 1, 24);
        std::size_t rest = at + 3;
        if ((sign != '+' && sign != '-') || !hours)
            return kNaN;
        offset = *hours * 60;
        if (rest < text.size()) {
            rest += text[rest] == ':' ? 1 : 0;
            const auto offsetMinutes = twoDigits(text, rest, 60);
            if (!offsetMinutes || rest + 2 != text.size())
                return kNaN;
            offset += *offsetMinutes;
        }
        offset = sign == '-' ? -offset : offset;
    }
    const double local = std::chrono::duration<double, std::ratio<60>>(call.zone().offsetAt(call.host().now())).count();
    const double shown = std::fmod(minutes - offset + local, kMinutesPerDay);
    return (shown < 0 ? shown + kMinutesPerDay : shown) / kMinutesPerDay;
}

/// Of a time, or of the time in a date with time.
Value decimalTime(Call& call)
{
    const std::string given = call.text(0);
    const std::string_view text = base::trim(given);
    const auto moment = momentOf(text, call.zone());
    if (!moment)
        return dayPartOf(call, text);
    const base::LocalTime t = call.zone().toLocal(*moment);
    return (t.hour * 60 + t.minute + t.second / 60.0 + t.millisecond / 60'000.0) / kMinutesPerDay;
}

Value format(Call& call, Calendar calendar)
{
    const auto moment = momentOfValue(call, call.value(0));
    const std::string pattern = call.text(1);
    if (!moment || call.failed())
        return std::string();
    return formatDate(call.zone().toLocal(*moment), pattern, call.host().language(), calendar);
}

} // namespace

void addDateFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"today", 0, 0, F::ReadsHost | F::Volatile, [](Call& call) -> Value {
                      return Value::temporal(isoDateOf(call.host().now(), call.zone()));
                  }});
    registry.add({"now", 0, 0, F::ReadsHost | F::Volatile, [](Call& call) -> Value {
                      return Value::temporal(base::toIsoWithOffset(call.host().now(), call.zone()));
                  }});
    registry.add({"date", 1, 1, F::ReadsHost, date});
    registry.add({"date-time", 1, 1, F::ReadsHost, dateTime});
    registry.add({"decimal-date-time", 1, 1, F::ReadsHost, decimalDateTime});
    registry.add({"decimal-time", 1, 1, F::ReadsHost, decimalTime});
    const auto gregorian = [](Call& call) { return format(call, Calendar::Gregorian); };
    registry.add({"format-date", 2, 2, F::ReadsHost | F::ReadsLanguage, gregorian});
    registry.add({"format-date-time", 2, 2, F::ReadsHost | F::ReadsLanguage, gregorian});
    // Ours, not portable: the same patterns in the calendar of Iran.
    registry.add({"tsh:jalali", 2, 2, F::ReadsHost | F::ReadsLanguage,
        [](Call& call) { return format(call, Calendar::Jalali); }});
}

} // namespace tashilgar::forms::xpath
