#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;

namespace {

std::string survey()
{
    return form("Survey", bind("/data/b").relevant("/data/a = 'yes'"), bind("/data/meta/instanceID").preload("uid"),
        bind("/data/meta/instanceName").calculate("concat('of ', /data/a)"), input("/data/a"), input("/data/b"),
        templateOf("/data/rep"), repeat("/data/rep").holding(input("/data/rep/n")));
}

} // namespace

TEST_CASE("a snapshot brings everything back, hidden answers included, and the same id", "[forms][continue]")
{
    Scenario scenario(survey());
    scenario.answer("/data/a", "yes");
    scenario.answer("/data/b", "hidden soon");
    scenario.answer("/data/a", "no");
    scenario.add("/data/rep");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/n", "two");
    const std::string id = scenario.answerOf("/data/meta/instanceID");
    const std::string snapshot = scenario.entry().snapshot();
    const std::string xml = scenario.entry().xml();

    scenario.restore(snapshot);
    CHECK(scenario.entry().xml() == xml);
    CHECK(scenario.entry().snapshot() == snapshot);
    CHECK(scenario.answerOf("/data/meta/instanceID") == id);
    CHECK(scenario.answerOf("/data/rep[2]/n") == "two");
    CHECK(scenario.entry().instanceName() == "of no");
    scenario.answer("/data/a", "yes");
    CHECK(scenario.answerOf("/data/b") == "hidden soon");
}

TEST_CASE("a name joined of answers that are still missing is empty, not blank", "[forms][continue]")
{
    Scenario scenario(form("A", bind("/data/meta/instanceName").calculate("concat(/data/a, ' ', /data/b)"), input("/data/a"), input("/data/b")));
    CHECK(scenario.entry().instanceName().empty());
    scenario.answer("/data/b", "B01");
    CHECK(scenario.entry().instanceName() == "B01");
}

TEST_CASE("an edited record gets a new id and names the one it replaces", "[forms][continue]")
{
    Scenario scenario(survey());
    scenario.answer("/data/a", "yes");
    const std::string old = scenario.answerOf("/data/meta/instanceID");

    scenario.edit(scenario.finalize().xml);
    CHECK(scenario.answerOf("/data/meta/instanceID") != old);
    CHECK(scenario.answerOf("/data/meta/deprecatedID") == old);
    CHECK(scenario.answerOf("/data/a") == "yes");
    CHECK_THAT(scenario.entry().xml(), ContainsSubstring("<deprecatedID>" + old + "</deprecatedID>"));
}

TEST_CASE("a record of another form is refused", "[forms][continue]")
{
    Scenario scenario(survey());
    for (const char* foreign : {"<other id=\"test\"/>", "<data id=\"another\"/>"}) {
        const auto refused = tashilgar::forms::Entry::restore(Scenario::loaded(survey()), scenario.host(), foreign);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == tashilgar::forms::kForeignInstance);
    }
    CHECK_FALSE(tashilgar::forms::Entry::restore(Scenario::loaded(survey()), scenario.host(), "<data id="));
}

TEST_CASE("an id that the form calculates stays when the record is continued", "[forms][continue]")
{
    Scenario scenario(form("Old style", bind("/data/meta/instanceID").calculate("concat('uuid:', uuid())"), input("/data/a")));
    const std::string id = scenario.answerOf("/data/meta/instanceID");
    scenario.answer("/data/a", "x");
    scenario.restore(scenario.entry().snapshot());
    CHECK(scenario.answerOf("/data/meta/instanceID") == id);
}
