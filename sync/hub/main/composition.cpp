#include "sync/hub/main/composition.h"

#include "app/base/seal.h"
#include "sync/hub/api/problems.h"
#include "sync/hub/storage/sqlite/sqlite_storage.h"

#include <condition_variable>
#include <mutex>

namespace tashilgar::hub {
namespace {

// Uploads that were begun so long ago are forgotten, at the start and once a day.
constexpr std::chrono::hours kUploadLifetime{24 * 14};
// How long a program waits for another one that makes the folder: far longer than that takes on the slowest disk.
constexpr std::chrono::seconds kMakingPatience{60};

// Stopping takes some seconds; who starts a hub again waits for the last one's end, not for more.
constexpr std::chrono::seconds kServingPatience{2};

base::Result<std::optional<base::FolderLock>> keepOthersOut(
    const HubWorld& world, const std::filesystem::path& folder, HubData::Work work, std::chrono::milliseconds patience)
{
    if (world.alone)
        return std::nullopt;
    const auto [file, sentence] = work == HubData::Work::Making ? std::pair("making.lock", "another program is still beginning in this folder")
        : work == HubData::Work::Serving                        ? std::pair("serving.lock", "another hub serves this folder already")
                                           : std::pair("importing.lock", "another program imports into this folder at this moment");
    auto held = base::FolderLock::exclusive(folder / file, patience);
    if (!held && held.error().code == base::kBusy)
        return base::fail(kFolderInUse, sentence, folder.string());
    if (!held)
        return base::fail(held.error());
    return std::move(*held);
}

/// Rows and files are sealed with this key. Whoever has the folder without it has nothing.
base::Result<base::SecretKey> loadOrMakeKey(HubWorld& world, const std::filesystem::path& folder)
{
    const std::filesystem::path path = folder / "hub.key";
    if (world.files.exists(path)) {
        const auto bytes = world.files.readAll(path, 1024);
        if (!bytes)
            return base::fail(bytes.error());
        const auto key = base::SecretKey::fromBytes(*bytes);
        if (!key)
            return base::fail(base::kMalformed, "the hub's key file is damaged; without it nothing in its folder can be read", path.filename());
        return *key;
    }
    // A new key beside an old database would lock it for ever.
    if (world.files.exists(folder / "hub.db"))
        return base::fail(base::kNotFound, "the hub's key file is not there; put it back from where it was copied to", path.filename());
    const base::SecretKey key = base::SecretKey::random(world.random);
    TASHILGAR_TRY(world.files.writeWhole(path, key.bytes()));
    return key;
}

base::Result<void> forgetOldUploads(HubData& data)
{
    std::vector<storage::Upload> old;
    TASHILGAR_TRY(data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto found = reader.uploadsBefore(data.world.clock.now() - kUploadLifetime);
        if (!found)
            return base::fail(found.error());
        old = std::move(*found);
        return {};
    }));
    for (const storage::Upload& upload : old) {
        const auto removed = data.blobs->forget(upload.device, upload.sha256);
        if (!removed && removed.error().code == storage::kUploadBusy) // it goes on after all: until the next time
            continue;
        const auto forgotten = data.storage->writeNow(
            [&](storage::Writer& writer) { return writer.removeUpload(upload.device, upload.sha256); });
        if (!removed || !forgotten)
            return base::fail(removed ? forgotten.error() : removed.error());
    }
    return {};
}

} // namespace

base::Result<std::unique_ptr<HubData>> HubData::open(const std::filesystem::path& given, HubWorld world)
{
    std::filesystem::path folder = std::filesystem::absolute(given).lexically_normal();
    if (!folder.has_filename()) // "data/"
        folder = folder.parent_path();
    TASHILGAR_TRY(base::makeFolder(world.files, folder));
    // Of two programs that begin on a fresh folder one makes key, database and receipt key, and the other finds them.
    const auto making = keepOthersOut(world, folder, Work::Making, kMakingPatience);
    if (!making)
        return base::fail(making.error());
    const auto key = loadOrMakeKey(world, folder);
    if (!key)
        return base::fail(key.error());
    std::unique_ptr<HubData> data(new HubData(world));
    data->folder = folder;
    data->blobs = std::make_unique<storage::BlobFiles>(world.files, folder / "blobs", *key, world.random);
    TASHILGAR_TRY(data->blobs->prepare());
    storage::SqliteOptions options{world.synchronous, world.vfs, *key};
    auto storage = storage::openSqliteStorage(world.files, folder, options);
    if (!storage)
        return base::fail(storage.error());
    data->storage = std::move(*storage);
    auto identity = domain::HubIdentity::loadOrMake(*data->storage, world.random);
    if (!identity)
        return base::fail(identity.error());
    data->identity = std::make_unique<domain::HubIdentity>(std::move(*identity));
    data->forms = std::make_unique<domain::FormLibrary>(*data->blobs);
    return data;
}

base::Result<http::TlsIdentity> HubData::tlsIdentity()
{
    const auto making = lockFor(Work::Making, kMakingPatience);
    if (!making)
        return base::fail(making.error());
    return http::TlsIdentity::loadOrMake(world.files, folder, world.clock);
}

base::Result<std::optional<base::FolderLock>> HubData::lockFor(Work work, std::chrono::milliseconds patience)
{
    return keepOthersOut(world, folder, work, patience);
}

base::Result<std::unique_ptr<RunningHub>> RunningHub::start(HubData& data, const ServeOptions& options)
{
    std::unique_ptr<RunningHub> running(new RunningHub);
    auto held = data.lockFor(HubData::Work::Serving, kServingPatience);
    if (!held)
        return base::fail(held.error());
    running->m_lock = std::move(*held);
    http::ServerOptions server = options.server;
    server.address = options.address;
    server.port = options.port;
    server.refuse = api::refusal;
    if (!options.plainHttp) {
        auto identity = data.tlsIdentity();
        if (!identity)
            return base::fail(identity.error());
        running->m_pin = identity->pin;
        server.tls = std::move(*identity);
    }
    TASHILGAR_TRY(data.blobs->forgetReceived());
    TASHILGAR_TRY(forgetOldUploads(data));
    const unsigned cores = std::max(2u, std::thread::hardware_concurrency());
    running->m_workers = std::make_unique<http::Workers>(cores + 2);
    running->m_hub.reset(new api::Hub{*data.storage, *data.blobs, *data.forms, *data.identity, data.world.clock,
        data.world.random, *running->m_workers, options.limits, {}, {}, options.publicUrl});
    auto started = http::Server::start(std::move(server), api::routes(*running->m_hub));
    if (!started)
        return base::fail(started.error());
    running->m_server = std::move(*started);
    running->m_sweeper = std::jthread([&data, every = options.sweepEvery](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        // What cannot be forgotten today is forgotten tomorrow.
        while (!wake.wait_for(lock, stop, every, [] { return false; }) && !stop.stop_requested())
            (void)forgetOldUploads(data);
    });
    return running;
}

std::uint16_t RunningHub::port() const { return m_server->port(); }

void RunningHub::stop()
{
    if (!m_server)
        return;
    m_sweeper = {}; // asks it to end, and waits
    m_server->stop();
    m_workers->join();
    // What was handed to the writer before may still call back; after one empty job it has.
    (void)m_hub->storage.writeNow([](storage::Writer&) { return base::Result<void>(); });
    m_server.reset();
    m_lock.reset();
}

RunningHub::~RunningHub() { stop(); }

} // namespace tashilgar::hub
