#pragma once

#include "app/forms/explain.h"

#include <boost/json/object.hpp>

namespace tashilgar::cli {

/// An explanation as the op `explain` answers with it, without the node itself. DESIGN.md, 4.
boost::json::object explainObject(const forms::Explanation& explanation);

} // namespace tashilgar::cli
