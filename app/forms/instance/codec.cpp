#include "app/forms/instance/codec.h"

#include "app/base/text.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>

namespace tashilgar::forms::instance {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Exactly \p count digits at the start of \p text, which moves past them.
std::optional<int> takeDigits(std::string_view& text, std::size_t count)
{
    if (text.size() < count)
        return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isDigit(text[i]))
            return std::nullopt;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

bool takeDate(std::string_view& text)
{
    const auto year = takeDigits(text, 4);
    if (!year || !take(text, '-'))
        return false;
    const auto month = takeDigits(text, 2);
    if (!month || *month < 1 || *month > 12 || !take(text, '-'))
        return false;
    const auto day = takeDigits(text, 2);
    return day && *day >= 1 && *day <= base::daysInMonth(*year, *month);
}

bool takeTime(std::string_view& text)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':'))
        return false;
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59 || !take(text, ':'))
        return false;
    const auto second = takeDigits(text, 2);
    if (!second || *second > 59)
        return false;
    if (take(text, '.')) {
        if (text.empty() || !isDigit(text.front()))
            return false;
        while (!text.empty() && isDigit(text.front()))
            text.remove_prefix(1);
    }
    return true;
}

/// Nothing, "Z", "+03:30", "+0330" or "+03".
bool takeZoneToEnd(std::string_view text)
{
    if (text.empty() || text == "Z")
        return true;
    if (text.front() != '+' && text.front() != '-')
        return false;
    text.remove_prefix(1);
    const auto hours = takeDigits(text, 2);
    if (!hours || *hours > 14)
        return false;
    if (text.empty())
        return true;
    take(text, ':');
    const auto minutes = takeDigits(text, 2);
    return minutes && *minutes < 60 && text.empty();
}

std::optional<double> number(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    if (text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// As other clients write the numbers of a geopoint: always with a fraction.
std::string withFraction(double value)
{
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

std::string storedInt(std::string_view text)
{
    const auto value = number(text);
    if (!value)
        return {};
    const double whole = std::trunc(*value);
    if (whole < std::numeric_limits<std::int32_t>::min() || whole > std::numeric_limits<std::int32_t>::max())
        return {};
    return fmt::format("{}", static_cast<std::int64_t>(whole));
}

std::string storedDecimal(std::string_view text)
{
    const auto value = number(text);
    if (!value)
        return {};
    if (text.find_first_of("eE+.") == std::string_view::npos)
        return std::string(text) + ".0";
    return text.find_first_of("eE+") == std::string_view::npos ? std::string(text) : withFraction(*value);
}

std::string storedGeopoint(std::string_view text)
{
    const auto words = base::splitWords(text);
    if (words.size() < 2 || words.size() > 4)
        return {};
    std::string point;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto part = number(words[i]);
        if (!part || (i == 0 && std::abs(*part) > 90) || (i == 1 && std::abs(*part) > 180))
            return {};
        if (i > 0)
            point += ' ';
        const bool asWritten = i < 2 && words[i].find('.') != std::string_view::npos;
        point += asWritten ? std::string(words[i]) : withFraction(*part);
    }
    return point;
}

/// Points between semicolons. What cannot be read as points is kept, for a line half drawn is still somebody's work.
std::string storedPoints(std::string_view text)
{
    std::string line;
    for (const std::string_view piece : base::split(text, ';')) {
        if (base::trim(piece).empty())
            continue;
        const std::string point = storedGeopoint(piece);
        if (point.empty())
            return std::string(text);
        line += (line.empty() ? "" : ";") + point;
    }
    return line;
}

} // namespace

bool isDate(std::string_view text) { return takeDate(text) && text.empty(); }

bool isTime(std::string_view text) { return takeTime(text) && takeZoneToEnd(text); }

bool isDateTime(std::string_view text)
{
    return takeDate(text) && take(text, 'T') && takeTime(text) && takeZoneToEnd(text);
}

std::string stored(DataType type, std::string_view text, const base::Zone& zone)
{
    const std::string_view plain = base::trim(text);
    switch (type) {
    case DataType::Int:
        return storedInt(plain);
    case DataType::Decimal:
        return storedDecimal(plain);
    case DataType::Boolean:
        if (plain == "true" || plain == "1")
            return "1";
        return plain == "false" || plain == "0" ? "0" : std::string(plain);
    case DataType::Date:
        if (isDate(plain))
            return std::string(plain);
        if (isDateTime(plain)) {
            if (const auto moment = base::parseIso(plain, zone)) {
                const base::LocalTime local = zone.toLocal(*moment);
                return fmt::format("{:04}-{:02}-{:02}", local.year, local.month, local.day);
            }
        }
        return {};
    case DataType::Time:
        return isTime(plain) ? std::string(plain) : std::string();
    case DataType::DateTime:
        if (isDateTime(plain))
            return std::string(plain);
        if (isDate(plain)) {
            if (const auto moment = base::parseIso(plain, zone))
                return base::toIsoWithOffset(*moment, zone);
        }
        return {};
    case DataType::Geopoint:
        return storedGeopoint(plain);
    case DataType::Geotrace:
    case DataType::Geoshape:
        return storedPoints(plain);
    case DataType::Rank:
        return std::string(plain);
    default:
        return std::string(text);
    }
}

} // namespace tashilgar::forms::instance
