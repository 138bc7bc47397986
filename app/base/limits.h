#pragma once

#include <cstdint>

namespace tashilgar::base {

/// The largest file that an answer may name: what a tablet takes in, a hub must take from it. Hours of speech or minutes of
/// video, and on a link of 256 kbit/s an hour of sending. More than that is cut into parts by whoever records it.
inline constexpr std::uint64_t kMaxAttachment = 100'000'000;
/// The largest photo: a camera that makes larger ones is set wrongly.
inline constexpr std::uint64_t kMaxPhoto = 30'000'000;

} // namespace tashilgar::base
