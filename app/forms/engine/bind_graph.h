#pragma once

#include "app/forms/diagnostics.h"
#include "app/forms/engine/compiled_expression.h"
#include "app/forms/model/definition.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tashilgar::forms::engine {

enum class RuleKind : std::uint8_t { Calculate, Relevant, Readonly, Required, Constraint, Expected, Count, Choices };

/// One expression of one place that is worked out whenever something it reads has changed. Its index in
/// BindGraph::rules() is its rank: a rule comes after those that give what it reads.
struct Rule {
    RuleKind kind = RuleKind::Calculate;
    model::DefId node = model::kNoDef; ///< for Count the repeat
    CompiledExpression compiled;
    std::string place; ///< "bind /data/age, relevant"
};
using RuleIndex = std::uint32_t;
inline constexpr RuleIndex kNoRule = UINT32_MAX;

/// That a change at a place concerns a rule at all nodes below the same ancestor.
struct Watch {
    RuleIndex rule = 0;
    model::DefId apex = model::kNoDef;
};

/// Which rules read which places, in evaluation order. Built once per form, immutable after, so any thread may read it.
/// Spec: https://getodk.github.io/xforms-spec/#bind-attributes
class BindGraph {
public:
    /// Orders \p rules. A place that is calculated from itself, directly or by others, and one whose relevant, readonly
    /// or required reads its own value, is an error; the sentence names the members in order.
    static BindGraph build(const model::Definition& definition, std::vector<Rule> rules, Diagnostics& diagnostics);

    const std::vector<Rule>& rules() const { return m_rules; }
    /// Who reads the value at \p def.
    const std::vector<Watch>& watchingValue(model::DefId def) const { return m_value[def]; }
    /// Who reads which nodes of \p def there are, and where they stand.
    const std::vector<Watch>& watchingStructure(model::DefId def) const { return m_structure[def]; }
    /// Who reads the value at \p def, or which nodes of it there are, by indexed-repeat(): one node at a time, which
    /// shows when the rule is worked out, so that a change in one row need not concern the rules of all.
    const std::vector<Watch>& watchingIndexed(model::DefId def) const { return m_indexed[def]; }
    /// The rules of one place, in order.
    const std::vector<RuleIndex>& rulesOf(model::DefId def) const { return m_rulesOf[def]; }
    RuleIndex ruleOf(model::DefId def, RuleKind kind) const;
    /// Rules whose worth follows the active language.
    const std::vector<RuleIndex>& readingLanguage() const { return m_language; }

private:
    std::vector<Rule> m_rules;
    std::vector<std::vector<Watch>> m_value, m_structure, m_indexed;
    std::vector<std::vector<RuleIndex>> m_rulesOf;
    std::vector<RuleIndex> m_language;
};

} // namespace tashilgar::forms::engine
