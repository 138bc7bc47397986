#pragma once

#include "app/forms/check/operands.h"

#include <optional>
#include <string>
#include <vector>

namespace tashilgar::forms::check {

/// One thing that must hold for a condition to be true: "/data/x = 'a'", "/data/n > 3", "selected(/data/x, 'a')".
struct Fact {
    enum class How : std::uint8_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Selected };
    model::DefId place = model::kNoDef;
    How how = How::Equal;
    std::string value;
    model::DefId rule = model::kNoDef; ///< the place whose condition says so
};

/// What every true outcome of \p compiled needs, as far as it is plain: the parts of its `and`, or the whole. Only places
/// that have one value where the condition stands.
std::vector<Fact> factsOf(const engine::CompiledExpression& compiled, const model::Definition& definition, const Operands& operands);

/// Two facts that cannot hold together; nothing when all can.
std::optional<std::pair<Fact, Fact>> contradiction(const std::vector<Fact>& facts, const Operands& operands);

/// Whether the fact cannot hold of a place that is always blank.
bool needsAnswer(const Fact& fact);

/// "/data/n > 3"
std::string textOf(const Fact& fact, const model::Definition& definition);

} // namespace tashilgar::forms::check
