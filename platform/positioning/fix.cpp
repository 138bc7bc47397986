#include "platform/positioning/fix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tashilgar::platform
{

std::string Fix::geopoint() const
{
    // Seven decimals are a centimetre.
    std::string text = fmt::format("{:.7f} {:.7f}", latitude, longitude);
    if (altitudeMetres || accuracyMetres)
        text += fmt::format(" {:.1f}", altitudeMetres.value_or(0));
    if (accuracyMetres)
        text += fmt::format(" {:.1f}", *accuracyMetres);
    return text;
}

double distanceMetres(const Fix& a, const Fix& b)
{
    constexpr double kEarthRadius = 6'371'008.8;
    constexpr double kDegree = std::numbers::pi / 180;
    const double dLat = (b.latitude - a.latitude) * kDegree;
    const double dLon = (b.longitude - a.longitude) * kDegree;
    const double h = std::pow(std::sin(dLat / 2), 2)
        + std::cos(a.latitude * kDegree) * std::cos(b.latitude * kDegree) * std::pow(std::sin(dLon / 2), 2);
    return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace tashilgar::platform
