#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;
using tashilgar::forms::Violation;

// Spec: https://getodk.github.io/xforms-spec/#bind-attributes
TEST_CASE("a constraint is not checked on a blank answer, and its message shows when it fails", "[forms][validity]")
{
    Scenario scenario(form("Age", bind("/data/age").type("int").constraint(". < 120", "too old"), input("/data/age")));

    CHECK(scenario.isValid("/data/age"));
    scenario.answer("/data/age", "130");
    CHECK(scenario.view("/data/age").violation == Violation::Constraint);
    CHECK(scenario.view("/data/age").message == "too old");
    CHECK(scenario.answerOf("/data/age") == "130");
    scenario.answer("/data/age", "30");
    CHECK(scenario.isValid("/data/age"));
}

TEST_CASE("a constraint follows another answer that it reads", "[forms][validity]")
{
    Scenario scenario(form("Want",
        bind("/data/doors").type("int"), bind("/data/want").type("int").constraint(". <= /data/doors"), input("/data/doors"),
        input("/data/want")));

    scenario.answer("/data/doors", "5");
    scenario.answer("/data/want", "5");
    CHECK(scenario.isValid("/data/want"));
    scenario.answer("/data/doors", "4");
    CHECK_FALSE(scenario.isValid("/data/want"));
}

TEST_CASE("only what is relevant is required", "[forms][validity]")
{
    Scenario scenario(form("Required",
        bind("/data/b").required().relevant("/data/a = 'yes'").with("jr:requiredMsg", "say it"), input("/data/a"),
        input("/data/b")));

    CHECK(scenario.entry().validate().empty());
    scenario.answer("/data/a", "yes");
    const auto findings = scenario.entry().validate();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].ref == "/data/b");
    CHECK(findings[0].violation == Violation::Required);
    CHECK(findings[0].message == "say it");
}

TEST_CASE("finalising is refused while something is missing", "[forms][validity]")
{
    Scenario scenario(form("Required",
        bind("/data/a").required(), bind("/data/meta/instanceID").preload("uid"), input("/data/a")));

    const auto refused = scenario.entry().finalize();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == tashilgar::forms::kNotValid);
    scenario.answer("/data/a", "x");
    CHECK(scenario.finalize().instanceId.starts_with("uuid:"));
}

TEST_CASE("what is required may depend on an answer", "[forms][validity]")
{
    Scenario scenario(form("Conditional", bind("/data/b").required("/data/a = 'yes'"), input("/data/a"), input("/data/b")));

    CHECK_FALSE(scenario.view("/data/b").required);
    scenario.answer("/data/a", "yes");
    CHECK(scenario.view("/data/b").required);
}

TEST_CASE("an answer that the form does not expect is accepted, and tells what it says of it", "[forms][validity][expected]")
{
    Scenario scenario(form("Rooms",
        bind("/data/people").type("int"),
        bind("/data/rooms").type("int").constraint(". < 20", "too many").with("tsh:expected", "/data/people div . <= 5")
            .with("tsh:expectedMsg", "few rooms for so many"),
        input("/data/people"), input("/data/rooms")));

    scenario.answer("/data/people", "6");
    CHECK_FALSE(scenario.view("/data/rooms").unexpected); // a blank one is never unusual
    scenario.answer("/data/rooms", "1");
    CHECK(scenario.isValid("/data/rooms"));
    CHECK(scenario.view("/data/rooms").unexpected);
    CHECK(scenario.view("/data/rooms").doubt == "few rooms for so many");
    REQUIRE(scenario.entry().doubts().size() == 1);
    CHECK(scenario.entry().doubts()[0].ref == "/data/rooms");
    CHECK(scenario.entry().finalize());
    scenario.answer("/data/people", "5"); // it follows what it reads
    CHECK(scenario.entry().doubts().empty());
    scenario.answer("/data/people", "200");
    scenario.answer("/data/rooms", "30"); // what is refused is not also unusual
    CHECK_FALSE(scenario.view("/data/rooms").unexpected);
    CHECK(scenario.view("/data/rooms").violation == Violation::Constraint);
}
