#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

namespace {

const char* const kTexts
    = "<translation lang=\"fa\" default=\"true()\"><text id=\"q\"><value>نام <output value=\"/data/n\"/></value>"
      "<value form=\"guidance\">راهنما</value><value form=\"image\">jr://images/a.png</value></text>"
      "<text id=\"only\"><value>فقط</value></text><text id=\"x\"><value>یک</value></text></translation>"
      "<translation lang=\"en\"><text id=\"q\"><value>Name <output value=\"/data/n\"/></value></text>"
      "<text id=\"x\"><value>One</value></text></translation>";

} // namespace

// Spec: https://getodk.github.io/xforms-spec/#languages
TEST_CASE("labels follow the language, fall back to the default one, and are filled in", "[forms][texts]")
{
    Scenario scenario(form("Texts",
        itext(kTexts), value("/data/n", "5"), input("/data/n").inside("<label ref=\"jr:itext('q')\"/><hint ref=\"jr:itext('q')\"/>"),
        input("/data/m").inside("<label ref=\"jr:itext('only')\"/>")));

    CHECK(scenario.entry().language() == "fa");
    CHECK(scenario.view("/data/n").label == "نام 5");
    CHECK(scenario.view("/data/n").guidance == "راهنما");
    CHECK(scenario.view("/data/n").image == "jr://images/a.png");
    scenario.entry().setLanguage("en");
    CHECK(scenario.view("/data/n").label == "Name 5");
    CHECK(scenario.view("/data/m").label == "فقط");
    scenario.entry().setLanguage("no such");
    CHECK(scenario.entry().language() == "fa");
}

TEST_CASE("jr:choice-name() follows the language", "[forms][texts]")
{
    Scenario scenario(form("Names",
        itext(kTexts), bind("/data/name").calculate("jr:choice-name(/data/a, '/data/a')"),
        select1("/data/a").inside("<item><label ref=\"jr:itext('x')\"/><value>x</value></item>")));

    scenario.answer("/data/a", "x");
    CHECK(scenario.answerOf("/data/name") == "یک");
    scenario.entry().setLanguage("en");
    CHECK(scenario.answerOf("/data/name") == "One");
}

TEST_CASE("an output in a repeat shows the own row", "[forms][texts]")
{
    Scenario scenario(form("Rows",
        repeat("/data/rep").holding(input("/data/rep/name"),
            input("/data/rep/age").labelXml("Age of <output value=\"/data/rep/name\"/>?"))));
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/name", "Ali");

    CHECK(scenario.view("/data/rep[2]/age").label == "Age of Ali?");
    CHECK(scenario.view("/data/rep[1]/age").label == "Age of ?");
}

TEST_CASE("a label may have a short form for narrow places", "[forms][text]")
{
    Scenario scenario(form("Short",
        itext("<translation lang=\"en\"><text id=\"q\"><value>How old is this person?</value><value form=\"short\">Age</value></text>"
              "<text id=\"r\"><value>Name</value></text></translation>"),
        input("/data/q").inside("<label ref=\"jr:itext('q')\"/>"), input("/data/r").inside("<label ref=\"jr:itext('r')\"/>")));
    CHECK(scenario.view("/data/q").shortLabel == "Age");
    CHECK(scenario.view("/data/q").label == "How old is this person?");
    CHECK(scenario.view("/data/r").shortLabel == "");
}

TEST_CASE("what a bind says to the client comes with the parameters of its question", "[forms][text]")
{
    Scenario scenario(form("Photo",
        bind("/data/p").type("binary").with("orx:max-pixels", "1280").with("odk:quality", "low"),
        control("upload", "/data/p").with("mediatype", "image/*").with("orx:app", "camera")));
    const auto view = scenario.view("/data/p");
    std::string all;
    for (const auto& parameter : view.parameters)
        all += parameter.name + "=" + parameter.value + " ";
    CHECK(all == "app=camera max-pixels=1280 quality=low ");
}
