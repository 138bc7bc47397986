#pragma once

#include "app/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace tashilgar::platform
{

struct WrittenPhoto {
    std::filesystem::path file;
    std::string mediaType;
};

/// Reads \p source, turns it upright, scales its longer side down to \p maxPixels, and writes the bare picture as
/// \p folder / \p stem .jpg or .png. Fails with kNotAPhoto, base::kDiskFull or base::kIoError.
base::Result<WrittenPhoto> writePhoto(const std::filesystem::path& source, const std::filesystem::path& folder,
    const std::string& stem, std::optional<int> maxPixels);

} // namespace tashilgar::platform
