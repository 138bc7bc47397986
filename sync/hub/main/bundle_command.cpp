#include "sync/hub/domain/bundle_intake.h"
#include "sync/hub/main/command_world.h"
#include "sync/hub/main/commands.h"
#include "sync/protocol/receipt_file.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace tashilgar::hub {
namespace {

constexpr std::chrono::seconds kPatience{60};

base::Result<void> take(const std::filesystem::path& folder, const std::filesystem::path& bundle, const std::filesystem::path& receipts)
{
    const auto data = openHub(folder);
    if (!data)
        return base::fail(data.error());
    HubData& hub = **data;
    // Two imports at a time would write the same blobs under the same temporary names.
    const auto importing = hub.lockFor(HubData::Work::Importing, kPatience);
    if (!importing)
        return base::fail(importing.error());
    const auto file = hub.world.files.open(bundle);
    if (!file)
        return base::fail(file.error());
    const auto taken = domain::takeBundle(
        **file, {*hub.storage, *hub.blobs, *hub.forms, *hub.identity, hub.world.clock, base::kMaxAttachment});
    if (!taken)
        return base::fail(taken.error());

    const auto complete = std::ranges::count_if(taken->receipts, &protocol::Receipt::isComplete);
    const auto refused = std::ranges::count(taken->receipts, protocol::ReceiptState::Refused, &protocol::Receipt::state);
    std::cout << fmt::format("tablet {}: {} records complete, {} wait for files, {} refused; {} files new\n", taken->deviceName,
        complete, taken->receipts.size() - static_cast<std::size_t>(complete + refused), refused, taken->files);
    if (receipts.empty())
        return {};
    const std::string text = protocol::writeReceiptFile(taken->receipts, taken->device, hub.identity->receiptKey);
    return hub.world.files.writeWhole(receipts, base::bytesOf(text));
}

} // namespace

void addBundle(CLI::App& app, int& status)
{
    struct Asked {
        std::filesystem::path data;
        std::filesystem::path bundle;
        std::filesystem::path receipts;
    };
    const auto asked = std::make_shared<Asked>();
    CLI::App* command = app.add_subcommand("bundle", "Take what a tablet exported to a file, and give its receipts as a file");
    addDataOption(*command, asked->data);
    command->add_option("FILE", asked->bundle, "What `tashil sync export` or the app wrote")->required();
    command->add_option("--receipts", asked->receipts, "File for the receipts, to carry back to that tablet");
    command->callback([asked, &status] {
        if (const auto taken = take(asked->data, asked->bundle, asked->receipts); !taken)
            status = sayWhyNot(taken.error());
    });
}

} // namespace tashilgar::hub
