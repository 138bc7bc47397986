#include "app/cli/form_source.h"

#include "app/base/files.h"
#include "app/base/text.h"
#include "app/forms/convert.h"

namespace tashilgar::cli {

namespace {
constexpr std::uint64_t kMaxFormBytes = 64u * 1024 * 1024;
} // namespace

base::Result<std::string> readText(const std::filesystem::path& file)
{
    base::SystemFiles files;
    const auto bytes = files.readAll(file, kMaxFormBytes);
    if (!bytes)
        return base::fail(bytes.error());
    return std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size());
}

bool isXForm(const std::filesystem::path& file)
{
    if (std::filesystem::is_directory(file))
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

forms::ConvertOptions optionsFor(const std::filesystem::path& source, std::string rootName, forms::MessageLanguage language)
{
    const bool isFolder = std::filesystem::is_directory(source);
    return {std::move(rootName), isFolder ? source.filename().string() : source.stem().string(), language};
}

base::Result<forms::Workbook> readSheets(const std::filesystem::path& source, forms::Diagnostics& diagnostics,
                                         forms::MessageLanguage language)
{
    if (std::filesystem::is_directory(source))
        return forms::readWorkbookFolder(source);
    base::SystemFiles files;
    const auto bytes = files.readAll(source, kMaxFormBytes);
    if (!bytes)
        return base::fail(bytes.error());
    if (isXForm(source))
        return forms::workbookOfXForm(base::textOf(*bytes), diagnostics, language);
    return forms::readWorkbook(*bytes);
}

base::Result<std::string> formXml(
    const std::filesystem::path& file, forms::Diagnostics& diagnostics, forms::MessageLanguage language)
{
    if (!isXForm(file) && std::filesystem::exists(file)) {
        const auto sheets = readSheets(file, diagnostics, language);
        if (!sheets)
            return base::fail(sheets.error());
        auto converted = forms::convertWorkbook(*sheets, optionsFor(file, forms::ConvertOptions().rootName, language), diagnostics);
        if (!converted)
            return base::fail(converted.error());
        return std::move(converted->xml);
    }
    auto text = readText(file);
    if (!text)
        diagnostics.push_back({forms::Severity::Error, "file", text.error().place, text.error().sentence, {}});
    return text;
}

base::Result<std::shared_ptr<const forms::Form>> loadForm(const std::filesystem::path& file, forms::Diagnostics& diagnostics)
{
    const auto xml = formXml(file, diagnostics, forms::MessageLanguage::English);
    if (!xml)
        return base::fail(xml.error());
    return forms::Form::load(*xml, diagnostics);
}

forms::MessageLanguage messageLanguage(std::string_view code)
{
    return code == "fa" ? forms::MessageLanguage::Persian : forms::MessageLanguage::English;
}

std::string lineOf(const forms::Diagnostic& diagnostic, forms::MessageLanguage language)
{
    std::string line;
    if (diagnostic.severity != forms::Severity::Error && language == forms::MessageLanguage::Persian)
        line = diagnostic.severity == forms::Severity::Warning ? "هشدار: " : "نکته: ";
    else if (diagnostic.severity != forms::Severity::Error)
        line = std::string(nameOf(diagnostic.severity)) + ": ";
    if (!diagnostic.place.empty())
        line += diagnostic.place + ": ";
    line += diagnostic.sentence;
    if (!diagnostic.remedy.empty())
        line += " (" + diagnostic.remedy + ")";
    for (char& c : line) {
        if (c == '\n' || c == '\r')
            c = ' ';
    }
    return line;
}

} // namespace tashilgar::cli
