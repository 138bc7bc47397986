#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

namespace {

const char* const kTrees = "name,Label fa,Family,height,sortby\n"
                           "oak,بلوط,Fagaceae,40,3\n"
                           "beech,راش,Fagaceae,35,2\n"
                           "elm,نارون,Ulmaceae,30,1\n"
                           "elm,نارون دیگر,Ulmaceae,30,4\n";

std::string choosing(std::string_view appearance)
{
    return form("Trees", input("/data/word"), input("/data/family"),
        select1("/data/tree").with("appearance", appearance).item("0", "None").item("name", "label_fa").item("99", "Other"));
}

} // namespace

// Spec: https://docs.getodk.org/form-datasets/ (external data from CSV)
TEST_CASE("search() offers every row of a file among the numbered choices", "[forms][choices][search]")
{
    Scenario scenario(choosing("minimal search('trees')"), {{"trees.csv", kTrees}});

    // in the order of sortby; of rows with one value only the first
    CHECK(scenario.choicesOf("/data/tree") == "0 elm beech oak 99");
    CHECK(scenario.view("/data/tree").choices[1].label == "نارون");
    CHECK(scenario.form().resources() == std::vector<std::string>{"jr://file-csv/trees.csv"});
    scenario.answer("/data/tree", "oak");
    CHECK(scenario.answerOf("/data/tree") == "oak");
    scenario.answer("/data/tree", "99");
    CHECK(scenario.answerOf("/data/tree") == "99");
}

TEST_CASE("search() looks for a text in the columns it names, in four ways, whatever the case", "[forms][choices][search]")
{
    const auto offered = [](std::string_view call, std::string_view word) {
        Scenario scenario(choosing(call), {{"trees.csv", kTrees}});
        scenario.answer("/data/word", word);
        return scenario.choicesOf("/data/tree");
    };
    CHECK(offered("search('trees', 'contains', 'name,family', /data/word)", "AGA") == "0 beech oak 99");
    CHECK(offered("search('trees', 'startsWith', 'family', /data/word)", "ulm") == "0 elm 99");
    CHECK(offered("search('trees', 'endsWith', 'name', /data/word)", "k") == "0 oak 99");
    CHECK(offered("search('trees', 'matches', 'name', /data/word)", "Beech") == "0 beech 99");
    CHECK(offered("search('trees', 'matches', 'name', /data/word)", "beec") == "0 99");
}

TEST_CASE("search() with a filter narrows first, and follows the answers it reads", "[forms][choices][search]")
{
    Scenario scenario(
        choosing("search('trees', 'contains', 'name', /data/word, 'Family', /data/family)"), {{"trees.csv", kTrees}});
    scenario.answer("/data/family", "Fagaceae");
    CHECK(scenario.choicesOf("/data/tree") == "0 beech oak 99");
    scenario.answer("/data/word", "ee");
    CHECK(scenario.choicesOf("/data/tree") == "0 beech 99");
    scenario.answer("/data/tree", "beech");
    scenario.answer("/data/family", "Ulmaceae");
    CHECK(scenario.answerOf("/data/tree") == "");
}

TEST_CASE("several columns to show name themselves from the second on", "[forms][choices][search]")
{
    Scenario scenario(form("Trees", select1("/data/tree").with("appearance", "search('trees.csv')").item("name", "label_fa, height")),
        {{"trees.csv", kTrees}});
    CHECK(scenario.view("/data/tree").choices[2].label == "بلوط (height: 40)");
}

TEST_CASE("a search() that cannot work is an error with its place", "[forms][choices][search]")
{
    CHECK_THAT(problemsOf(form("F", select1("/data/a").with("appearance", "search('x'").item("name", "label"))),
        ContainsSubstring("appearance of /data/a: the search() of this appearance has no closing bracket"));
    CHECK_THAT(problemsOf(form("F", select1("/data/a").with("appearance", "search('x')").item("1", "One"))),
        ContainsSubstring("needs a choice that names the columns"));
    Scenario scenario(choosing("search('trees', 'contains')"), {{"trees.csv", kTrees}});
    CHECK(scenario.choicesOf("/data/tree") == "0 99");
    REQUIRE(scenario.entry().problems().size() == 1);
    CHECK_THAT(scenario.entry().problems()[0].sentence, ContainsSubstring("one, four or six"));
}

TEST_CASE("a list that is not there offers nothing and says so; the entry opens", "[forms][choices][search]")
{
    Scenario scenario(choosing("search('trees')"));
    CHECK(scenario.choicesOf("/data/tree") == "0 99");
    REQUIRE_FALSE(scenario.entry().problems().empty());
    CHECK(scenario.entry().problems()[0].place == "list trees");
}

TEST_CASE("pulldata() finds a file that no instance declares", "[forms][choices]")
{
    Scenario scenario(form("Pull", bind("/data/high").calculate("pulldata('trees', 'height', 'name', /data/tree)"), input("/data/tree")),
        {{"trees.csv", kTrees}});
    scenario.answer("/data/tree", "oak");
    CHECK(scenario.answerOf("/data/high") == "40");
}

// Spec: https://docs.getodk.org/form-datasets/ (select_one_external)
TEST_CASE("an external select offers its list of itemsets.csv, filtered, in the active language", "[forms][choices][external]")
{
    const char* const sheet = "list_name,name,label,label::فارسی (fa),province\n"
                              "cities,t1,Tehran,تهران,t\ncities,t2,Rey,,t\ncities,f1,Shiraz,شیراز,f\nother,x,X,,t\n";
    Scenario scenario(form("Cities",
        itext("<translation lang=\"English (en)\" default=\"true()\"><text id=\"q\"><value>City</value></text></translation>"
              "<translation lang=\"فارسی (fa)\"><text id=\"q\"><value>شهر</value></text></translation>"),
        input("/data/province"),
        input("/data/city").with("query", "instance('cities')/root/item[province= /data/province ]").labelXml("q")),
        {{"itemsets.csv", sheet}});

    CHECK(scenario.view("/data/city").kind == tashilgar::forms::NodeKind::Select);
    CHECK(scenario.choicesOf("/data/city") == "");
    scenario.answer("/data/province", "t");
    CHECK(scenario.choicesOf("/data/city") == "t1 t2");
    CHECK(scenario.view("/data/city").choices[0].label == "Tehran");
    scenario.entry().setLanguage("فارسی (fa)");
    CHECK(scenario.view("/data/city").choices[0].label == "تهران");
    CHECK(scenario.view("/data/city").choices[1].label == "Rey");
    scenario.answer("/data/city", "t2");
    scenario.answer("/data/province", "f");
    CHECK(scenario.answerOf("/data/city") == "");
}
