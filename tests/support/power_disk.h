#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tashilgar::tests {

/// A disk in memory that knows what was synced and what was only written. Tablet and hub tests put their databases
/// (PowerVfs) and files (PowerFiles) on one of these, cut its power at a sync of their choice, and go on with what is
/// left.
///
/// Bytes of a file are safe after syncFile(); a name (new, renamed, removed) after syncFolder() of its folder; a folder
/// after syncFolder() of the one above. A write changes no byte outside its own range, as SQLite expects of real disks.
/// Any thread may call.
class PowerDisk {
public:
    /// What the cut does to all that was not synced. Forget: none of it is there. Tear: of each file and folder, what
    /// came first is there, and the last of it in part. Reorder: any of it is there, in any order, in whole or in
    /// sectors.
    enum class Cut { Forget, Tear, Reorder };
    static constexpr std::size_t kSector = 512;

    struct File;
    using FilePointer = std::shared_ptr<File>;

    PowerDisk();
    ~PowerDisk();

    /// The disk as it is found after the power is back. \p seed decides what Tear and Reorder leave.
    std::unique_ptr<PowerDisk> afterCut(Cut cut, std::uint64_t seed) const;

    /// The power fails just before sync number \p sync (from 1); from then on every call fails.
    void cutAt(std::uint64_t sync);
    /// The power fails now.
    void cutNow();
    bool isCut() const;
    /// Syncs so far, of files and folders.
    std::uint64_t syncs() const;
    /// How many bytes more the disk takes; growing beyond fails with base::kDiskFull. Nothing: no limit.
    void setRoom(std::optional<std::uint64_t> bytes);

    // What PowerFiles and PowerVfs are made of
    // -------------------------------------------------------------------------
    base::Result<FilePointer> open(const std::filesystem::path& path, bool create);
    /// A file without a name; nothing of it outlives a cut.
    FilePointer openNameless();
    base::Result<void> write(File& file, std::uint64_t offset, std::string_view bytes);
    base::Result<void> truncate(File& file, std::uint64_t size);
    base::Result<std::string> read(const File& file, std::uint64_t offset, std::size_t length) const;
    std::uint64_t size(const File& file) const;
    base::Result<void> syncFile(File& file);
    base::Result<void> syncFolder(const std::filesystem::path& folder);
    base::Result<void> makeFolders(const std::filesystem::path& folder);
    base::Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to);
    base::Result<void> remove(const std::filesystem::path& path);
    bool exists(const std::filesystem::path& path) const;
    base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const;
    std::recursive_mutex& mutex() const { return m_mutex; }

private:
    /// What happened to a folder's names since its last sync.
    struct NameChange {
        std::string removed; ///< path, or empty
        std::string added; ///< path, or empty
        FilePointer file; ///< behind `added`; nothing for a folder
    };
    struct Names {
        std::map<std::string, FilePointer> files;
        std::set<std::string> folders;
        void apply(const NameChange& change);
    };
    base::Result<void> alive() const;
    base::Result<void> countSync();
    base::Result<void> takeRoom(std::uint64_t bytes);
    void change(const std::filesystem::path& folder, NameChange change);

    mutable std::recursive_mutex m_mutex;
    Names m_now;
    Names m_safe;
    std::map<std::string, std::vector<NameChange>> m_unsyncedNames; ///< by folder
    std::uint64_t m_syncs = 0;
    std::optional<std::uint64_t> m_cutAt;
    bool m_cut = false;
    std::optional<std::uint64_t> m_room;
};

} // namespace tashilgar::tests
