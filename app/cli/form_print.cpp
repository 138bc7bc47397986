#include "app/cli/commands.h"

#include "app/base/files.h"
#include "app/cli/form_source.h"

#include <iostream>

namespace tashilgar::cli {

namespace {

struct Arguments {
    std::string in;
    std::string out;
    std::string formLanguage;
    std::string language = "en";
};

int run(const Arguments& arguments)
{
    const forms::MessageLanguage language = messageLanguage(arguments.language);
    forms::Diagnostics diagnostics;
    const auto sheets = forms::readSheets(arguments.in, diagnostics, language);
    const auto page = sheets ? forms::printQuestionnaire(*sheets, arguments.formLanguage,
                          forms::optionsFor(arguments.in, forms::ConvertOptions().rootName, language), diagnostics)
                             : base::Result<std::string>(base::fail(sheets.error()));
    for (const forms::Diagnostic& diagnostic : diagnostics)
        std::cerr << lineOf(diagnostic, language) << '\n';
    if (!page) {
        if (!forms::hasErrors(diagnostics))
            std::cerr << forms::sentenceOf(page.error(), language) << '\n';
        return 1;
    }
    if (const auto written = base::SystemFiles().writeWhole(arguments.out, base::bytesOf(*page)); !written) {
        std::cerr << written.error().text() << '\n';
        return 1;
    }
    return 0;
}

} // namespace

/// DESIGN.md, 2.
void addFormPrint(CLI::App& form, int& status)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App& command
        = *form.add_subcommand("print", "Make a questionnaire for paper, for training and for days without a tablet");
    command.add_option("FORM", arguments->in, "Workbook, folder or zip of CSV sheets, Markdown tables, or an XForm")
        ->required();
    command.add_option("OUT", arguments->out, "HTML to write; a browser prints it on A4")->required();
    command.add_option("--form-language", arguments->formLanguage,
        "Language of the questionnaire, as the form names it or by its code");
    command.add_option("--language", arguments->language, "Language of the messages")
        ->check(CLI::IsMember({"en", "fa"}));
    command.callback([arguments, &status] { status = run(*arguments); });
}

} // namespace tashilgar::cli
