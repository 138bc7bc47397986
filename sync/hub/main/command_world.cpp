#include "sync/hub/main/command_world.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace tashilgar::hub {

HubWorld systemWorld()
{
    static base::SystemFiles files;
    static const base::SystemClock clock;
    static base::SystemRandom random;
    return {files, clock, random};
}

base::Result<std::unique_ptr<HubData>> openHub(const std::filesystem::path& folder)
{
    HubWorld world = systemWorld();
    if (!world.files.exists(folder / "hub.db"))
        return base::fail(base::kNotFound, "there is no hub in this folder; tashilgar-hub import makes one", folder.string());
    return HubData::open(folder, world);
}

void addDataOption(CLI::App& command, std::filesystem::path& folder)
{
    command.add_option("--data", folder, "The folder in which the hub keeps everything")->required();
}

int sayWhyNot(const base::Error& error)
{
    std::cerr << "tashilgar-hub: " << error.text() << '\n';
    return 1;
}

} // namespace tashilgar::hub
