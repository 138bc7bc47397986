#include "app/base/folder_lock.h"

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tashilgar;
using base::FolderLock;

TEST_CASE("a lock held alone keeps out everybody, and is free when its holder goes", "[base][lock]")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path path = GENERATE(true, false) ? folder.path() : folder / "lock";
    {
        const auto held = FolderLock::exclusive(path);
        REQUIRE(held);
        CHECK(FolderLock::exclusive(path).error().code == base::kBusy);
        CHECK(FolderLock::shared(path).error().code == base::kBusy);
    }
    CHECK(FolderLock::exclusive(path));
}

TEST_CASE("a shared lock is shared, and keeps out who wants to be alone", "[base][lock]")
{
    const tests::TemporaryFolder folder;
    const auto one = FolderLock::shared(folder / "lock");
    const auto two = FolderLock::shared(folder / "lock");
    REQUIRE(one);
    REQUIRE(two);
    CHECK(FolderLock::exclusive(folder / "lock").error().code == base::kBusy);
}

TEST_CASE("two locks of one folder do not disturb each other", "[base][lock]")
{
    const tests::TemporaryFolder folder;
    const auto one = FolderLock::exclusive(folder / "one.lock");
    REQUIRE(one);
    CHECK(FolderLock::exclusive(folder / "two.lock"));
}

TEST_CASE("who has patience gets the lock when it becomes free", "[base][lock]")
{
    const tests::TemporaryFolder folder;
    auto held = FolderLock::exclusive(folder / "lock");
    REQUIRE(held);
    std::thread holder([lock = std::move(*held)]() mutable {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        const FolderLock ends = std::move(lock);
    });
    CHECK(FolderLock::exclusive(folder / "lock", std::chrono::seconds(30)));
    holder.join();
}

TEST_CASE("a program that is killed lets go", "[base][lock]")
{
    const tests::TemporaryFolder folder;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = FolderLock::exclusive(folder / "lock");
        (void)!::write(ready[1], held ? "y" : "n", 1);
        ::pause();
        ::_exit(0);
    }
    char said = 0;
    REQUIRE(::read(ready[0], &said, 1) == 1);
    REQUIRE(said == 'y');
    CHECK(FolderLock::exclusive(folder / "lock").error().code == base::kBusy);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(FolderLock::exclusive(folder / "lock"));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("without the folder there is no lock", "[base][lock]")
{
    const tests::TemporaryFolder folder;
    CHECK(FolderLock::exclusive(folder / "none/lock").error().code == base::kNotFound);
}
