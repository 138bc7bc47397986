#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QImage>

#include <filesystem>
#include <optional>
#include <string>

namespace tashilgar::platform
{

struct WrittenPhoto {
    std::filesystem::path file;
    std::string mediaType;
};

/// Reads \p source, turns it upright as its EXIF says, and scales its longer side down to \p maxPixels. Nothing of the file
/// but its pixels is in the reply. Fails with kNotAPhoto.
base::Result<QImage> readPhoto(const std::filesystem::path& source, std::optional<int> maxPixels);

/// The same for a picture in memory.
QImage scaledDown(const QImage& picture, std::optional<int> maxPixels);

/// The bare pixels as JPEG, or as PNG where they can be seen through: what would be in the file. Any thread.
QByteArray encodedPhoto(const QImage& picture);

/// Writes \p picture as \p folder / \p stem .jpg or .png, whole or not at all; makes the folder. Fails with base::kDiskFull
/// or base::kIoError.
base::Result<WrittenPhoto> writePicture(
    const QImage& picture, const std::filesystem::path& folder, const std::string& stem);

/// readPhoto(), then writePicture().
base::Result<WrittenPhoto> writePhoto(const std::filesystem::path& source, const std::filesystem::path& folder,
    const std::string& stem, std::optional<int> maxPixels);

} // namespace tashilgar::platform
