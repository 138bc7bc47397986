#pragma once

#include "app/base/result.h"

#include <filesystem>
#include <string>

namespace tashilgar::hub {

/// Writes \p text as a QR code, a PNG file that a tablet reads from a screen or from paper.
base::Result<void> writeQrCode(const std::string& text, const std::filesystem::path& path);

} // namespace tashilgar::hub
