#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#repeats
TEST_CASE("an absolute path inside a repeat means the own instance, outside it all of them", "[forms][repeat]")
{
    Scenario scenario(form("Members",
        bind("/data/rep/n").type("int"), bind("/data/rep/twice").calculate("/data/rep/n * 2"),
        bind("/data/all").calculate("sum(/data/rep/twice)"), repeat("/data/rep").holding(input("/data/rep/n"))));

    scenario.answer("/data/rep[1]/n", "1");
    CHECK(scenario.add("/data/rep") == "/data/rep[2]");
    scenario.answer("/data/rep[2]/n", "10");
    CHECK(scenario.answerOf("/data/rep[1]/twice") == "2");
    CHECK(scenario.answerOf("/data/rep[2]/twice") == "20");
    CHECK(scenario.answerOf("/data/all") == "22");
    scenario.remove("/data/rep[1]");
    CHECK(scenario.answerOf("/data/all") == "20");
    CHECK_FALSE(scenario.has("/data/rep[2]"));
}

TEST_CASE("later instances move up when one goes", "[forms][repeat]")
{
    Scenario scenario(form("Rows",
        bind("/data/rep/no").calculate("position(..)"), repeat("/data/rep").holding(input("/data/rep/name"))));
    scenario.add("/data/rep");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[3]/name", "last");

    scenario.remove("/data/rep[2]");
    CHECK(scenario.answerOf("/data/rep[2]/name") == "last");
    CHECK(scenario.answerOf("/data/rep[2]/no") == "2");
}

TEST_CASE("jr:count adds and drops instances from the end, and a blank one changes nothing", "[forms][repeat]")
{
    Scenario scenario(form("Counted",
        bind("/data/n").type("int"), bind("/data/count").calculate("count(/data/rep)"), input("/data/n"), templateOf("/data/rep"),
        repeat("/data/rep").with("jr:count", " /data/n ").holding(input("/data/rep/name"))));

    CHECK(scenario.view("/data/rep").count == 0);
    scenario.answer("/data/n", "3");
    CHECK(scenario.answerOf("/data/count") == "3");
    scenario.answer("/data/rep[1]/name", "first");
    scenario.answer("/data/n", "");
    CHECK(scenario.view("/data/rep").count == 3);
    scenario.answer("/data/n", "1");
    CHECK(scenario.view("/data/rep").count == 1);
    CHECK(scenario.answerOf("/data/rep[1]/name") == "first");
    CHECK_FALSE(scenario.view("/data/rep").canAdd);
    CHECK_FALSE(scenario.entry().addRepeat("/data/rep"));
    CHECK_FALSE(scenario.entry().removeRepeat("/data/rep[1]"));
}

