#include "app/store/store.h"
#include "platform/keys/key_vault.h"
#include "tests/support/catch.h"
#include "tests/support/power_files.h"
#include "tests/support/power_vfs.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

const std::filesystem::path kData = "/home/zahra/tashilgar"; // only "/" is there at the beginning

/// As the tablet app begins, on a disk that nobody prepared: vault, key, store. Keeps one setting.
base::Result<std::string> start(PowerDisk& disk, bool write)
{
    PowerFiles files(disk);
    const PowerVfs vfs(disk);
    const FakeClock clock;
    FakeRandom random;
    const std::filesystem::path folder = kData / "store";
    TASHILGAR_TRY(base::makeFolder(files, folder));
    const auto vault = platform::openKeyVault(files, kData, platform::VaultChoice::File);
    if (!vault)
        return base::fail(vault.error());
    const auto beginning = store::Store::isIn(files, folder) ? platform::Beginning::No : platform::Beginning::Yes;
    const auto key = platform::keyFrom(**vault, "store", random, beginning);
    if (!key)
        return base::fail(key.error());
    store::StoreOptions options;
    options.vfs = vfs.name();
    const auto store = store::Store::open(folder, *base::SecretKey::fromBytes(*key), files, clock, random, options);
    if (!store)
        return base::fail(store.error());
    if (write)
        TASHILGAR_TRY((*store)->settings().setValue("name", "kept"));
    return (*store)->settings().value("name").map([](const std::optional<std::string>& name) { return name.value_or(""); });
}

} // namespace

TEST_CASE("wherever the power fails in the first start, the tablet opens, and keeps what it said it kept", "[power][first]")
{
    PowerDisk whole;
    REQUIRE(start(whole, true));
    REQUIRE(whole.syncs() >= 8);
    for (std::uint64_t at = 1; at <= whole.syncs() + 1; ++at) {
        PowerDisk disk;
        disk.cutAt(at);
        const bool promised = start(disk, true).has_value();
        disk.cutNow();
        for (const auto cut : {PowerDisk::Cut::Forget, PowerDisk::Cut::Tear, PowerDisk::Cut::Reorder}) {
            const auto later = disk.afterCut(cut, at);
            const auto found = start(*later, false);
            INFO("sync " << at << ": " << (found ? *found : found.error().text()));
            REQUIRE(found);
            if (promised)
                CHECK(*found == "kept");
        }
    }
}
