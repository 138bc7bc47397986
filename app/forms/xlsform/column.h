#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tashilgar::forms::xlsform {

enum class SheetKind : std::uint8_t { Survey, Choices, Settings, Entities };

/// A column of a sheet. Its key is one spelling for all that XLSForm accepts: "label", "media:image", "bind:relevant",
/// "control:appearance", "instance:odk:tag", "choice_filter"; for choices and settings a name it does not know is kept as
/// the author wrote it, after "extra:".
struct Column {
    std::string key;
    std::string language; ///< "فارسی (fa)"; empty for none
    std::string header;   ///< as written
};

/// Understands one header. \p singleColon: the sheet separates languages by ":" because no header of it has "::".
/// Spec: https://xlsform.org/en/ref-table/
Column readHeader(std::string_view header, SheetKind kind, bool singleColon);

/// The column a header was probably meant to be; empty when none is near.
std::string_view nearestHeader(std::string_view header, SheetKind kind);

} // namespace tashilgar::forms::xlsform
