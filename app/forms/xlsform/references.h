#pragma once

#include "app/forms/xlsform/expression.h"
#include "app/forms/xlsform/form_tree.h"

#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform {

/// Where an expression stands: at an item, or that many steps below it (meta/entity/label is three).
struct ExpressionPlace {
    const Item* item = nullptr;
    std::size_t below = 0;
    bool inFilter = false;             ///< a choice_filter, which is evaluated at each choice
    const Item* choicesFrom = nullptr; ///< the repeat whose instances are the choices
};

/// Turns ${name} into paths: absolute outside repeats, relative where both ends lie in one repeat, starting at current()
/// inside a filter on another instance. Paths stand between blanks, as other converters write them.
/// Spec: https://xlsform.org/en/#referring-to-answers
class References {
public:
    References(const Item& root, const NameIndex& names)
        : m_root(root)
        , m_names(names)
    {
    }
    /// \p expression must hold names that exist: checked before anything is written.
    std::string expand(std::string_view expression, const ExpressionPlace& at) const;
    std::string path(const Reference& reference, const ExpressionPlace& at) const;

private:
    const Item& m_root;
    const NameIndex& m_names;
};

} // namespace tashilgar::forms::xlsform
