#pragma once

#include "app/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::client::openrosa {

/// The JSON inside a settings code of ODK Collect: base64 of a zlib stream. Nothing when \p text is no such code.
/// Spec: https://docs.getodk.org/collect-import-export/
std::optional<std::string> unpackSettingsCode(std::string_view text);

} // namespace tashilgar::client::openrosa
