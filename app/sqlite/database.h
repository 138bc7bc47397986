#pragma once

#include "app/base/files.h"
#include "app/base/result.h"
#include "app/base/seal.h"
#include "app/sqlite/statement.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;

namespace tashilgar::sqlite {

/// When SQLite asks the disk to be sure. Full: a committed transaction survives a power cut. Normal: it may be lost,
/// with all after it, but the file stays whole. Off: for the tests that show what the other two are for.
enum class Synchronous { Full, Normal, Off };

/// AEGIS-256 is fast where the processor has AES instructions, ChaCha20-Poly1305 elsewhere. Both authenticate each
/// page.
enum class Cipher { Aegis, ChaCha20 };

/// What this processor does best.
Cipher bestCipher();

/// The cipher of the databases in \p folder: what its plain file "cipher" says; when there is none, bestCipher(), which
/// is written there first (whole and synced), so that a disk moved to another machine still opens. Fails with
/// base::kMalformed for a file that names neither.
base::Result<Cipher> cipherOf(base::Files& files, const std::filesystem::path& folder);

struct OpenOptions {
    /// Without a key the file is plain.
    std::optional<base::SecretKey> key;
    Cipher cipher = Cipher::ChaCha20;
    Synchronous synchronous = Synchronous::Full;
    /// How long a statement waits for another connection's lock.
    std::chrono::milliseconds busyTimeout{5000};
    /// The registered VFS below the encryption; empty is the system's own. Tests put a disk that loses power here.
    std::string vfs;
    /// Fails with base::kNotFound when the file is not there; nothing can be written.
    bool readOnly = false;
    /// Pages of the write-ahead log after which a commit also checkpoints. 0: only checkpoint() does.
    int autoCheckpointPages = 1000;
};

/// One connection to a SQLite database in WAL mode. One thread at a time uses it and its statements; interrupt() may
/// come from any thread. Several connections to the same file may live beside each other, in threads of their own.
class Database {
public:
    /// Opens \p path, or creates it, and reads its first page, so a wrong key fails here: kWrongKey.
    /// A new file's folder still needs Files::syncDirectory() by the caller before anything in it counts as safe.
    static base::Result<Database> open(const std::filesystem::path& path, const OpenOptions& options = {});
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    base::Result<Statement> prepare(std::string_view sql);
    /// Prepared with \p values bound from place 1 on.
    template <class... Values>
    base::Result<Statement> query(std::string_view sql, const Values&... values)
    {
        auto statement = prepare(sql);
        if (statement)
            statement->bindAll(values...);
        return statement;
    }
    /// Runs one statement to its end.
    template <class... Values>
    base::Result<void> run(std::string_view sql, const Values&... values)
    {
        auto statement = query(sql, values...);
        if (!statement)
            return base::fail(std::move(statement).error());
        return statement->run();
    }
    /// Hands each row of a query to \p visit, as a `const Statement&`.
    template <class Visit, class... Values>
    base::Result<void> select(std::string_view sql, Visit visit, const Values&... values)
    {
        auto statement = query(sql, values...);
        if (!statement)
            return base::fail(std::move(statement).error());
        return statement->forEach(std::move(visit));
    }
    /// The first column of the first row; nothing when there is no row.
    template <class... Values>
    base::Result<std::optional<std::int64_t>> selectInteger(std::string_view sql, const Values&... values)
    {
        std::optional<std::int64_t> found;
        TASHILGAR_TRY(select(
            sql, [&](const Statement& row) { found = found ? found : row.optionalInteger(0); }, values...));
        return found;
    }
    /// Runs any number of statements without values, one after the other.
    base::Result<void> runScript(const std::string& sql);

    std::int64_t lastInsertRowId() const;
    /// Rows changed by the last INSERT, UPDATE or DELETE.
    std::int64_t changes() const;
    bool inTransaction() const;

    /// Makes the running statement of the connection's thread fail with base::kCancelled.
    void interrupt();
    /// Moves the write-ahead log into the database as far as nobody reads from it; with \p truncate the log is emptied.
    base::Result<void> checkpoint(bool truncate = false);
    /// A consistent copy, under the same key, while others go on writing. \p target must not exist.
    base::Result<void> copyTo(const std::filesystem::path& target);

    /// For the session extension and for tests. Owned by this object.
    ::sqlite3* handle() const;

private:
    explicit Database(std::shared_ptr<Connection> connection);
    std::shared_ptr<Connection> m_connection;
};

} // namespace tashilgar::sqlite
