#pragma once

#include "app/base/files.h"
#include "app/base/result.h"
#include "app/base/seal.h"
#include "app/forms/list_table.h"
#include "app/sqlite/database.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tashilgar::lists {

/// A CSV file of so many bytes (some 50,000 rows) is better kept as a table: reading a smaller one takes no longer than
/// opening the table, and it is then in memory.
inline constexpr std::uint64_t kLargeList = 2u * 1024 * 1024;

/// Large lists of forms as tables on the disk, one SQLite file a list, so that a form with a million rows opens as fast
/// as one with ten. Everything here can be made again from the lists' own files: a table that does not open is.
///
/// One thread uses a cache and the tables it gives, which may outlive it; another thread opens its own on the same
/// folder.
class TableCache {
public:
    struct Source {
        std::string name; ///< of two sources with one name, the later takes the place of the other
        std::string fingerprint; ///< another one whenever the file is another one
        /// The CSV file; asked for only where there is no table of it yet.
        std::function<base::Result<std::string>()> read;
    };

    /// Makes \p folder where there is none, for its owner only. With \p key the tables are encrypted. \p files outlives
    /// the cache. Fails with base::kIoError, base::kDiskFull.
    static base::Result<TableCache> open(
        base::Files& files, std::filesystem::path folder, std::optional<base::SecretKey> key);

    /// The table of a list, made first where there is none. Null for a list that cannot be one (too many columns).
    /// Fails with what reading the file and writing the table fail with.
    base::Result<std::shared_ptr<forms::ListTable>> table(const Source& source);

private:
    TableCache(base::Files& files, std::filesystem::path folder, sqlite::OpenOptions options);
    base::Result<void> make(const std::filesystem::path& path, const Source& source);
    void forget(const std::filesystem::path& path);

    base::Files* m_files;
    std::filesystem::path m_folder;
    sqlite::OpenOptions m_options;
};

} // namespace tashilgar::lists
