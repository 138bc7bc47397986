#pragma once

#include "app/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::base {

using CsvRow = std::vector<std::string>;

/// The rows of a CSV text: commas, fields in double quotes where they need them, any line end, a byte order mark skipped,
/// empty lines left out. Fails with kMalformed for a quote that does not end or text that is no UTF-8. Spec: RFC 4180
Result<std::vector<CsvRow>> readCsv(std::string_view text);

/// One field as it must be written, quoted where it needs it.
std::string csvField(std::string_view text);
/// Appends one line, with CR LF.
void appendCsvRow(std::string& text, const CsvRow& row);

} // namespace tashilgar::base
