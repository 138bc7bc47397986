#pragma once

#include "app/forms/submission.h"

#include <string_view>

namespace tashilgar::fieldwork {

/// What the form says of the place \p ref of an entry ("/data/person[2]/age"); null when it has none there. Lives as long as
/// \p form. Private to this folder.
const forms::Field* fieldOf(const forms::Form& form, std::string_view ref);

} // namespace tashilgar::fieldwork
