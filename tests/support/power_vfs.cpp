#include "tests/support/power_vfs.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <map>
#include <sqlite3.h>
#include <thread>

namespace tashilgar::tests {
namespace {

/// Who holds what of one database file: the rollback locks and the log's shared index.
struct Locks {
    std::map<const void*, int> levels; ///< SQLITE_LOCK_… by handle
    std::array<std::map<const void*, bool>, SQLITE_SHM_NLOCK> shared; ///< true: exclusive
    std::vector<std::unique_ptr<std::byte[]>> regions;
    std::size_t mappings = 0;
};

} // namespace

struct PowerVfs::Registration {
    sqlite3_vfs vfs{};
    PowerDisk* disk = nullptr;
    std::map<const PowerDisk::File*, std::shared_ptr<Locks>> locks;
};

namespace {

/// What SQLite sees as an open file. SQLite gives zeroed memory; `state` is ours.
struct Handle {
    sqlite3_file base;
    struct State {
        PowerVfs::Registration* owner;
        PowerDisk::FilePointer file;
        std::shared_ptr<Locks> locks;
        std::string path;
        bool syncsFolder = false;
        bool deletesOnClose = false;
        bool mapped = false;
    } * state;
};

Handle::State& stateOf(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file)->state; }

int codeOf(const base::Result<void>& done, int otherwise)
{
    if (done)
        return SQLITE_OK;
    return done.error().code == base::kDiskFull ? SQLITE_FULL : otherwise;
}

int closeFile(sqlite3_file* file)
{
    Handle::State* state = reinterpret_cast<Handle*>(file)->state;
    {
        const std::scoped_lock lock(state->owner->disk->mutex());
        state->locks->levels.erase(state);
        if (state->deletesOnClose)
            (void)state->owner->disk->remove(state->path);
    }
    delete state;
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset)
{
    Handle::State& state = stateOf(file);
    const auto bytes
        = state.owner->disk->read(*state.file, static_cast<std::uint64_t>(offset), static_cast<std::size_t>(amount));
    if (!bytes)
        return SQLITE_IOERR_READ;
    std::memcpy(buffer, bytes->data(), bytes->size());
    if (bytes->size() == static_cast<std::size_t>(amount))
        return SQLITE_OK;
    std::memset(static_cast<char*>(buffer) + bytes->size(), 0, static_cast<std::size_t>(amount) - bytes->size());
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset)
{
    Handle::State& state = stateOf(file);
    const std::string_view bytes(static_cast<const char*>(buffer), static_cast<std::size_t>(amount));
    return codeOf(state.owner->disk->write(*state.file, static_cast<std::uint64_t>(offset), bytes), SQLITE_IOERR_WRITE);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    Handle::State& state = stateOf(file);
    return codeOf(state.owner->disk->truncate(*state.file, static_cast<std::uint64_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int syncFile(sqlite3_file* file, int)
{
    Handle::State& state = stateOf(file);
    if (const auto done = state.owner->disk->syncFile(*state.file); !done)
        return SQLITE_IOERR_FSYNC;
    if (state.syncsFolder) {
        if (!state.owner->disk->syncFolder(std::filesystem::path(state.path).parent_path()))
            return SQLITE_IOERR_DIR_FSYNC;
        state.syncsFolder = false;
    }
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    Handle::State& state = stateOf(file);
    *size = static_cast<sqlite3_int64>(state.owner->disk->size(*state.file));
    return SQLITE_OK;
}

/// The highest level that others hold.
int highestOfOthers(const Handle::State& state)
{
    int highest = SQLITE_LOCK_NONE;
    for (const auto& [holder, level] : state.locks->levels) {
        if (holder != &state)
            highest = std::max(highest, level);
    }
    return highest;
}

// Spec: https://www.sqlite.org/lockingv3.html
int lockFile(sqlite3_file* file, int wanted)
{
    Handle::State& state = stateOf(file);
    const std::scoped_lock lock(state.owner->disk->mutex());
    int& level = state.locks->levels[&state];
    if (level >= wanted)
        return SQLITE_OK;
    const int others = highestOfOthers(state);
    if (wanted == SQLITE_LOCK_SHARED && others >= SQLITE_LOCK_PENDING)
        return SQLITE_BUSY;
    if (wanted == SQLITE_LOCK_RESERVED && others >= SQLITE_LOCK_RESERVED)
        return SQLITE_BUSY;
    if (wanted == SQLITE_LOCK_EXCLUSIVE && others >= SQLITE_LOCK_SHARED) {
        if (others < SQLITE_LOCK_PENDING)
            level = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    level = wanted;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file* file, int wanted)
{
    Handle::State& state = stateOf(file);
    const std::scoped_lock lock(state.owner->disk->mutex());
    int& level = state.locks->levels[&state];
    level = std::min(level, wanted);
    return SQLITE_OK;
}

int isReserved(sqlite3_file* file, int* reserved)
{
    Handle::State& state = stateOf(file);
    const std::scoped_lock lock(state.owner->disk->mutex());
    *reserved = highestOfOthers(state) >= SQLITE_LOCK_RESERVED;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; } // as PowerDisk promises

int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** memory)
{
    Handle::State& state = stateOf(file);
    const std::scoped_lock lock(state.owner->disk->mutex());
    Locks& locks = *state.locks;
    if (!state.mapped) {
        state.mapped = true;
        ++locks.mappings;
    }
    while (extend && locks.regions.size() <= static_cast<std::size_t>(region))
        locks.regions.push_back(std::make_unique<std::byte[]>(static_cast<std::size_t>(size)));
    *memory = static_cast<std::size_t>(region) < locks.regions.size()
        ? locks.regions[static_cast<std::size_t>(region)].get()
        : nullptr;
    return SQLITE_OK;
}

int lockShared(sqlite3_file* file, int first, int count, int flags)
{
    Handle::State& state = stateOf(file);
    const std::scoped_lock lock(state.owner->disk->mutex());
    const auto slots
        = std::span(state.locks->shared).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
    if (flags & SQLITE_SHM_UNLOCK) {
        for (auto& slot : slots)
            slot.erase(&state);
        return SQLITE_OK;
    }
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (const auto& slot : slots) {
        for (const auto& [holder, theirs] : slot) {
            if (holder != &state && (exclusive || theirs))
                return SQLITE_BUSY;
        }
    }
    for (auto& slot : slots)
        slot[&state] = exclusive;
    return SQLITE_OK;
}

void barrier(sqlite3_file*) { std::atomic_thread_fence(std::memory_order_seq_cst); }

int unmapShared(sqlite3_file* file, int)
{
    Handle::State& state = stateOf(file);
    const std::scoped_lock lock(state.owner->disk->mutex());
    if (!state.mapped)
        return SQLITE_OK;
    state.mapped = false;
    for (auto& slot : state.locks->shared)
        slot.erase(&state);
    if (--state.locks->mappings == 0)
        state.locks->regions.clear(); // the next first one builds the index from the log
    return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile,
    unlockFile, isReserved, control, sectorSize, characteristics, mapShared, lockShared, barrier, unmapShared, nullptr,
    nullptr};

PowerVfs::Registration& ownerOf(sqlite3_vfs* vfs) { return *static_cast<PowerVfs::Registration*>(vfs->pAppData); }

int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags)
{
    PowerVfs::Registration& owner = ownerOf(vfs);
    const std::scoped_lock lock(owner.disk->mutex());
    file->pMethods = nullptr;
    const bool isNew = path && !owner.disk->exists(path);
    PowerDisk::FilePointer found;
    if (path) {
        auto opened = owner.disk->open(path, (flags & SQLITE_OPEN_CREATE) != 0);
        if (!opened)
            return SQLITE_CANTOPEN;
        found = std::move(*opened);
    } else {
        found = owner.disk->openNameless();
    }
    std::shared_ptr<Locks>& locks = owner.locks[found.get()];
    if (!locks)
        locks = std::make_shared<Locks>();
    auto state = std::make_unique<Handle::State>();
    state->owner = &owner;
    state->file = found;
    state->locks = locks;
    state->path = path ? path : "";
    state->syncsFolder
        = isNew && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
    state->deletesOnClose = path && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    reinterpret_cast<Handle*>(file)->state = state.release();
    file->pMethods = &kMethods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* path, int syncFolder)
{
    PowerDisk& disk = *ownerOf(vfs).disk;
    if (!disk.exists(path))
        return SQLITE_IOERR_DELETE_NOENT;
    if (!disk.remove(path))
        return SQLITE_IOERR_DELETE;
    if (syncFolder && !disk.syncFolder(std::filesystem::path(path).parent_path()))
        return SQLITE_IOERR_DIR_FSYNC;
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs* vfs, const char* path, int, int* result)
{
    *result = ownerOf(vfs).disk->exists(path);
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* path, int size, char* out)
{
    sqlite3_snprintf(size, out, "%s", path);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int size, char* out)
{
    std::memset(out, 4, static_cast<std::size_t>(size)); // salts only; the same in each run
    return size;
}

int sleepFor(sqlite3_vfs*, int microseconds)
{
    std::this_thread::yield();
    return microseconds;
}

int currentTime(sqlite3_vfs*, sqlite3_int64* now)
{
    *now = 212'591'000'000'000; // a day of 2024, in milliseconds of the Julian calendar; nothing here depends on it
    return SQLITE_OK;
}

int lastError(sqlite3_vfs*, int, char*) { return 0; }

} // namespace

PowerVfs::PowerVfs(PowerDisk& disk)
    : m_registration(std::make_unique<Registration>())
{
    static std::atomic<int> count = 0;
    m_name = "power-" + std::to_string(++count);
    m_registration->disk = &disk;
    sqlite3_vfs& vfs = m_registration->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 1024;
    vfs.zName = m_name.c_str();
    vfs.pAppData = m_registration.get();
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTimeInt64 = currentTime;
    vfs.xGetLastError = lastError;
    sqlite3_vfs_register(&vfs, 0);
}

PowerVfs::~PowerVfs()
{
    sqlite3mc_vfs_destroy(("multipleciphers-" + m_name).c_str());
    sqlite3_vfs_unregister(&m_registration->vfs);
}

} // namespace tashilgar::tests
