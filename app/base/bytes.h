#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::base {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

inline ByteView bytesOf(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }
inline std::string_view textOf(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Lower-case hexadecimal.
std::string toHex(ByteView bytes);
/// Nothing when \p hex has an odd length or another character than 0-9, a-f, A-F.
std::optional<Bytes> fromHex(std::string_view hex);

/// RFC 4648: the standard alphabet with padding, and the URL-safe one without.
std::string toBase64(ByteView bytes);
std::string toBase64Url(ByteView bytes);
/// Accepts either alphabet, padded or not; nothing for any other character.
std::optional<Bytes> fromBase64(std::string_view text);

} // namespace tashilgar::base
