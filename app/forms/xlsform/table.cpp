#include "app/forms/xlsform/table.h"

#include "app/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

/// Cells that a program has turned typographic: quotes must be the ones XPath knows, a hard blank is a blank.
/// Labels keep theirs: «نقل‌قول» and “quotes” are the author's.
std::string cleaned(std::string_view cell, bool isExpression, bool joinBlanks)
{
    std::string text;
    const std::string_view trimmed = base::trim(cell);
    text.reserve(trimmed.size());
    for (std::size_t i = 0; i < trimmed.size();) {
        const std::size_t begin = i;
        const char32_t c = base::nextCodePoint(trimmed, i);
        if (isExpression && (c == U'\u2018' || c == U'\u2019'))
            text += '\'';
        else if (isExpression && (c == U'\u201C' || c == U'\u201D'))
            text += '"';
        else if (isExpression && c == U'\u00A0')
            text += ' ';
        else if (joinBlanks && c == ' ' && text.ends_with(' '))
            continue;
        else if (c >= 0x20 || c == '\n' || c == '\t')
            text += trimmed.substr(begin, i - begin);
        else if (c == '\r')
            text += '\n';
        // Other control characters cannot stand in XML.
    }
    return std::string(base::trim(text));
}

bool isReadByPeople(std::string_view key)
{
    return key == "label" || key == "hint" || key == "guidance_hint" || key.starts_with("extra:") || key.ends_with("Msg")
        || key == "form_title";
}

} // namespace

bool isTranslated(const Texts& texts)
{
    return texts.size() > 1 || (texts.size() == 1 && !texts.front().first.empty());
}

bool Row::has(std::string_view key) const
{
    return std::any_of(m_cells.begin(), m_cells.end(), [&](const Cell& cell) { return column(cell).key == key; });
}

const std::string& Row::text(std::string_view key) const
{
    static const std::string none;
    for (const Cell& cell : m_cells) {
        if (column(cell).key == key)
            return cell.text;
    }
    return none;
}

Texts Row::texts(std::string_view key) const
{
    Texts texts;
    for (const Cell& cell : m_cells) {
        if (column(cell).key == key)
            texts.emplace_back(column(cell).language, cell.text);
    }
    return texts;
}

Place Row::place(std::string_view key) const
{
    Place place{m_sheet ? std::string_view(*m_sheet) : std::string_view(), m_number, {}};
    if (key.empty() || !m_columns)
        return place;
    for (const Cell& cell : m_cells) {
        if (column(cell).key == key) {
            place.column = column(cell).header;
            return place;
        }
    }
    for (const Column& column : *m_columns) {
        if (column.key == key)
            place.column = column.header;
    }
    if (place.column.empty())
        place.column = key;
    return place;
}

bool Table::hasColumn(std::string_view key) const
{
    return std::any_of(columns->begin(), columns->end(), [&](const Column& column) { return column.key == key; });
}

namespace {

/// "B3:B7" -> rows 3 to 7; zeros for what is no range.
std::pair<std::size_t, std::size_t> rowsOf(std::string_view range)
{
    std::pair<std::size_t, std::size_t> rows;
    for (const char c : range.substr(0, range.find(':'))) {
        if (c >= '0' && c <= '9' && rows.first < 10'000'000)
            rows.first = rows.first * 10 + static_cast<std::size_t>(c - '0');
    }
    for (const char c : range.substr(std::min(range.find(':'), range.size()))) {
        if (c >= '0' && c <= '9' && rows.second < 10'000'000)
            rows.second = rows.second * 10 + static_cast<std::size_t>(c - '0');
    }
    return rows;
}

/// Cells joined over several rows look as if every row had their text, and only the first has.
void warnAboutMerged(const Sheet& sheet, const std::string& name, Messages& messages)
{
    for (const std::string& range : sheet.merged) {
        const auto [first, last] = rowsOf(range);
        if (last > first && first > 0)
            messages.warn({name, first, {}}, "merged-cells", say("the cells {} are one cell; only its first row has the text", range),
                          say("Split the cell and write the text into every row that means it."));
    }
}

} // namespace

Table readTable(const Sheet& sheet, SheetKind kind, Messages& messages, bool joinBlanks)
{
    Table table;
    table.sheet = base::toLowerAscii(base::trim(sheet.name));
    auto columns = std::make_shared<std::vector<Column>>();
    const auto sheetName = std::make_shared<const std::string>(table.sheet);
    std::vector<std::size_t> columnOf; // sheet column -> index into columns, or none

    constexpr std::size_t kNone = SIZE_MAX;
    if (!sheet.rows.empty()) {
        const auto& header = sheet.rows.front();
        const bool doubleColon =
            std::any_of(header.begin(), header.end(), [](const auto& h) { return h.find("::") != std::string::npos; });
        for (const std::string& cell : header) {
            const std::string text = base::normaliseSpace(cell);
            if (text.empty()) {
                columnOf.push_back(kNone);
                continue;
            }
            Column column = readHeader(text, kind, !doubleColon);
            const auto twin = std::find_if(columns->begin(), columns->end(), [&](const Column& other) {
                return other.key == column.key && other.language == column.language;
            });
            if (twin != columns->end()) {
                messages.error({table.sheet, 1, column.header}, "duplicate-column",
                               say("the columns \"{}\" and \"{}\" mean the same", twin->header, column.header),
                               say("Keep one of them, or give one another language."));
                columnOf.push_back(kNone);
                continue;
            }
            // A further column of the choices is a filter; elsewhere an unknown one is most likely a slip.
            if (column.key.starts_with("extra:") && kind != SheetKind::Choices) {
                if (const std::string_view meant = nearestHeader(text, kind); !meant.empty())
                    messages.warn({table.sheet, 1, column.header}, "unknown-column",
                                  say("the column \"{}\" means nothing and is left out", column.header),
                                  say("Did you mean \"{}\"?", meant));
            }
            columnOf.push_back(columns->size());
            columns->push_back(std::move(column));
        }
    }
    table.columns = columns;
    warnAboutMerged(sheet, table.sheet, messages);

    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        Row row(sheetName, table.columns, i + 1);
        for (std::size_t c = 0; c < sheet.rows[i].size() && c < columnOf.size(); ++c) {
            if (columnOf[c] == kNone)
                continue;
            std::string text = cleaned(sheet.rows[i][c], !isReadByPeople((*columns)[columnOf[c]].key), joinBlanks);
            if (!text.empty())
                row.add(columnOf[c], std::move(text));
        }
        if (!row.cells().empty())
            table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace tashilgar::forms::xlsform
