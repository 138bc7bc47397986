#include "app/forms/form_file.h"

#include "app/base/files.h"
#include "app/base/text.h"

namespace tashilgar::forms {
namespace {

bool isFolder(const std::filesystem::path& path)
{
    std::error_code unseen; // and then it is none
    return std::filesystem::is_directory(path, unseen);
}

} // namespace

bool isXForm(const std::filesystem::path& file)
{
    if (isFolder(file))
        return false;
    base::SystemFiles files;
    const auto opened = files.open(file);
    const auto bytes = opened ? (*opened)->read(0, 512) : base::Result<base::Bytes>();
    if (!opened || !bytes)
        return file.extension() == ".xml";
    std::string_view text = base::textOf(*bytes);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return base::trim(text).starts_with('<');
}

ConvertOptions optionsFor(const std::filesystem::path& source, std::string rootName, MessageLanguage language)
{
    return {std::move(rootName), isFolder(source) ? source.filename().string() : source.stem().string(), language};
}

base::Result<Workbook> readSheets(const std::filesystem::path& source, Diagnostics& diagnostics, MessageLanguage language)
{
    if (isFolder(source))
        return readWorkbookFolder(source);
    base::SystemFiles files;
    const auto bytes = files.readAll(source, kMaxFormBytes);
    if (!bytes)
        return base::fail(bytes.error());
    if (isXForm(source))
        return workbookOfXForm(base::textOf(*bytes), diagnostics, language);
    return readWorkbook(*bytes);
}

base::Result<std::string> formXml(const std::filesystem::path& file, Diagnostics& diagnostics, MessageLanguage language)
{
    base::SystemFiles files;
    if (!isXForm(file) && files.exists(file)) {
        const auto sheets = readSheets(file, diagnostics, language);
        if (!sheets)
            return base::fail(sheets.error());
        auto converted = convertWorkbook(*sheets, optionsFor(file, ConvertOptions().rootName, language), diagnostics);
        if (!converted)
            return base::fail(converted.error());
        return std::move(converted->xml);
    }
    const auto bytes = files.readAll(file, kMaxFormBytes);
    if (!bytes) {
        diagnostics.push_back({Severity::Error, "file", bytes.error().place, bytes.error().sentence, {}});
        return base::fail(bytes.error());
    }
    return std::string(base::textOf(*bytes));
}

} // namespace tashilgar::forms
