#include "app/lists/table_cache.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

constexpr std::string_view kList = "name,label\na,Akhtar\nb,Baran\n";

/// A list and how often its file has been read.
struct Listed {
    std::string csv{kList};
    int readings = 0;

    lists::TableCache::Source as(std::string fingerprint)
    {
        return {"places", std::move(fingerprint), [this]() -> base::Result<std::string> {
                    ++readings;
                    return csv;
                }};
    }
};

std::string everythingIn(const std::filesystem::path& folder)
{
    std::string bytes;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ostringstream text;
        text << std::ifstream(file.path(), std::ios::binary).rdbuf();
        bytes += text.str();
    }
    return bytes;
}

} // namespace

TEST_CASE("a list is read once, and again when it is another one", "[lists]")
{
    const TemporaryFolder folder;
    base::SystemFiles files;
    Listed list;
    {
        auto cache = lists::TableCache::open(files, folder.path(), std::nullopt).value();
        CHECK(cache.table(list.as("1")).value()->rowCount() == 2);
    }
    auto cache = lists::TableCache::open(files, folder.path(), std::nullopt).value();
    CHECK(cache.table(list.as("1")).value()->cells(1).value() == std::vector<std::string>{"b", "Baran"});
    CHECK(list.readings == 1);
    list.csv = "name,label\nc,Chaman\n";
    const auto changed = cache.table(list.as("2")).value();
    CHECK(list.readings == 2);
    CHECK(changed->rowCount() == 1);
    CHECK(changed->cells(0).value() == std::vector<std::string>{"c", "Chaman"});
}

TEST_CASE("tables are their owner's alone, and with a key nobody else reads them", "[lists]")
{
    const TemporaryFolder folder;
    base::SystemFiles files;
    FakeRandom random;
    Listed list;
    const auto within = folder / "tables";
    const auto key = base::SecretKey::random(random);
    {
        auto cache = lists::TableCache::open(files, within, key).value();
        REQUIRE(cache.table(list.as("1")));
    }
    CHECK(std::filesystem::status(within).permissions() == std::filesystem::perms::owner_all);
    CHECK(everythingIn(within).find("Akhtar") == std::string::npos);
    auto again = lists::TableCache::open(files, within, key).value();
    CHECK(again.table(list.as("1")).value()->cells(0).value().at(1) == "Akhtar");
    CHECK(list.readings == 1);

    auto plain = lists::TableCache::open(files, folder / "plain", std::nullopt).value();
    REQUIRE(plain.table(list.as("1")));
    CHECK(everythingIn(folder / "plain").find("Akhtar") != std::string::npos); // so the search above means something
}

TEST_CASE("a table that does not open is made again", "[lists]")
{
    const TemporaryFolder folder;
    base::SystemFiles files;
    FakeRandom random;
    Listed list;
    const auto tables = [&](std::optional<base::SecretKey> key) {
        return lists::TableCache::open(files, folder.path(), std::move(key)).value();
    };
    REQUIRE(tables(std::nullopt).table(list.as("1")));
    SECTION("after its bytes were lost")
    {
        for (const auto& file : std::filesystem::directory_iterator(folder.path()))
            std::ofstream(file.path(), std::ios::binary) << std::string(8'192, 'x');
        CHECK(tables(std::nullopt).table(list.as("1")).value()->rowCount() == 2);
    }
    SECTION("after the key was changed")
    {
        CHECK(tables(base::SecretKey::random(random)).table(list.as("1")).value()->rowCount() == 2);
    }
    CHECK(list.readings == 2);
}

TEST_CASE("a list that cannot be read leaves nothing behind", "[lists]")
{
    const TemporaryFolder folder;
    base::SystemFiles files;
    Listed list;
    list.csv = "name\n\"never closed\n";
    auto cache = lists::TableCache::open(files, folder / "tables", std::nullopt).value();
    const auto refused = cache.table(list.as("1"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::kMalformed);
    CHECK(std::filesystem::is_empty(folder / "tables"));
}

TEST_CASE("a list with too many columns is left to be read whole", "[lists]")
{
    const TemporaryFolder folder;
    base::SystemFiles files;
    Listed list;
    list.csv = "c0";
    for (int i = 1; i < 2'000; ++i)
        list.csv += ",c" + std::to_string(i);
    auto cache = lists::TableCache::open(files, folder.path(), std::nullopt).value();
    CHECK(cache.table(list.as("1")).value() == nullptr);
}
