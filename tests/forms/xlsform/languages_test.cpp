#include "app/base/text.h"
#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#languages

TEST_CASE("texts in two languages go through itext, the default one marked", "[forms][xlsform][languages]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label::فارسی (fa) | label::English (en) | constraint_message::English (en) | constraint_message::فارسی (fa)\n"
                                                "integer | age | سن | Age | Too old | زیاد است"},
                                     {"settings", "default_language\n فارسی (fa)"}}));
    REQUIRE(form.succeeded());
    CHECK(form.problems().empty());
    CHECK(form.element("input", "ref", "/data/age") == R"x(<input ref="/data/age"><label ref="jr:itext('/data/age:label')"/></input>)x");
    CHECK(form.bind("/data/age", "jr:constraintMsg") == "jr:itext('/data/age:jr:constraintMsg')");
    CHECK(form.element("translation", "lang", "فارسی (fa)")
          == R"x(<translation lang="فارسی (fa)" default="true()"><text id="/data/age:label"><value>سن</value></text><text id="/data/age:jr:constraintMsg"><value>زیاد است</value></text></translation>)x");
    CHECK(form.element("translation", "lang", "English (en)").find("default=") == std::string::npos);
}

TEST_CASE("a text that a language lacks is a dash there, and warned about once", "[forms][xlsform][languages]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label::fa | label::en | hint::fa\n text | a | الف | A | راهنما\n text | b | ب | | راهنما"}}));
    REQUIRE(form.succeeded());
    CHECK(form.problems() == "survey, row 1 [missing-translation]\n");
    CHECK(form.element("translation", "lang", "en").find("<text id=\"/data/b:label\"><value>-</value></text>") != std::string::npos);
}

TEST_CASE("one language without a name stays in the body", "[forms][xlsform][languages]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | constraint_message\n text | a | A | Not so"}}));
    CHECK(form.elements("itext").empty());
    CHECK(form.bind("/data/a", "jr:constraintMsg") == "Not so");
}

TEST_CASE("media and guidance stand beside the text they belong to", "[forms][xlsform][languages]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | guidance_hint | media::image | audio\n text | a | A | Say slowly | a.png | a.mp3"}}));
    REQUIRE(form.succeeded());
    CHECK(form.element("text", "id", "/data/a:label")
          == R"(<text id="/data/a:label"><value>A</value><value form="image">jr://images/a.png</value><value form="audio">jr://audio/a.mp3</value></text>)");
    CHECK(form.element("text", "id", "/data/a:hint") == R"(<text id="/data/a:hint"><value form="guidance">Say slowly</value></text>)");
    CHECK(form.converted().attachedFiles == std::vector<std::string>{"a.png", "a.mp3"});
}

TEST_CASE("headers may be spelt with capitals, blanks and old words", "[forms][xlsform][languages]")
{
    const ConvertedForm form(sheets({{"survey", "Type | NAME | Caption :: English | Read Only | relevance\n Integer | a | A | yes | 1 = 1"}}));
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/a", "readonly") == "true()");
    CHECK(form.bind("/data/a", "relevant") == "1 = 1");
    CHECK(form.element("translation", "lang", "English").find("<value>A</value>") != std::string::npos);
}

TEST_CASE("quotes that a program has curled are straight again in expressions only", "[forms][xlsform][languages]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | relevant\n text | a | Say “hello” | ‘x’ = “x”"}}));
    CHECK(form.bind("/data/a", "relevant") == "'x' = \"x\"");
    CHECK(form.element("input", "ref", "/data/a").find("Say “hello”") != std::string::npos);
}

TEST_CASE("what a form expects has its sentence in each language", "[forms][xlsform][expected]")
{
    const std::string survey = "type | name | label::فارسی (fa) | label::English (en) | bind::tsh:expected | bind::tsh:expectedMsg::فارسی (fa) | bind::tsh:expectedMsg::English (en)\n"
                               "integer | rooms | اتاق | Rooms | ${rooms} > 1 | تنها یک اتاق؟ | Only one room?";
    const ConvertedForm form(sheets({{"survey", survey}, {"settings", "namespaces\n tsh=\"https://tashilgar.org/ns/forms\""}}));
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/rooms", "tsh:expectedMsg") == "jr:itext('/data/rooms:tsh:expectedMsg')");
    CHECK(base::trim(form.bind("/data/rooms", "tsh:expected")) == "/data/rooms  > 1");
    CHECK(form.element("translation", "lang", "English (en)").find("<value>Only one room?</value>") != std::string::npos);
}
