#include "app/viewmodels/ground.h"

#include <QStringList>

#include <cmath>
#include <numbers>

namespace tashilgar::viewmodels {

namespace {

/// The Earth's mean radius in metres, as platform::distanceMetres() has it.
constexpr double kEarthRadius = 6'371'009;

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double distance(const GroundPoint& a, const GroundPoint& b)
{
    const double north = std::sin(radians(b.latitude - a.latitude) / 2);
    const double east = std::sin(radians(b.longitude - a.longitude) / 2);
    const double h = north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    return 2 * kEarthRadius * std::asin(std::fmin(1, std::sqrt(h)));
}

std::optional<GroundPoint> groundPoint(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {};
    bool ok[2] = {};
    GroundPoint point;
    point.latitude = words[0].toDouble(&ok[0]);
    point.longitude = words[1].toDouble(&ok[1]);
    if (!ok[0] || !ok[1] || !(std::fabs(point.latitude) <= 90 && std::fabs(point.longitude) <= 180))
        return {};
    if (words.size() > 2)
        point.altitude = words[2].toDouble();
    if (words.size() > 3)
        point.accuracy = words[3].toDouble();
    return point;
}

/// Positive when c lies to the left of the way from a to b.
double side(const GroundPoint& a, const GroundPoint& b, const GroundPoint& c)
{
    return (b.longitude - a.longitude) * (c.latitude - a.latitude) - (b.latitude - a.latitude) * (c.longitude - a.longitude);
}

bool cross(const GroundPoint& a, const GroundPoint& b, const GroundPoint& c, const GroundPoint& d)
{
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

} // namespace

std::vector<GroundPoint> groundPoints(const QString& answer)
{
    std::vector<GroundPoint> points;
    for (const QString& piece : answer.split(u';', Qt::SkipEmptyParts)) {
        if (const auto point = groundPoint(piece))
            points.push_back(*point);
    }
    return points;
}

std::vector<GroundPoint> groundCorners(const QString& shape)
{
    std::vector<GroundPoint> points = groundPoints(shape);
    const auto same = [](const GroundPoint& a, const GroundPoint& b) { return a.latitude == b.latitude && a.longitude == b.longitude; };
    if (points.size() > 1 && same(points.front(), points.back()))
        points.pop_back();
    return points;
}

QString geopointOf(const GroundPoint& point)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(point.latitude, 0, 'f', 7)
        .arg(point.longitude, 0, 'f', 7)
        .arg(point.altitude.value_or(0), 0, 'f', 1)
        .arg(point.accuracy.value_or(0), 0, 'f', 1);
}

double groundLength(const std::vector<GroundPoint>& line)
{
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += distance(line[i - 1], line[i]);
    return metres;
}

double groundArea(const std::vector<GroundPoint>& corners)
{
    if (corners.size() < 3)
        return 0;
    double sum = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const GroundPoint& a = corners[i];
        const GroundPoint& b = corners[(i + 1) % corners.size()];
        sum += radians(b.longitude - a.longitude) * (2 + std::sin(radians(a.latitude)) + std::sin(radians(b.latitude)));
    }
    return std::fabs(sum * kEarthRadius * kEarthRadius / 2);
}

bool crossesItself(const std::vector<GroundPoint>& corners)
{
    const std::size_t n = corners.size();
    for (std::size_t i = 0; i + 2 < n; ++i) {
        for (std::size_t j = i + 2; j < n; ++j) {
            const bool neighbours = i == 0 && j == n - 1; // they share the first corner
            if (!neighbours && cross(corners[i], corners[i + 1], corners[j], corners[(j + 1) % n]))
                return true;
        }
    }
    return false;
}

} // namespace tashilgar::viewmodels
