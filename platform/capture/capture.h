#pragma once

#include "app/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace tashilgar::platform
{

/// The file is no picture that can be read, although a photo was asked for.
inline constexpr base::ErrorCode kNotAPhoto{ "platform.not-a-photo" };
/// The file is larger than an answer of this kind may be; the sentence names both sizes.
inline constexpr base::ErrorCode kCaptureTooLarge{ "platform.capture-too-large" };

enum class CaptureKind { Photo, Sound, Video, File };

/// What a question wants.
struct CaptureWish {
    CaptureKind kind = CaptureKind::File;
    /// The longer side of a photo at most. Spec: https://docs.getodk.org/form-question-types/#scaling-down-images
    std::optional<int> maxPixels;
};

/// What came of it, ready to become an answer.
struct Captured {
    std::filesystem::path file; ///< in the work folder; whoever takes the answer removes it
    std::string mediaType;
    std::string name; ///< as the person knows it, "IMG_0042.jpg"; for screens only
};

/// The largest file of each kind, in bytes (app/base/limits.h).
std::uint64_t largestCapture(CaptureKind kind);

/// Makes \p chosen into an answer: a copy in \p workFolder.
///
/// A photo is decoded, turned upright as its EXIF says, scaled down to the wish, and written anew as JPEG (PNG when it
/// can be seen through), so nothing else of the original remains: no EXIF, no place, no maker, no thumbnail. Everything
/// else is copied byte for byte. Fails with base::kNotFound, kCaptureTooLarge, kNotAPhoto, base::kDiskFull or
/// base::kIoError; then \p workFolder is as before. Takes a while for large files; may be called from any thread.
base::Result<Captured> prepareCapture(
    const CaptureWish& wish, const std::filesystem::path& chosen, const std::filesystem::path& workFolder);

} // namespace tashilgar::platform
