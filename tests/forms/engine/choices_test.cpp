#include "app/forms/glance.h"
#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

namespace {

const char* const kTowns = "<root><item><name>a1</name><label>Alpha</label><of>a</of></item>"
                           "<item><name>a2</name><label>Beta</label><of>a</of></item>"
                           "<item><name>b1</name><label>Gamma</label><of>b</of></item></root>";

} // namespace

// Spec: https://getodk.github.io/xforms-spec/#secondary-instances
TEST_CASE("choices are filtered by an earlier answer", "[forms][choices]")
{
    Scenario scenario(form("Towns",
        secondary("towns", kTowns), input("/data/region"),
        select1("/data/town").itemset("instance('towns')/root/item[of = /data/region]")));

    CHECK(scenario.choicesOf("/data/town") == "");
    scenario.answer("/data/region", "a");
    CHECK(scenario.choicesOf("/data/town") == "a1 a2");
    CHECK(scenario.view("/data/town").choices[1].label == "Beta");
}

TEST_CASE("an answer that is no longer offered goes, and comes back when it is offered again", "[forms][choices]")
{
    Scenario scenario(form("Towns",
        secondary("towns", kTowns), bind("/data/seen").calculate("/data/town"), input("/data/region"),
        select1("/data/town").itemset("instance('towns')/root/item[of = /data/region]")));

    scenario.answer("/data/region", "a");
    scenario.answer("/data/town", "a2");
    scenario.answer("/data/region", "b");
    CHECK(scenario.answerOf("/data/town") == "");
    CHECK(scenario.answerOf("/data/seen") == "");
    scenario.answer("/data/region", "a");
    CHECK(scenario.answerOf("/data/seen") == "a2");
}

TEST_CASE("several choices are stored in the order of the list", "[forms][choices]")
{
    Scenario scenario(form("Several",
        select("/data/a").item("x", "X").item("y", "Y").item("z", "Z")));

    scenario.answer("/data/a", "z x");
    CHECK(scenario.answerOf("/data/a") == "x z");
}

TEST_CASE("a rank keeps its order and ends with what is newly offered", "[forms][choices]")
{
    Scenario scenario(form("Rank",
        secondary("towns", kTowns), bind("/data/rank").type("odk:rank"),
        select("/data/picked").itemset("instance('towns')/root/item"),
        control("odk:rank", "/data/rank").itemset("instance('towns')/root/item[selected(/data/picked, name)]")));

    scenario.answer("/data/picked", "a1 b1");
    scenario.answer("/data/rank", "b1 a1");
    CHECK(scenario.answerOf("/data/rank") == "b1 a1");
    scenario.answer("/data/picked", "a1 a2 b1");
    CHECK(scenario.answerOf("/data/rank") == "b1 a1 a2");
}

TEST_CASE("choices come from the rows of a repeat, blank rows left out", "[forms][choices]")
{
    Scenario scenario(form("Who",
        repeat("/data/rep").holding(input("/data/rep/name")),
        select1("/data/head").itemset("/data/rep[./name != '']", "name", "name")));

    scenario.answer("/data/rep[1]/name", "Zahra");
    scenario.add("/data/rep");
    CHECK(scenario.choicesOf("/data/head") == "Zahra");
    scenario.answer("/data/rep[2]/name", "Karam");
    CHECK(scenario.choicesOf("/data/head") == "Zahra Karam");
    scenario.remove("/data/rep[1]");
    CHECK(scenario.choicesOf("/data/head") == "Karam");
}

TEST_CASE("choices come from an attached file", "[forms][choices]")
{
    Scenario scenario(form("File",
                          external("blocks", "jr://file-csv/blocks.csv"),
                          bind("/data/size").calculate("pulldata('blocks', 'size', 'name', /data/block)"),
                          select1("/data/block").itemset("instance('blocks')/root/item[nbh = 'JFR']")),
        {{"blocks.csv", "name,label,nbh,size\nB1,One,JFR,42\nB2,Two,DLT,7\n"}});

    CHECK(scenario.choicesOf("/data/block") == "B1");
    scenario.answer("/data/block", "B1");
    CHECK(scenario.answerOf("/data/size") == "42");
}

TEST_CASE("a missing file stops the opening, unless it may be missing", "[forms][choices]")
{
    const auto form = Scenario::loaded(tashilgar::tests::form("File",
        external("blocks", "jr://file-csv/blocks.csv"), select1("/data/block").itemset("instance('blocks')/root/item")));
    ListedResources nothing;
    FakeClock clock;
    FakeRandom random;
    tashilgar::forms::EntryHost host;
    host.resources = &nothing;
    host.clock = &clock;
    host.random = &random;
    host.zone = tashilgar::base::Zone::system();

    const auto refused = tashilgar::forms::Entry::open(form, host);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == tashilgar::forms::kMissingResource);
    host.blankForMissingResources = true;
    const auto opened = tashilgar::forms::Entry::open(form, host);
    REQUIRE(opened);
    CHECK((*opened)->view("/data/block")->choices.empty());
}

TEST_CASE("the last record is asked for, and before a first one it is blank", "[forms][choices]")
{
    const std::string xml = form("Last", external("__last-saved", "jr://instance/last-saved"),
        action("<setvalue event=\"odk-instance-first-load\" ref=\"/data/nbh\" value=\"instance('__last-saved')/data/nbh\"/>"),
        input("/data/nbh"));

    CHECK(Scenario(xml).answerOf("/data/nbh") == "");
    CHECK(Scenario(xml, {{"last-saved", "<data><nbh>JFR</nbh></data>"}}).answerOf("/data/nbh") == "JFR");
}

TEST_CASE("choices bring their pictures and sounds with them", "[forms][choices]")
{
    Scenario scenario(form("Pictures",
        itext("<translation lang=\"fa\"><text id=\"p\"><value>چاله</value><value form=\"image\">jr://images/p.png</value></text>"
              "</translation>"),
        secondary("types", "<root><item><name>pothole</name><itextId>p</itextId></item></root>"),
        select1("/data/a").inside("<itemset nodeset=\"instance('types')/root/item\"><value ref=\"name\"/>"
                                  "<label ref=\"jr:itext(itextId)\"/></itemset>")));

    const auto choices = scenario.view("/data/a").choices;
    REQUIRE(choices.size() == 1);
    CHECK(choices[0].label == "چاله");
    CHECK(choices[0].image == "jr://images/p.png");
    CHECK(choices[0].audio == "");
}

TEST_CASE("choices that are places have their geometry, the others are left out", "[forms][choices]")
{
    Scenario scenario(form("Wells",
        secondary("wells", "<root><item><name>w1</name><label>North well</label><geometry>34.3 47.0 0 0</geometry></item>"
                           "<item><name>w2</name><label>Dry</label><geometry> </geometry></item>"
                           "<item><name>w3</name><label>Unknown</label></item>"
                           "<item><name>w4</name><label>Spring</label><geometry>34.4 47.1</geometry></item></root>"),
        input("/data/note"), select1("/data/well").with("appearance", "map").itemset("instance('wells')/root/item")));

    const auto places = tashilgar::forms::choicePlaces(scenario.entry(), "/data/well");
    REQUIRE(places.size() == 2);
    CHECK(places[0].value == "w1");
    CHECK(places[0].geometry == "34.3 47.0 0 0");
    CHECK(places[1].value == "w4");
    CHECK(tashilgar::forms::choicePlaces(scenario.entry(), "/data/note").empty());
    CHECK(tashilgar::forms::choicePlaces(scenario.entry(), "/data/nowhere").empty());
}
