#pragma once

#include "app/base/bytes.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tashilgar::tests {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip file with these parts, as they stand.
base::Bytes zipOf(const Parts& parts);

/// The text of a part of a zip file; empty when it has none of that name.
std::string partOf(base::ByteView bytes, const std::string& name);

/// A zip of CSV sheets, each given as a table: cells between bars, one row a line, the first row the header.
///     sheets({{"survey", "type | name | label\n text | who | Who?"}})
base::Bytes sheets(std::initializer_list<std::pair<std::string_view, std::string_view>> tables);

/// An .xlsx with one sheet whose sheetData is \p rows; further parts (xl/sharedStrings.xml, xl/styles.xml) as given.
base::Bytes xlsx(std::string_view sheetName, std::string_view rows, const Parts& more = {});

} // namespace tashilgar::tests
