#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#actions
TEST_CASE("a first load sets a value once, and a restored record keeps its own", "[forms][events]")
{
    Scenario scenario(form("Load",
        action("<setvalue event=\"odk-instance-first-load\" ref=\"/data/at\" value=\"now()\"/>"), input("/data/at"), input("/data/a")));
    const std::string first = scenario.answerOf("/data/at");
    CHECK(first == "2026-11-22T09:05:00.000+03:30");

    scenario.clock.advance(std::chrono::hours(1));
    scenario.restore(scenario.entry().snapshot());
    CHECK(scenario.answerOf("/data/at") == first);
}

TEST_CASE("a changed answer sets off the actions in its question, after all is worked out", "[forms][events]")
{
    Scenario scenario(form("Changed",
        bind("/data/twice").calculate("/data/a * 2"),
        input("/data/a").inside("<setvalue event=\"xforms-value-changed\" ref=\"/data/seen\" value=\"/data/twice\"/>"),
        place("/data/seen")));

    scenario.answer("/data/a", "4");
    CHECK(scenario.answerOf("/data/seen") == "8");
}

TEST_CASE("an action in a repeat writes to its own row", "[forms][events]")
{
    Scenario scenario(form("Rows",
        repeat("/data/rep").holding(
            input("/data/rep/a").inside("<setvalue event=\"xforms-value-changed\" ref=\"/data/rep/b\">done</setvalue>"),
            input("/data/rep/b"))));
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/a", "x");

    CHECK(scenario.answerOf("/data/rep[1]/b") == "");
    CHECK(scenario.answerOf("/data/rep[2]/b") == "done");
}

TEST_CASE("a new row is prepared, those of the definition are not", "[forms][events]")
{
    Scenario scenario(form("Rows",
        repeat("/data/rep")
            .inside("<setvalue event=\"odk-new-repeat\" ref=\"/data/rep/a\" value=\"concat('row ', position(..))\"/>")
            .holding(input("/data/rep/a"))));

    CHECK(scenario.answerOf("/data/rep[1]/a") == "");
    scenario.add("/data/rep");
    CHECK(scenario.answerOf("/data/rep[2]/a") == "row 2");
}

TEST_CASE("a position is taken from the host, and may be missing", "[forms][events]")
{
    Scenario scenario(form("Position",
        bind("/data/at").type("geopoint"), action("<odk:setgeopoint event=\"odk-instance-first-load\" ref=\"/data/at\"/>"),
        place("/data/at")));
    CHECK(scenario.answerOf("/data/at") == "");
    scenario.position = "34.3451 47.0901 1400 6";
    scenario.reopen();
    CHECK(scenario.answerOf("/data/at") == "34.3451 47.0901 1400.0 6.0");
}

TEST_CASE("actions that set off each other come to an end", "[forms][events]")
{
    Scenario scenario(form("Endless",
        input("/data/a").inside("<setvalue event=\"xforms-value-changed\" ref=\"/data/b\" value=\"/data/a + 1\"/>"),
        input("/data/b").inside("<setvalue event=\"xforms-value-changed\" ref=\"/data/a\" value=\"/data/b + 1\"/>")));

    scenario.answer("/data/a", "1");
    CHECK(scenario.entry().problems().size() == 1);
}

TEST_CASE("a value that is calculated at the first opening counts as changed, in a continued record it does not", "[forms][events]")
{
    Scenario scenario(form("Calculated",
        bind("/data/a").calculate("'x'"), place("/data/seen"), input("/data/b"),
        input("/data/a").inside("<setvalue event=\"xforms-value-changed\" ref=\"/data/seen\" value=\"concat('saw ', /data/a)\"/>"),
        value("/data/d", "written"),
        input("/data/d").inside("<setvalue event=\"xforms-value-changed\" ref=\"/data/never\" value=\"'no'\"/>"), place("/data/never")));

    CHECK(scenario.answerOf("/data/seen") == "saw x");
    CHECK(scenario.answerOf("/data/never") == "");
    scenario.restore("<data id=\"test\"><a/><seen>before</seen></data>");
    CHECK(scenario.answerOf("/data/a") == "x");
    CHECK(scenario.answerOf("/data/seen") == "before");
}

TEST_CASE("a form asks its host to record at every opening, in the quality it wants, and takes the file's name", "[forms][events]")
{
    std::vector<std::string> asked;
    const std::string xml = form("Recorded",
        bind("/data/meta/instanceID").preload("uid"), bind("/data/sound").type("binary").readonly("true()"), input("/data/a"),
        action("<odk:recordaudio event=\"odk-instance-load\" ref=\"/data/sound\" odk:quality=\"low\"/>"));
    Scenario scenario(xml);
    scenario.adjust = [&](forms::EntryHost& host) {
        host.recordAudio = [&](const forms::AudioRequest& request) { asked.push_back(request.ref + " " + request.quality); };
    };
    scenario.reopen();
    CHECK(asked == std::vector<std::string>{"/data/sound low"});

    CHECK_FALSE(scenario.entry().answer("/data/sound", "one.amr"));
    REQUIRE(scenario.entry().deliver("/data/sound", "one.amr"));
    CHECK(scenario.finalize().attachments == std::vector<std::string>{"one.amr"});
    scenario.restore(scenario.entry().snapshot());
    CHECK(asked.size() == 2);
    CHECK_FALSE(scenario.entry().deliver("/data/nowhere", "x"));
    CHECK_FALSE(scenario.entry().deliver("/data", "x"));
}

TEST_CASE("a host may take its time to answer setgeopoint", "[forms][events]")
{
    std::vector<std::string> asked;
    Scenario scenario(form("Placed",
        bind("/data/where").type("geopoint"), bind("/data/seen").calculate("/data/where != ''"), value("/data/where", ""),
        control("input", "/data/a").inside("<odk:setgeopoint event=\"xforms-value-changed\" ref=\"/data/where\"/>")));
    scenario.adjust = [&](forms::EntryHost& host) {
        host.requestPosition = [&](const std::string& ref) { asked.push_back(ref); };
    };
    scenario.position = "1 1 0 0";
    scenario.reopen();
    scenario.answer("/data/a", "x");
    CHECK(asked == std::vector<std::string>{"/data/where"});
    CHECK(scenario.answerOf("/data/where") == "");
    REQUIRE(scenario.entry().deliver("/data/where", "35.7 51.4 1200 5"));
    CHECK(scenario.answerOf("/data/where") == "35.7 51.4 1200.0 5.0");
    CHECK(scenario.answerOf("/data/seen") == "true");
}
