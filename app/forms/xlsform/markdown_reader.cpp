#include "app/forms/xlsform/markdown_reader.h"

#include "app/base/text.h"
#include "app/forms/xlsform/sheets.h"

#include <algorithm>
#include <utility>

namespace tashilgar::forms::xlsform {

namespace {

/// The cells of "| a | b |", trimmed; "\|" does not part.
std::vector<std::string> cellsOf(std::string_view line)
{
    std::vector<std::string> cells;
    std::string cell;
    line.remove_prefix(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
            cell += '|';
            ++i;
        } else if (line[i] == '|') {
            cells.emplace_back(base::trim(cell));
            cell.clear();
        } else if (line.substr(i).starts_with("<br>")) {
            cell += '\n';
            i += 3;
        } else {
            cell += line[i];
        }
    }
    if (!base::trim(cell).empty()) // the last bar may be missing
        cells.emplace_back(base::trim(cell));
    return cells;
}

bool isRule(const std::vector<std::string>& cells)
{
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return !cell.empty() && cell.find_first_not_of("-: ") == std::string::npos
            && cell.find('-') != std::string::npos;
    });
}

bool isBlank(const std::string& cell) { return cell.empty(); }

class MarkdownWalk {
public:
    explicit MarkdownWalk(const SheetLimits& limits)
        : m_limits(limits)
    {
    }

    base::Result<Workbook> run(std::string_view text)
    {
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = base::trim(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line.starts_with('|')) {
                TASHILGAR_TRY(row(cellsOf(line)));
                continue;
            }
            m_table = Table::None;
            if (line.starts_with('#'))
                heading(line);
        }
        if (m_workbook.sheets.empty())
            return base::fail(kNotAWorkbook, "none of the tables in this text is a sheet of a form");
        return std::move(m_workbook);
    }

private:
    void heading(std::string_view line)
    {
        const std::string title
            = base::toLowerAscii(base::trim(line.substr(std::min(line.find_first_not_of('#'), line.size()))));
        m_heading = isKnownSheet(title) ? title : std::string();
    }

    base::Result<void> row(std::vector<std::string> cells)
    {
        if (isRule(cells))
            return {};
        if (cells.size() > m_limits.maxColumns || (m_cells += cells.size()) > m_limits.maxCells)
            return base::fail(base::kTooLarge, "the sheet has more cells than a form needs");
        const bool namesSheet
            = !cells.empty() && !cells[0].empty() && std::all_of(cells.begin() + 1, cells.end(), isBlank);
        if (namesSheet && m_table != Table::Headed
            && (m_heading.empty() || isKnownSheet(base::toLowerAscii(cells[0])))) {
            m_table = Table::Named;
            m_heading.clear();
            return begin(std::move(cells[0]));
        }
        if (m_table == Table::Named && !cells.empty()) {
            cells.erase(cells.begin()); // the column of sheet names
        } else if (m_table == Table::None) {
            if (m_heading.empty())
                return {}; // a table that is no sheet
            m_table = Table::Headed;
            TASHILGAR_TRY(begin(std::exchange(m_heading, {})));
        }
        Sheet& sheet = m_workbook.sheets.back();
        if (sheet.rows.size() >= m_limits.maxRows)
            return base::fail(base::kTooLarge, "the sheet has more rows than a form needs", sheet.name);
        sheet.rows.push_back(std::move(cells));
        return {};
    }

    base::Result<void> begin(std::string name)
    {
        if (m_workbook.sheets.size() >= m_limits.maxSheets)
            return base::fail(base::kTooLarge, "the workbook has more sheets than a form needs");
        m_workbook.sheets.push_back({std::move(name), {}});
        return {};
    }

    /// What the line before belonged to: no table, one whose first column names sheets, or one under a sheet's heading.
    enum class Table { None, Named, Headed };

    const SheetLimits& m_limits;
    Workbook m_workbook;
    std::string m_heading; ///< of a sheet whose table has not begun
    Table m_table = Table::None;
    std::size_t m_cells = 0;
};

} // namespace

bool looksLikeMarkdown(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = base::trim(text.substr(at, end - at));
        if (line.find('\0') != std::string_view::npos)
            return false;
        if (line.starts_with('|'))
            return true;
        at = end + 1;
    }
    return false;
}

base::Result<Workbook> readMarkdown(std::string_view text, const SheetLimits& limits)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (!base::isValidUtf8(text))
        return base::fail(kNotAWorkbook, "the tables are not UTF-8; save the text as UTF-8");
    return MarkdownWalk(limits).run(text);
}

} // namespace tashilgar::forms::xlsform
