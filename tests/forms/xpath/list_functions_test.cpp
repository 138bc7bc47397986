#include "tests/forms/xpath/asked.h"

#include "app/forms/xpath/functions/shuffle.h"

#include <set>

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#select-functions
TEST_CASE("a multiple answer is a list of words", "[forms][xpath]")
{
    const Asked asked("<d><s>  water\tpower  roof </s><e/></d>");
    CHECK(asked.truth("selected(/d/s, 'power')"));
    CHECK(asked.truth("selected(/d/s, ' roof ')"));
    CHECK_FALSE(asked.truth("selected(/d/s, 'pow')"));
    CHECK_FALSE(asked.truth("selected(/d/e, '')"));
    CHECK(asked.text("selected-at(/d/s, 1)") == "power");
    CHECK(asked.text("selected-at(/d/s, 3)").empty());
    CHECK(asked.text("selected-at(/d/s, -1)").empty());
    CHECK(asked.text("selected-at(/d/s, 'x')").empty());
    CHECK(asked.number("count-selected(/d/s)") == 3);
    CHECK(asked.number("count-selected(/d/e)") == 0);
}

TEST_CASE("coalesce takes the first that is not blank, once keeps what is there", "[forms][xpath]")
{
    Asked asked("<d><e/><v>5</v></d>");
    CHECK(asked.text("coalesce(/d/e, /d/v)") == "5");
    CHECK(asked.text("coalesce(/d/none, 'x')") == "x");
    CHECK(asked.text("coalesce('', '', 'y')") == "y");
    CHECK(asked.text("coalesce('' + 1, 0)") == "0");
    asked.at("/d/v");
    CHECK(asked.text("once('new')") == "5");
    asked.at("/d/e");
    CHECK(asked.text("once('new')") == "new");
}

TEST_CASE("checklists count truths, and -1 is no bound", "[forms][xpath]")
{
    const Asked asked("<d><c>yes</c><c/><c>yes</c><w>2</w><w>3</w><w>4</w></d>");
    CHECK(asked.truth("checklist(2, -1, true(), false(), 1 = 1)"));
    CHECK_FALSE(asked.truth("checklist(2, -1, true(), false())"));
    CHECK(asked.truth("checklist(-1, 1, true(), false())"));
    CHECK(asked.truth("checklist(2, 2, /d/c)"));
    CHECK(asked.truth("weighted-checklist(5, 6, true(), 2, false(), 9, true(), 3)"));
    CHECK(asked.truth("weighted-checklist(6, 6, /d/c, /d/w)"));
    CHECK_FALSE(asked.truth("weighted-checklist(4, -1, true(), 99)"));
    CHECK(asked.truth("weighted-checklist(-5, -1, true(), -3)"));
    CHECK(asked.fails("weighted-checklist(1, 2, true())"));
}

TEST_CASE("boolean-from-string knows two spellings of true", "[forms][xpath]")
{
    const Asked asked;
    CHECK(asked.truth("boolean-from-string('true')"));
    CHECK(asked.truth("boolean-from-string(1)"));
    CHECK_FALSE(asked.truth("boolean-from-string('yes')"));
    CHECK_FALSE(asked.truth("boolean-from-string('')"));
    CHECK(asked.truth("boolean('false')")); // any text is true, that one, too
}

TEST_CASE("count-non-empty leaves out nodes without text", "[forms][xpath]")
{
    const Asked asked("<d><n>1</n><n/><n> </n></d>");
    CHECK(asked.number("count-non-empty(/d/n)") == 2);
    CHECK(asked.number("count(/d/n)") == 3);
    CHECK(asked.fails("count('n')"));
}

// Spec: https://getodk.github.io/xforms-spec/#fn:randomize
TEST_CASE("the same seed gives the same order, and every node stays", "[forms][xpath]")
{
    const Asked asked("<d><n>1</n><n>2</n><n>3</n><n>4</n><n>5</n><seed>42</seed></d>");
    const std::string order = asked.values("randomize(/d/n, 42)");
    CHECK(order != "1 2 3 4 5");
    CHECK(asked.values("randomize(/d/n, 42.9)") == order);
    CHECK(asked.values("randomize(/d/n, '42')") == order);
    CHECK(asked.values("randomize(/d/n, /d/seed)") == order);
    CHECK(asked.values("randomize(/d/n, 43)") != order);
    CHECK(asked.values("randomize(/d/n, 0 div 0)") == asked.values("randomize(/d/n, 0)"));
    CHECK(asked.values("randomize(/d/n, 1 div 0)") == asked.values("randomize(/d/n, 0)"));
    CHECK(asked.values("randomize(/d/n, 'seed')") == asked.values("randomize(/d/n, 'seed')"));
    std::set<std::string> all;
    for (const xpath::NodeRef node : asked.nodes("randomize(/d/n)"))
        all.insert(node.dom->stringValue(node.id));
    CHECK(all.size() == 5);
    CHECK(asked.number("sum(randomize(/d/n, 7))") == 15);
    CHECK(asked.values("randomize(/d/n[. > 3], 1)").size() == 3);
    CHECK(asked.fails("randomize('text')"));
}
