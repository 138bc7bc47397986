#include "app/base/files.h"
#include "app/base/text.h"
#include "app/forms/workbook.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <xlsxwriter.h>

namespace tashilgar::forms {

namespace {

/// Longer texts Excel does not take. Spec: ECMA-376, limits of Excel
constexpr std::size_t kLongestCell = 32'767;
/// Widths in characters: a column is as wide as its text, within what a screen shows.
constexpr double kNarrowest = 10;
constexpr double kWidest = 48;

/// Columns that hold code, whose order never turns.
constexpr std::array<std::string_view, 23> kCode = {"type", "name", "relevant", "constraint", "calculation", "trigger",
    "default", "appearance", "choice_filter", "repeat_count", "parameters", "save_to", "required", "read_only",
    "list_name", "form_id", "version", "instance_name", "namespaces", "entity_id", "create_if", "update_if", "style"};

bool isCode(std::string_view header)
{
    return header.find("::") == std::string_view::npos ? std::find(kCode.begin(), kCode.end(), header) != kCode.end()
                                                       : header.starts_with("bind::") || header.starts_with("body::");
}

bool isRightToLeftLetter(char32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

/// "فارسی (fa)", "Arabic (ar)": by its code, else by its first letter.
bool runsRightToLeft(std::string_view language)
{
    const std::size_t open = language.rfind('(');
    if (open != std::string_view::npos && language.ends_with(')')) {
        const std::string code = base::toLowerAscii(language.substr(open + 1, language.size() - open - 2));
        const std::string_view main = std::string_view(code).substr(0, code.find('-'));
        for (const std::string_view known :
            {"fa", "ar", "ku", "ckb", "sdh", "ps", "ur", "he", "ug", "sd", "azb", "lrc"}) {
            if (main == known)
                return true;
        }
        if (main == "en" || main == "fr" || main == "tr")
            return false;
    }
    std::size_t at = 0;
    return !language.empty() && isRightToLeftLetter(base::nextCodePoint(language, at));
}

std::string defaultLanguage(const Workbook& workbook)
{
    const Sheet* settings = workbook.find("settings");
    if (!settings || settings->rows.size() < 2)
        return {};
    for (std::size_t c = 0; c < settings->rows[0].size() && c < settings->rows[1].size(); ++c) {
        if (base::toLowerAscii(base::normaliseSpace(settings->rows[0][c])) == "default_language")
            return settings->rows[1][c];
    }
    return {};
}

std::size_t lettersOf(std::string_view text)
{
    std::size_t longest = 0;
    for (const std::string_view line : base::split(text, '\n')) {
        std::size_t letters = 0;
        for (std::size_t at = 0; at < line.size();) {
            base::nextCodePoint(line, at);
            ++letters;
        }
        longest = std::max(longest, letters);
    }
    return longest;
}

/// What cells look like; owned by the workbook they were made for.
struct Looks {
    explicit Looks(lxw_workbook* book)
    {
        header = make(book);
        format_set_bold(header);
        format_set_bg_color(header, 0x1F4E5F);
        format_set_font_color(header, 0xFFFFFF);
        text = make(book);
        code = make(book);
        format_set_align(code, LXW_ALIGN_LEFT);
        format_set_reading_order(code, 1);
        groupText = make(book);
        format_set_bg_color(groupText, 0xE8EEF0);
        groupCode = make(book);
        format_set_align(groupCode, LXW_ALIGN_LEFT);
        format_set_reading_order(groupCode, 1);
        format_set_bg_color(groupCode, 0xE8EEF0);
    }
    lxw_format* header;
    lxw_format* text;
    lxw_format* code;
    lxw_format* groupText; ///< begin and end rows
    lxw_format* groupCode;

private:
    static lxw_format* make(lxw_workbook* book)
    {
        lxw_format* format = workbook_add_format(book);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    }
};

/// The program's names for columns are 16 bits wide, its rows 32.
base::Result<void> writeSheet(lxw_worksheet* page, const Sheet& sheet, const Looks& looks, bool rightToLeft)
{
    if (rightToLeft)
        worksheet_right_to_left(page);
    worksheet_freeze_panes(page, 1, sheet.name == "survey" || sheet.name == "choices" ? 2 : 0);
    const std::vector<std::string> headers = sheet.rows.empty() ? std::vector<std::string>() : sheet.rows.front();
    std::vector<double> widths(headers.size(), kNarrowest);
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        const auto& row = sheet.rows[r];
        const bool group
            = sheet.name == "survey" && !row.empty() && (row[0].starts_with("begin") || row[0].starts_with("end "));
        for (std::size_t c = 0; c < row.size(); ++c) {
            const bool code = c < headers.size() && isCode(headers[c]);
            lxw_format* format = r == 0 ? looks.header
                : group                 ? (code ? looks.groupCode : looks.groupText)
                                        : (code ? looks.code : looks.text);
            if (row[c].size() > kLongestCell)
                return base::fail(base::kTooLarge, "a text is longer than a cell can be",
                    fmt::format("{}, row {}", sheet.name, r + 1));
            const auto line = static_cast<lxw_row_t>(r);
            const auto column = static_cast<lxw_col_t>(c);
            const lxw_error wrong = row[c].empty() ? worksheet_write_blank(page, line, column, format)
                                                   : worksheet_write_string(page, line, column, row[c].c_str(), format);
            if (wrong != LXW_NO_ERROR)
                return base::fail(base::kIoError, lxw_strerror(wrong), sheet.name);
            if (c < widths.size())
                widths[c] = std::clamp(static_cast<double>(lettersOf(row[c])) + 2, widths[c], kWidest);
        }
    }
    for (std::size_t c = 0; c < widths.size(); ++c)
        worksheet_set_column(page, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), widths[c], nullptr);
    return {};
}

} // namespace

base::Result<void> writeXlsx(const Workbook& workbook, const std::filesystem::path& file)
{
    const bool rightToLeft = runsRightToLeft(defaultLanguage(workbook));
    const std::string made = file.string() + ".new";
    lxw_workbook* book = workbook_new(made.c_str());
    if (!book)
        return base::fail(base::kIoError, "the workbook could not be begun", file.string());
    const Looks looks(book);
    base::Result<void> written;
    for (const Sheet& sheet : workbook.sheets) {
        lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
        if (!page)
            written = base::fail(base::kMalformed, "this cannot be the name of a sheet", sheet.name);
        else if (written)
            written = writeSheet(page, sheet, looks, rightToLeft);
    }
    const lxw_error wrong = workbook_close(book);
    if (written && wrong != LXW_NO_ERROR)
        written = base::fail(base::kIoError, lxw_strerror(wrong), file.string());
    base::SystemFiles files;
    if (!written) {
        (void)files.remove(made);
        return written;
    }
    TASHILGAR_TRY(files.rename(made, file));
    return files.syncDirectory(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
}

} // namespace tashilgar::forms
