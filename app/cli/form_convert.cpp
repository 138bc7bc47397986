#include "app/cli/commands.h"

#include "app/base/files.h"
#include "app/forms/convert.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace tashilgar::cli {

namespace {

/// Larger than any workbook of questions; what it unpacks to has its own limit.
constexpr std::uint64_t kMaxWorkbookBytes = 64u * 1024 * 1024;

std::string oneLine(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\r', ' ');
    return text;
}

void print(const forms::Diagnostics& diagnostics)
{
    for (const forms::Diagnostic& d : diagnostics) {
        std::string line = d.severity == forms::Severity::Warning ? "warning: " : "";
        line += d.place.empty() ? "" : d.place + ": ";
        line += d.sentence + "." + (d.remedy.empty() ? "" : " " + d.remedy);
        std::cerr << oneLine(std::move(line)) << '\n';
    }
}

int convert(const std::string& in, const std::string& out, const std::string& formName)
{
    const std::filesystem::path source(in);
    forms::ConvertOptions options;
    options.rootName = formName;
    options.fallbackName = std::filesystem::is_directory(source) ? source.filename().string() : source.stem().string();
    forms::Diagnostics diagnostics;
    base::SystemFiles files;
    const base::Result<forms::Converted> converted = [&]() -> base::Result<forms::Converted> {
        if (std::filesystem::is_directory(source))
            return forms::convertXlsFormFolder(source, options, diagnostics);
        const auto bytes = files.readAll(source, kMaxWorkbookBytes);
        if (!bytes)
            return base::fail(bytes.error());
        return forms::convertXlsForm(*bytes, options, diagnostics);
    }();
    print(diagnostics);
    if (!converted) {
        if (!forms::hasErrors(diagnostics))
            std::cerr << oneLine(converted.error().text()) << '\n';
        return 1;
    }
    if (const auto written = files.writeWhole(out, base::bytesOf(converted->xml)); !written) {
        std::cerr << oneLine(written.error().text()) << '\n';
        return 1;
    }
    return 0;
}

} // namespace

void addFormConvert(CLI::App& form, int& status)
{
    struct Arguments {
        std::string in;
        std::string out;
        std::string formName = "data";
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App& command = *form.add_subcommand("convert", "Turn an XLSForm (.xlsx, or a folder of CSV sheets) into an XForm");
    command.add_option("IN", arguments->in, "Workbook, or folder with survey.csv")->required();
    command.add_option("OUT", arguments->out, "XForm to write")->required();
    command.add_option("--form-name", arguments->formName, "Element name of the primary instance's root");
    command.callback([arguments, &status] { status = convert(arguments->in, arguments->out, arguments->formName); });
}

} // namespace tashilgar::cli
