#pragma once

#include "app/base/result.h"
#include "app/forms/diagnostics.h"
#include "app/forms/model/definition.h"

#include <string_view>

namespace tashilgar::forms::parse {

/// Reads an XForm document into its definition. Finds every problem it can in one reading and appends it to
/// \p diagnostics; what comes back is only of use when none of them is an error. Fails with the errors of the XML reader.
/// Spec: https://getodk.github.io/xforms-spec/
base::Result<model::Definition> parseForm(std::string_view xml, Diagnostics& diagnostics);

} // namespace tashilgar::forms::parse
