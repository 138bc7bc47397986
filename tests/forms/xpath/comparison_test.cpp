#include "tests/forms/xpath/asked.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

const char* const kNumbers = "<d><n>3</n><n>5</n><n/><t>five</t><same>q</same><same>q</same></d>";

} // namespace

// Spec: https://www.w3.org/TR/1999/REC-xpath-19991116/#booleans
TEST_CASE("a comparison with a set holds when one of its nodes makes it hold", "[forms][xpath]")
{
    const Asked asked(kNumbers);
    CHECK(asked.truth("/d/n = 5"));
    CHECK(asked.truth("/d/n != 5"));
    CHECK(asked.truth("/d/n = ''"));
    CHECK(asked.truth("4 < /d/n"));
    CHECK_FALSE(asked.truth("5 < /d/n"));
    CHECK(asked.truth("/d/t = 'five'"));
    CHECK_FALSE(asked.truth("/d/t > 0"));
}

TEST_CASE("two sets are compared node by node", "[forms][xpath]")
{
    const Asked asked("<d><a>1</a><a>2</a><b>2</b><b>9</b><c>q</c><e>q</e><e>q</e></d>");
    CHECK(asked.truth("/d/a = /d/b"));
    CHECK_FALSE(asked.truth("/d/a = /d/c"));
    CHECK(asked.truth("/d/a != /d/b"));
    CHECK_FALSE(asked.truth("/d/c != /d/e"));
    CHECK(asked.truth("/d/a < /d/b"));
    CHECK_FALSE(asked.truth("/d/b < /d/a"));
    CHECK(asked.truth("/d/b <= /d/a"));
    CHECK(asked.truth("/d/a >= /d/b"));
    CHECK_FALSE(asked.truth("/d/a > /d/b"));
}

TEST_CASE("nothing compares with an empty set, not even as different", "[forms][xpath]")
{
    const Asked asked(kNumbers);
    CHECK_FALSE(asked.truth("/d/none = ''"));
    CHECK_FALSE(asked.truth("/d/none != ''"));
    CHECK_FALSE(asked.truth("/d/none != /d/n"));
    CHECK_FALSE(asked.truth("/d/none < 1"));
    CHECK(asked.truth("/d/none = false()"));
}

TEST_CASE("equality converts to the stronger type: truth, then number, then text", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.truth("true() = 'no'"));
    CHECK(asked.truth("false() = ''"));
    CHECK(asked.truth("1 = '1.0'"));
    CHECK_FALSE(asked.truth("'1' = '1.0'"));
    CHECK_FALSE(asked.truth("number('x') = number('x')"));
    CHECK(asked.truth("number('x') != number('x')"));
    CHECK_FALSE(asked.truth("'a' < 'b'")); // neither is a number
}

TEST_CASE("a date equals the same moment written otherwise", "[forms][xpath]")
{
    const Asked asked("<d><when>2026-03-21</when></d>");
    CHECK(asked.truth("date('2026-03-21') = /d/when"));
    CHECK(asked.truth("/d/when = date('2026-03-21T00:00:00.000+03:30')"));
    CHECK(asked.truth("date('2026-03-21') != '2026-03-22'"));
    CHECK(asked.truth("/d/when < '2026-03-22'"));
    CHECK(asked.truth("/d/when < today()"));
    CHECK(asked.truth("date('2026-03-21') != 'spring'"));
}

TEST_CASE("and, or and if() do not look at what cannot matter", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.truth("true() or distance('nonsense') > 1"));
    CHECK_FALSE(asked.truth("false() and distance('nonsense') > 1"));
    CHECK(asked.text("if(1 = 1, 'kept', distance('nonsense'))") == "kept");
    CHECK(asked.fails("false() or distance('nonsense') > 1"));
}