TEST_CASE("a count beyond all reason is cut and told", "[forms][repeat]")
{
    Scenario scenario(form("Huge",
        bind("/data/n").type("int"), input("/data/n"), templateOf("/data/rep"),
        repeat("/data/rep").with("jr:count", "/data/n").holding(input("/data/rep/name"))));

    scenario.answer("/data/n", "2000000000");
    CHECK(scenario.view("/data/rep").count == 20'000);
    CHECK(scenario.entry().problems().size() == 1);
}

TEST_CASE("a new instance has the values of the template, and without one none", "[forms][repeat]")
{
    Scenario with(form("With", value("/data/rep/n", "7"), templateOf("/data/rep"), repeat("/data/rep").holding(input("/data/rep/n"))));
    with.add("/data/rep");
    CHECK(with.answerOf("/data/rep[1]/n") == "7");

    Scenario without(form("Without", value("/data/rep/n", "7"), repeat("/data/rep").holding(input("/data/rep/n"))));
    CHECK(without.answerOf("/data/rep[1]/n") == "7");
    without.add("/data/rep");
    CHECK(without.answerOf("/data/rep[2]/n") == "");
}

TEST_CASE("a row may look at the row before it", "[forms][repeat]")
{
    Scenario scenario(form("Running total",
        bind("/data/rep/n").type("int"),
        bind("/data/rep/total").type("int").calculate(
            "coalesce(/data/rep[position() = position(current()/..) - 1]/total, '0') + ../n"),
        repeat("/data/rep").holding(input("/data/rep/n"))));
    scenario.add("/data/rep");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[1]/n", "1");
    scenario.answer("/data/rep[2]/n", "2");
    scenario.answer("/data/rep[3]/n", "4");

    CHECK(scenario.answerOf("/data/rep[3]/total") == "7");
    scenario.answer("/data/rep[1]/n", "10");
    CHECK(scenario.answerOf("/data/rep[3]/total") == "16");
}

TEST_CASE("repeats within repeats keep to their own outer instance", "[forms][repeat]")
{
    Scenario scenario(form("Nested",
        bind("/data/out/in/n").type("int"), bind("/data/out/sum").calculate("sum(../in/n)"),
        bind("/data/all").calculate("sum(/data/out/in/n)"),
        repeat("/data/out").holding(repeat("/data/out/in").holding(input("/data/out/in/n")))));

    scenario.add("/data/out");
    scenario.add("/data/out[2]/in");
    scenario.answer("/data/out[1]/in[1]/n", "1");
    scenario.answer("/data/out[2]/in[1]/n", "2");
    scenario.answer("/data/out[2]/in[2]/n", "3");
    CHECK(scenario.answerOf("/data/out[1]/sum") == "1");
    CHECK(scenario.answerOf("/data/out[2]/sum") == "5");
    CHECK(scenario.answerOf("/data/all") == "6");
}

TEST_CASE("indexed-repeat() takes a value out of a numbered instance", "[forms][repeat]")
{
    Scenario scenario(form("Indexed",
        bind("/data/second").calculate("indexed-repeat(/data/rep/n, /data/rep, 2)"), repeat("/data/rep").holding(input("/data/rep/n"))));

    CHECK(scenario.answerOf("/data/second") == "");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/n", "b");
    CHECK(scenario.answerOf("/data/second") == "b");
}

TEST_CASE("a walk prompts for more after the last instance", "[forms][repeat]")
{
    Scenario scenario(form("Prompt", repeat("/data/rep").holding(input("/data/rep/n")), input("/data/end")));

    CHECK(scenario.eventRefs() == std::vector<std::string>{"/data/rep[1]", "/data/rep[1]/n", "/data/rep", "/data/end"});
    const auto children = scenario.entry().bodyChildren("/data");
    REQUIRE(children);
    CHECK(*children == std::vector<std::string>{"/data/rep", "/data/end"});
    CHECK(*scenario.entry().bodyChildren("/data/rep") == std::vector<std::string>{"/data/rep[1]"});
    CHECK(*scenario.entry().bodyChildren("/data/rep[1]") == std::vector<std::string>{"/data/rep[1]/n"});
}

TEST_CASE("indexed-repeat() numbers inner and outer repeats in either order, and may find nothing", "[forms][repeat]")
{
    Scenario scenario(form("Indexed",
        bind("/data/a").calculate("indexed-repeat(/data/out/in/n, /data/out, /data/o, /data/out/in, /data/i)"),
        bind("/data/b").calculate("indexed-repeat(/data/out/in/n, /data/out/in, /data/i, /data/out, /data/o)"),
        bind("/data/out/first").calculate("indexed-repeat(/data/out/in/n, /data/out/in, 1)"), input("/data/o"), input("/data/i"),
        repeat("/data/out").holding(repeat("/data/out/in").holding(input("/data/out/in/n")))));
    scenario.add("/data/out");
    scenario.add("/data/out[2]/in");
    scenario.answer("/data/out[2]/in[1]/n", "own");
    scenario.answer("/data/out[2]/in[2]/n", "x");
    scenario.answer("/data/o", "2");
    scenario.answer("/data/i", "2");

    CHECK(scenario.answerOf("/data/a") == "x");
    CHECK(scenario.answerOf("/data/b") == "x");
    CHECK(scenario.answerOf("/data/out[2]/first") == "own");
    CHECK(scenario.answerOf("/data/out[1]/first") == "");
    scenario.answer("/data/i", "3");
    CHECK(scenario.answerOf("/data/a") == "");
}

TEST_CASE("rows that a falling count takes away come back with their answers when it grows again", "[forms][repeat]")
{
    Scenario scenario(form("Roster",
        bind("/data/n").type("int"), bind("/data/rep/age").type("int"), bind("/data/sum").calculate("sum(/data/rep/age)"),
        bind("/data/rep/no").calculate("position(..)"), input("/data/n"), templateOf("/data/rep"),
        repeat("/data/rep").with("jr:count", "/data/n").holding(input("/data/rep/age"))));
    scenario.answer("/data/n", "3");
    scenario.answer("/data/rep[2]/age", "20");
    scenario.answer("/data/rep[3]/age", "30");

    scenario.answer("/data/n", "1");
    CHECK(scenario.answerOf("/data/sum") == "");
    CHECK_FALSE(scenario.has("/data/rep[2]"));
    scenario.answer("/data/n", "4");
    CHECK(scenario.answerOf("/data/rep[2]/age") == "20");
    CHECK(scenario.answerOf("/data/rep[3]/age") == "30");
    CHECK(scenario.answerOf("/data/rep[4]/age") == "");
    CHECK(scenario.answerOf("/data/rep[4]/no") == "4");
    scenario.answer("/data/rep[1]/age", "1");
    scenario.answer("/data/rep[4]/age", "4");
    CHECK(scenario.answerOf("/data/sum") == "55");
}

TEST_CASE("rows that a falling count took away wait in the draft, too, and are not sent", "[forms][repeat][continue]")
{
    Scenario scenario(form("Roster",
        bind("/data/n").type("int"), bind("/data/meta/instanceID").preload("uid"), input("/data/n"), templateOf("/data/rep"),
        repeat("/data/rep").with("jr:count", "/data/n").holding(input("/data/rep/name"),
            repeat("/data/rep/in").holding(input("/data/rep/in/x")))));
    scenario.answer("/data/n", "3");
    scenario.answer("/data/rep[1]/name", "one");
    scenario.answer("/data/rep[2]/name", "two");
    scenario.answer("/data/rep[3]/name", "three");
    scenario.answer("/data/rep[3]/in[1]/x", "deep");
    scenario.answer("/data/n", "1");

    const std::string draft = scenario.entry().snapshot();
    CHECK_THAT(scenario.entry().xml(), !ContainsSubstring("two") && !ContainsSubstring("parked"));
    scenario.restore(draft);
    CHECK(scenario.view("/data/rep").count == 1);
    CHECK(scenario.entry().snapshot() == draft);
    scenario.answer("/data/n", "2");
    CHECK(scenario.answerOf("/data/rep[2]/name") == "two");
    scenario.restore(scenario.entry().snapshot());
    scenario.answer("/data/n", "4");
    CHECK(scenario.answerOf("/data/rep[3]/name") == "three");
    CHECK(scenario.answerOf("/data/rep[3]/in[1]/x") == "deep");
    CHECK(scenario.answerOf("/data/rep[4]/name") == "");
    CHECK_THAT(scenario.entry().snapshot(), !ContainsSubstring("parked"));
}
