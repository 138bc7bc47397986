#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

TEST_CASE("every type has its control and its data type", "[forms][xlsform][types]")
{
    struct Case {
        std::string type;
        std::string element;
        std::string dataType;
    };
    for (const auto& [type, element, dataType] : std::initializer_list<Case>{
             {"text", "input", "string"},      {"string", "input", "string"},     {"integer", "input", "int"},
             {"decimal", "input", "decimal"},  {"date", "input", "date"},         {"time", "input", "time"},
             {"dateTime", "input", "dateTime"}, {"geopoint", "input", "geopoint"}, {"gps", "input", "geopoint"},
             {"geotrace", "input", "geotrace"}, {"geoshape", "input", "geoshape"}, {"barcode", "input", "barcode"},
             {"note", "input", "string"},      {"acknowledge", "trigger", "string"}, {"range", "range", "int"},
             {"audio", "upload", "binary"},    {"video", "upload", "binary"},     {"file", "upload", "binary"},
             {"photo", "upload", "binary"}}) {
        INFO(type);
        const ConvertedForm form(sheets({{"survey", "type | name | label\n " + type + " | q | Q"}}));
        REQUIRE(form.succeeded());
        CHECK(form.elements(element).size() == 1);
        CHECK(form.bind("/data/q", "type") == dataType);
    }
}

TEST_CASE("what a device knows is preloaded, and never shown", "[forms][xlsform][types]")
{
    const ConvertedForm form(sheets({{"survey", "type | name\n start | start\n end | end\n today | today\n username | username\n deviceid | deviceid"}}));
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/start", "jr:preload") == "timestamp");
    CHECK(form.bind("/data/end", "jr:preloadParams") == "end");
    CHECK(form.bind("/data/today", "type") == "date");
    CHECK(form.bind("/data/username", "jr:preload") == "property");
    CHECK(form.elements("input").empty());
}

TEST_CASE("the audit log is a part of the meta block", "[forms][xlsform][types]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | parameters\n audit | audit | | track-changes=true identify-user=false\n text | a | A |"}}));
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/meta/audit", "type") == "binary");
    CHECK(form.bind("/data/meta/audit", "odk:track-changes") == "true");
    CHECK(form.instance().find("<meta><audit/><instanceID/></meta>") != std::string::npos);
}

TEST_CASE("parameters become what clients read", "[forms][xlsform][types]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | parameters\n"
                                                "geopoint | p | P | capture-accuracy=8 warning-accuracy=20 allow-mock-accuracy=true\n"
                                                "geotrace | l | L | incremental=true\n"
                                                "image | i | I | max-pixels=1280\n"
                                                "audio | s | S | quality=voice-only\n"
                                                "range | r | R | start=0 end=1 step=0.1\n"
                                                "text | t | T | rows=4"}}));
    REQUIRE(form.succeeded());
    CHECK(form.problems().empty());
    CHECK(form.element("input", "ref", "/data/p").find(R"(accuracyThreshold="8" unacceptableAccuracyThreshold="20")") != std::string::npos);
    CHECK(form.bind("/data/p", "odk:allow-mock-accuracy") == "true");
    CHECK(form.element("input", "ref", "/data/l").find(R"(incremental="true")") != std::string::npos);
    CHECK(form.bind("/data/i", "orx:max-pixels") == "1280");
    CHECK(form.bind("/data/s", "odk:quality") == "voice-only");
    CHECK(form.element("range", "ref", "/data/r").find(R"(start="0" end="1" step="0.1")") != std::string::npos);
    CHECK(form.bind("/data/r", "type") == "decimal");
    CHECK(form.element("input", "ref", "/data/t").find(R"(rows="4")") != std::string::npos);
}

TEST_CASE("a parameter that a type does not know is refused", "[forms][xlsform][types]")
{
    for (const std::string row : {"text | q | Q | row=3", "geopoint | q | Q | incremental=true", "range | q | Q | start=a",
                                  "range | q | Q | step=3 placeholder=3", "audio | q | Q | quality=loud", "text | q | Q | rows"}) {
        INFO(row);
        const ConvertedForm form(sheets({{"survey", "type | name | label | parameters\n " + row}}));
        CHECK_FALSE(form.succeeded());
        REQUIRE_FALSE(form.diagnostics().empty());
        CHECK(form.diagnostics()[0].place == "survey, row 2, column parameters");
    }
}
