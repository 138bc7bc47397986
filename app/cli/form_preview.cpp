#include "app/cli/commands.h"

#include "app/base/files.h"

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <unistd.h>

namespace tashilgar::cli {

namespace {

constexpr const char* kApp = "tashilgar";

struct Arguments {
    std::string form;
    std::string language;
    std::string size;
    std::string shots;
    bool walk = false;
};

/// The tablet app that was built or installed with this program.
std::filesystem::path appBesideThis()
{
    std::error_code unknown;
    return std::filesystem::read_symlink("/proc/self/exe", unknown).parent_path() / kApp;
}

int fail(const std::string& sentence)
{
    std::cerr << "tashil: " << sentence << '\n';
    return 1;
}

/// Becomes the app: its window, its end and its exit status are this program's.
int run(const Arguments& arguments)
{
    const base::SystemFiles files;
    if (!files.exists(arguments.form))
        return fail("there is no form at " + arguments.form);
    const std::filesystem::path app = appBesideThis();
    if (!files.exists(app))
        return fail("the tablet app, which shows the preview, is not beside this program: " + app.string());

    std::vector<std::string> words{kApp, "--preview", arguments.form};
    for (const auto& [option, value] : {std::pair("--language", arguments.language), std::pair("--size", arguments.size),
             std::pair("--shots", arguments.shots)}) {
        if (!value.empty())
            words.insert(words.end(), {option, value});
    }
    if (arguments.walk)
        words.emplace_back("--walk");
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(app.c_str(), pointers.data());
    return fail("the tablet app does not start: " + app.string());
}

} // namespace

/// DESIGN.md, 8.
void addFormPreview(CLI::App& form, int& status)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App& command = *form.add_subcommand("preview", "Show a form in the tablet app while it is written; keeps nothing");
    command.add_option("FORM", arguments->form, "Workbook, folder or zip of CSV sheets, Markdown tables, or an XForm")
        ->required();
    command.add_option("--language", arguments->language, "Language of the app and of what it tells (fa)")
        ->check(CLI::IsMember({"en", "fa"}));
    command.add_option("--size", arguments->size, "Size of the window, such as 1280x800");
    command.add_flag("--walk", arguments->walk, "Take steps from standard input, one JSON object a line");
    command.add_option("--shots", arguments->shots, "Where the walk puts its pictures");
    command.callback([arguments, &status] { status = run(*arguments); });
}

} // namespace tashilgar::cli
