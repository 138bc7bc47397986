#include "tests/forms/xpath/asked.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

const char* const kHouses
    = "<d><at>2</at>"
      "<house><no>A</no><room><m>11</m></room><room><m>12</m></room></house>"
      "<house><no>B</no><room><m>21</m></room></house>"
      "<house><no>C</no><room><m>31</m></room><room><m>32</m></room><room><m>33</m></room></house></d>";

} // namespace

// Spec: https://getodk.github.io/xforms-spec/#fn:indexed-repeat
TEST_CASE("indexed-repeat() reads one instance, counted from 1", "[forms][xpath][repeat]")
{
    Asked asked(kHouses);
    CHECK(asked.text("indexed-repeat(/d/house/no, /d/house, 3)") == "C");
    CHECK(asked.text("indexed-repeat(/d/house/no, /d/house, /d/at)") == "B");
    CHECK(asked.text("indexed-repeat(/d/house/no, /d/house, 4)").empty());
    CHECK(asked.text("indexed-repeat(/d/house/no, /d/house, 0)").empty());
    CHECK(asked.text("indexed-repeat(/d/house/no, /d/house, '')").empty());
    CHECK(asked.text("indexed-repeat(/d/house/room/m, /d/house, 3, /d/house/room, 2)") == "32");
    CHECK(asked.text("indexed-repeat(/d/house/room/m, /d/house, 2, /d/house/room, 2)").empty());
    CHECK(asked.fails("indexed-repeat(/d/house/no, /d/house, 1, /d/house/room)"));
}

TEST_CASE("indexed-repeat() reaches other instances from within one, by relative paths too", "[forms][xpath][repeat]")
{
    Asked asked(kHouses);
    asked.at("/d/house[2]/no");
    CHECK(asked.text("indexed-repeat(../no, .., 1)") == "A");
    CHECK(asked.text("indexed-repeat(., .., position(..) - 1)") == "A");
    CHECK(asked.text("indexed-repeat(../room/m, .., 3, ../room, 3)") == "33");
    asked.at("/d/house[3]/room[1]/m");
    CHECK(asked.text("indexed-repeat(/d/house/room/m, /d/house/room, 2)") == "32"); // within the own house
    CHECK(asked.text("indexed-repeat(/d/house/room/m, /d/house, 1, /d/house/room, 2)") == "12");
}

TEST_CASE("position(node) is the place among its namesakes", "[forms][xpath][repeat]")
{
    Asked asked(kHouses);
    asked.at("/d/house[3]/room[2]/m");
    CHECK(asked.number("position(..)") == 2);
    CHECK(asked.number("position(../..)") == 3);
    CHECK(asked.number("position()") == 1);
    CHECK(asked.fails("position(/d/none)"));
    CHECK(asked.fails("position(2)"));
}
