#include "app/sqlite/migrations.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <array>
#include <thread>

using namespace tashilgar;
using sqlite::Database;
using sqlite::Migration;

namespace {
constexpr std::array kSteps{
    Migration{1, "0001_first", "CREATE TABLE t (a); INSERT INTO t VALUES (1);"},
    Migration{2, "0002_second", "ALTER TABLE t ADD COLUMN b; UPDATE t SET b = a + 1;"},
};
constexpr std::array kBroken{
    kSteps[0],
    Migration{2, "0002_broken", "INSERT INTO t VALUES (2); INSERT INTO nowhere VALUES (3);"},
};
} // namespace

TEST_CASE("a schema is brought up to date step by step, once", "[sqlite][migrations]")
{
    tests::TemporaryFolder folder;
    Database database = *Database::open(folder / "a.db");
    REQUIRE(sqlite::migrate(database, std::span(kSteps).first(1)));
    CHECK(*sqlite::schemaNumber(database) == 1);
    REQUIRE(sqlite::migrate(database, kSteps));
    REQUIRE(sqlite::migrate(database, kSteps));
    CHECK(*sqlite::schemaNumber(database) == 2);
    CHECK(*database.selectInteger("SELECT sum(b) FROM t") == 2);
}

TEST_CASE("a step that fails leaves the schema of the step before", "[sqlite][migrations]")
{
    tests::TemporaryFolder folder;
    Database database = *Database::open(folder / "a.db");
    const auto done = sqlite::migrate(database, kBroken);
    REQUIRE_FALSE(done);
    CHECK(done.error().place == "0002_broken");
    CHECK(*sqlite::schemaNumber(database) == 1);
    CHECK(*database.selectInteger("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a database of a newer version is left alone", "[sqlite][migrations]")
{
    tests::TemporaryFolder folder;
    Database database = *Database::open(folder / "a.db");
    REQUIRE(sqlite::migrate(database, kSteps));
    CHECK(sqlite::migrate(database, std::span(kSteps).first(1)).error().code == sqlite::kNewerSchema);
    CHECK(*sqlite::schemaNumber(database) == 2);
}

TEST_CASE("who finds the schema brought up to date while waiting for its turn takes no step twice", "[sqlite][migrations]")
{
    tests::TemporaryFolder folder;
    Database first = *Database::open(folder / "a.db");
    Database second = *Database::open(folder / "a.db");
    REQUIRE(first.runScript("BEGIN IMMEDIATE"));
    base::Result<void> done;
    std::thread other([&] { done = sqlite::migrate(second, kSteps); }); // reads 0 and waits for the lock
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    REQUIRE(first.runScript(std::string(kSteps[0].sql) + "PRAGMA user_version = 1; COMMIT;"));
    other.join();
    INFO((done ? std::string() : done.error().text()));
    REQUIRE(done);
    CHECK(*sqlite::schemaNumber(first) == 2);
    CHECK(*first.selectInteger("SELECT count(*) FROM t") == 1);
}
