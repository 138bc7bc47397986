#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

// Spec: https://getodk.github.io/xforms-spec/#secondary-instances

TEST_CASE("a list is an instance, with all its columns", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | choice_filter\n select_one d | d | D |\n select_multiple c | c | C | domain = ${d}"},
                                     {"choices", "list_name | name | label | domain\n d | net | Networks |\n c | water | Water | net"}}));
    REQUIRE(form.succeeded());
    CHECK(form.element("instance", "id", "c")
          == R"(<instance id="c"><root><item><name>water</name><label>Water</label><domain>net</domain></item></root></instance>)");
    CHECK(form.element("select", "ref", "/data/c")
          == R"(<select ref="/data/c"><label>C</label><itemset nodeset="instance('c')/root/item[domain =  /data/d ]"><value ref="name"/><label ref="label"/></itemset></select>)");
}

TEST_CASE("translated choices carry the id of their text", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label::fa\n select_one yn | ok | خوب؟"},
                                     {"choices", "list_name | name | label::fa\n yn | y | بله\n yn | n | خیر"}}));
    CHECK(form.element("instance", "id", "yn").find("<item><itextId>yn-1</itextId><name>n</name></item>") != std::string::npos);
    CHECK(form.element("text", "id", "yn-1") == R"(<text id="yn-1"><value>خیر</value></text>)");
    CHECK(form.element("select1", "ref", "/data/ok").find(R"x(<label ref="jr:itext(itextId)"/>)x") != std::string::npos);
}

TEST_CASE("choices from a file", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | parameters | calculation\n"
                                                "select_one_from_file blocks.csv | block | Block | value=code label=title |\n"
                                                "select_multiple_from_file trees.geojson | tree | Tree | |\n"
                                                "calculate | homes | | | pulldata('blocks', 'homes', 'code', ${block})"}}));
    REQUIRE(form.succeeded());
    CHECK(form.element("instance", "id", "blocks") == R"(<instance id="blocks" src="jr://file-csv/blocks.csv"/>)");
    CHECK(form.element("instance", "id", "trees") == R"(<instance id="trees" src="jr://file/trees.geojson"/>)");
    CHECK(form.element("select1", "ref", "/data/block").find(R"(<value ref="code"/><label ref="title"/>)") != std::string::npos);
    CHECK(form.element("select", "ref", "/data/tree").find(R"(<value ref="id"/><label ref="title"/>)") != std::string::npos);
    CHECK(form.converted().attachedFiles == std::vector<std::string>{"blocks.csv", "trees.geojson"});
}

TEST_CASE("one name cannot stand for a list and a file", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n select_one blocks | a | A\n select_one_from_file blocks.csv | b | B"},
                                     {"choices", "list_name | name | label\n blocks | x | X"}}));
    CHECK(form.problems() == "choices, row 2, column list_name [instance-clash]\n");
}

TEST_CASE("the answers of a repeat are choices", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | choice_filter\n"
                                                "begin repeat | person | Person |\n"
                                                "text | nick | Nickname |\n"
                                                "integer | age | Age |\n"
                                                "end repeat | | |\n"
                                                "select_one ${nick} | earner | Who earns? |\n"
                                                "select_one ${nick} | adult | Which adult? | ${age} > 17"}}));
    REQUIRE(form.succeeded());
    CHECK(form.element("select1", "ref", "/data/earner").find(R"(<itemset nodeset="/data/person[./nick != '']"><value ref="nick"/><label ref="nick"/>)") != std::string::npos);
    CHECK(form.element("select1", "ref", "/data/adult").find(R"(nodeset="/data/person[ ./age  &gt; 17]")") != std::string::npos);
}

TEST_CASE("shuffled choices keep their seed", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | parameters\n integer | n | N |\n select_one c | a | A | randomize=true, seed=${n}\n rank c | b | B | randomize = true; seed = 7"},
                                     {"choices", "list_name | name | label\n c | x | X"}}));
    REQUIRE(form.succeeded());
    CHECK(form.element("select1", "ref", "/data/a").find(R"x(nodeset="randomize(instance('c')/root/item, /data/n)")x") != std::string::npos);
    CHECK(form.element("odk:rank", "ref", "/data/b").find(R"x(nodeset="randomize(instance('c')/root/item, 7)")x") != std::string::npos);
    CHECK(form.bind("/data/b", "type") == "odk:rank");
}

TEST_CASE("or_other adds a choice and a question", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n select_one c or_other | a | A"}, {"choices", "list_name | name | label\n c | x | X"}}));
    CHECK(form.element("instance", "id", "c").find("<name>other</name>") != std::string::npos);
    CHECK(form.bind("/data/a_other", "relevant") == "selected(../a, 'other')");
}

TEST_CASE("choices of search() stand in the question", "[forms][xlsform][choices]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | appearance\n select_one c | a | A | minimal search('people')"},
                                     {"choices", "list_name | name | label\n c | code | title"}}));
    CHECK(form.element("select1", "ref", "/data/a").find("<item><label>title</label><value>code</value></item>") != std::string::npos);
    CHECK(form.element("instance", "id", "c").empty());
}
