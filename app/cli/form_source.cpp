#include "app/cli/form_source.h"

#include "app/base/files.h"
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

base::Result<forms::Converted> convertForm(const std::filesystem::path& source, std::string rootName, forms::Diagnostics& diagnostics)
{
    const bool isFolder = std::filesystem::is_directory(source);
    forms::ConvertOptions options;
    options.rootName = std::move(rootName);
    options.fallbackName = isFolder ? source.filename().string() : source.stem().string();
    if (isFolder)
        return forms::convertXlsFormFolder(source, options, diagnostics);
    base::SystemFiles files;
    const auto bytes = files.readAll(source, kMaxFormBytes);
    if (!bytes)
        return base::fail(bytes.error());
    return forms::convertXlsForm(*bytes, options, diagnostics);
}

base::Result<std::shared_ptr<const forms::Form>> loadForm(const std::filesystem::path& file, forms::Diagnostics& diagnostics)
{
    if (std::filesystem::is_directory(file) || file.extension() == ".xlsx" || file.extension() == ".xlsm") {
        const auto converted = convertForm(file, "data", diagnostics);
        if (!converted)
            return base::fail(converted.error());
        return forms::Form::load(converted->xml, diagnostics);
    }
    const auto text = readText(file);
    if (!text) {
        diagnostics.push_back({forms::Severity::Error, "file", text.error().place, text.error().sentence, {}});
        return base::fail(text.error());
    }
    return forms::Form::load(*text, diagnostics);
}

std::string lineOf(const forms::Diagnostic& diagnostic)
{
    std::string line = diagnostic.severity == forms::Severity::Error ? "" : std::string(nameOf(diagnostic.severity)) + ": ";
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
