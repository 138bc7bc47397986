#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://xlsform.org/en/#referring-to-answers

TEST_CASE("a reference outside repeats is the whole path", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | relevant\n"
                                                "begin group | home | Home |\n"
                                                "integer | rooms | Rooms |\n"
                                                "end group | | |\n"
                                                "text | why | Why so many? | ${rooms} > 9"}}));
    CHECK(form.bind("/data/why", "relevant") == " /data/home/rooms  > 9");
}

TEST_CASE("a reference within one repeat stays in its instance", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | relevant | calculation\n"
                                                "begin repeat | person | Person | |\n"
                                                "integer | age | Age | |\n"
                                                "begin group | school | School | |\n"
                                                "text | class | Class | ${age} < 18 |\n"
                                                "text | teacher | Teacher | ${class} != '' |\n"
                                                "end group | | | |\n"
                                                "end repeat | | | |\n"
                                                "calculate | oldest | | | max(${age})"}}));
    CHECK(form.bind("/data/person/school/class", "relevant") == " ../../age  < 18");
    CHECK(form.bind("/data/person/school/teacher", "relevant") == " ../class  != ''");
    CHECK(form.bind("/data/oldest", "calculate") == "max( /data/person/age )");
}

TEST_CASE("a repeat named from inside means all its instances", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | calculation\n"
                                                "begin repeat | family | Family |\n"
                                                "begin repeat | person | Person |\n"
                                                "calculate | n | | count(${family})\n"
                                                "calculate | own | | count(${person})\n"
                                                "end repeat | | |\n"
                                                "end repeat | | |"}}));
    CHECK(form.bind("/data/family/person/n", "calculate") == "count( /data/family )");
    CHECK(form.bind("/data/family/person/own", "calculate") == "count( ../../person )");
}

TEST_CASE("a filter on another instance reaches back through current()", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | calculation\n"
                                                "csv-external | prices | |\n"
                                                "begin repeat | item | Item |\n"
                                                "text | code | Code |\n"
                                                "calculate | price | | instance('prices')/root/item[code = ${code}]/price + string-length(${code})\n"
                                                "end repeat | | |"}}));
    CHECK(form.bind("/data/item/price", "calculate")
          == "instance('prices')/root/item[code =  current()/../code ]/price + string-length( ../code )");
}

TEST_CASE("indexed-repeat takes whole sets, and its index from here", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | calculation\n"
                                                "begin repeat | person | Person |\n"
                                                "integer | no | No |\n"
                                                "text | name_ | Name |\n"
                                                "calculate | before | | indexed-repeat(${name_}, ${person}, ${no} - 1)\n"
                                                "end repeat | | |"}}));
    CHECK(form.bind("/data/person/before", "calculate") == "indexed-repeat( /data/person/name_ ,  /data/person ,  ../no  - 1)");
}

TEST_CASE("the last record is an instance of its own", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | default\n text | street | Street | ${last-saved#street}"}}));
    CHECK(form.element("instance", "id", "__last-saved") == R"(<instance id="__last-saved" src="jr://instance/last-saved"/>)");
    CHECK(form.element("setvalue", "ref", "/data/street").find("value=\" instance('__last-saved')/data/street \"") != std::string::npos);
    CHECK(form.converted().attachedFiles.empty());
}

TEST_CASE("labels show answers, and look-ups in lists", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n"
                                                "text | who | Who?\n"
                                                "note | hello | Hello ${who}, you are instance('roles')/root/item[name = ${who}]/label today\n"
                                                "csv-external | roles |"}}));
    CHECK(form.element("input", "ref", "/data/hello")
          == R"(<input ref="/data/hello"><label> Hello <output value=" /data/who "/>, you are <output value="instance('roles')/root/item[name =  /data/who ]/label"/> today </label></input>)");
}

TEST_CASE("a reference in quotes is a path as text", "[forms][xlsform][references]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | calculation\n"
                                                "select_one yn | ok | OK? |\n"
                                                "calculate | said | | jr:choice-name(${ok}, '${ok}')"},
                                     {"choices", "list_name | name | label\n yn | y | Yes\n yn | n | No"}}));
    CHECK(form.bind("/data/said", "calculate") == "jr:choice-name( /data/ok , ' /data/ok ')");
}
