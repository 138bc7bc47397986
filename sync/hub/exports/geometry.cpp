#include "sync/hub/exports/geometry.h"

#include "app/base/text.h"

#include <charconv>
#include <cmath>
#include <numbers>

namespace tashilgar::hub::exports {
namespace {

constexpr double kEarthRadius = 6'371'008.8; // mean radius, metres

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

double distance(const GeoPoint& a, const GeoPoint& b)
{
    const double s = std::sin(radians(b.latitude - a.latitude) / 2);
    const double t = std::sin(radians(b.longitude - a.longitude) / 2);
    const double h = s * s + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * t * t;
    return 2 * kEarthRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

} // namespace

std::optional<std::vector<GeoPoint>> readGeometry(std::string_view text)
{
    std::vector<GeoPoint> points;
    for (const std::string_view piece : base::split(text, ';')) {
        const auto words = base::splitWords(piece);
        if (words.empty())
            continue;
        const auto latitude = words.size() >= 2 ? numberIn(words[0]) : std::nullopt;
        const auto longitude = words.size() >= 2 ? numberIn(words[1]) : std::nullopt;
        if (!latitude || !longitude || words.size() > 4 || std::abs(*latitude) > 90 || std::abs(*longitude) > 180)
            return std::nullopt;
        points.push_back({*latitude, *longitude});
    }
    return points.empty() ? std::nullopt : std::optional(std::move(points));
}

bool isShape(const std::vector<GeoPoint>& points)
{
    return points.size() >= 4 && points.front().latitude == points.back().latitude
        && points.front().longitude == points.back().longitude;
}

double lengthMetres(const std::vector<GeoPoint>& points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += distance(points[i - 1], points[i]);
    return length;
}

bool isCounterclockwise(const std::vector<GeoPoint>& points)
{
    // Twice the area on the plate of degrees: its sign is that of the sphere for anything smaller than a continent.
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += points[i - 1].longitude * points[i].latitude - points[i].longitude * points[i - 1].latitude;
    return sum > 0;
}

double areaSquareMetres(const std::vector<GeoPoint>& points)
{
    // The spherical polygon's area by its edges: exact enough for anything a person walks around.
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const GeoPoint& a = points[i - 1];
        const GeoPoint& b = points[i];
        sum += radians(b.longitude - a.longitude) * (2 + std::sin(radians(a.latitude)) + std::sin(radians(b.latitude)));
    }
    return std::abs(sum) * kEarthRadius * kEarthRadius / 2;
}

} // namespace tashilgar::hub::exports
