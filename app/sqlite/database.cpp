#include "app/sqlite/database.h"

#include "app/base/text.h"
#include "app/sqlite/connection.h"

#include <fmt/format.h>

#if defined(__linux__) && defined(__aarch64__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace tashilgar::sqlite {
namespace {

constexpr std::string_view kCipherFile = "cipher";
// SQLite3 Multiple Ciphers names the encrypting VFS after the one below it.
constexpr std::string_view kEncryptingVfs = "multipleciphers";

std::string_view nameOf(Cipher cipher) { return cipher == Cipher::Aegis ? "aegis" : "chacha20"; }

std::string_view nameOf(Synchronous synchronous)
{
    switch (synchronous) {
    case Synchronous::Full:
        return "FULL";
    case Synchronous::Normal:
        return "NORMAL";
    case Synchronous::Off:
        return "OFF";
    }
    return "FULL";
}

base::Result<void> script(Connection& connection, const std::string& sql)
{
    const int code = sqlite3_exec(connection.handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return base::fail(connection.error(code));
    return {};
}

base::Result<void> applyKey(Connection& connection, const OpenOptions& options)
{
    const std::string cipher(nameOf(options.cipher));
    sqlite3mc_config(connection.handle, "cipher", sqlite3mc_cipher_index(cipher.c_str()));
    std::string raw = "raw:" + base::toHex(options.key->bytes());
    const int code = sqlite3_key_v2(connection.handle, "main", raw.data(), static_cast<int>(raw.size()));
    std::fill(raw.begin(), raw.end(), '\0');
    if (code != SQLITE_OK)
        return base::fail(connection.error(code));
    return {};
}

} // namespace

Cipher bestCipher()
{
#if defined(__x86_64__) || defined(__i386__)
    return __builtin_cpu_supports("aes") ? Cipher::Aegis : Cipher::ChaCha20;
#elif defined(__linux__) && defined(__aarch64__)
    return (getauxval(AT_HWCAP) & HWCAP_AES) != 0 ? Cipher::Aegis : Cipher::ChaCha20;
#else
    return Cipher::ChaCha20;
#endif
}

base::Result<Cipher> cipherOf(base::Files& files, const std::filesystem::path& folder)
{
    const std::filesystem::path path = folder / kCipherFile;
    if (!files.exists(path)) {
        const Cipher best = bestCipher();
        TASHILGAR_TRY(files.writeWhole(path, base::bytesOf(std::string(nameOf(best)) + "\n")));
        return best;
    }
    auto bytes = files.readAll(path, 64);
    if (!bytes)
        return base::fail(std::move(bytes).error());
    for (const Cipher cipher : {Cipher::Aegis, Cipher::ChaCha20}) {
        if (base::trim(base::textOf(*bytes)) == nameOf(cipher))
            return cipher;
    }
    return base::fail(base::kMalformed, "the file names no cipher of ours", path.string());
}

Database::Database(std::shared_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

base::Result<Database> Database::open(const std::filesystem::path& path, const OpenOptions& options)
{
    const std::string vfs = options.vfs.empty() ? std::string() : fmt::format("{}-{}", kEncryptingVfs, options.vfs);
    if (!vfs.empty() && !sqlite3_vfs_find(vfs.c_str()) && sqlite3mc_vfs_create(options.vfs.c_str(), 0) != SQLITE_OK)
        return base::fail(kFailed, "there is no such VFS", options.vfs);

    auto connection = std::make_shared<Connection>();
    connection->place = path.filename().string();
    const int flags = (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.c_str(), &connection->handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    if (code != SQLITE_OK) {
        if (options.readOnly && (code & 0xff) == SQLITE_CANTOPEN)
            return base::fail(base::kNotFound, "there is no such database", connection->place);
        return base::fail(connection->error(code));
    }
    sqlite3_busy_timeout(connection->handle, static_cast<int>(options.busyTimeout.count()));
    if (options.key)
        TASHILGAR_TRY(applyKey(*connection, options));
    // The first statement that reads the file tells whether the key is the right one.
    TASHILGAR_TRY(script(*connection, "SELECT count(*) FROM sqlite_schema"));
    if (!options.readOnly)
        TASHILGAR_TRY(script(*connection, "PRAGMA journal_mode=WAL"));
    TASHILGAR_TRY(script(*connection,
        fmt::format(
            "PRAGMA synchronous={}; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint={}",
            nameOf(options.synchronous), options.autoCheckpointPages)));
    return Database(std::move(connection));
}

base::Result<Statement> Database::prepare(std::string_view sql)
{
    if (const auto found = m_connection->idle.find(sql); found != m_connection->idle.end() && !found->second.empty()) {
        sqlite3_stmt* statement = found->second.back();
        found->second.pop_back();
        return Statement(m_connection, statement, found->first);
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(
        m_connection->handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return base::fail(m_connection->error(code));
    if (!statement)
        return base::fail(kFailed, "there is no statement in this text", m_connection->place);
    return Statement(m_connection, statement, std::string(sql));
}

base::Result<void> Database::runScript(const std::string& sql) { return script(*m_connection, sql); }

std::int64_t Database::lastInsertRowId() const { return sqlite3_last_insert_rowid(m_connection->handle); }
std::int64_t Database::changes() const { return sqlite3_changes64(m_connection->handle); }
bool Database::inTransaction() const { return sqlite3_get_autocommit(m_connection->handle) == 0; }
void Database::interrupt() { sqlite3_interrupt(m_connection->handle); }
sqlite3* Database::handle() const { return m_connection->handle; }

base::Result<void> Database::checkpoint(bool truncate)
{
    const int code = sqlite3_wal_checkpoint_v2(m_connection->handle, "main",
        truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return base::fail(m_connection->error(code));
    return {};
}

base::Result<void> Database::copyTo(const std::filesystem::path& target)
{
    return run("VACUUM INTO ?", target.string());
}

} // namespace tashilgar::sqlite
