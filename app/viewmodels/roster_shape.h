#pragma once

#include "app/forms/form.h"
#include "app/forms/node_view.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::viewmodels {

/// A question of a repeat as the column of a table.
struct RosterColumn {
    std::string below; ///< its path under an instance: "/g/age"
    forms::NodeKind kind = forms::NodeKind::Input;
    forms::DataType type = forms::DataType::String;
    bool multiple = false;
};

/// "/data/rep/age" of "/data/rep[2]/age": the place as the form has it.
std::string withoutPositions(std::string_view ref);

/// The questions of a repeat, in form order. \p range may have positions.
std::vector<RosterColumn> rosterColumns(const forms::Form& form, std::string_view range);

/// Whether a repeat shows whole, as a table where it fits and as cards where it does not: no repeat inside, few questions,
/// most of them short ones. Every other repeat is walked instance by instance.
bool isRoster(const forms::Form& form, std::string_view range);

} // namespace tashilgar::viewmodels
