#pragma once

#include "app/base/clock.h"
#include "app/forms/xpath/value.h"

#include <cstdint>

namespace tashilgar::forms::xpath {

/// The order that every ODK engine gives for the same seed: Fisher-Yates from the inside out over the Park-Miller
/// generator. Spec: https://getodk.github.io/xforms-spec/#fn:randomize
NodeSet shuffled(NodeSet nodes, std::int64_t seed);

/// A number (or text that is one) cut to an integer, 0 when it has none; other text by its SHA-256.
std::int64_t seedOf(const Value& seed);
std::int64_t randomSeed(base::Random& random);

} // namespace tashilgar::forms::xpath
