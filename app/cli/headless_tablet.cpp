#include "app/cli/headless_tablet.h"

namespace tashilgar::cli {
namespace {

/// Scripts start one command after another; each waits for the end of the one before.
constexpr std::chrono::seconds kLockPatience{10};

base::Result<base::SecretKey> keyIn(HeadlessTablet& tablet, const std::filesystem::path& folder, const std::filesystem::path& file)
{
    if (!tablet.files.exists(file)) {
        if (store::Store::isIn(tablet.files, folder))
            return base::fail(base::kNotFound, "the key of the store that is here is missing; a new one would open nothing", file.string());
        const base::SecretKey made = base::SecretKey::random(tablet.random);
        TASHILGAR_TRY(tablet.files.writeWhole(file, made.bytes()));
        return made;
    }
    const auto bytes = tablet.files.readAll(file, 1024);
    if (!bytes)
        return base::fail(bytes.error());
    const auto key = base::SecretKey::fromBytes(*bytes);
    if (!key)
        return base::fail(base::kMalformed, "is no key of a store; one has 32 bytes", file.string());
    return *key;
}

} // namespace

base::Result<std::unique_ptr<HeadlessTablet>> HeadlessTablet::open(const Place& place)
{
    auto tablet = std::make_unique<HeadlessTablet>();
    const std::filesystem::path folder(place.folder);
    TASHILGAR_TRY(base::makeFolder(tablet->files, folder));
    auto alone = base::FolderLock::exclusive(folder / store::kLockFile, kLockPatience);
    if (!alone)
        return base::fail(alone.error());
    tablet->lock = std::move(*alone);
    const auto key = keyIn(*tablet, folder, place.keyFile.empty() ? folder / "store.key" : std::filesystem::path(place.keyFile));
    if (!key)
        return base::fail(key.error());
    tablet->key = *key;
    auto opened = store::Store::open(folder, *key, tablet->files, tablet->clock, tablet->random);
    if (!opened)
        return base::fail(std::move(opened).error());
    tablet->store = std::move(*opened);
    auto tables = lists::TableCache::open(tablet->files, folder / "tables", base::deriveKey(*key, "tables"));
    if (!tables)
        return base::fail(std::move(tables).error());
    tablet->tables.emplace(std::move(*tables));
    return tablet;
}

} // namespace tashilgar::cli
