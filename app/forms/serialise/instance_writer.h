#pragma once

#include "app/forms/engine/compiled_form.h"
#include "app/forms/engine/session.h"

#include <string>

namespace tashilgar::forms::serialise {

enum class Extent {
    Submission, ///< without what is not relevant, for sending
    Whole       ///< all answers, for continuing
};

/// The answers as XML, without white space between elements and without declaration, so that the same answers always give
/// the same bytes. Prefixes are the form's, declared at the root.
/// Spec: https://getodk.github.io/xforms-spec/#instance
std::string writeInstance(const engine::Session& session, Extent extent);

} // namespace tashilgar::forms::serialise
