#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/entities

TEST_CASE("a new entity gets its id when the form opens", "[forms][xlsform][entities]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | save_to\n text | what | What? | title"}, {"entities", "list_name | label\n issues | ${what}"}}));
    REQUIRE(form.succeeded());
    CHECK(form.attribute("model", "entities:entities-version") == "2024.1.0");
    CHECK(form.instance().find(R"(<entity dataset="issues" id="" create="1"><label/></entity>)") != std::string::npos);
    CHECK(form.bind("/data/what", "entities:saveto") == "title");
    CHECK(form.bind("/data/meta/entity/label", "calculate") == " /data/what ");
    CHECK(form.element("setvalue", "ref", "/data/meta/entity/@id") == R"x(<setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" value="uuid()"/>)x");
}

TEST_CASE("an update reads the version it starts from", "[forms][xlsform][entities]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n select_one_from_file doors.csv | door | Door"},
                                     {"entities", "list_name | entity_id | update_if\n doors | ${door} | ${door} != ''"}}));
    REQUIRE(form.succeeded());
    CHECK(form.instance().find(R"(<entity dataset="doors" id="" update="1" baseVersion="" trunkVersion="" branchId=""/>)") != std::string::npos);
    CHECK(form.bind("/data/meta/entity/@id", "calculate") == " /data/door ");
    CHECK(form.bind("/data/meta/entity/@update", "calculate") == " /data/door  != ''");
    CHECK(form.bind("/data/meta/entity/@baseVersion", "calculate") == "instance('doors')/root/item[name= /data/door ]/__version");
    CHECK(form.elements("setvalue").empty());
}

TEST_CASE("an updated list is an instance even when nothing else reads it", "[forms][xlsform][entities]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n text | door | Door"}, {"entities", "list_name | entity_id\n doors | ${door}"}}));
    CHECK(form.element("instance", "id", "doors") == R"(<instance id="doors" src="jr://file-csv/doors.csv"/>)");
}

TEST_CASE("an entity stands in the repeat whose answers it keeps", "[forms][xlsform][entities]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | save_to\n begin repeat | dec | Decision |\n text | what | What? | title\n end repeat | | |"},
                                     {"entities", "list_name | label\n issues | ${what}"}}));
    REQUIRE(form.succeeded());
    CHECK(form.attribute("model", "entities:entities-version") == "2025.1.0");
    CHECK(form.bind("/data/dec/meta/entity/label", "calculate") == " ../../../what ");
    const auto actions = form.elements("setvalue");
    REQUIRE(actions.size() == 2);
    CHECK(actions[1] == R"x(<setvalue event="odk-new-repeat" ref="/data/dec/meta/entity/@id" value="uuid()"/>)x");
}

TEST_CASE("two lists stand in two places", "[forms][xlsform][entities]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | save_to\n"
                                                "text | title | Title | assets#title\n"
                                                "begin group | person | Person |\n"
                                                "text | skill | Skill | people#skill\n"
                                                "end group | | |"},
                                     {"entities", "list_name | label\n assets | ${title}\n people | ${title}"}}));
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/meta/entity/label", "calculate") == " /data/title ");
    CHECK(form.bind("/data/person/meta/entity/label", "calculate") == " /data/title ");
    CHECK(form.bind("/data/person/skill", "entities:saveto") == "skill");
}

TEST_CASE("what cannot be an entity is refused", "[forms][xlsform][entities]")
{
    struct Case {
        std::string survey;
        std::string entities;
        std::string problem;
    };
    const std::string ask = "type | name | label | save_to\n text | a | A | ";
    for (const auto& [survey, entities, problem] : std::initializer_list<Case>{
             {ask + "p", "", "survey, row 2, column save_to [no-entity]\n"},
             {ask + "name", "list_name | label\n l | L", "survey, row 2, column save_to [save-to-reserved]\n"},
             {ask + "__x", "list_name | label\n l | L", "survey, row 2, column save_to [save-to-reserved]\n"},
             {ask + "other#p", "list_name | label\n l | L", "survey, row 2, column save_to [save-to-list]\n"},
             {ask, "list_name | label\n l |", "entities, row 2, column label [entity-label]\n"},
             {ask, "list_name | label\n a.b | L", "entities, row 2, column list_name [list-name]\n"},
             {ask, "list_name | label | update_if\n l | L | 1", "entities, row 2, column entity_id [entity-id]\n"},
             {ask, "list_name | label\n l | ${nobody}", "entities, row 2, column label [unknown-reference]\n"},
             {ask, "list_name | label\n l | L\n m | M", "entities, row 3 [entity-place]\n"}}) {
        INFO(survey << "\n" << entities);
        const ConvertedForm form(entities.empty() ? sheets({{"survey", survey}}) : sheets({{"survey", survey}, {"entities", entities}}));
        CHECK_FALSE(form.succeeded());
        CHECK(form.problems() == problem);
    }
}
