#pragma once

#include <algorithm>
#include <string_view>

namespace tashilgar::forms::xlsform {

/// The sheets that mean something, in the order in which a workbook shows them. Spec:
/// https://xlsform.org/en/#basic-format
inline constexpr std::string_view kKnownSheets[]
    = {"survey", "choices", "settings", "entities", "external_choices", "osm"};

inline bool isKnownSheet(std::string_view name)
{
    return std::find(std::begin(kKnownSheets), std::end(kKnownSheets), name) != std::end(kKnownSheets);
}

} // namespace tashilgar::forms::xlsform
