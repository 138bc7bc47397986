#include "app/sqlite/transaction.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <thread>

using namespace tashilgar;
using sqlite::Database;
using sqlite::OpenOptions;
using sqlite::Transaction;
using tests::TemporaryFolder;

namespace {

OpenOptions withKey(const base::SecretKey& key, sqlite::Cipher cipher = sqlite::Cipher::ChaCha20)
{
    OpenOptions options;
    options.key = key;
    options.cipher = cipher;
    return options;
}

Database opened(const std::filesystem::path& path, const OpenOptions& options = {})
{
    auto database = Database::open(path, options);
    REQUIRE(database);
    return std::move(*database);
}

std::int64_t countOf(Database& database, std::string_view table)
{
    return **database.selectInteger("SELECT count(*) FROM " + std::string(table));
}

std::string rawBytes(const std::filesystem::path& path)
{
    base::SystemFiles files;
    return std::string(base::textOf(*files.readAll(path, 1 << 24)));
}

} // namespace

TEST_CASE("each kind of value comes back as it was bound", "[sqlite]")
{
    TemporaryFolder folder;
    Database database = opened(folder / "a.db");
    REQUIRE(database.runScript("CREATE TABLE t (i, r, s, b, n, e)"));
    const base::Bytes blob{std::byte{0}, std::byte{255}};
    REQUIRE(database.run(
        "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", std::int64_t{1} << 40, 0.5, "سلام", blob, nullptr, base::Bytes()));
    auto row = database.query("SELECT * FROM t");
    REQUIRE(row->step().value());
    CHECK(row->integer(0) == std::int64_t{1} << 40);
    CHECK(row->real(1) == 0.5);
    CHECK(row->text(2) == "سلام");
    CHECK(row->blob(3) == blob);
    CHECK(row->isNull(4));
    CHECK_FALSE(row->isNull(5));
    CHECK(row->optionalText(4) == std::nullopt);
    CHECK_FALSE(row->step().value());
}

TEST_CASE("a database opens with its key only, under either cipher, and shows nothing without", "[sqlite][key]")
{
    const auto cipher = GENERATE(sqlite::Cipher::Aegis, sqlite::Cipher::ChaCha20);
    TemporaryFolder folder;
    tests::FakeRandom random;
    const base::SecretKey key = base::SecretKey::random(random);
    const base::SecretKey other = base::SecretKey::random(random);
    {
        Database database = opened(folder / "a.db", withKey(key, cipher));
        REQUIRE(database.runScript("CREATE TABLE people (name); INSERT INTO people VALUES ('Shirin')"));
        CHECK(rawBytes(folder / "a.db-wal").find("Shirin") == std::string::npos);
    }
    CHECK(rawBytes(folder / "a.db").find("Shirin") == std::string::npos);
    CHECK(rawBytes(folder / "a.db").find("CREATE TABLE") == std::string::npos);
    CHECK(Database::open(folder / "a.db", withKey(other, cipher)).error().code == sqlite::kWrongKey);
    CHECK(Database::open(folder / "a.db").error().code == sqlite::kWrongKey);
    Database again = opened(folder / "a.db", withKey(key, cipher));
    CHECK(countOf(again, "people") == 1);
}

TEST_CASE("the cipher of a folder is chosen once and read from its file afterwards", "[sqlite][key]")
{
    TemporaryFolder folder;
    base::SystemFiles files;
    CHECK(*sqlite::cipherOf(files, folder.path()) == sqlite::bestCipher());
    CHECK(files.exists(folder / "cipher"));
    REQUIRE(files.writeWhole(folder / "cipher", base::bytesOf("chacha20\n")));
    CHECK(*sqlite::cipherOf(files, folder.path()) == sqlite::Cipher::ChaCha20);
    REQUIRE(files.writeWhole(folder / "cipher", base::bytesOf("aegis")));
    CHECK(*sqlite::cipherOf(files, folder.path()) == sqlite::Cipher::Aegis);
    REQUIRE(files.writeWhole(folder / "cipher", base::bytesOf("rot13")));
    CHECK(sqlite::cipherOf(files, folder.path()).error().code == base::kMalformed);
}

TEST_CASE("a transaction that is not committed leaves nothing", "[sqlite]")
{
    TemporaryFolder folder;
    Database database = opened(folder / "a.db");
    REQUIRE(database.runScript("CREATE TABLE t (a)"));
    {
        auto transaction = Transaction::begin(database);
        REQUIRE(transaction);
        REQUIRE(database.run("INSERT INTO t VALUES (1)"));
    }
    CHECK(countOf(database, "t") == 0);
    auto transaction = Transaction::begin(database);
    REQUIRE(database.run("INSERT INTO t VALUES (1)"));
    REQUIRE(transaction->commit());
    CHECK(countOf(database, "t") == 1);
}

