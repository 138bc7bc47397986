#pragma once

#include <string_view>

namespace tashilgar::forms::parse {

inline constexpr std::string_view kXForms = "http://www.w3.org/2002/xforms";
inline constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";
inline constexpr std::string_view kJavaRosa = "http://openrosa.org/javarosa";
inline constexpr std::string_view kOpenRosa = "http://openrosa.org/xforms";
inline constexpr std::string_view kOdk = "http://www.opendatakit.org/xforms";
inline constexpr std::string_view kEntities = "http://www.opendatakit.org/xforms/entities";
inline constexpr std::string_view kEvents = "http://www.w3.org/2001/xml-events";
inline constexpr std::string_view kTashilgar = "https://tashilgar.org/ns/forms";

} // namespace tashilgar::forms::parse
