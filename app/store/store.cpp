#include "app/store/store.h"

#include "app/base/uuid.h"
#include "app/sqlite/migrations.h"

#include <set>

namespace tashilgar::store {

extern const std::span<const sqlite::Migration> kRecordsMigrations;
extern const std::span<const sqlite::Migration> kListsMigrations;

namespace {

/// Checkpoints run in quiet moments (Store::checkpoint); this many pages of log, 16 MB, are the most that a long day of
/// filling leaves to the next start.
constexpr int kLargestLogPages = 4000;
/// A draft that was set aside can be brought back for ten seconds on the page, and by the office for a week.
constexpr std::chrono::days kSetAsideKept(7);

base::Result<sqlite::Database> openDatabase(
    const std::filesystem::path& path, const sqlite::OpenOptions& options, std::span<const sqlite::Migration> steps)
{
    auto database = sqlite::Database::open(path, options);
    if (!database)
        return database;
    TASHILGAR_TRY(sqlite::migrate(*database, steps));
    return database;
}

/// What makes this tablet's branch ids differ from another's.
base::Result<std::string> branchSaltOf(sqlite::Database& records, base::Random& random)
{
    std::string salt;
    TASHILGAR_TRY(records.select("SELECT value FROM setting WHERE section = 'own' AND name = 'branchSalt'",
        [&](const sqlite::Statement& row) { salt = row.text(0); }));
    if (!salt.empty())
        return salt;
    salt = base::uuid4(random);
    TASHILGAR_TRY(records.run("INSERT INTO setting (section, name, value) VALUES ('own', 'branchSalt', ?)", salt));
    return salt;
}

} // namespace

Store::Store(sqlite::Database records, sqlite::Database lists)
    : m_recordsDatabase(std::move(records))
    , m_listsDatabase(std::move(lists))
{
}

Store::~Store() = default;

base::Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& folder, const base::SecretKey& key,
    base::Files& files, const base::Clock& clock, base::Random& random, const StoreOptions& options)
{
    const std::filesystem::path attachments = folder / "attachments";
    TASHILGAR_TRY(base::makeFolder(files, folder));
    TASHILGAR_TRY(base::makeFolder(files, attachments));
    const auto cipher = sqlite::cipherOf(files, folder);
    if (!cipher)
        return base::fail(cipher.error());

    sqlite::OpenOptions how;
    how.key = key;
    how.cipher = *cipher;
    how.vfs = options.vfs;
    how.synchronous = options.recordsSynchronous;
    how.autoCheckpointPages = kLargestLogPages;
    auto records = openDatabase(folder / "records.db", how, kRecordsMigrations);
    if (!records)
        return base::fail(std::move(records).error());
    how.synchronous = sqlite::Synchronous::Normal;
    auto lists = openDatabase(folder / "lists.db", how, kListsMigrations);
    if (!lists)
        return base::fail(std::move(lists).error());
    TASHILGAR_TRY(files.syncDirectory(folder)); // the names of both

    std::unique_ptr<Store> store(new Store(std::move(*records), std::move(*lists)));
    sqlite::Database& r = store->m_recordsDatabase;
    store->m_settings = std::make_unique<SettingsBox>(r, key, random);
    auto salt = branchSaltOf(r, random);
    if (!salt)
        return base::fail(std::move(salt).error());
    store->m_attachments = std::make_unique<AttachmentFiles>(files, attachments, key, random);
    store->m_forms = std::make_unique<FormShelf>(r, *store->m_attachments, clock);
    store->m_drafts = std::make_unique<DraftBox>(r, clock);
    store->m_submissions = std::make_unique<SubmissionBox>(r, clock);
    store->m_recordIndex = std::make_unique<RecordIndex>(r);
    store->m_lists = std::make_unique<EntityLists>(store->m_listsDatabase, r, std::move(*salt));
    store->m_arrivals = std::make_unique<Arrivals>(store->m_listsDatabase, *store->m_forms, *store->m_settings);
    if (options.sweep) {
        TASHILGAR_TRY(store->m_drafts->forgetSetAside(clock.now() - kSetAsideKept));
        TASHILGAR_TRY(store->sweepAttachments());
        TASHILGAR_TRY(store->m_lists->forgetReached());
    }
    return store;
}

base::Result<void> Store::sweepAttachments()
{
    std::set<std::string> named;
    TASHILGAR_TRY(m_recordsDatabase.select("SELECT sha256 FROM form_media UNION SELECT sha256 FROM draft_file "
                                           "UNION SELECT sha256 FROM submission_file",
        [&](const sqlite::Statement& row) { named.insert(row.text(0)); }));
    return m_attachments->sweep(named).map([](std::uint32_t) {});
}

std::int64_t Store::changeNumber()
{
    std::int64_t sum = 0;
    for (sqlite::Database* database : {&m_recordsDatabase, &m_listsDatabase}) {
        for (const char* sql : {"PRAGMA data_version", "SELECT total_changes()"})
            sum += database->selectInteger(sql).value_or(std::nullopt).value_or(0);
    }
    return sum;
}

base::Result<void> Store::checkpoint()
{
    TASHILGAR_TRY(m_recordsDatabase.checkpoint());
    return m_listsDatabase.checkpoint();
}

} // namespace tashilgar::store
