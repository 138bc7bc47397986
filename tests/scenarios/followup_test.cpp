#include "tests/scenarios/shipped_form.h"

using namespace tashilgar::tests;

namespace {

ShippedForm onTheStreet()
{
    ShippedForm form("tsh_followup");
    form.answer("nbh", "JFR");
    form.answer("issue", "1b2c3d4e-2222-4a4a-8b8b-000000000001");
    return form;
}

} // namespace

TEST_CASE("follow-up: an item knows its age and where it may go next", "[scenario][followup]")
{
    ShippedForm form = onTheStreet();
    CHECK(form.value("days_open") == "21");
    CHECK(form.value("days_late") == "0");
    CHECK(form.value("n_late") == "1");
    CHECK(form.choices("new_status") == "referred accepted in_progress done rejected");
}

TEST_CASE("follow-up: a visit far from the item is noticed", "[scenario][followup]")
{
    ShippedForm form = onTheStreet();
    form.answer("action", "visit");
    form.answer("visit_loc", "34.3461 47.0903 0 5");
    CHECK(form.value("away_m") == "111");
    CHECK(form.relevant("n_away"));
}
