#include "app/cli/commands.h"
#include "app/cli/sync_common.h"
#include "app/store/second_copy.h"

#include <memory>

namespace tashilgar::cli {
namespace {

struct Options {
    HeadlessTablet::Place place;
    std::string folder;
    std::string key;
};

int make(const Options& options)
{
    const auto tablet = HeadlessTablet::open(options.place);
    if (!tablet)
        return failWith(tablet.error());
    const base::SecretKey& key = *(*tablet)->key;
    const std::filesystem::path folder = store::copyFolderIn(options.folder, store::copyKey(key));
    store::SecondCopy copy(*(*tablet)->store, (*tablet)->files, key, folder);
    if (const auto begun = copy.begin(); !begun)
        return failWith(begun.error());
    if (const auto checked = copy.check(); !checked)
        return failWith(checked.error());
    const auto report = copy.run();
    printLine({{"folder", folder.string()}, {"wanted", report.wanted}, {"present", report.present}, {"written", report.written},
        {"removed", report.removed}});
    return report.trouble ? failWith(*report.trouble) : 0;
}

int restore(const Options& options)
{
    const auto tablet = HeadlessTablet::open(options.place);
    if (!tablet)
        return failWith(tablet.error());
    const auto key = options.key.empty() ? std::optional(store::copyKey(*(*tablet)->key)) : store::keyFromText(options.key);
    if (!key)
        return failWith(base::Error(base::kMalformed, "--key is no key of a copy"));
    const auto folder = store::findCopy((*tablet)->files, options.folder, *key);
    const auto restored = store::restoreCopy(*(*tablet)->store, (*tablet)->files, folder.value_or(options.folder), *key);
    if (!restored)
        return failWith(restored.error());
    printLine({{"records", restored->records}, {"drafts", restored->drafts}, {"already", restored->already},
        {"differing", restored->differing}, {"broken", restored->broken}, {"filesMissing", restored->filesMissing}});
    return restored->broken + restored->filesMissing == 0 ? 0 : 1;
}

} // namespace

void addCopy(CLI::App& app, int& status)
{
    CLI::App& copy = *app.add_subcommand("copy", "A second, sealed copy of what is unsent, and bringing it back");
    copy.require_subcommand(1);
    const auto making = std::make_shared<Options>();
    CLI::App& make_ = *copy.add_subcommand("make", "Bring the copy in a folder to the state of the store, and read it back");
    addPlace(make_, making->place);
    make_.add_option("--to", making->folder, "A card, a stick, any folder; the copy stands in a folder of its own there")->required();
    make_.callback([making, &status] { status = make(*making); });
    const auto restoring = std::make_shared<Options>();
    CLI::App& restore_ = *copy.add_subcommand("restore", "Put the records and drafts of a copy into the store; what is there already stays");
    addPlace(restore_, restoring->place);
    restore_.add_option("--from", restoring->folder, "The folder given to make, or that of the copy")->required();
    restore_.add_option("--key", restoring->key, "The key of the copy, from `tashilgar-hub copy-key`; without it the store's own");
    restore_.callback([restoring, &status] { status = restore(*restoring); });
}

} // namespace tashilgar::cli
