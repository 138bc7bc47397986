#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace tashilgar::platform
{

/// What a receiver's ranges are usually off by, one standard deviation: GPS's standard service on one frequency, clear
/// sky, no augmentation. Times HDOP it estimates the accuracy of receivers that do not tell their own (no GST).
inline constexpr double kRangeErrorMetres = 5.1;

/// One sentence of NMEA 0183 whose checksum is there and right. Views into the line it was read from.
struct NmeaSentence {
    std::string_view type; ///< "GGA", without the talker before it
    std::vector<std::string_view> fields; ///< after the type; may be empty texts

    /// Nothing for anything else than "$ttTYP,…*hh", line end or not.
    static std::optional<NmeaSentence> parse(std::string_view line);

    /// The time field "hhmmss.ss" of the sentences that carry one (GGA, RMC, GST, GLL, GNS, ZDA); else empty.
    std::string_view time() const;
    /// Of GST the root of the squared errors north and east; of GGA, GNS and GSA HDOP times kRangeErrorMetres. Nothing
    /// where the field is empty, zero or beyond sense.
    std::optional<double> accuracyMetres() const;
};

} // namespace tashilgar::platform
