#include "app/base/files.h"
#include "app/base/text.h"
#include "app/forms/xlsform/csv_reader.h"
#include "app/forms/xlsform/markdown_reader.h"
#include "app/forms/xlsform/sheets.h"
#include "app/forms/xlsform/xlsx_reader.h"
#include "app/forms/xlsform/zip_archive.h"

#include <fmt/format.h>

namespace tashilgar::forms {

using namespace xlsform;

const Sheet* Workbook::find(std::string_view name) const
{
    for (const Sheet& sheet : sheets) {
        if (base::toLowerAscii(base::trim(sheet.name)) == name)
            return &sheet;
    }
    return nullptr;
}

namespace {

/// How a compound document begins, which .xls is and .xlsx is not.
constexpr std::string_view kOldExcel = "\xD0\xCF\x11\xE0";
constexpr std::string_view kZip = "PK";

/// A zip of CSV sheets, perhaps inside one folder.
base::Result<Workbook> readCsvArchive(ZipArchive& archive)
{
    Workbook workbook;
    for (const std::string& name : archive.names()) {
        const std::string stem = std::filesystem::path(name).stem().string();
        if (!name.ends_with(".csv") || !isKnownSheet(stem))
            continue;
        auto text = archive.readAll(name);
        if (!text)
            return base::fail(text.error());
        auto sheet = readCsvSheet(stem, *text);
        if (!sheet)
            return base::fail(sheet.error());
        workbook.sheets.push_back(std::move(*sheet));
    }
    if (workbook.sheets.empty())
        return base::fail(kNotAWorkbook, "this zip file holds no spreadsheet");
    return workbook;
}

} // namespace

base::Result<Workbook> readWorkbook(base::ByteView bytes)
{
    const std::string_view text = base::textOf(bytes);
    if (text.starts_with(kOldExcel))
        return base::fail(kNotAWorkbook, "this workbook is in the format of Excel 97 (.xls); save it as .xlsx");
    if (!text.starts_with(kZip) && looksLikeMarkdown(text))
        return readMarkdown(text);
    auto archive = ZipArchive::open(bytes, SheetLimits().maxUnpackedBytes);
    if (!archive)
        return base::fail(archive.error());
    return archive->has("xl/workbook.xml") ? readXlsx(*archive) : readCsvArchive(*archive);
}

base::Result<Workbook> readWorkbookFolder(const std::filesystem::path& folder)
{
    Workbook workbook;
    base::SystemFiles files;
    for (const std::string_view name : kKnownSheets) {
        const std::filesystem::path path = folder / fmt::format("{}.csv", name);
        if (!files.exists(path))
            continue;
        auto bytes = files.readAll(path, SheetLimits().maxUnpackedBytes);
        if (!bytes)
            return base::fail(bytes.error());
        auto sheet = readCsvSheet(std::string(name), base::textOf(*bytes));
        if (!sheet)
            return base::fail(sheet.error());
        workbook.sheets.push_back(std::move(*sheet));
    }
    if (workbook.sheets.empty())
        return base::fail(base::kNotFound, "this folder holds no survey.csv", folder.string());
    return workbook;
}

} // namespace tashilgar::forms
