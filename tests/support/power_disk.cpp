#include "tests/support/power_disk.h"

#include "tests/support/world.h"

#include <algorithm>

namespace tashilgar::tests {
namespace {

/// One change of a file's bytes that is not synced yet.
struct Change {
    bool truncates = false;
    std::uint64_t at = 0; ///< offset, or the new size
    std::string bytes;
};

void apply(std::string& content, const Change& change)
{
    if (change.truncates) {
        content.resize(change.at);
        return;
    }
    if (content.size() < change.at + change.bytes.size())
        content.resize(change.at + change.bytes.size());
    content.replace(change.at, change.bytes.size(), change.bytes);
}

/// The sectors of a write, as changes of their own.
std::vector<Change> sectorsOf(const Change& change)
{
    std::vector<Change> sectors;
    for (std::uint64_t at = change.at, end = change.at + change.bytes.size(); at < end;) {
        const std::uint64_t next = std::min(end, (at / PowerDisk::kSector + 1) * PowerDisk::kSector);
        sectors.push_back({false, at, change.bytes.substr(at - change.at, next - at)});
        at = next;
    }
    return sectors;
}

bool half(FakeRandom& random) { return (random.next() & 1) != 0; }

template <class T>
void shuffle(std::vector<T>& things, FakeRandom& random)
{
    for (std::size_t i = things.size(); i > 1; --i)
        std::swap(things[i - 1], things[random.next() % i]);
}

/// What is left of \p changes after a cut, to be applied in order.
std::vector<Change> leftOf(const std::vector<Change>& changes, PowerDisk::Cut cut, FakeRandom& random)
{
    std::vector<Change> left;
    switch (cut) {
    case PowerDisk::Cut::Forget:
        break;
    case PowerDisk::Cut::Tear: {
        const std::size_t whole = changes.empty() ? 0 : random.next() % (changes.size() + 1);
        left.assign(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(whole));
        if (whole < changes.size() && !changes[whole].truncates) {
            std::vector<Change> sectors = sectorsOf(changes[whole]);
            sectors.resize(sectors.empty() ? 0 : random.next() % sectors.size());
            left.insert(left.end(), sectors.begin(), sectors.end());
        }
        break;
    }
    case PowerDisk::Cut::Reorder:
        for (const Change& change : changes) {
            if (half(random))
                continue;
            if (change.truncates || half(random)) {
                left.push_back(change);
                continue;
            }
            for (Change& sector : sectorsOf(change)) {
                if (half(random))
                    left.push_back(std::move(sector));
            }
        }
        shuffle(left, random);
        break;
    }
    return left;
}

} // namespace

struct PowerDisk::File {
    std::string now;
    std::string safe;
    std::vector<Change> unsynced;
};

PowerDisk::PowerDisk()
{
    m_now.folders.insert("/");
    m_safe = m_now;
}

PowerDisk::~PowerDisk() = default;

void PowerDisk::Names::apply(const NameChange& change)
{
    if (!change.removed.empty())
        files.erase(change.removed);
    if (change.added.empty())
        return;
    if (change.file)
        files[change.added] = change.file;
    else
        folders.insert(change.added);
}

std::unique_ptr<PowerDisk> PowerDisk::afterCut(Cut cut, std::uint64_t seed) const
{
    const std::scoped_lock lock(m_mutex);
    FakeRandom random(seed);
    Names names = m_safe;
    for (const auto& [folder, changes] : m_unsyncedNames) {
        std::vector<NameChange> left;
        if (cut == Cut::Tear && !changes.empty())
            left.assign(
                changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(random.next() % (changes.size() + 1)));
        if (cut == Cut::Reorder) {
            std::copy_if(
                changes.begin(), changes.end(), std::back_inserter(left), [&](const auto&) { return half(random); });
            shuffle(left, random);
        }
        for (const NameChange& change : left)
            names.apply(change);
    }

    auto disk = std::make_unique<PowerDisk>();
    for (const std::string& folder : names.folders) { // sorted: a folder follows the one above it
        const std::string above = std::filesystem::path(folder).parent_path().string();
        if (disk->m_safe.folders.contains(above))
            disk->m_safe.folders.insert(folder);
    }
    // A file that has two names after a reordered rename is still one file.
    std::map<const File*, FilePointer> files;
    for (const auto& [path, old] : names.files) {
        if (!disk->m_safe.folders.contains(std::filesystem::path(path).parent_path().string()))
            continue;
        FilePointer& file = files[old.get()];
        if (!file) {
            file = std::make_shared<File>();
            file->safe = old->safe;
            for (const Change& change : leftOf(old->unsynced, cut, random))
                tests::apply(file->safe, change);
            file->now = file->safe;
        }
        disk->m_safe.files[path] = file;
    }
    disk->m_now = disk->m_safe;
    return disk;
}

void PowerDisk::cutAt(std::uint64_t sync)
{
    const std::scoped_lock lock(m_mutex);
    m_cutAt = sync;
}

void PowerDisk::cutNow()
{
    const std::scoped_lock lock(m_mutex);
    m_cut = true;
}

bool PowerDisk::isCut() const
{
    const std::scoped_lock lock(m_mutex);
    return m_cut;
}

std::uint64_t PowerDisk::syncs() const
{
    const std::scoped_lock lock(m_mutex);
    return m_syncs;
}

void PowerDisk::setRoom(std::optional<std::uint64_t> bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_room = bytes;
}

base::Result<void> PowerDisk::alive() const
{
    if (m_cut)
        return base::fail(base::kIoError, "the power is off");
    return {};
}

base::Result<void> PowerDisk::countSync()
{
    TASHILGAR_TRY(alive());
    if (m_cutAt && m_syncs + 1 >= *m_cutAt)
        m_cut = true;
    TASHILGAR_TRY(alive());
    ++m_syncs;
    return {};
}

base::Result<void> PowerDisk::takeRoom(std::uint64_t bytes)
{
    if (m_room && bytes > *m_room)
        return base::fail(base::kDiskFull, "the disk is full");
    if (m_room)
        *m_room -= bytes;
    return {};
}

void PowerDisk::change(const std::filesystem::path& folder, NameChange change)
{
    m_now.apply(change);
    m_unsyncedNames[folder.string()].push_back(std::move(change));
}

base::Result<PowerDisk::FilePointer> PowerDisk::open(const std::filesystem::path& path, bool create)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    if (const auto found = m_now.files.find(path.string()); found != m_now.files.end())
        return found->second;
    const std::string folder = path.parent_path().string();
    if (!create || !m_now.folders.contains(folder))
        return base::fail(base::kNotFound, "there is no such file", path.string());
    auto file = std::make_shared<File>();
    change(folder, {{}, path.string(), file});
    return file;
}

