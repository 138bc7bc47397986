#include "app/cli/commands.h"
#include "app/cli/diagnostic_reply.h"
#include "app/cli/folder_resources.h"
#include "app/cli/form_source.h"
#include "app/forms/check.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <iostream>

namespace tashilgar::cli {
namespace {

namespace json = boost::json;

struct Arguments {
    std::string file, media, language = "en";
    bool asJson = false;
};

/// Names of the files in \p folder; nothing when it is no folder.
std::optional<std::vector<std::string>> filesIn(const std::filesystem::path& folder)
{
    std::error_code failed;
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        names.push_back(it->path().filename().string());
    if (failed)
        return std::nullopt;
    std::sort(names.begin(), names.end());
    return names;
}

int check(const Arguments& arguments)
{
    forms::Diagnostics diagnostics;
    const std::filesystem::path media = arguments.media.empty() ? arguments.file + "-media" : arguments.media;
    FolderResources resources(media);
    forms::CheckOptions options;
    options.files = filesIn(media);
    if (options.files)
        options.resources = &resources;
    else if (!arguments.media.empty())
        options.files.emplace(); // asked for and not there: then every file is missing

    const auto xml = forms::formXml(arguments.file, diagnostics, messageLanguage(arguments.language));
    const std::size_t ofSheets = diagnostics.size(); // told by the converter, in the right language already
    const bool loads = xml && forms::checkForm(*xml, options, diagnostics);
    if (!xml && !forms::hasErrors(diagnostics))
        diagnostics.push_back({forms::Severity::Error, "file", xml.error().place, xml.error().sentence, {}});

    json::array list;
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        forms::Diagnostic told = i < ofSheets ? diagnostics[i] : forms::inLanguage(diagnostics[i], arguments.language);
        if (!forms::isXForm(arguments.file)) // lines of a form that nobody has seen
            told.line = 0;
        if (arguments.asJson)
            list.push_back(diagnosticObject(told));
        if (!arguments.asJson || told.severity == forms::Severity::Error)
            std::cerr << lineOf(told, messageLanguage(arguments.language)) << '\n';
    }
    if (arguments.asJson)
        std::cout << json::serialize(json::object{{"loads", loads}, {"diagnostics", std::move(list)}}) << std::endl;
    return loads ? 0 : 1;
}

} // namespace

/// DESIGN.md, 1.
void addFormCheck(CLI::App& form, int& status)
{
    const auto arguments = std::make_shared<Arguments>();
    CLI::App& command = *form.add_subcommand("check", "Says every problem of a form, and whether it can be filled");
    command.add_option("FILE", arguments->file, "An XForm (.xml), or an XLSForm")->required();
    command.add_option("--media", arguments->media, "Folder of the attached files (FILE-media, if it is there)");
    command.add_option("--language", arguments->language, "Language of the sentences")->check(CLI::IsMember({"en", "fa"}));
    command.add_flag("--json", arguments->asJson, "One JSON object on standard output");
    command.callback([arguments, &status] { status = check(*arguments); });
}

} // namespace tashilgar::cli
