#include "sync/hub/storage/sqlite/sqlite_storage.h"

#include "app/sqlite/migrations.h"
#include "app/sqlite/transaction.h"
#include "sync/hub/storage/sqlite/sqlite_writer.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace tashilgar::hub::storage {

extern const std::span<const sqlite::Migration> kSqliteMigrations;

namespace {

// A shared commit takes what waits, but no more than this, so that the first one in it does not wait for ever.
constexpr std::size_t kMaxJobsOfCommit = 256;
// Readers that are kept open for the next one who asks.
constexpr std::size_t kIdleReaders = 8;

class SqliteStorage final : public Storage {
public:
    SqliteStorage(std::filesystem::path path, sqlite::OpenOptions options, sqlite::Database writer)
        : m_path(std::move(path))
        , m_options(std::move(options))
        , m_writer(std::move(writer))
        , m_thread([this] { writeUntilStopped(); })
    {
    }

    ~SqliteStorage() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        m_thread.join(); // what was handed in before is still written
    }

    base::Result<void> read(const ReadJob& job) override
    {
        auto database = takeReader();
        if (!database)
            return base::fail(database.error());
        // A deferred transaction is one snapshot for all of the job.
        TASHILGAR_TRY((*database)->run("BEGIN"));
        SqliteReading<Reader> reader(**database);
        auto result = job(reader);
        const auto ended = (*database)->run("COMMIT");
        if (ended)
            giveBack(std::move(*database));
        return result;
    }

    void write(WriteJob job, Done done) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back({std::move(job), std::move(done)});
        }
        m_wake.notify_one();
    }

    std::uint64_t commits() const override { return m_commits; }

private:
    struct Waiting {
        WriteJob job;
        Done done;
    };

    void writeUntilStopped()
    {
        for (;;) {
            std::vector<Waiting> together;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
                if (m_waiting.empty())
                    return;
                while (!m_waiting.empty() && together.size() < kMaxJobsOfCommit) {
                    together.push_back(std::move(m_waiting.front()));
                    m_waiting.pop_front();
                }
            }
            writeTogether(together);
        }
    }

    void writeTogether(std::vector<Waiting>& together)
    {
        std::vector<base::Result<void>> results(together.size());
        const base::Result<void> committed = [&]() -> base::Result<void> {
            auto transaction = sqlite::Transaction::begin(m_writer);
            if (!transaction)
                return base::fail(transaction.error());
            for (std::size_t i = 0; i < together.size(); ++i) {
                auto savepoint = sqlite::Savepoint::begin(m_writer);
                if (!savepoint)
                    return base::fail(savepoint.error());
                SqliteWriter writer(m_writer);
                results[i] = together[i].job(writer);
                // Trouble with the disk is everybody's: SQLite may have rolled all of it back.
                if (!results[i] && !m_writer.inTransaction())
                    return base::fail(results[i].error());
                if (results[i])
                    TASHILGAR_TRY(savepoint->release());
            }
            return transaction->commit();
        }();
        if (committed)
            ++m_commits;
        for (std::size_t i = 0; i < together.size(); ++i)
            together[i].done(committed || !results[i] ? std::move(results[i]) : committed);
    }

    base::Result<std::unique_ptr<sqlite::Database>> takeReader()
    {
        {
            const std::lock_guard lock(m_readersMutex);
            if (!m_readers.empty()) {
                auto database = std::move(m_readers.back());
                m_readers.pop_back();
                return database;
            }
        }
        auto database = sqlite::Database::open(m_path, m_options);
        if (!database)
            return base::fail(database.error());
        return std::make_unique<sqlite::Database>(std::move(*database));
    }

    void giveBack(std::unique_ptr<sqlite::Database> database)
    {
        const std::lock_guard lock(m_readersMutex);
        if (m_readers.size() < kIdleReaders)
            m_readers.push_back(std::move(database));
    }

    std::filesystem::path m_path;
    sqlite::OpenOptions m_options;
    sqlite::Database m_writer;
    std::atomic<std::uint64_t> m_commits{0};

    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<sqlite::Database>> m_readers;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace

base::Result<std::unique_ptr<Storage>> openSqliteStorage(
    base::Files& files, const std::filesystem::path& folder, const SqliteOptions& options)
{
    TASHILGAR_TRY(files.createDirectories(folder));
    const auto cipher = sqlite::cipherOf(files, folder);
    if (!cipher)
        return base::fail(cipher.error());
    sqlite::OpenOptions open;
    open.key = options.key;
    open.cipher = *cipher;
    open.synchronous = options.synchronous;
    open.vfs = options.vfs;
    const std::filesystem::path path = folder / "hub.db";
    auto database = sqlite::Database::open(path, open);
    if (!database)
        return base::fail(database.error());
    TASHILGAR_TRY(sqlite::migrate(*database, kSqliteMigrations));
    // The names of the database and its log must outlive a power cut before anything in them counts.
    TASHILGAR_TRY(files.syncDirectory(folder));
    return std::make_unique<SqliteStorage>(path, std::move(open), std::move(*database));
}

} // namespace tashilgar::hub::storage
