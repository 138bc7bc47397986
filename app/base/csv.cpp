#include "app/base/csv.h"

#include "app/base/text.h"

namespace tashilgar::base {

Result<std::vector<CsvRow>> readCsv(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (!isValidUtf8(text))
        return fail(kMalformed, "the table is not written in UTF-8");
    std::vector<CsvRow> rows;
    CsvRow row;
    std::string field;
    bool quoted = false;
    bool wasQuoted = false;
    std::size_t quoteAt = 0;
    const auto endField = [&] {
        row.push_back(std::move(field));
        field.clear();
        wasQuoted = false;
    };
    const auto endRow = [&] {
        const bool blank = row.empty() && field.empty() && !wasQuoted;
        endField();
        if (!blank)
            rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else
                quoted = false;
        } else if (c == '"' && field.empty() && !wasQuoted) {
            quoted = wasQuoted = true;
            quoteAt = rows.size() + 1;
        } else if (c == ',') {
            endField();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
            endRow();
        } else {
            field += c;
        }
    }
    if (quoted)
        return fail(kMalformed, "a quote is opened and not closed", "row " + std::to_string(quoteAt));
    if (!field.empty() || !row.empty() || wasQuoted)
        endRow();
    return rows;
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos && (text.empty() || (text.front() != ' ' && text.back() != ' ')))
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

void appendCsvRow(std::string& text, const CsvRow& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i != 0)
            text += ',';
        text += csvField(row[i]);
    }
    text += "\r\n";
}

} // namespace tashilgar::base
