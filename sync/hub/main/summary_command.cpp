#include "sync/hub/exports/summary.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace tashilgar::hub {

void addSummary(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        bool json = false;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("summary", "Print the data bank in numbers, by neighbourhood");
    addDataOption(*command, asked->data);
    command->add_flag("--json", asked->json, "As JSON");
    command->callback([asked, &status] {
        const auto data = openHub(asked->data);
        if (!data) {
            status = sayWhyNot(data.error());
            return;
        }
        const auto printed = (*data)->storage->read([&](storage::Reader& reader) -> base::Result<void> {
            const auto summary = exports::summarise(reader);
            if (!summary)
                return base::fail(summary.error());
            std::cout << (asked->json ? summary->json() : summary->text());
            return {};
        });
        if (!printed)
            status = sayWhyNot(printed.error());
    });
}

} // namespace tashilgar::hub
