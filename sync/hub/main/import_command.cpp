#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"
#include "sync/hub/main/import_programme.h"
#include "sync/hub/main/programme_folder.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace tashilgar::hub {
namespace {

constexpr std::chrono::seconds kPatience{60}; // the largest programme is in long before

} // namespace

base::Result<domain::ImportReport> importFolder(
    HubData& data, const std::filesystem::path& folder, const std::filesystem::path& forms)
{
    // Two imports at a time would write the same blobs under the same temporary names.
    const auto importing = data.lockFor(HubData::Work::Importing, kPatience);
    if (!importing)
        return base::fail(importing.error());
    const auto programme = readProgrammeFolder(data.world.files, folder, forms);
    if (!programme)
        return base::fail(programme.error());
    return domain::importProgramme(*data.storage, *data.blobs, *programme, data.world.clock.now());
}

void addImport(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        std::filesystem::path programme;
        std::filesystem::path forms;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("import", "Bring a programme into the hub: people, lists and forms");
    addDataOption(*command, asked->data);
    command->add_option("--programme", asked->programme, "Folder with programme.json and a CSV for each list")->required();
    command->add_option("--forms", asked->forms, "Folder of XForms; without it the folder forms of the programme");
    command->callback([asked, &status] {
        HubWorld world = systemWorld();
        // Before there is a hub: a slip in a name leaves none behind.
        if (const auto programme = readProgrammeFolder(world.files, asked->programme, asked->forms); !programme) {
            status = sayWhyNot(programme.error());
            return;
        }
        const auto data = HubData::open(asked->data, world);
        if (!data) {
            status = sayWhyNot(data.error());
            return;
        }
        const auto report = importFolder(**data, asked->programme, asked->forms);
        if (!report) {
            status = sayWhyNot(report.error());
            return;
        }
        for (const std::string& warning : report->warnings)
            std::cerr << "tashilgar-hub: " << warning << '\n';
        if (report->people + report->lists + report->rows + report->forms == 0)
            std::cout << "nothing new: all of this is here already\n";
        else
            std::cout << fmt::format("imported {} people, {} lists, {} rows, {} forms\n", report->people, report->lists, report->rows, report->forms);
    });
}

} // namespace tashilgar::hub
