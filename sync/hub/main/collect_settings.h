#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>

namespace tashilgar::hub {

/// The settings of ODK Collect for \p serverUrl as the text of its QR code: JSON, packed with zlib, in base64.
/// Spec: https://docs.getodk.org/collect-import-export/
base::Result<std::string> collectSettings(std::string_view serverUrl, std::string_view projectName);

} // namespace tashilgar::hub
