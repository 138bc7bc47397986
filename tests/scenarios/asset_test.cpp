#include "tests/scenarios/shipped_form.h"

using namespace tashilgar::tests;

TEST_CASE("asset: three ratings make a score, two kinds of source a verified one", "[scenario][asset]")
{
    ShippedForm form("tsh_asset");
    form.answer("nbh", "JFR");
    form.answer("block", "JFR-B01");
    form.answer("side", "capacity");
    form.answer("rt_use", "r4");
    form.answer("rt_ready", "r3");
    form.answer("rt_reach", "r5");
    CHECK(form.value("score") == "12");

    form.answer("told_by", "meeting", 1);
    CHECK(form.value("status") == "reported");
    form.add("told");
    CHECK(form.value("told_on", 2) == "2026-11-22");
    form.answer("told_by", "own", 2);
    CHECK(form.value("n_kinds") == "2");
    CHECK(form.value("status") == "verified");
}

TEST_CASE("asset: a card belongs to one person", "[scenario][asset]")
{
    ShippedForm form("tsh_asset");
    form.answer("nbh", "JFR");
    form.answer("side", "capacity");
    form.answer("a_category", "person");
    form.answer("p_card", "KC000123");
    CHECK_FALSE(form.valid("p_card"));
    form.answer("p_card", "KC000999");
    CHECK(form.valid("p_card"));
}
