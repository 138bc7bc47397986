#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;
using tashilgar::forms::ChangedBy;
using tashilgar::forms::Explanation;
using tashilgar::forms::Reading;
using tashilgar::forms::Reason;

namespace {

Explanation explained(Scenario& scenario, std::string_view ref)
{
    auto explanation = scenario.entry().explain(ref);
    INFO("explaining " << ref);
    REQUIRE(explanation);
    return std::move(*explanation);
}

/// "/data/age = 3 (/data/age); …": what an expression read.
std::string readingsOf(const Reason& reason)
{
    std::string text;
    for (const Reading& reading : reason.readings) {
        text += (text.empty() ? "" : "; ") + reading.path + " =";
        for (const auto& node : reading.nodes)
            text += " " + node.value + " (" + (node.ref.empty() ? "in " + reading.instance : node.ref) + ")";
    }
    return text;
}

ChangedBy changedBy(Scenario& scenario, std::string_view ref) { return explained(scenario, ref).changed.by; }

} // namespace

TEST_CASE("a hidden question tells which condition above it hides it, and what that one read", "[forms][explain]")
{
    Scenario scenario(form("Hidden",
        bind("/data/g").relevant("/data/age >= 18"), bind("/data/g/job").relevant("/data/sex = 'f'"), input("/data/age"),
        input("/data/sex"), group("/data/g").holding(input("/data/g/job"))));
    scenario.answer("/data/age", "12");
    scenario.answer("/data/sex", "f");

    const Explanation job = explained(scenario, "/data/g/job");
    CHECK_FALSE(job.node.relevant);
    CHECK(job.hiddenBy == "/data/g");
    REQUIRE(job.relevant.size() == 2);
    CHECK(job.relevant[0].expression == "/data/age >= 18");
    CHECK(job.relevant[0].outcome == "false");
    CHECK(readingsOf(job.relevant[0]) == "/data/age = 12 (/data/age)");
    CHECK(job.relevant[1].ref == "/data/g/job");
    CHECK(job.relevant[1].outcome == "true");

    scenario.answer("/data/age", "20");
    CHECK(explained(scenario, "/data/g/job").hiddenBy == "");
}

TEST_CASE("who made a question readonly is told, be it the question or a group around it", "[forms][explain]")
{
    Scenario scenario(form("Readonly",
        bind("/data/g").readonly("/data/closed = 'yes'"), input("/data/closed"), group("/data/g").holding(input("/data/g/a"))));
    CHECK(explained(scenario, "/data/g/a").readonlyBy == "");
    scenario.answer("/data/closed", "yes");

    const Explanation a = explained(scenario, "/data/g/a");
    CHECK(a.node.readonly);
    CHECK(a.readonlyBy == "/data/g");
    REQUIRE(a.readonly.size() == 1);
    CHECK(readingsOf(a.readonly[0]) == "/data/closed = yes (/data/closed)");
}

TEST_CASE("a refused answer shows the constraint and its own value, a missing one why it is required", "[forms][explain]")
{
    Scenario scenario(form("Wrong",
        bind("/data/n").type("int").constraint(". > /data/least").required("/data/least > 0"), input("/data/least"), input("/data/n")));
    scenario.answer("/data/least", "5");

    Explanation n = explained(scenario, "/data/n");
    REQUIRE(n.required);
    CHECK(n.required->outcome == "true");
    CHECK(readingsOf(*n.required) == "/data/least = 5 (/data/least)");

    scenario.answer("/data/n", "3");
    n = explained(scenario, "/data/n");
    CHECK(n.node.violation == tashilgar::forms::Violation::Constraint);
    REQUIRE(n.constraint);
    CHECK(n.constraint->outcome == "false");
    CHECK(readingsOf(*n.constraint) == ". = 3 (/data/n); /data/least = 5 (/data/least)");
}

TEST_CASE("a calculated value shows its expression, what it read and what that came of", "[forms][explain]")
{
    Scenario scenario(form("Sum",
        bind("/data/total").type("int").calculate("sum(/data/rep/n) + /data/more"), value("/data/more", "10"),
        repeat("/data/rep").holding(input("/data/rep/n")), input("/data/more")));
    scenario.answer("/data/rep[1]/n", "1");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/n", "2");

    const Explanation total = explained(scenario, "/data/total");
    CHECK(total.changed.by == ChangedBy::Calculation);
    REQUIRE(total.calculate);
    CHECK(total.calculate->outcome == "13");
    CHECK(readingsOf(*total.calculate) == "/data/rep/n = 1 (/data/rep[1]/n) 2 (/data/rep[2]/n); /data/more = 10 (/data/more)");
    CHECK(total.calculate->readings[0].nodes[0].changedBy == ChangedBy::Answer);
    CHECK(total.calculate->readings[1].nodes[0].changedBy == ChangedBy::Form);
}

TEST_CASE("inside a repeat a reading is that of the own row", "[forms][explain]")
{
    Scenario scenario(form("Rows",
        bind("/data/rep/b").relevant("/data/rep/a = 'yes'"), repeat("/data/rep").holding(input("/data/rep/a"), input("/data/rep/b"))));
    scenario.add("/data/rep");
    scenario.answer("/data/rep[1]/a", "yes");
    scenario.answer("/data/rep[2]/a", "no");

    CHECK(readingsOf(explained(scenario, "/data/rep[2]/b").relevant.at(0)) == "/data/rep/a = no (/data/rep[2]/a)");
    CHECK(explained(scenario, "/data/rep[2]/b").hiddenBy == "/data/rep[2]/b");
}

