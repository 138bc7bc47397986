#pragma once

#include <QSize>

#include <vector>

namespace tashilgar::platform
{

/// What a camera offers.
struct CameraFormat {
    QSize size;
    double framesPerSecond = 0;
};

/// The one to take: enough for a letter held before it and for a wall, fast enough to aim, no more than a cheap processor
/// turns into pictures. -1 when \p offered is empty.
int bestFormat(const std::vector<CameraFormat>& offered);

} // namespace tashilgar::platform
