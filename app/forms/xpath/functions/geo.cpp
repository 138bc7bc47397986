#include "app/base/text.h"
#include "app/forms/xpath/functions/library.h"

#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

// Spec: https://getodk.github.io/xforms-spec/#geographical-functions
namespace tashilgar::forms::xpath {
namespace {

/// The equatorial radius that all ODK engines use, in metres.
constexpr double kEarthRadius = 6'378'100;

struct Point {
    double latitude = 0;
    double longitude = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

double radians(double degrees) { return degrees * std::numbers::pi / 180; }
double toCentimetres(double metres) { return std::round(metres * 100) / 100; }

/// "lat lon", with altitude and accuracy or without.
std::optional<Point> pointOf(std::string_view text)
{
    const auto words = base::splitWords(text);
    if (words.size() < 2 || words.size() > 4)
        return std::nullopt;
    const Point point{numberOfText(words[0]), numberOfText(words[1])};
    if (!(std::fabs(point.latitude) <= 90 && std::fabs(point.longitude) <= 180))
        return std::nullopt;
    return point;
}

/// The points of "a;b;c". Nothing when one of them is none.
std::optional<std::vector<Point>> pointsOf(std::string_view text)
{
    std::vector<Point> points;
    for (std::string_view piece : base::split(text, ';')) {
        piece = base::trim(piece);
        if (piece.empty())
            continue;
        const auto point = pointOf(piece);
        if (!point)
            return std::nullopt;
        points.push_back(*point);
    }
    return points;
}

/// All points of all arguments, one after the other.
std::optional<std::vector<Point>> pointsOfArguments(Call& call)
{
    std::vector<Point> all;
    bool sound = true;
    for (std::size_t i = 0; i < call.count(); ++i) {
        forEachText(call, i, [&](std::string_view text) {
            const auto points = pointsOf(text);
            sound = sound && points && (!points->empty());
            if (points)
                all.insert(all.end(), points->begin(), points->end());
        });
    }
    return sound ? std::optional(std::move(all)) : std::nullopt;
}

double distanceBetween(Point a, Point b)
{
    const double north = std::sin(radians(b.latitude - a.latitude) / 2);
    const double east = std::sin(radians(b.longitude - a.longitude) / 2);
    const double h = north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    return 2 * kEarthRadius * std::asin(std::fmin(1, std::sqrt(h)));
}

Value distance(Call& call)
{
    const auto points = pointsOfArguments(call);
    if (!points || points->empty())
        return call.fail("distance() needs points");
    double metres = 0;
    for (std::size_t i = 1; i < points->size(); ++i)
        metres += distanceBetween((*points)[i - 1], (*points)[i]);
    return toCentimetres(metres);
}

/// What is no shape has no area.
Value area(Call& call)
{
    const auto points = pointsOfArguments(call);
    if (!points || points->size() < 3)
        return 0.0;
    double sum = 0;
    for (std::size_t i = 0; i < points->size(); ++i) {
        const Point a = (*points)[i];
        const Point b = (*points)[(i + 1) % points->size()];
        sum += radians(b.longitude - a.longitude) * (2 + std::sin(radians(a.latitude)) + std::sin(radians(b.latitude)));
    }
    return toCentimetres(std::fabs(sum * kEarthRadius * kEarthRadius / 2));
}

/// Whether the first, a point, lies in the second, a closed shape: a ray to the east crosses its border an odd number
/// of times.
Value geofence(Call& call)
{
    const auto point = pointOf(call.text(0));
    const auto shape = pointsOf(call.text(1));
    if (!point || !shape || shape->size() < 3)
        return call.fail("geofence() needs a point and a shape");
    bool inside = false;
    for (std::size_t i = 0, j = shape->size() - 1; i < shape->size(); j = i++) {
        const Point a = (*shape)[i];
        const Point b = (*shape)[j];
        if ((a.latitude > point->latitude) != (b.latitude > point->latitude)
            && point->longitude
                < (b.longitude - a.longitude) * (point->latitude - a.latitude) / (b.latitude - a.latitude)
                    + a.longitude)
            inside = !inside;
    }
    return inside;
}

double turn(Point a, Point b, Point c)
{
    return (b.longitude - a.longitude) * (c.latitude - a.latitude)
        - (b.latitude - a.latitude) * (c.longitude - a.longitude);
}

bool liesBetween(Point a, Point b, Point c)
{
    return c.latitude >= std::fmin(a.latitude, b.latitude) && c.latitude <= std::fmax(a.latitude, b.latitude)
        && c.longitude >= std::fmin(a.longitude, b.longitude) && c.longitude <= std::fmax(a.longitude, b.longitude);
}

bool segmentsMeet(Point a, Point b, Point c, Point d)
{
    const double abc = turn(a, b, c);
    const double abd = turn(a, b, d);
    const double cda = turn(c, d, a);
    const double cdb = turn(c, d, b);
    if (((abc > 0) != (abd > 0)) && abc != 0 && abd != 0 && ((cda > 0) != (cdb > 0)) && cda != 0 && cdb != 0)
        return true;
    return (abc == 0 && liesBetween(a, b, c)) || (abd == 0 && liesBetween(a, b, d))
        || (cda == 0 && liesBetween(c, d, a)) || (cdb == 0 && liesBetween(c, d, b));
}

/// Whether a line or the border of a shape crosses or touches itself. Neighbouring segments share a point by nature.
Value intersects(Call& call)
{
    const auto points = pointsOf(call.text(0));
    if (!points || points->size() < 4)
        return false;
    const std::size_t segments = points->size() - 1;
    const bool closed = points->front() == points->back();
    for (std::size_t i = 0; i < segments; ++i) {
        for (std::size_t j = i + 2; j < segments && call.spend(1); ++j) {
            if (closed && i == 0 && j == segments - 1)
                continue;
            if (segmentsMeet((*points)[i], (*points)[i + 1], (*points)[j], (*points)[j + 1]))
                return true;
        }
    }
    return false;
}

} // namespace

void addGeoFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"distance", 1, F::kAnyNumber, F::Pure, distance});
    registry.add({"area", 1, F::kAnyNumber, F::Pure, area});
    registry.add({"enclosed-area", 1, F::kAnyNumber, F::Pure, area});
    registry.add({"geofence", 2, 2, F::Pure, geofence});
    registry.add({"intersects", 1, 1, F::Pure, intersects});
}

} // namespace tashilgar::forms::xpath
