#include "app/cli/commands.h"
#include "app/cli/sync_common.h"
#include "app/exchange/store_account_book.h"
#include "app/exchange/store_outbox.h"
#include "sync/client/bundle.h"
#include "sync/client/errors.h"

namespace tashilgar::cli {
namespace {

/// Receipts of a year of work.
constexpr std::uint64_t kLargestReceiptFile = 64u * 1024 * 1024;

struct Options {
    HeadlessTablet::Place place;
    std::string file;
};

base::Result<client::Account> accountOf(exchange::StoreAccountBook& book)
{
    auto account = book.account();
    if (!account)
        return base::fail(std::move(account).error());
    if (!*account)
        return base::fail(client::kNotEnrolled, "this tablet is not enrolled at a hub");
    return std::move(**account);
}

/// Beside its place first: a stick that is pulled out leaves no half of a bundle under its name. The half has one name a tablet and
/// folder, so that what a killed export left there is what the next one writes over.
base::Result<client::Exported> exportTo(HeadlessTablet& tablet, const std::filesystem::path& path)
{
    exchange::StoreAccountBook book(*tablet.store, tablet.clock, tablet.random);
    exchange::StoreOutbox outbox(*tablet.store, tablet.clock);
    const auto account = accountOf(book);
    if (!account)
        return base::fail(account.error());
    const auto key = book.deviceKey();
    if (!key)
        return base::fail(key.error());
    const std::filesystem::path temporary = path.parent_path() / (".tashilgar-" + account->device.value() + ".part");
    const auto write = [&]() -> base::Result<client::Exported> {
        const auto file = tablet.files.create(temporary);
        if (!file)
            return base::fail(file.error());
        auto exported = client::exportBundle(outbox, *account, *key, **file, tablet.clock, tablet.random);
        if (exported)
            TASHILGAR_TRY((*file)->sync());
        return exported;
    };
    auto exported = write();
    if (!exported) {
        (void)tablet.files.remove(temporary);
        return exported;
    }
    TASHILGAR_TRY(tablet.files.rename(temporary, path));
    const std::filesystem::path folder = path.parent_path();
    TASHILGAR_TRY(tablet.files.syncDirectory(folder.empty() ? "." : folder));
    return exported;
}

int exportAll(const Options& options)
{
    const auto tablet = HeadlessTablet::open(options.place);
    if (!tablet)
        return failWith(tablet.error());
    const auto exported = exportTo(**tablet, options.file);
    if (!exported)
        return failWith(exported.error());
    printLine({{"records", exported->records}, {"files", exported->files}, {"leftOut", exported->leftOut}});
    return 0;
}

int importReceipts(const Options& options)
{
    const auto opened = HeadlessTablet::open(options.place);
    if (!opened)
        return failWith(opened.error());
    HeadlessTablet& tablet = **opened;
    exchange::StoreAccountBook book(*tablet.store, tablet.clock, tablet.random);
    exchange::StoreOutbox outbox(*tablet.store, tablet.clock);
    const auto account = accountOf(book);
    if (!account)
        return failWith(account.error());
    const auto text = tablet.files.readAll(options.file, kLargestReceiptFile);
    if (!text)
        return failWith(text.error());
    const auto taken = client::takeReceiptFile(outbox, *account, base::textOf(*text));
    if (!taken)
        return failWith(taken.error());
    printLine({{"safe", taken->safe}, {"waiting", taken->waiting}, {"refused", taken->refused}, {"passedOver", taken->passedOver}});
    return 0;
}

} // namespace

void addSyncBundle(CLI::App& sync, int& status)
{
    const auto options = std::make_shared<Options>();
    CLI::App& out = *sync.add_subcommand("export", "Write all that has no receipt into a file that only the hub opens");
    addPlace(out, options->place);
    out.add_option("--to", options->file, "The file, on a stick for instance")->required();
    out.callback([options, &status] { status = exportAll(*options); });

    CLI::App& in = *sync.add_subcommand("import", "Take the receipts that the hub gave for such a file");
    addPlace(in, options->place);
    in.add_option("--receipts", options->file, "The file that `tashilgar-hub bundle --receipts` wrote")->required();
    in.callback([options, &status] { status = importReceipts(*options); });
}

} // namespace tashilgar::cli
