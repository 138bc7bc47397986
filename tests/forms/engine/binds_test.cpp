#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

TEST_CASE("of two binds of one place the second adds what the first lacks, and the author is told", "[forms][binds]")
{
    const std::string xml = form("Twice",
        bind("/data/age").with("constraint", ". < 120").with("jr:constraintMsg", "too old"),
        bind("/data/age").type("int").with("constraint", ". < 5").required().with("jr:requiredMsg", "say an age").with("relevant", "/data/who != ''"),
        input("/data/who"), input("/data/age"));
    CHECK_THAT(problemsOf(xml), ContainsSubstring("two binds name this place"));
    Scenario scenario(xml);
    CHECK_FALSE(scenario.isRelevant("/data/age"));
    scenario.answer("/data/who", "Zahra");
    CHECK(scenario.view("/data/age").required);
    CHECK(scenario.view("/data/age").message == "say an age");
    scenario.answer("/data/age", "30.7");
    CHECK(scenario.answerOf("/data/age") == "30"); // the type of the second
    CHECK(scenario.isValid("/data/age"));          // the constraint of the first
    scenario.answer("/data/age", "130");
    CHECK(scenario.view("/data/age").message == "too old");
}

TEST_CASE("an attribute that the instance does not write is there once it is bound", "[forms][binds]")
{
    Scenario scenario(form("Attribute", bind("/data/door/@checked").calculate("if(/data/door != '', 'yes', 'no')"), input("/data/door")));
    scenario.answer("/data/door", "12");
    CHECK(scenario.answerOf("/data/door/@checked") == "yes");
    CHECK_THAT(scenario.finalize().xml, ContainsSubstring("checked=\"yes\""));
}

TEST_CASE("a bind that binds nothing, an unknown preload and an unknown privacy are told", "[forms][binds]")
{
    const std::string xml = form("Nothing", Part{[](FormParts& parts) { parts.binds += "<bind type=\"int\"/><bind nodeset=\"/data/nowhere\" type=\"int\"/>"; }},
        bind("/data/a").preload("crystal", "ball"), input("/data/a"));
    const std::string problems = problemsOf(xml);
    CHECK_THAT(problems, ContainsSubstring("a bind without nodeset binds nothing"));
    CHECK_THAT(problems, ContainsSubstring("the instance has no such place"));
    CHECK_THAT(problems, ContainsSubstring("does not know the preload 'crystal ball'"));
    CHECK_THAT(problemsOf(form("Privacy", bind("/data/a").with("xmlns:tsh", "https://tashilgar.org/ns/forms").with("tsh:privacy", "whatever"), input("/data/a"))),
        ContainsSubstring("privacy is 'personal' or 'sensitive'"));
}
