#pragma once

#include "app/base/bytes.h"

#include <string>
#include <string_view>

namespace tashilgar::client::openrosa {

/// Lower-case hexadecimal. MD5 because OpenRosa names the contents of forms by it, and servers of old sign in with it:
/// never for what must not be forged.
std::string md5Hex(base::ByteView bytes);

/// One of those of HTTP Digest: "MD5" or "SHA-256"; empty for any other name.
std::string digestHex(std::string_view algorithm, std::string_view text);

} // namespace tashilgar::client::openrosa