PowerDisk::FilePointer PowerDisk::openNameless() { return std::make_shared<File>(); }

base::Result<void> PowerDisk::write(File& file, std::uint64_t offset, std::string_view bytes)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    const std::uint64_t end = offset + bytes.size();
    if (end > file.now.size()) {
        TASHILGAR_TRY(takeRoom(end - file.now.size()));
    }
    file.unsynced.push_back({false, offset, std::string(bytes)});
    tests::apply(file.now, file.unsynced.back());
    return {};
}

base::Result<void> PowerDisk::truncate(File& file, std::uint64_t size)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    if (size > file.now.size()) {
        TASHILGAR_TRY(takeRoom(size - file.now.size()));
    } else if (m_room) {
        *m_room += file.now.size() - size;
    }
    file.unsynced.push_back({true, size, {}});
    tests::apply(file.now, file.unsynced.back());
    return {};
}

base::Result<std::string> PowerDisk::read(const File& file, std::uint64_t offset, std::size_t length) const
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    return offset < file.now.size() ? file.now.substr(offset, length) : std::string();
}

std::uint64_t PowerDisk::size(const File& file) const
{
    const std::scoped_lock lock(m_mutex);
    return file.now.size();
}

base::Result<void> PowerDisk::syncFile(File& file)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(countSync());
    file.safe = file.now;
    file.unsynced.clear();
    return {};
}

base::Result<void> PowerDisk::syncFolder(const std::filesystem::path& folder)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(countSync());
    const auto changes = m_unsyncedNames.find(folder.string());
    if (changes == m_unsyncedNames.end())
        return {};
    for (const NameChange& change : changes->second)
        m_safe.apply(change);
    m_unsyncedNames.erase(changes);
    return {};
}

base::Result<void> PowerDisk::makeFolders(const std::filesystem::path& folder)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    if (m_now.folders.contains(folder.string()))
        return {};
    const std::filesystem::path above = folder.parent_path();
    if (above == folder || above.empty())
        return base::fail(base::kIoError, "paths on this disk begin at the root", folder.string());
    TASHILGAR_TRY(makeFolders(above));
    change(above, {{}, folder.string(), nullptr});
    return {};
}

base::Result<void> PowerDisk::rename(const std::filesystem::path& from, const std::filesystem::path& to)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    const auto found = m_now.files.find(from.string());
    if (found == m_now.files.end())
        return base::fail(base::kNotFound, "there is no such file", from.string());
    if (from.parent_path() != to.parent_path())
        return base::fail(base::kIoError, "this disk renames within a folder only", from.string());
    change(from.parent_path(), {from.string(), to.string(), found->second});
    return {};
}

base::Result<void> PowerDisk::remove(const std::filesystem::path& path)
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    const auto found = m_now.files.find(path.string());
    if (found == m_now.files.end())
        return {};
    if (m_room)
        *m_room += found->second->now.size();
    change(path.parent_path(), {path.string(), {}, nullptr});
    return {};
}

bool PowerDisk::exists(const std::filesystem::path& path) const
{
    const std::scoped_lock lock(m_mutex);
    return m_now.files.contains(path.string()) || m_now.folders.contains(path.string());
}

base::Result<std::vector<std::string>> PowerDisk::list(const std::filesystem::path& folder) const
{
    const std::scoped_lock lock(m_mutex);
    TASHILGAR_TRY(alive());
    if (!m_now.folders.contains(folder.string()))
        return base::fail(base::kNotFound, "there is no such folder", folder.string());
    std::vector<std::string> names;
    for (const auto& [path, file] : m_now.files) {
        if (std::filesystem::path(path).parent_path() == folder)
            names.push_back(std::filesystem::path(path).filename().string());
    }
    for (const std::string& path : m_now.folders) {
        if (path != folder && std::filesystem::path(path).parent_path() == folder)
            names.push_back(std::filesystem::path(path).filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tashilgar::tests
