#pragma once

#include "app/base/clock.h"

#include <string>
#include <string_view>

namespace tashilgar::base {

/// A random UUID in lower case, 8-4-4-4-12. Spec: RFC 9562, section 5.4 (version 4).
std::string uuid4(Random& random);

/// True for the text form of any UUID, in either case.
bool isUuid(std::string_view text);

} // namespace tashilgar::base
