#include "app/cli/commands.h"

#include "app/base/files.h"
#include "app/cli/form_source.h"

#include <iostream>

namespace tashilgar::cli {

namespace {

struct Arguments {
    std::string in;
    std::string out;
    std::string formName = forms::ConvertOptions().rootName;
    std::string language = "en";
};

bool isWorkbookName(const std::filesystem::path& file)
{
    return file.extension() == ".xlsx" || file.extension() == ".xlsm";
}

/// Sheets to an XForm, an XForm to sheets, or sheets of one kind to a workbook.
base::Result<void> convert(const Arguments& arguments, forms::Diagnostics& diagnostics)
{
    const forms::MessageLanguage language = messageLanguage(arguments.language);
    const auto sheets = forms::readSheets(arguments.in, diagnostics, language);
    if (!sheets)
        return base::fail(sheets.error());
    // Sheets made from an XForm are read again too: whoever opens them must be able to go on.
    const auto converted
        = forms::convertWorkbook(*sheets, forms::optionsFor(arguments.in, arguments.formName, language), diagnostics);
    if (!converted)
        return base::fail(converted.error());
    if (isWorkbookName(arguments.out))
        return forms::writeXlsx(*sheets, arguments.out);
    return base::SystemFiles().writeWhole(arguments.out, base::bytesOf(converted->xml));
}

int run(const Arguments& arguments)
{
    const forms::MessageLanguage language = messageLanguage(arguments.language);
    forms::Diagnostics diagnostics;
    const base::Result<void> done = convert(arguments, diagnostics);
    for (const forms::Diagnostic& diagnostic : diagnostics)
        std::cerr << lineOf(diagnostic, language) << '\n';
    if (!done && !forms::hasErrors(diagnostics))
        std::cerr << forms::sentenceOf(done.error(), language) << '\n';
    return done ? 0 : 1;
}

} // namespace

/// DESIGN.md, 2.
void addFormConvert(CLI::App& form, int& status)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App& command = *form.add_subcommand("convert", "Turn an XLSForm into an XForm, or an XForm into a workbook");
    command.add_option("IN", arguments->in, "Workbook, folder or zip of CSV sheets, Markdown tables, or an XForm")
        ->required();
    command.add_option("OUT", arguments->out, "XForm (.xml) or workbook (.xlsx) to write")->required();
    command.add_option("--form-name", arguments->formName, "Element name of the primary instance's root");
    command.add_option("--language", arguments->language, "Language of the messages")
        ->check(CLI::IsMember({"en", "fa"}));
    command.callback([arguments, &status] { status = run(*arguments); });
}

} // namespace tashilgar::cli
