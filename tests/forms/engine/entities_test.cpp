#include "app/forms/submission.h"
#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;
using namespace tashilgar::forms;

namespace {

std::string versioned(std::string xml, const std::string& version)
{
    const std::string mark = "<model>";
    return xml.replace(xml.find(mark), mark.size(), "<model entities:entities-version=\"" + version + "\">");
}

std::string simple(std::string_view list = "doors", std::string_view property = "colour")
{
    return form("Doors", bind("/data/colour").with("entities:saveto", property), bind("/data/meta/instanceID").preload("uid"),
        value("/data/meta/entity/@dataset", std::string(list)), value("/data/meta/entity/@create", "1"),
        value("/data/meta/entity/@id", ""), bind("/data/meta/entity/label").calculate("/data/colour"), input("/data/colour"));
}

bool loads(const std::string& xml)
{
    Diagnostics diagnostics;
    return tashilgar::forms::Form::load(xml, diagnostics).has_value();
}

} // namespace

// Spec: https://getodk.github.io/xforms-spec/entities
TEST_CASE("forms of every known entities version load, newer ones are refused", "[forms][entities]")
{
    for (const auto* known : {"2022.1.0", "2022.1.3", "2023.1.0", "2024.1.0", "2025.1.0", "2025.1.9"}) {
        INFO(known);
        CHECK(loads(versioned(simple(), known)));
        CHECK(problemsOf(versioned(simple(), known)).empty());
    }
    for (const auto* strange : {"2025.2.0", "2026.1.0", "tomorrow", "2025", "2025.1.0.1"}) {
        INFO(strange);
        CHECK_FALSE(loads(versioned(simple(), strange)));
    }
    CHECK_THAT(problemsOf(versioned(simple(), "2026.1.0")), ContainsSubstring("this client knows them up to 2025.1"));
    CHECK_THAT(problemsOf(simple()), ContainsSubstring("says which version of the specification"));
}

TEST_CASE("names that servers refuse are told, and answers saved to nothing", "[forms][entities]")
{
    CHECK_THAT(problemsOf(versioned(simple("my.doors"), "2024.1.0")), ContainsSubstring("'my.doors' is no name"));
    CHECK_THAT(problemsOf(versioned(simple("__doors"), "2024.1.0")), ContainsSubstring("'__doors' is no name"));
    CHECK(problemsOf(versioned(simple("خانه‌ها"), "2024.1.0")).empty());
    for (const auto* reserved : {"name", "Label", "__system"})
        CHECK_THAT(problemsOf(versioned(simple("doors", reserved), "2024.1.0")), ContainsSubstring("is reserved"));
    CHECK_THAT(problemsOf(form("F", bind("/data/a").with("entities:saveto", "x"), input("/data/a"))),
        ContainsSubstring("no entity is declared around this question"));
}

TEST_CASE("an update carries base, trunk and branch from the list it was chosen from", "[forms][entities]")
{
    const char* const list = "name,label,__version,__trunkVersion,__branchId\n"
                             "11111111-1111-4111-8111-111111111111,Door 1,5,3,99999999-9999-4999-8999-999999999999\n";
    const auto column = [](const std::string& name) {
        return "instance('doors')/root/item[name=/data/door]/" + name;
    };
    Scenario scenario(versioned(form("Repaint", external("doors", "jr://file-csv/doors.csv"),
        bind("/data/meta/instanceID").preload("uid"), bind("/data/colour").with("entities:saveto", "colour"),
        value("/data/meta/entity/@dataset", "doors"), value("/data/meta/entity/@update", "1"),
        bind("/data/meta/entity/@id").calculate("/data/door"),
        bind("/data/meta/entity/@baseVersion").calculate(column("__version")),
        bind("/data/meta/entity/@trunkVersion").calculate(column("__trunkVersion")),
        bind("/data/meta/entity/@branchId").calculate(column("__branchId")),
        select1("/data/door").itemset("instance('doors')/root/item"), input("/data/colour")), "2024.1.0"),
        {{"doors.csv", list}});
    scenario.answer("/data/door", "11111111-1111-4111-8111-111111111111");
    scenario.answer("/data/colour", "red");

    const auto finalised = scenario.finalize();
    REQUIRE(finalised.entities.size() == 1);
    const EntityChange& change = finalised.entities[0];
    CHECK((change.update && !change.create));
    CHECK(change.baseVersion == "5");
    CHECK(change.trunkVersion == "3");
    CHECK(change.branchId == "99999999-9999-4999-8999-999999999999");
    CHECK_THAT(finalised.xml, ContainsSubstring("trunkVersion=\"3\""));
}

TEST_CASE("one form writes several lists, a repeat inside writes its own, and what is not relevant writes none", "[forms][entities]")
{
    Scenario scenario(versioned(form("Visit",
        bind("/data/street").with("entities:saveto", "street"), bind("/data/visit/note").with("entities:saveto", "note"),
        bind("/data/visit").relevant("/data/seen = 'yes'"), bind("/data/rep/who").with("entities:saveto", "who"),
        bind("/data/meta/instanceID").preload("uid"), input("/data/street"), input("/data/seen"),
        value("/data/meta/entity/@dataset", "doors"), value("/data/meta/entity/@id", "d"), value("/data/meta/entity/@create", "1"),
        value("/data/visit/meta/entity/@dataset", "visits"), value("/data/visit/meta/entity/@id", "v"),
        value("/data/visit/meta/entity/@create", "1"), templateOf("/data/rep"),
        value("/data/rep/meta/entity/@dataset", "people"), bind("/data/rep/meta/entity/@id").calculate("concat('p', position(../../..))"),
        value("/data/rep/meta/entity/@create", "1"), group("/data/visit").holding(input("/data/visit/note")),
        repeat("/data/rep").holding(input("/data/rep/who"))), "2025.1.0"));
    CHECK(scenario.form().entityListsWritten() == std::vector<std::string>{"visits", "people", "doors"});
    scenario.answer("/data/street", "Azadi");
    scenario.add("/data/rep");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[2]/who", "Ali");

    const auto lists = [&] {
        std::string text;
        for (const EntityChange& change : scenario.finalize().entities) {
            text += change.list + " " + change.id;
            for (const auto& [name, value] : change.properties)
                text += " " + name + "=" + value;
            text += "; ";
        }
        return text;
    };
    CHECK(lists() == "people p1 who=; people p2 who=Ali; doors d street=Azadi; ");
    scenario.answer("/data/seen", "yes");
    scenario.answer("/data/visit/note", "later");
    CHECK(lists() == "visits v note=later; people p1 who=; people p2 who=Ali; doors d street=Azadi; ");
}

TEST_CASE("a client applies to its own lists what has a version 4 UUID, and a label where it is new", "[forms][entities]")
{
    EntityChange change;
    change.id = "7d0f7c0e-1111-4a4a-8b8b-000000000001";
    change.update = true;
    CHECK(appliesLocally(change));
    change.create = true;
    CHECK_FALSE(appliesLocally(change));
    change.label = "Door";
    CHECK(appliesLocally(change));
    for (const auto* id : {"", "d", "7d0f7c0e-1111-1a4a-8b8b-000000000001", "7d0f7c0e-1111-4a4a-cb8b-000000000001"}) {
        change.id = id;
        CHECK_FALSE(appliesLocally(change));
    }
}
