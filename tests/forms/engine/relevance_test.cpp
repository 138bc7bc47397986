#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#bind-attributes
TEST_CASE("relevance is inherited and comes back with the answers", "[forms][relevant]")
{
    Scenario scenario(form("Relevance",
        bind("/data/grp").relevant("/data/a = 'yes'"), input("/data/a"),
        group("/data/grp").holding(input("/data/grp/b"))));

    CHECK_FALSE(scenario.isRelevant("/data/grp/b"));
    scenario.answer("/data/a", "yes");
    scenario.answer("/data/grp/b", "kept");
    CHECK(scenario.isRelevant("/data/grp/b"));
    scenario.answer("/data/a", "no");
    CHECK_FALSE(scenario.isRelevant("/data/grp/b"));
    CHECK(scenario.answerOf("/data/grp/b") == "");
    scenario.answer("/data/a", "yes");
    CHECK(scenario.answerOf("/data/grp/b") == "kept");
}

TEST_CASE("what is not relevant is left out of sums and counts", "[forms][relevant]")
{
    Scenario scenario(form("Sums",
        bind("/data/rep/n").type("int").relevant("../keep != 'no'"), bind("/data/sum").calculate("sum(/data/rep/n)"),
        bind("/data/count").calculate("count(/data/rep/n)"),
        repeat("/data/rep").holding(input("/data/rep/n"), input("/data/rep/keep"))));

    scenario.answer("/data/rep[1]/n", "5");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/n", "7");
    CHECK(scenario.answerOf("/data/sum") == "12");
    scenario.answer("/data/rep[1]/keep", "no");
    CHECK(scenario.answerOf("/data/sum") == "7");
    CHECK(scenario.answerOf("/data/count") == "1");
}

TEST_CASE("two questions may each decide whether the other shows", "[forms][relevant]")
{
    Scenario scenario(form("Either",
        bind("/data/a").relevant("/data/b = ''"), bind("/data/b").relevant("/data/a = ''"), input("/data/a"),
        input("/data/b")));

    scenario.answer("/data/a", "x");
    CHECK_FALSE(scenario.isRelevant("/data/b"));
    scenario.answer("/data/a", "");
    CHECK(scenario.isRelevant("/data/b"));
}

TEST_CASE("a walk passes by what is not relevant", "[forms][relevant]")
{
    Scenario scenario(form("Walk",
        bind("/data/b").relevant("/data/a = 'yes'"), input("/data/a"), input("/data/b"), input("/data/c")));

    CHECK(scenario.eventRefs() == std::vector<std::string>{"/data/a", "/data/c"});
    scenario.answer("/data/a", "yes");
    CHECK(scenario.eventRefs() == std::vector<std::string>{"/data/a", "/data/b", "/data/c"});
}
