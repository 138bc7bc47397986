#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#bind-attributes
TEST_CASE("a calculation follows the answer it reads", "[forms][calculate]")
{
    Scenario scenario(form("Household",
        bind("/data/members").type("int"), bind("/data/total").type("int").calculate("/data/members * 2"),
        input("/data/members")));

    scenario.answer("/data/members", "3");
    CHECK(scenario.answerOf("/data/total") == "6");
    scenario.answer("/data/members", "");
    CHECK(scenario.answerOf("/data/total") == "");
}

TEST_CASE("calculations are worked out in the order of what they need, not of the file", "[forms][calculate]")
{
    Scenario scenario(form("Chain",
        bind("/data/c").calculate("/data/b + 1"), bind("/data/b").calculate("/data/a + 1"), bind("/data/a").type("int"),
        input("/data/a")));

    scenario.answer("/data/a", "1");
    CHECK(scenario.answerOf("/data/b") == "2");
    CHECK(scenario.answerOf("/data/c") == "3");
}

TEST_CASE("a calculation writes to a place that a person can only read", "[forms][calculate]")
{
    Scenario scenario(form("Total",
        bind("/data/a").type("int"), bind("/data/b").readonly("true()").calculate("/data/a + 1"), input("/data/a"),
        input("/data/b")));

    scenario.answer("/data/a", "4");
    CHECK(scenario.answerOf("/data/b") == "5");
    CHECK(scenario.view("/data/b").readonly);
    const auto refused = scenario.entry().answer("/data/b", "9");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == tashilgar::forms::kNotAllowed);
}

TEST_CASE("once() keeps the value that is there", "[forms][calculate]")
{
    Scenario scenario(form("Id", bind("/data/id").calculate("once(concat('n', /data/a))"), value("/data/a", "1"), input("/data/a")));

    CHECK(scenario.answerOf("/data/id") == "n1");
    scenario.answer("/data/a", "2");
    CHECK(scenario.answerOf("/data/id") == "n1");
}

TEST_CASE("what a calculation gives takes the type of its place", "[forms][calculate]")
{
    Scenario scenario(form("Types",
        bind("/data/whole").type("int").calculate("7 div 2"), bind("/data/part").type("decimal").calculate("7 div 2"),
        bind("/data/text").type("string").calculate("1 = 1"), bind("/data/truth").type("boolean").calculate("1 = 1"),
        bind("/data/day").type("date").calculate("now()"), bind("/data/none").calculate("number('x')")));

    CHECK(scenario.answerOf("/data/whole") == "3");
    CHECK(scenario.answerOf("/data/part") == "3.5");
    CHECK(scenario.answerOf("/data/text") == "true");
    CHECK(scenario.answerOf("/data/truth") == "1");
    CHECK(scenario.answerOf("/data/day") == "2026-11-22");
    CHECK(scenario.answerOf("/data/none") == "");
}

TEST_CASE("a failed calculation is blank and told, and the rest goes on", "[forms][calculate]")
{
    Scenario scenario(form("Broken",
        bind("/data/a").calculate("instance('nowhere')/root/item/name"), bind("/data/b").calculate("1 + 1")));

    CHECK(scenario.answerOf("/data/a") == "");
    CHECK(scenario.answerOf("/data/b") == "2");
    REQUIRE(scenario.entry().problems().size() == 1);
    CHECK(scenario.entry().problems()[0].place == "bind /data/a, calculate");
}

TEST_CASE("preloads fill in who, when and which", "[forms][preload]")
{
    Scenario scenario(form("Preloads",
        bind("/data/who").preload("property", "username"), bind("/data/start").preload("timestamp", "start"),
        bind("/data/end").preload("timestamp", "end"), bind("/data/today").preload("date", "today"),
        bind("/data/meta/instanceID").preload("uid")));
    scenario.properties["username"] = "n.karimi";
    scenario.reopen();

    CHECK(scenario.answerOf("/data/who") == "n.karimi");
    CHECK(scenario.answerOf("/data/start") == "2026-11-22T09:05:00.000+03:30");
    CHECK(scenario.answerOf("/data/today") == "2026-11-22");
    CHECK(scenario.answerOf("/data/end") == "");
    CHECK(scenario.answerOf("/data/meta/instanceID").starts_with("uuid:"));

    scenario.clock.advance(std::chrono::minutes(20));
    scenario.finalize();
    CHECK(scenario.answerOf("/data/end") == "2026-11-22T09:25:00.000+03:30");
}
