#include "app/cli/commands.h"

#include "app/base/files.h"
#include "app/cli/form_source.h"

#include <iostream>

namespace tashilgar::cli {

namespace {

int convert(const std::string& in, const std::string& out, const std::string& formName)
{
    forms::Diagnostics diagnostics;
    const base::Result<forms::Converted> converted = convertForm(in, formName, diagnostics);
    for (const forms::Diagnostic& diagnostic : diagnostics)
        std::cerr << lineOf(diagnostic) << '\n';
    if (!converted) {
        if (!forms::hasErrors(diagnostics))
            std::cerr << converted.error().text() << '\n';
        return 1;
    }
    base::SystemFiles files;
    if (const auto written = files.writeWhole(out, base::bytesOf(converted->xml)); !written) {
        std::cerr << written.error().text() << '\n';
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
