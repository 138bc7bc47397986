#include "app/base/folder_lock.h"
#include "app/store/store.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/sync/kill/process.h"

#include <sys/stat.h>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

constexpr std::chrono::milliseconds kPatience{60'000};

std::vector<std::string> listing(const std::filesystem::path& store)
{
    return {TASHILGAR_BINARY_DIR "/bin/tashil", "sync", "list", "--store", store.string()};
}

} // namespace

TEST_CASE("a program on a folder in use says so in one sentence and changes nothing", "[programs]")
{
    const TemporaryFolder folder;
    base::SystemFiles files;
    REQUIRE(base::makeFolder(files, folder / "tablet"));
    const auto held = base::FolderLock::exclusive(folder / "tablet" / store::kLockFile);
    REQUIRE(held);
    Process late(listing(folder / "tablet"), folder / "late.out");
    const auto status = late.waitFor(kPatience);
    REQUIRE(status);
    CHECK(*status != 0);
    CHECK(late.complained().find("another program is using this folder") != std::string::npos);
    CHECK_FALSE(files.exists(folder / "tablet/store.key"));
    CHECK_FALSE(files.exists(folder / "tablet/records.db"));
}

TEST_CASE("a store whose key is gone gets no other key", "[programs]")
{
    const TemporaryFolder folder;
    base::SystemFiles files;
    const std::filesystem::path store = folder / "tablet";
    CHECK(Process(listing(store), folder / "one.out").waitFor(kPatience) == 0);
    REQUIRE(files.rename(store / "store.key", folder / "lost.key"));
    CHECK(Process(listing(store), folder / "two.out").waitFor(kPatience) != 0);
    CHECK_FALSE(files.exists(store / "store.key"));
    REQUIRE(files.rename(folder / "lost.key", store / "store.key"));
    CHECK(Process(listing(store), folder / "three.out").waitFor(kPatience) == 0);
}

TEST_CASE("what a program keeps is readable by its owner alone, whatever the account's habit", "[programs]")
{
    const TemporaryFolder folder;
    const mode_t habit = ::umask(0);
    {
        Process one(listing(folder / "tablet"), folder / "one.out");
        CHECK(one.waitFor(kPatience) == 0);
    }
    ::umask(habit);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "tablet")) {
        struct stat status {};
        REQUIRE(::stat(entry.path().c_str(), &status) == 0);
        INFO(entry.path().filename());
        CHECK((status.st_mode & 0077) == 0);
    }
}
