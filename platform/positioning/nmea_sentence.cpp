#include "platform/positioning/nmea_sentence.h"

#include "app/base/text.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace tashilgar::platform
{
namespace
{

/// "99.9" is how receivers write that they do not know; no real geometry comes near.
constexpr double kSenselessHdop = 50;

std::optional<double> number(const std::vector<std::string_view>& fields, std::size_t index)
{
    double value = 0;
    if (index >= fields.size())
        return std::nullopt;
    const std::string_view text = fields[index];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<double> fromHdop(std::optional<double> hdop)
{
    if (!hdop || *hdop <= 0 || *hdop > kSenselessHdop)
        return std::nullopt;
    return *hdop * kRangeErrorMetres;
}

} // namespace

std::optional<NmeaSentence> NmeaSentence::parse(std::string_view line)
{
    line = base::trim(line);
    const std::size_t star = line.rfind('*');
    if (line.empty() || line.front() != '$' || star == std::string_view::npos || line.size() != star + 3)
        return std::nullopt;
    unsigned stated = 0;
    const auto [end, error] = std::from_chars(line.data() + star + 1, line.data() + line.size(), stated, 16);
    if (error != std::errc() || end != line.data() + line.size())
        return std::nullopt;
    const std::string_view body = line.substr(1, star - 1);
    std::uint8_t sum = 0;
    for (const char c : body)
        sum = static_cast<std::uint8_t>(sum ^ static_cast<std::uint8_t>(c));
    if (sum != stated)
        return std::nullopt;
    NmeaSentence sentence;
    sentence.fields = base::split(body, ',');
    const std::string_view address = sentence.fields.front();
    if (address.size() != 5) // two letters of talker, three of type; "P…" sentences are a maker's own
        return std::nullopt;
    sentence.type = address.substr(2);
    sentence.fields.erase(sentence.fields.begin());
    return sentence;
}

std::string_view NmeaSentence::time() const
{
    const std::size_t index = type == "GLL" ? 4 : 0;
    const bool timed
        = type == "GGA" || type == "RMC" || type == "GST" || type == "GLL" || type == "GNS" || type == "ZDA";
    return timed && index < fields.size() ? fields[index] : std::string_view();
}

std::optional<double> NmeaSentence::accuracyMetres() const
{
    if (type == "GST") {
        const auto north = number(fields, 5);
        const auto east = number(fields, 6);
        if (!north || !east)
            return std::nullopt;
        const double radius = std::hypot(*north, *east);
        return radius > 0 ? std::optional(radius) : std::nullopt;
    }
    if (type == "GGA" || type == "GNS")
        return fromHdop(number(fields, 7));
    if (type == "GSA")
        return fromHdop(number(fields, 15));
    return std::nullopt;
}

} // namespace tashilgar::platform
