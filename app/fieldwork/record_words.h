#pragma once

#include "app/forms/form.h"
#include "app/store/record_index.h"

#include <string>
#include <string_view>

namespace tashilgar::fieldwork {

/// By what a person finds the record \p xml again: its title \p name, texts, codes and chosen rows of lists; marks of the
/// form keep personal and sensitive ones apart. The place is what the form calls it: nbh or neighbourhood, block, hh_code or
/// door. Answers of yes and no, figures and moments are left out: they would find everything.
store::RecordWords recordWords(const forms::Form& form, std::string_view name, std::string_view xml);

} // namespace tashilgar::fieldwork
