#pragma once

#include "app/base/result.h"
#include "platform/positioning/position_source.h"

#include <chrono>
#include <memory>
#include <string_view>

namespace tashilgar::platform
{

/// The text names no position source.
inline constexpr base::ErrorCode kUnknownPositionSource{ "platform.unknown-position-source" };

/// How long a second of a recorded track lasts; the walk plays faster than a person walks.
inline constexpr std::chrono::milliseconds kTrackSecond{ 1000 };

/// The source that \p text names, as settings keep it:
///   "system"                 what the operating system offers
///   "file:track.nmea"        a recorded track of NMEA sentences, again from the start when it ends
///   "serial:/dev/ttyUSB0"    a receiver on a serial port, 9600 baud unless "@115200" follows
///   "tcp:127.0.0.1:10110"    a stream of NMEA sentences
/// A bare path is a file. Fails with kUnknownPositionSource; whether the file, port or address is there shows in the
/// signals after start(). \p clock outlives the source.
base::Result<std::unique_ptr<PositionSource>> makePositionSource(
    std::string_view text, const base::Clock& clock, std::chrono::milliseconds trackSecond = kTrackSecond);

} // namespace tashilgar::platform