TEST_CASE("a look-up shows what was found in which list", "[forms][explain]")
{
    Scenario scenario(form("Lookup",
        secondary("wards", "<root><item><name>w1</name><chief>Karimi</chief></item><item><name>w2</name><chief>Azizi</chief></item></root>"),
        bind("/data/chief").calculate("instance('wards')/root/item[name = /data/ward]/chief"), input("/data/ward"), input("/data/chief")));
    scenario.answer("/data/ward", "w2");

    CHECK(readingsOf(*explained(scenario, "/data/chief").calculate)
        == "instance('wards')/root/item[name = /data/ward]/chief = Azizi (in wards); /data/ward = w2 (/data/ward)");
}

TEST_CASE("indexed-repeat() shows the one row it chose", "[forms][explain]")
{
    Scenario scenario(form("Indexed",
        bind("/data/second").calculate("indexed-repeat(/data/rep/a, /data/rep, 2)"), repeat("/data/rep").holding(input("/data/rep/a")),
        place("/data/second")));
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/a", "two");

    CHECK(readingsOf(*explained(scenario, "/data/second").calculate) == "/data/rep/a = two (/data/rep[2]/a)");
}

TEST_CASE("everything that gives a value leaves its mark", "[forms][explain]")
{
    Scenario scenario(form("Marks",
        value("/data/written", "7"), bind("/data/who").preload("property", "username"), bind("/data/sum").calculate("1 + 1"),
        action("<setvalue event=\"odk-instance-first-load\" ref=\"/data/set\" value=\"concat('a', 'b')\"/>"),
        input("/data/written"), input("/data/who"), input("/data/sum"), input("/data/never"),
        input("/data/asked").inside("<setvalue event=\"xforms-value-changed\" ref=\"/data/seen\">yes</setvalue>"), place("/data/seen"),
        place("/data/set")));
    scenario.properties["username"] = "n.karimi";
    scenario.reopen();
    scenario.answer("/data/asked", "x");

    CHECK(changedBy(scenario, "/data/never") == ChangedBy::Nothing);
    CHECK(changedBy(scenario, "/data/written") == ChangedBy::Form);
    CHECK(changedBy(scenario, "/data/who") == ChangedBy::Preload);
    CHECK(changedBy(scenario, "/data/sum") == ChangedBy::Calculation);
    CHECK(changedBy(scenario, "/data/asked") == ChangedBy::Answer);

    const auto set = explained(scenario, "/data/set").changed;
    CHECK(set.by == ChangedBy::Action);
    CHECK(set.event == "odk-instance-first-load");
    CHECK(set.expression == "concat('a', 'b')");
    const auto seen = explained(scenario, "/data/seen").changed;
    CHECK(seen.event == "xforms-value-changed");
    CHECK(seen.expression == "yes");

    scenario.restore(scenario.entry().snapshot());
    CHECK(changedBy(scenario, "/data/asked") == ChangedBy::SavedRecord);
    scenario.answer("/data/asked", "y");
    CHECK(changedBy(scenario, "/data/asked") == ChangedBy::Answer);
    scenario.answer("/data/asked", "");
    CHECK(changedBy(scenario, "/data/asked") == ChangedBy::Answer);
}

TEST_CASE("an answer that is no longer offered is told, with the choices' expression", "[forms][explain]")
{
    Scenario scenario(form("Towns",
        secondary("towns", "<root><item><name>a1</name><of>a</of></item><item><name>b1</name><of>b</of></item></root>"),
        input("/data/region"), select1("/data/town").itemset("instance('towns')/root/item[of = /data/region]", "name", "name")));
    scenario.answer("/data/region", "a");
    scenario.answer("/data/town", "a1");
    scenario.answer("/data/region", "b");

    const Explanation town = explained(scenario, "/data/town");
    CHECK(town.changed.by == ChangedBy::Choices);
    CHECK(town.notOffered == "a1");
    REQUIRE(town.choices);
    CHECK(town.choices->outcome == "1");
    CHECK(readingsOf(*town.choices).find("/data/region = b (/data/region)") != std::string::npos);
}

TEST_CASE("a count tells where it comes from and what it has put away", "[forms][explain]")
{
    Scenario scenario(form("Count",
        bind("/data/n").type("int"), input("/data/n"), repeat("/data/rep").with("jr:count", "/data/n").holding(input("/data/rep/a"))));
    scenario.answer("/data/n", "3");
    scenario.answer("/data/n", "1");

    const Explanation range = explained(scenario, "/data/rep");
    CHECK(range.parked == 2);
    REQUIRE(range.count);
    CHECK(range.count->outcome == "1");
    CHECK(readingsOf(*range.count) == "/data/n = 1 (/data/n)");
}

TEST_CASE("an expression that fails says why", "[forms][explain]")
{
    Scenario scenario(form("Fails", bind("/data/a").calculate("distance('nowhere')"), input("/data/a")));
    const Explanation a = explained(scenario, "/data/a");
    REQUIRE(a.calculate);
    CHECK_FALSE(a.calculate->failure.empty());
    CHECK(a.changed.by == ChangedBy::Nothing);
}

TEST_CASE("a reading of many rows shows the first ones and says how many there are", "[forms][explain]")
{
    Scenario scenario(form("Many",
        bind("/data/n").calculate("count(/data/rep)"), repeat("/data/rep").holding(input("/data/rep/a")), place("/data/n")));
    for (int i = 0; i < 30; ++i)
        scenario.add("/data/rep");
    const Explanation n = explained(scenario, "/data/n");
    CHECK(n.calculate->readings.at(0).count == 31);
    CHECK(n.calculate->readings.at(0).nodes.size() == Reading::kMaxNodes);
}

TEST_CASE("what is not there cannot be explained", "[forms][explain]")
{
    Scenario scenario(form("Nothing", input("/data/a")));
    CHECK_FALSE(scenario.entry().explain("/data/b"));
}
