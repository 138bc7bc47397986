#pragma once

#include "app/base/bytes.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tashilgar::store {

/// Texts one after the other, each behind its length (4 bytes, little-endian): how cells stand in a row.
base::Bytes packTexts(std::span<const std::string> texts);
/// What packTexts() wrote; a cut text ends the list.
std::vector<std::string> unpackTexts(base::ByteView packed);

base::Bytes packPairs(std::span<const std::pair<std::string, std::string>> pairs);
std::vector<std::pair<std::string, std::string>> unpackPairs(base::ByteView packed);

} // namespace tashilgar::store
