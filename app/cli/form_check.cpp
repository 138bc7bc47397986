#include "app/cli/commands.h"
#include "app/cli/form_source.h"

#include <iostream>

namespace tashilgar::cli {

/// DESIGN.md, 1.
void addFormCheck(CLI::App& form, int& status)
{
    CLI::App& command = *form.add_subcommand("check", "Says every problem of a form, and whether it can be filled");
    const auto file = std::make_shared<std::string>();
    command.add_option("FILE", *file, "An XForm (.xml)")->required();
    command.callback([file, &status] {
        forms::Diagnostics diagnostics;
        const auto loaded = loadForm(*file, diagnostics);
        for (const forms::Diagnostic& diagnostic : diagnostics)
            std::cerr << lineOf(diagnostic) << '\n';
        if (!loaded && diagnostics.empty())
            std::cerr << loaded.error().text() << '\n';
        status = loaded ? 0 : 1;
    });
}

} // namespace tashilgar::cli
