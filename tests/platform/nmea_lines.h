#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace tashilgar::tests {

/// "$" + \p body + the checksum + a line end.
inline std::string nmea(std::string_view body)
{
    std::uint8_t sum = 0;
    for (const char c : body)
        sum = static_cast<std::uint8_t>(sum ^ static_cast<std::uint8_t>(c));
    return fmt::format("${}*{:02X}\r\n", body, sum);
}

/// The sentences of one second in Jafarabad, Kermanshah: RMC, GGA with HDOP, and GST when \p gstMetres is given.
inline std::string nmeaSecond(int second, double hdop, double gstMetres = 0, double minuteNorth = 19.3140)
{
    const std::string time = fmt::format("0535{:02}.00", second);
    std::string text = nmea(fmt::format("GPRMC,{},A,34{:07.4f},N,04704.3740,E,0.0,0.0,221126,,,A", time, minuteNorth));
    text += nmea(fmt::format("GPGGA,{},34{:07.4f},N,04704.3740,E,1,09,{},1350.0,M,,M,,", time, minuteNorth, hdop));
    if (gstMetres > 0)
        text += nmea(fmt::format("GPGST,{},9.9,,,,{},{},7.0", time, gstMetres * 0.6, gstMetres * 0.8));
    return text;
}

} // namespace tashilgar::tests
