#include "app/base/uuid.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;

TEST_CASE("a new uuid is of version 4 and not the one before", "[base]")
{
    tests::FakeRandom random;
    const std::string a = base::uuid4(random);
    CHECK(base::isUuid(a));
    CHECK(a[14] == '4');
    CHECK(std::string_view("89ab").find(a[19]) != std::string_view::npos);
    CHECK(a != base::uuid4(random));
}

TEST_CASE("a text that only resembles a uuid is none", "[base]")
{
    CHECK_FALSE(base::isUuid(""));
    CHECK_FALSE(base::isUuid("7d0f7c0e-1111-4a4a-8b8b-00000000000g"));
    CHECK_FALSE(base::isUuid("7d0f7c0e11114a4a8b8b000000000001"));
}
