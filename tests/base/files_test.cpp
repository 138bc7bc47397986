#include "app/base/files.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <sys/stat.h>

using namespace tashilgar::base;
using tashilgar::tests::TemporaryFolder;

TEST_CASE("a file written whole is there whole, alone and private", "[base]")
{
    TemporaryFolder folder;
    SystemFiles files;
    REQUIRE(files.writeWhole(folder / "a", bytesOf("سلام")));
    CHECK(textOf(*files.readAll(folder / "a", 100)) == "سلام");
    CHECK_FALSE(files.exists(folder / "a.part"));
    struct stat status {};
    REQUIRE(::stat((folder / "a").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a missing file and one that is too large each have their name", "[base]")
{
    TemporaryFolder folder;
    SystemFiles files;
    CHECK(files.readAll(folder / "none", 10).error().code == kNotFound);
    REQUIRE(files.writeWhole(folder / "big", bytesOf("12345678901")));
    CHECK(files.readAll(folder / "big", 10).error().code == kTooLarge);
}

TEST_CASE("removing what is not there is no failure", "[base]")
{
    TemporaryFolder folder;
    CHECK(SystemFiles().remove(folder / "none"));
}

TEST_CASE("a folder's names are listed in order, and a missing folder is said to be missing", "[base][files]")
{
    const TemporaryFolder folder;
    SystemFiles files;
    REQUIRE(files.writeWhole(folder / "b", {}));
    REQUIRE(files.writeWhole(folder / "a", {}));
    CHECK(*files.list(folder.path()) == std::vector<std::string>{"a", "b"});
    CHECK(files.list(folder / "none").error().code == kNotFound);
}
