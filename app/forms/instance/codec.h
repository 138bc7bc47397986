#pragma once

#include "app/base/zones.h"
#include "app/forms/node_view.h"

#include <string>
#include <string_view>

namespace tashilgar::forms::instance {

/// What is stored when \p text is given as the answer of a node of \p type: white space trimmed where the type allows none,
/// decimals cut for an int, geopoints with all four numbers; empty when the text is no value of the type.
/// Spec: https://getodk.github.io/xforms-spec/#data-types
std::string stored(DataType type, std::string_view text, const base::Zone& zone);

/// True for YYYY-MM-DD of a day that exists.
bool isDate(std::string_view text);
/// True for hh:mm:ss with an optional fraction and zone.
bool isTime(std::string_view text);
bool isDateTime(std::string_view text);

} // namespace tashilgar::forms::instance
