#include "app/cli/form_source.h"

#include "app/base/files.h"

namespace tashilgar::cli {

base::Result<std::string> readText(const std::filesystem::path& file)
{
    base::SystemFiles files;
    const auto bytes = files.readAll(file, forms::kMaxFormBytes);
    if (!bytes)
        return base::fail(bytes.error());
    return std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size());
}

base::Result<std::shared_ptr<const forms::Form>> loadForm(const std::filesystem::path& file, forms::Diagnostics& diagnostics)
{
    const auto xml = forms::formXml(file, diagnostics, forms::MessageLanguage::English);
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
