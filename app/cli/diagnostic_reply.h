#pragma once

#include "app/forms/diagnostics.h"

#include <boost/json/object.hpp>

namespace tashilgar::cli {

/// A diagnostic for tools. DESIGN.md, 1.
boost::json::object diagnosticObject(const forms::Diagnostic& diagnostic);

} // namespace tashilgar::cli
