#include "platform/capture/camera_format.h"

namespace tashilgar::platform
{
namespace
{

/// 1920 by 1080: a QR code of 3 cm is read at arm's length, and a photo of it has about 500 kB.
constexpr int kMostPixels = 1920 * 1080;
/// Below it the picture lags behind the hand.
constexpr double kLeastFrames = 10;

/// Fast enough counts first, then not too large, then as large as that allows.
bool isBetter(const CameraFormat& one, const CameraFormat& other)
{
    const auto fast = [](const CameraFormat& format) { return format.framesPerSecond >= kLeastFrames; };
    const auto pixels = [](const CameraFormat& format) { return format.size.width() * format.size.height(); };
    if (fast(one) != fast(other))
        return fast(one);
    const bool oneFits = pixels(one) <= kMostPixels;
    if (oneFits != (pixels(other) <= kMostPixels))
        return oneFits;
    if (pixels(one) != pixels(other))
        return (pixels(one) > pixels(other)) == oneFits;
    return one.framesPerSecond > other.framesPerSecond;
}

} // namespace

int bestFormat(const std::vector<CameraFormat>& offered)
{
    int best = -1;
    for (int i = 0; i < static_cast<int>(offered.size()); ++i) {
        if (best < 0 || isBetter(offered[i], offered[best]))
            best = i;
    }
    return best;
}

} // namespace tashilgar::platform
