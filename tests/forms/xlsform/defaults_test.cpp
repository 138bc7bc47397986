#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#actions

TEST_CASE("a plain default is the first value", "[forms][xlsform][defaults]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | default\n integer | n | N | 15\n image | i | I | plan.png"}}));
    CHECK(form.instance().find("<n>15</n><i>jr://images/plan.png</i>") != std::string::npos);
    CHECK(form.elements("setvalue").empty());
}

TEST_CASE("a calculated default is set when the form opens, and in each new repeat", "[forms][xlsform][defaults]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | default\n date | d | D | today()\n begin repeat | r | R |\n time | t | T | now()\n end repeat | | |"}}));
    const auto actions = form.elements("setvalue");
    REQUIRE(actions.size() == 3);
    CHECK(actions[0] == R"x(<setvalue event="odk-instance-first-load" ref="/data/d" value="today()"/>)x");
    CHECK(actions[1] == R"x(<setvalue event="odk-instance-first-load" ref="/data/r/t" value="now()"/>)x");
    CHECK(actions[2] == R"x(<setvalue event="odk-new-repeat" ref="/data/r/t" value="now()"/>)x");
    CHECK(form.element("repeat", "nodeset", "/data/r").find(actions[2]) != std::string::npos);
}

TEST_CASE("a triggered calculation runs when the question named changes", "[forms][xlsform][defaults]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | calculation | trigger\n select_one yn | ok | OK? | |\n dateTime | at | | now() | ${ok}\n text | why | Why? | | ${ok}"},
                                     {"choices", "list_name | name | label\n yn | y | Yes"}}));
    CHECK(form.bind("/data/at", "calculate").empty());
    const std::string question = form.element("select1", "ref", "/data/ok");
    CHECK(question.find(R"x(<setvalue event="xforms-value-changed" ref="/data/at" value="now()"/>)x") != std::string::npos);
    CHECK(question.find(R"(<setvalue event="xforms-value-changed" ref="/data/why"/>)") != std::string::npos);
    CHECK(form.element("input", "ref", "/data/at").empty());
}

TEST_CASE("positions and sound in the background are actions", "[forms][xlsform][defaults]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | trigger | parameters\n"
                                                "start-geopoint | begin | | |\n"
                                                "text | a | A | |\n"
                                                "background-geopoint | where | | ${a} |\n"
                                                "background-audio | sound | | | quality=low"}}));
    REQUIRE(form.succeeded());
    const auto points = form.elements("odk:setgeopoint");
    REQUIRE(points.size() == 2);
    CHECK(points[0] == R"(<odk:setgeopoint event="odk-instance-first-load" ref="/data/begin"/>)");
    CHECK(points[1] == R"(<odk:setgeopoint event="xforms-value-changed" ref="/data/where"/>)");
    CHECK(form.elements("odk:recordaudio") == std::vector<std::string>{R"(<odk:recordaudio event="odk-instance-load" ref="/data/sound" odk:quality="low"/>)"});
}
