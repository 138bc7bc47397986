#include "tests/scenarios/shipped_form.h"

#include <algorithm>

using namespace tashilgar::tests;
using tashilgar::forms::EntityChange;

namespace {

std::vector<EntityChange> entitiesOf(ShippedForm& form)
{
    const auto read = tashilgar::forms::readSubmission(form.scenario().form(), form.scenario().entry().xml());
    INFO((read ? std::string() : read.error().text()));
    REQUIRE(read);
    return read->entities;
}

std::string property(const EntityChange& change, const std::string& name)
{
    const auto found = std::find_if(
        change.properties.begin(), change.properties.end(), [&](const auto& p) { return p.first == name; });
    return found == change.properties.end() ? "(none)" : found->second;
}

} // namespace

// Spec: https://getodk.github.io/xforms-spec-entities/
TEST_CASE("a new door makes a household, a door seen before updates it from the version it had", "[scenario][entities]")
{
    ShippedForm form("tsh_household");
    form.answer("nbh", "JFR");
    form.answer("block", "JFR-B01");
    form.answer("visit_kind", "new");
    form.answer("door_code", "B01-005");
    form.answer("visit_result", "closed");
    auto changes = entitiesOf(form);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].list == "households");
    CHECK(changes[0].create);
    CHECK_FALSE(changes[0].update);
    CHECK(changes[0].id == form.value("hh_id"));
    CHECK_FALSE(changes[0].label.empty());
    CHECK(property(changes[0], "hh_code") == "B01-005");
    CHECK(property(changes[0], "status") == "closed_door");

    form.answer("visit_kind", "revisit");
    form.answer("hh_pick", "7d0f7c0e-1111-4a4a-8b8b-000000000001");
    changes = entitiesOf(form);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].update);
    CHECK_FALSE(changes[0].create);
    CHECK(changes[0].id == "7d0f7c0e-1111-4a4a-8b8b-000000000001");
    CHECK(changes[0].baseVersion == "1");
    CHECK(property(changes[0], "visits") == "2");
}

TEST_CASE("a person with a skill is one of the assets and one of the people", "[scenario][entities]")
{
    ShippedForm form("tsh_asset");
    form.answer("nbh", "JFR");
    form.answer("side", "capacity");
    form.answer("a_category", "person");
    form.answer("title", "استاد بنا");
    form.answer("p_agree", "yes");
    form.answer("p_skills", "masonry");
    form.answer("p_card", "KC000999");
    const auto changes = entitiesOf(form);
    REQUIRE(changes.size() == 2);
    const auto in = [&](const char* list) {
        return *std::find_if(changes.begin(), changes.end(), [&](const EntityChange& c) { return c.list == list; });
    };
    CHECK(in("assets").create);
    CHECK(in("people").create);
    CHECK(property(in("people"), "card_code") == "KC000999");
    CHECK(in("assets").id != in("people").id);
}

TEST_CASE("each decision of a meeting becomes a commitment", "[scenario][entities]")
{
    ShippedForm form("tsh_meeting");
    form.answer("tab_role", "main");
    form.answer("nbh", "JFR");
    form.answer("mode", "list");
    form.answer("has_dec", "yes");
    form.answer("d_what", "روشنایی پارک", 1);
    form.answer("d_body", "power", 1);
    form.add("dec");
    form.answer("d_what", "جمع‌آوری نخاله", 2);
    form.answer("d_body", "office", 2);
    const auto changes = entitiesOf(form);
    REQUIRE(changes.size() == 2);
    for (const EntityChange& change : changes) {
        CHECK(change.list == "issues");
        CHECK(change.create);
        CHECK(property(change, "kind") == "commitment");
    }
    CHECK(property(changes[0], "status") == "referred");
    CHECK(property(changes[1], "status") == "in_progress");
    CHECK(changes[0].id != changes[1].id);
}

TEST_CASE("a follow-up updates its item", "[scenario][entities]")
{
    ShippedForm form("tsh_followup");
    form.answer("nbh", "JFR");
    form.answer("issue", "1b2c3d4e-2222-4a4a-8b8b-000000000001");
    form.answer("new_status", "accepted");
    const auto changes = entitiesOf(form);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].list == "issues");
    CHECK(changes[0].update);
    CHECK(changes[0].baseVersion == "2");
    CHECK(changes[0].id == "1b2c3d4e-2222-4a4a-8b8b-000000000001");
    CHECK(property(changes[0], "status") == "accepted");
}

TEST_CASE("a block is updated with what its walk found", "[scenario][entities]")
{
    ShippedForm form("tsh_block");
    form.answer("nbh", "JFR");
    form.answer("block", "JFR-B01");
    form.answer("pl_total", "40");
    form.answer("pl_u200", "30");
    const auto changes = entitiesOf(form);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].list == "blocks");
    CHECK(changes[0].update);
    CHECK(changes[0].id == "JFR-B01");
    CHECK(property(changes[0], "p_fine") == "75");
}
