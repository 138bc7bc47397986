#include "app/forms/xlsform/csv_reader.h"

#include "app/base/text.h"
#include "app/forms/convert.h"

#include <fmt/format.h>

namespace tashilgar::forms::xlsform {

namespace {

/// Walks the text once, character by character; quotes may hold commas and line breaks.
class CsvWalk {
public:
    CsvWalk(Sheet& sheet, const SheetLimits& limits)
        : m_sheet(sheet)
        , m_limits(limits)
    {
    }

    base::Result<void> run(std::string_view text)
    {
        bool quoted = false;
        bool atStart = true;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (quoted) {
                if (c != '"') {
                    m_cell += c;
                } else if (i + 1 < text.size() && text[i + 1] == '"') {
                    m_cell += '"';
                    ++i;
                } else {
                    quoted = false;
                }
                continue;
            }
            if (c == '"' && atStart) {
                quoted = true;
                atStart = false;
                continue;
            }
            atStart = false;
            if (c == ',') {
                TASHILGAR_TRY(endCell());
                atStart = true;
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                    ++i;
                TASHILGAR_TRY(endRow());
                atStart = true;
            } else {
                m_cell += c;
            }
        }
        if (quoted)
            return base::fail(kNotAWorkbook, "a quoted cell never ends",
                              fmt::format("{}, row {}", m_sheet.name, m_sheet.rows.size() + 1));
        if (!m_cell.empty() || !m_row.empty())
            TASHILGAR_TRY(endRow());
        return {};
    }

private:
    base::Result<void> endCell()
    {
        if (m_row.size() >= m_limits.maxColumns || ++m_cells > m_limits.maxCells)
            return base::fail(base::kTooLarge, "the sheet has more cells than a form needs",
                              fmt::format("{}, row {}", m_sheet.name, m_sheet.rows.size() + 1));
        m_row.push_back(std::move(m_cell));
        m_cell.clear();
        return {};
    }
    base::Result<void> endRow()
    {
        TASHILGAR_TRY(endCell());
        if (m_sheet.rows.size() >= m_limits.maxRows)
            return base::fail(base::kTooLarge, "the sheet has more rows than a form needs", m_sheet.name);
        m_sheet.rows.push_back(std::move(m_row));
        m_row.clear();
        return {};
    }

    Sheet& m_sheet;
    const SheetLimits& m_limits;
    std::vector<std::string> m_row;
    std::string m_cell;
    std::size_t m_cells = 0;
};

} // namespace

base::Result<Sheet> readCsvSheet(std::string name, std::string_view text, const SheetLimits& limits)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (!base::isValidUtf8(text))
        return base::fail(kNotAWorkbook, "the sheet is not UTF-8; save it as \"CSV UTF-8\"", std::move(name));
    Sheet sheet{std::move(name), {}};
    TASHILGAR_TRY(CsvWalk(sheet, limits).run(text));
    return sheet;
}

} // namespace tashilgar::forms::xlsform
