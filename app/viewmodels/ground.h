#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace tashilgar::viewmodels {

/// A place of an answer, WGS 84 degrees; altitude and accuracy in metres where the answer has them.
struct GroundPoint {
    double latitude = 0;
    double longitude = 0;
    std::optional<double> altitude;
    std::optional<double> accuracy;
};

/// The points of "lat lon alt acc; lat lon …". What is no place on Earth is passed over.
/// Spec: https://getodk.github.io/xforms-spec/#data-types (geopoint, geotrace, geoshape)
std::vector<GroundPoint> groundPoints(const QString& answer);
/// The same without the last corner of a shape, which repeats the first.
std::vector<GroundPoint> groundCorners(const QString& shape);
/// As it is stored; seven decimals are a centimetre.
QString geopointOf(const GroundPoint& point);

/// Along the ground, on a sphere of the Earth's mean radius.
double groundLength(const std::vector<GroundPoint>& line);
/// Square metres inside the corners, the last one joined to the first.
double groundArea(const std::vector<GroundPoint>& corners);
/// Whether a side of the shape runs across another: such a shape has no area to speak of.
bool crossesItself(const std::vector<GroundPoint>& corners);

} // namespace tashilgar::viewmodels
