#include "app/sqlite/transaction.h"
#include "tests/support/catch.h"
#include "tests/support/power_files.h"
#include "tests/support/power_vfs.h"
#include "tests/support/world.h"

using namespace tashilgar;
using tests::PowerDisk;
using tests::PowerFiles;
using Cut = PowerDisk::Cut;

namespace {

const std::filesystem::path kFolder = "/disk";

void prepare(PowerFiles& files)
{
    REQUIRE(files.createDirectories(kFolder));
    REQUIRE(files.syncDirectory("/"));
}

std::string textOf(PowerDisk& disk, const std::string& name)
{
    PowerFiles files(disk);
    const auto bytes = files.readAll(kFolder / name, 1 << 20);
    return bytes ? std::string(base::textOf(*bytes)) : "(none)";
}

} // namespace

TEST_CASE("what was synced with its name survives every cut", "[power][disk]")
{
    PowerDisk disk;
    PowerFiles files(disk);
    prepare(files);
    REQUIRE(files.writeWhole(kFolder / "a", base::bytesOf("safe")));
    for (const Cut cut : {Cut::Forget, Cut::Tear, Cut::Reorder}) {
        for (std::uint64_t seed = 0; seed < 20; ++seed)
            CHECK(textOf(*disk.afterCut(cut, seed), "a") == "safe");
    }
}

TEST_CASE("a file without its folder's sync has no name, and one without its own has no bytes", "[power][disk]")
{
    PowerDisk disk;
    PowerFiles files(disk);
    prepare(files);
    auto nameless = files.create(kFolder / "nameless");
    REQUIRE((*nameless)->write(base::bytesOf("bytes")));
    REQUIRE((*nameless)->sync());
    CHECK(textOf(*disk.afterCut(Cut::Forget, 1), "nameless") == "(none)");
    auto hollow = files.create(kFolder / "hollow");
    REQUIRE((*hollow)->write(base::bytesOf("bytes")));
    REQUIRE(files.syncDirectory(kFolder));
    CHECK(textOf(*disk.afterCut(Cut::Forget, 1), "hollow").empty());
    CHECK(textOf(*disk.afterCut(Cut::Forget, 1), "nameless") == "bytes");
}

TEST_CASE("a cut may leave any part of what was not synced", "[power][disk]")
{
    PowerDisk disk;
    PowerFiles files(disk);
    prepare(files);
    auto file = files.create(kFolder / "a");
    REQUIRE(files.syncDirectory(kFolder));
    REQUIRE((*file)->write(base::Bytes(3 * PowerDisk::kSector, std::byte{'x'})));
    std::set<std::string> torn;
    std::set<std::string> reordered;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        torn.insert(textOf(*disk.afterCut(Cut::Tear, seed), "a"));
        reordered.insert(textOf(*disk.afterCut(Cut::Reorder, seed), "a"));
    }
    CHECK(torn.size() == 4); // nothing, one, two, all three sectors
    CHECK(std::any_of(
        reordered.begin(), reordered.end(), [](const std::string& text) { return text.find('\0') < text.find('x'); }));
}

TEST_CASE("after the cut every call fails, and the same seed leaves the same", "[power][disk]")
{
    PowerDisk disk;
    PowerFiles files(disk);
    prepare(files);
    const std::uint64_t before = disk.syncs();
    disk.cutAt(before + 2);
    CHECK_FALSE(files.writeWhole(kFolder / "a", base::bytesOf("half")));
    CHECK(disk.isCut());
    CHECK_FALSE(files.writeWhole(kFolder / "b", base::bytesOf("none")));
    CHECK(textOf(*disk.afterCut(Cut::Forget, 3), "a") == "(none)");
    CHECK(textOf(*disk.afterCut(Cut::Reorder, 3), "a") == textOf(*disk.afterCut(Cut::Reorder, 3), "a"));
}

TEST_CASE("a disk without room says so and takes bytes again when there is some", "[power][disk]")
{
    PowerDisk disk;
    PowerFiles files(disk);
    prepare(files);
    disk.setRoom(10);
    CHECK(files.writeWhole(kFolder / "a", base::bytesOf("more than ten bytes")).error().code == base::kDiskFull);
    disk.setRoom(std::nullopt);
    CHECK(files.writeWhole(kFolder / "a", base::bytesOf("more than ten bytes")));
}

TEST_CASE("SQLite works on the disk as on any other, from two connections", "[power][vfs]")
{
    PowerDisk disk;
    PowerFiles files(disk);
    prepare(files);
    tests::PowerVfs vfs(disk);
    tests::FakeRandom random;
    sqlite::OpenOptions options;
    options.key = base::SecretKey::random(random);
    options.vfs = vfs.name();
    options.busyTimeout = std::chrono::milliseconds(0);
    auto first = sqlite::Database::open(kFolder / "a.db", options);
    REQUIRE(first);
    auto second = sqlite::Database::open(kFolder / "a.db", options);
    REQUIRE(second);
    REQUIRE(first->runScript("CREATE TABLE t (a); INSERT INTO t VALUES (1)"));
    CHECK(**second->selectInteger("SELECT count(*) FROM t") == 1);
    {
        auto holding = sqlite::Transaction::begin(*first);
        CHECK(sqlite::Transaction::begin(*second).error().code == sqlite::kBusy);
    }
    REQUIRE(second->run("INSERT INTO t VALUES (2)"));
    REQUIRE(first->checkpoint(true));
    CHECK(**first->selectInteger("SELECT sum(a) FROM t") == 3);
}

TEST_CASE("a folder that was made keeps its name, with those above it, also where another made it before", "[power][disk]")
{
    PowerDisk disk;
    PowerFiles files(disk);
    REQUIRE(base::makeFolder(files, "/home/person/tablet/keys"));
    CHECK(PowerFiles(*disk.afterCut(Cut::Forget, 1)).exists("/home/person/tablet/keys"));
    REQUIRE(files.createDirectories("/home/person/other"));
    CHECK_FALSE(PowerFiles(*disk.afterCut(Cut::Forget, 1)).exists("/home/person/other"));
    REQUIRE(base::makeFolder(files, "/home/person/other"));
    CHECK(PowerFiles(*disk.afterCut(Cut::Forget, 1)).exists("/home/person/other"));
}
