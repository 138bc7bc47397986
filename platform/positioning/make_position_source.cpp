#include "platform/positioning/make_position_source.h"

#include "platform/positioning/nmea_position_source.h"
#include "platform/positioning/qt_position_source.h"

#include <charconv>
#include <optional>
#include <string>

namespace tashilgar::platform
{
namespace
{

/// What most receivers with a serial port speak when they leave the factory (NMEA 0183: 4800; u-blox and SiRF: 9600).
constexpr int kUsualBaud = 9600;

std::optional<int> wholeNumber(std::string_view text, int least, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return std::nullopt;
    return value;
}

std::optional<std::string_view> after(std::string_view text, std::string_view start)
{
    return text.starts_with(start) ? std::optional(text.substr(start.size())) : std::nullopt;
}

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

base::Result<std::unique_ptr<PositionSource>> makePositionSource(
    std::string_view text, const base::Clock& clock, std::chrono::milliseconds trackSecond)
{
    using Made = std::unique_ptr<PositionSource>;
    if (text == "system")
        return Made(std::make_unique<QtPositionSource>(clock));
    if (const auto address = after(text, "tcp:")) {
        const std::size_t colon = address->rfind(':');
        const auto port = colon == std::string_view::npos || colon == 0
            ? std::nullopt
            : wholeNumber(address->substr(colon + 1), 1, 65535);
        if (port)
            return Made(NmeaPositionSource::tcp(toQt(address->substr(0, colon)), static_cast<quint16>(*port), clock));
    } else if (const auto device = after(text, "serial:")) {
        const std::size_t at = device->find('@');
        const auto baud
            = at == std::string_view::npos ? kUsualBaud : wholeNumber(device->substr(at + 1), 300, 4'000'000);
        if (baud && !device->substr(0, at).empty())
            return Made(NmeaPositionSource::serial(toQt(device->substr(0, at)), *baud, clock));
    } else {
        const std::string_view file = after(text, "file:").value_or(text);
        if (!file.empty())
            return Made(NmeaPositionSource::file(std::filesystem::path(std::string(file)), trackSecond, clock));
    }
    return base::fail(kUnknownPositionSource,
        "a position source is written system, file:PATH, serial:PORT or tcp:HOST:PORT", std::string(text));
}

} // namespace tashilgar::platform
