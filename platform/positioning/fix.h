#pragma once

#include "app/base/clock.h"

#include <optional>
#include <string>

namespace tashilgar::platform
{

/// Where a position came from, as far as its source tells.
enum class FixKind {
    Satellite, ///< a GNSS receiver, inside or beside the tablet
    Estimated, ///< networks, cells, or a source that does not say
    Replayed, ///< a recorded track: for practice and for tests
};

/// One reading of a position, WGS 84.
struct Fix {
    double latitude = 0;
    double longitude = 0;
    std::optional<double> altitudeMetres;
    /// The radius that holds the true point about two times in three. Nothing when the source does not know.
    std::optional<double> accuracyMetres;
    base::Instant time;
    FixKind kind = FixKind::Estimated;

    /// "34.3219000 47.0729000 1350.0 4.2". Altitude 0 where only the accuracy is known; what is unknown at the end is
    /// left out. Spec: https://getodk.github.io/xforms-spec/#data-types (geopoint)
    std::string geopoint() const;
};

/// Along the ground, on a sphere of the Earth's mean radius; good to half a per cent.
double distanceMetres(const Fix& a, const Fix& b);

/// Why a source does not deliver.
enum class PositionTrouble {
    NoReceiver, ///< this tablet has no position source, or the file, port or address of it is wrong
    SwitchedOff, ///< the system's location service is off
    NoPermission, ///< this program may not ask
    Unplugged, ///< the receiver's cable or connection went away; the source tries again by itself
    NoFixInTime, ///< the receiver answers and has no fix yet
};

} // namespace tashilgar::platform
