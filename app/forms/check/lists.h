#pragma once

#include "app/forms/engine/compiled_form.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::forms::check {

/// What a secondary instance holds, as far as a check wants to know.
struct List {
    /// So many rows are looked at; a longer list is only counted up to here.
    static constexpr std::size_t kMaxRows = 100'000;
    /// So many different values of a column are kept.
    static constexpr std::size_t kMaxValues = 5'000;

    secondary::SecondaryInstance instance;
    std::size_t rows = 0;
    std::vector<std::string> columns; ///< names of the elements in the rows, each once
    bool flat = false;                ///< root/item/column and nothing else

    bool has(std::string_view column) const;
    /// Every different value of a column; empty where there are too many to say.
    std::vector<std::string> valuesOf(std::string_view column) const;
};

/// The secondary instances of a form: those in it, and the attached ones as far as they can be read.
class Lists {
public:
    Lists(const engine::CompiledForm& form, ResourceReader* resources);

    bool isDeclared(std::string_view id) const;
    std::vector<std::string> ids() const;
    /// Null for one that is not declared or could not be read.
    const List* find(std::string_view id) const;
    /// Attached lists that were there but could not be read, and why.
    const std::vector<base::Error>& broken() const { return m_broken; }

private:
    const engine::CompiledForm& m_form;
    std::map<std::string, List, std::less<>> m_lists;
    std::vector<base::Error> m_broken;
};

} // namespace tashilgar::forms::check
