#pragma once

#include "app/forms/check/lists.h"
#include "app/forms/engine/compiled_form.h"
#include "app/forms/xpath/program.h"

#include <optional>
#include <string>
#include <vector>

namespace tashilgar::forms::check {

/// What is known of a value before anybody answers. Unknown wherever there is doubt, for a false alarm costs an author more
/// than a missed one.
enum class Kind : std::uint8_t { Unknown, Number, Text, Truth, Date, Time, DateTime, Geo, Choice, Structure };

struct Operand {
    Kind kind = Kind::Unknown;
    model::DefId place = model::kNoDef;     ///< of a plain path
    const xpath::Value* constant = nullptr;
};

/// Tells what operations and places give.
class Operands {
public:
    Operands(const engine::CompiledForm& form, const Lists& lists);

    Operand of(const engine::CompiledExpression& compiled, xpath::OpIndex op) const;
    Kind kindOf(model::DefId place) const { return m_kinds[place]; }
    /// What a select can store; nothing where that is not known before it is filled.
    const std::optional<std::vector<std::string>>& valuesOf(model::DefId place) const { return m_values[place]; }
    bool isMultiple(model::DefId place) const;
    /// A select of which every value is known, and one at least is no number.
    bool hasWords(model::DefId place) const;

private:
    Kind kindOfPlace(model::DefId place) const;
    std::optional<std::vector<std::string>> offeredAt(model::DefId place, const Lists& lists) const;

    const engine::CompiledForm& m_form;
    const model::Definition& m_definition;
    std::vector<Kind> m_kinds;
    std::vector<std::optional<std::vector<std::string>>> m_values;
    std::vector<bool> m_written; ///< by place: an action writes there
};

/// "3", "-2.5"; blanks around do not matter.
bool isNumeric(std::string_view text);

} // namespace tashilgar::forms::check
