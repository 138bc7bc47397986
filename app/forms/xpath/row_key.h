#pragma once

#include "app/forms/xpath/program.h"

namespace tashilgar::forms::xpath {

/// Whether the worth of \p op is certainly no number, which in a predicate would be a position.
bool isTruth(const Program& program, OpIndex op);

/// Sets key, column and keyIsAll of \p predicate when it demands `column = key`, alone or as one term of an `and`, with
/// a key that is the same for every node tried: then an index over the column knows the nodes worth trying.
void findKey(const Program& program, Predicate& predicate);

} // namespace tashilgar::forms::xpath