TEST_CASE("a savepoint undoes its own part of a transaction", "[sqlite]")
{
    TemporaryFolder folder;
    Database database = opened(folder / "a.db");
    REQUIRE(database.runScript("CREATE TABLE t (a UNIQUE)"));
    auto transaction = Transaction::begin(database);
    for (const int value : {1, 2, 3}) {
        auto part = sqlite::Savepoint::begin(database);
        REQUIRE(part);
        REQUIRE(database.run("INSERT INTO t VALUES (?)", value));
        if (value != 2)
            REQUIRE(part->release());
    }
    REQUIRE(transaction->commit());
    CHECK(*database.selectInteger("SELECT sum(a) FROM t") == 4);
}

TEST_CASE("a broken rule, a busy database and an interrupted statement are told apart", "[sqlite][errors]")
{
    TemporaryFolder folder;
    OpenOptions impatient;
    impatient.busyTimeout = std::chrono::milliseconds(0);
    Database first = opened(folder / "a.db", impatient);
    Database second = opened(folder / "a.db", impatient);
    REQUIRE(first.runScript("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)"));
    CHECK(first.run("INSERT INTO t VALUES (1)").error().code == sqlite::kConstraint);
    CHECK(first.run("SELECT nothing FROM t").error().code == sqlite::kFailed);

    auto holding = Transaction::begin(first);
    CHECK(Transaction::begin(second).error().code == sqlite::kBusy);

    auto endless = second.query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n");
    REQUIRE(endless->step().value());
    second.interrupt();
    CHECK(endless->step().error().code == base::kCancelled);
}

TEST_CASE("what is too large to bind fails when the statement runs", "[sqlite][errors]")
{
    TemporaryFolder folder;
    Database database = opened(folder / "a.db");
    REQUIRE(database.runScript("CREATE TABLE t (a)"));
    auto statement = database.prepare("INSERT INTO t VALUES (?)");
    statement->bind(2, 1);
    CHECK_FALSE(statement->run());
    CHECK(countOf(database, "t") == 0);
}

TEST_CASE("a full database says that the disk is full, and takes rows again when there is room", "[sqlite][errors]")
{
    TemporaryFolder folder;
    Database database = opened(folder / "a.db");
    REQUIRE(database.runScript("CREATE TABLE t (a); PRAGMA max_page_count = 4"));
    const std::string big(30'000, 'x');
    CHECK(database.run("INSERT INTO t VALUES (?)", big).error().code == base::kDiskFull);
    CHECK(countOf(database, "t") == 0);
    REQUIRE(database.runScript("PRAGMA max_page_count = 4000"));
    CHECK(database.run("INSERT INTO t VALUES (?)", big));
}

TEST_CASE("a statement goes back to the cache and comes out clean", "[sqlite]")
{
    TemporaryFolder folder;
    Database database = opened(folder / "a.db");
    REQUIRE(database.runScript("CREATE TABLE t (a, b)"));
    REQUIRE(database.run("INSERT INTO t VALUES (?, ?)", 1, 2));
    auto statement = database.prepare("INSERT INTO t VALUES (?, ?)");
    statement->bind(1, 3);
    REQUIRE(statement->run());
    CHECK(*database.selectInteger("SELECT count(*) FROM t WHERE b IS NULL") == 1);
}

TEST_CASE("a copy is whole and opens with the same key", "[sqlite][key]")
{
    TemporaryFolder folder;
    tests::FakeRandom random;
    const OpenOptions options = withKey(base::SecretKey::random(random));
    Database database = opened(folder / "a.db", options);
    REQUIRE(database.runScript("CREATE TABLE t (a); INSERT INTO t VALUES (7)"));
    REQUIRE(database.copyTo(folder / "b.db"));
    Database copy = opened(folder / "b.db", options);
    CHECK(countOf(copy, "t") == 1);
    CHECK(Database::open(folder / "b.db").error().code == sqlite::kWrongKey);
}

TEST_CASE("reading what is not there says so and makes nothing", "[sqlite]")
{
    TemporaryFolder folder;
    OpenOptions options;
    options.readOnly = true;
    CHECK(Database::open(folder / "none.db", options).error().code == base::kNotFound);
    CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
}
