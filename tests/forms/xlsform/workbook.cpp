#include "tests/forms/xlsform/workbook.h"

#include "app/base/text.h"
#include "app/forms/xlsform/zip_archive.h"

#include <cstring>
#include <fmt/format.h>
#include <stdexcept>
#include <zip.h>

namespace tashilgar::tests {

base::Bytes zipOf(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (!archive)
        throw std::runtime_error("no zip could be made");
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    base::Bytes bytes(static_cast<std::size_t>(zip_source_tell(target)));
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

namespace {

std::string csvOf(std::string_view table)
{
    std::string csv;
    for (const std::string_view line : base::split(table, '\n')) {
        std::string row;
        for (const std::string_view cell : base::split(line, '|')) {
            std::string quoted = "\"";
            for (const char c : base::trim(cell))
                quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
            row += (row.empty() ? "" : ",") + quoted + "\"";
        }
        csv += row + "\n";
    }
    return csv;
}

} // namespace

base::Bytes sheets(std::initializer_list<std::pair<std::string_view, std::string_view>> tables)
{
    Parts parts;
    for (const auto& [name, table] : tables)
        parts.emplace_back(std::string(name) + ".csv", csvOf(table));
    return zipOf(parts);
}

base::Bytes xlsx(std::string_view sheetName, std::string_view rows, const Parts& more)
{
    Parts parts = {
        {"xl/workbook.xml",
         fmt::format(R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
                     R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
                     R"(<sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>)",
                     sheetName)},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
         R"(<Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>)"},
        {"xl/worksheets/sheet1.xml",
         fmt::format(R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>)",
                     rows)},
    };
    parts.insert(parts.end(), more.begin(), more.end());
    return zipOf(parts);
}

std::string partOf(base::ByteView bytes, const std::string& name)
{
    auto archive = forms::xlsform::ZipArchive::open(bytes, 64u << 20);
    if (!archive)
        return {};
    return archive->readAll(name).value_or("");
}

} // namespace tashilgar::tests
