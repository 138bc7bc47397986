#include "tests/forms/xlsform/converted_form.h"
#include "tests/forms/xlsform/workbook.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using namespace tashilgar::tests;

TEST_CASE("a repeat has a template and a first instance", "[forms][xlsform][structure]")
{
    // Spec: https://getodk.github.io/xforms-spec/#default-values-in-repeats
    const ConvertedForm form(sheets({{"survey", "type | name | label | default\n begin repeat | r | R |\n integer | a | A | 3\n end repeat | | |"}}));
    CHECK(form.instance().find(R"(<r jr:template=""><a>3</a></r><r><a>3</a></r>)") != std::string::npos);
    CHECK(form.element("group", "ref", "/data/r")
          == R"(<group ref="/data/r"><label>R</label><repeat nodeset="/data/r"><input ref="/data/r/a"><label>A</label></input></repeat></group>)");
}

TEST_CASE("a count is a path, or calculated beside the repeat", "[forms][xlsform][structure]")
{
    const ConvertedForm byAnswer(sheets({{"survey", "type | name | label | repeat_count\n integer | n | N |\n begin repeat | r | R | ${n}\n text | a | A |\n end repeat | | |"}}));
    CHECK(byAnswer.attribute("repeat", "jr:count") == " /data/n ");
    CHECK_FALSE(byAnswer.hasBind("/data/r_count"));
    const ConvertedForm fixed(sheets({{"survey", "type | name | label | repeat_count\n begin repeat | r | R | 4\n text | a | A |\n end repeat | | |"}}));
    CHECK(fixed.attribute("repeat", "jr:count") == " /data/r_count ");
    CHECK(fixed.bind("/data/r_count", "calculate") == "4");
    CHECK(fixed.bind("/data/r_count", "readonly") == "true()");
}

TEST_CASE("settings become attributes of the form", "[forms][xlsform][structure]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n text | a | A"},
                                     {"settings", "form_title | form_id | version | style | instance_name | namespaces | attribute::x:kind\n"
                                                  "My form | my_form | 7 | pages | concat(${a}, '!') | x=\"http://example.org/x\" | survey"}}),
                             {.rootName = "root"});
    REQUIRE(form.succeeded());
    CHECK(form.converted().version == base::FormVersion{base::FormId("my_form"), "7"});
    CHECK(form.converted().title == "My form");
    CHECK(form.attribute("root", "id") == "my_form");
    CHECK(form.attribute("root", "version") == "7");
    CHECK(form.attribute("root", "x:kind") == "survey");
    CHECK(form.attribute("h:body", "class") == "pages");
    CHECK(form.bind("/root/meta/instanceName", "calculate") == "concat( /root/a , '!')");
    CHECK(form.bind("/root/meta/instanceID", "jr:preload") == "uid");
}

TEST_CASE("without settings the form is called like its file", "[forms][xlsform][structure]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n text | a | A"}}), {.fallbackName = "visits"});
    CHECK(form.converted().version.form.value() == "visits");
    CHECK(form.converted().title == "visits");
    CHECK(form.attribute("data", "id") == "visits");
}

TEST_CASE("columns of other namespaces pass through", "[forms][xlsform][structure]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | bind::tsh:privacy | instance::tsh:unit | body::accept\n file | a | A | personal | m | .pdf"},
                                     {"settings", "namespaces\n tsh=\"https://tashilgar.org/ns/forms\""}}));
    CHECK(form.bind("/data/a", "tsh:privacy") == "personal");
    CHECK(form.attribute("a", "tsh:unit") == "m");
    CHECK(form.attribute("upload", "accept") == ".pdf");
    CHECK(form.converted().xml.find("xmlns:tsh=\"https://tashilgar.org/ns/forms\"") != std::string::npos);
}

TEST_CASE("a table-list shows one row of labels and then the questions", "[forms][xlsform][structure]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | appearance\n"
                                                "begin group | t | How good? | table-list\n"
                                                "select_one r | water | Water |\n"
                                                "select_one r | power | Power |\n"
                                                "end group | | |"},
                                     {"choices", "list_name | name | label\n r | r1 | Bad\n r | r2 | Good"}}));
    REQUIRE(form.succeeded());
    CHECK(form.attribute("group", "appearance") == "field-list");
    const auto selects = form.elements("select1");
    REQUIRE(selects.size() == 3);
    CHECK(selects[0].find("appearance=\"label\"") != std::string::npos);
    CHECK(selects[1].find("appearance=\"list-nolabel\"") != std::string::npos);
    CHECK(form.element("input", "ref", "/data/t/generated_table_list_label_2").find("How good?") != std::string::npos);
}

TEST_CASE("encryption, addresses and sending stand in the submission element", "[forms][xlsform][structure]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n text | a | A"},
                                     {"settings", "public_key | submission_url | auto_send | client_editable\n KEY | https://example.org/s | TRUE | yes"}}));
    const auto submissions = form.elements("submission");
    REQUIRE(submissions.size() == 1);
    CHECK(submissions[0]
          == R"(<submission action="https://example.org/s" method="post" base64RsaPublicKey="KEY" orx:auto-send="true" odk:client-editable="true"/>)");
}

TEST_CASE("a loop is a group for each choice", "[forms][xlsform][structure]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label\n begin loop over tools | loop | Tools\n integer | n | How many of %(label)s?\n end loop | |"},
                                     {"choices", "list_name | name | label\n tools | spade | Spade\n tools | saw | Saw"}}));
    REQUIRE(form.succeeded());
    CHECK(form.bind("/data/loop/spade/n", "type") == "int");
    CHECK(form.element("input", "ref", "/data/loop/saw/n").find("How many of Saw?") != std::string::npos);
}

TEST_CASE("a disabled row is not there", "[forms][xlsform][structure]")
{
    const ConvertedForm form(sheets({{"survey", "type | name | label | disabled\n text | a | A |\n text | b | B | yes"}}));
    CHECK(form.hasBind("/data/a"));
    CHECK_FALSE(form.hasBind("/data/b"));
}
