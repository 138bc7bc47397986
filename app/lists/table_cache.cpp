#include "app/lists/table_cache.h"

#include "app/base/hash.h"
#include "app/lists/disk_table.h"
#include "app/lists/table_writer.h"
#include "app/sqlite/transaction.h"

namespace tashilgar::lists {
namespace {

/// Says that the list has more columns than a table takes; nobody sees it.
constexpr base::ErrorCode kTooWide{"lists.too-wide"};

/// What can happen to a file that can be made again.
bool isWorthAnother(const base::Error& error)
{
    return error.code == base::kNotFound || error.code == sqlite::kWrongKey || error.code == sqlite::kCorrupt;
}

/// Stands between the reading of a list and its table, to turn away what is too wide.
class BoundedRows final : public forms::ListRows {
public:
    explicit BoundedRows(TableWriter& writer)
        : m_writer(writer)
    {
    }
    base::Result<void> begin(std::span<const std::string> columns) override
    {
        if (columns.size() > kMaxColumns)
            return base::fail(kTooWide, "this list has too many columns for a table");
        return m_writer.begin(columns);
    }
    base::Result<void> row(std::span<const std::string_view> cells) override { return m_writer.row(cells); }

private:
    TableWriter& m_writer;
};

} // namespace

TableCache::TableCache(base::Files& files, std::filesystem::path folder, sqlite::OpenOptions options)
    : m_files(&files)
    , m_folder(std::move(folder))
    , m_options(std::move(options))
{
}

base::Result<TableCache> TableCache::open(
    base::Files& files, std::filesystem::path folder, std::optional<base::SecretKey> key)
{
    TASHILGAR_TRY(files.createDirectories(folder));
    std::error_code refused;
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, refused);
    if (refused)
        return base::fail(base::kIoError, "the folder for lists cannot be made private", folder.filename().string());
    sqlite::OpenOptions options;
    options.key = std::move(key);
    options.synchronous = sqlite::Synchronous::Normal;
    if (options.key) {
        const auto cipher = sqlite::cipherOf(files, folder);
        if (!cipher)
            return base::fail(cipher.error());
        options.cipher = *cipher;
    }
    return TableCache(files, std::move(folder), std::move(options));
}

base::Result<std::shared_ptr<forms::ListTable>> TableCache::table(const Source& source)
{
    const std::filesystem::path path = m_folder / (base::Sha256::hexOf(base::bytesOf(source.name)) + ".table");
    if (m_files->exists(path)) {
        auto opened = DiskTable::open(path, m_options, source.fingerprint);
        if (opened)
            return std::move(*opened);
        if (!isWorthAnother(opened.error()))
            return base::fail(std::move(opened).error());
    }
    if (auto made = make(path, source); !made) {
        if (made.error().code == kTooWide)
            return nullptr;
        return base::fail(std::move(made).error());
    }
    auto opened = DiskTable::open(path, m_options, source.fingerprint);
    if (!opened)
        return base::fail(std::move(opened).error());
    return std::move(*opened);
}

/// Removes a database with what SQLite keeps beside it.
void TableCache::forget(const std::filesystem::path& path)
{
    for (const char* part : {"", "-wal", "-shm", "-journal"})
        (void)m_files->remove(path.string() + part);
}

/// Written beside its place, made sure of and only then named, so that what has the name is whole.
base::Result<void> TableCache::make(const std::filesystem::path& path, const Source& source)
{
    auto text = source.read();
    if (!text)
        return base::fail(std::move(text).error());
    const std::filesystem::path part = path.string() + ".part";
    forget(part);
    if (auto own = m_files->create(part); !own) // SQLite keeps to the rights that the file has
        return base::fail(std::move(own).error());
    const auto write = [&]() -> base::Result<void> {
        sqlite::OpenOptions options = m_options;
        options.synchronous = sqlite::Synchronous::Off;
        auto database = sqlite::Database::open(part, options);
        if (!database)
            return base::fail(std::move(database).error());
        TASHILGAR_TRY(database->runScript("PRAGMA journal_mode = OFF;"));
        auto transaction = sqlite::Transaction::begin(*database);
        if (!transaction)
            return base::fail(std::move(transaction).error());
        TableWriter writer(*database);
        BoundedRows rows(writer);
        TASHILGAR_TRY(forms::readCsvList(*text, rows));
        TASHILGAR_TRY(writer.finish(source.fingerprint));
        return transaction->commit();
    };
    if (auto written = write(); !written) {
        forget(part);
        return written;
    }
    {
        auto file = m_files->append(part);
        if (!file)
            return base::fail(std::move(file).error());
        TASHILGAR_TRY((*file)->sync());
    }
    forget(path);
    TASHILGAR_TRY(m_files->rename(part, path));
    return m_files->syncDirectory(m_folder);
}

} // namespace tashilgar::lists
