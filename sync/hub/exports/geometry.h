#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace tashilgar::hub::exports {

struct GeoPoint {
    double latitude = 0;
    double longitude = 0;
};

/// The points of an ODK geopoint, geotrace or geoshape ("lat lon altitude accuracy; …"); nothing for anything else.
/// Spec: https://getodk.github.io/xforms-spec/#data-types
std::optional<std::vector<GeoPoint>> readGeometry(std::string_view text);

/// A shape ends where it began and has an inside.
bool isShape(const std::vector<GeoPoint>& points);
/// Whether a shape's points run counterclockwise, seen from above with north up.
bool isCounterclockwise(const std::vector<GeoPoint>& points);
/// On the sphere of radius 6,371,008.8 m.
double lengthMetres(const std::vector<GeoPoint>& points);
double areaSquareMetres(const std::vector<GeoPoint>& points);

} // namespace tashilgar::hub::exports
