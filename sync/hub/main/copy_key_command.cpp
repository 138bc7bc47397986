#include "app/base/sealed_box.h"
#include "app/base/text.h"
#include "sync/hub/domain/identity.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace tashilgar::hub {
namespace {

/// The second copy of a tablet says in its file "about" for whom its key is sealed: app/store/DESIGN.md, A second place.
base::Result<void> print(HubData& data, const std::filesystem::path& folder)
{
    constexpr std::uint64_t kLargest = 4096;
    base::SystemFiles files;
    const auto about = files.readAll(folder / "about", kLargest);
    if (!about)
        return base::fail(about.error());
    const std::string text(base::textOf(*about));
    const auto lines = base::split(text, '\n');
    const auto box = lines.size() < 4 ? std::nullopt : base::fromBase64(lines[3]);
    if (!box || !lines[0].starts_with("tashilgar copy "))
        return base::fail(base::kMalformed, "this folder is no copy of a tablet", folder.string());
    const auto identity = domain::HubIdentity::loadOrMake(*data.storage, data.world.random);
    if (!identity)
        return base::fail(identity.error());
    const auto key = base::openAsHolder(*box, identity->receiptKey.seed());
    if (!key)
        return base::fail(key.error().code, "this copy was made for another office, or before the tablet belonged to one", folder.string());
    std::cout << base::toBase64Url(*key) << '\n';
    return {};
}

} // namespace

void addCopyKey(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        std::filesystem::path folder;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("copy-key", "Tell the key of the copy that a lost or broken tablet left on a card");
    addDataOption(*command, asked->data);
    command->add_option("folder", asked->folder, "tashilgar-copy-… on the card")->required();
    command->callback([asked, &status] {
        const auto data = openHub(asked->data);
        const base::Result<void> printed = data ? print(**data, asked->folder) : base::fail(data.error());
        if (!printed)
            status = sayWhyNot(printed.error());
    });
}

} // namespace tashilgar::hub
