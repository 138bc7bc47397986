#include "platform/keys/key_vault.h"
#include "platform/keys/file_key_vault.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <fstream>

#include <sys/stat.h>

using namespace tashilgar;
using platform::FileKeyVault;
using platform::VaultChoice;

TEST_CASE("a secret rests in a file that only its owner may read", "[platform][keys]")
{
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    FileKeyVault vault(files, folder / "keys");
    CHECK(vault.read("store").error().code == base::kNotFound);
    REQUIRE(vault.write("store", base::bytesOf("first")));
    REQUIRE(vault.write("store", base::bytesOf("second")));
    CHECK(base::textOf(*vault.read("store")) == "second");
    struct stat status {};
    REQUIRE(::stat((folder / "keys/store").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    REQUIRE(::stat((folder / "keys").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    REQUIRE(vault.remove("store"));
    REQUIRE(vault.remove("store"));
    CHECK(vault.read("store").error().code == base::kNotFound);
}

TEST_CASE("a key is made once and found again in the next run", "[platform][keys]")
{
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    tests::FakeRandom random;
    const auto run = [&] {
        const auto vault = platform::openKeyVault(files, folder / "data", VaultChoice::File);
        REQUIRE(vault);
        const bool there = files.exists(folder / "data/keys/store");
        return platform::keyFrom(**vault, "store", random, there ? platform::Beginning::No : platform::Beginning::Yes);
    };
    const auto first = run();
    REQUIRE(first);
    CHECK(first->size() == 32);
    CHECK(*run() == *first);
}

TEST_CASE("a key that is missing beside what it opens is told, and no other takes its place", "[platform][keys]")
{
    // So a keyring that stays locked looks: it answers, and has nothing.
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    tests::FakeRandom random;
    FileKeyVault vault(files, folder.path());
    CHECK(platform::keyFrom(vault, "store", random, platform::Beginning::No).error().code == platform::kVaultUnavailable);
    CHECK(vault.read("store").error().code == base::kNotFound);
}

TEST_CASE("a key file of a wrong size is told and never replaced", "[platform][keys]")
{
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    tests::FakeRandom random;
    FileKeyVault vault(files, folder.path());
    REQUIRE(vault.write("store", base::bytesOf("short")));
    CHECK(platform::keyFrom(vault, "store", random, platform::Beginning::Yes).error().code == base::kMalformed);
    CHECK(base::textOf(*vault.read("store")) == "short");
}

TEST_CASE("the vault of the first run stays the vault of the data", "[platform][keys]")
{
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    REQUIRE(platform::openKeyVault(files, folder.path(), VaultChoice::File));
    const auto again = platform::openKeyVault(files, folder.path(), VaultChoice::Automatic);
    REQUIRE(again);
    CHECK((*again)->kind() == "file");
    std::ofstream(folder / "vault") << "safe of my uncle\n";
    CHECK(platform::openKeyVault(files, folder.path()).error().code == base::kMalformed);
}

TEST_CASE("without a session's keyring a file serves, and says so", "[platform][keys]")
{
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", 1);
    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    const auto vault = platform::openKeyVault(files, folder.path());
    REQUIRE(vault);
    CHECK((*vault)->kind() == "file");
}
