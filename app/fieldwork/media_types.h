#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tashilgar::fieldwork {

/// The largest file that an answer may hold, by its media type (app/base/limits.h).
std::uint64_t largestFile(std::string_view mediaType);
/// "image/jpeg" from a file name's ending; "application/octet-stream" when it is unknown.
std::string mediaTypeOf(const std::filesystem::path& file);

} // namespace tashilgar::fieldwork
