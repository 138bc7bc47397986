#include "tests/scenarios/shipped_form.h"

using namespace tashilgar::tests;

namespace {

ShippedForm pothole()
{
    ShippedForm form("tsh_issue");
    form.answer("nbh", "JFR");
    form.answer("block", "JFR-B01");
    form.answer("domain", "physical");
    form.answer("category", "street");
    return form;
}

} // namespace

TEST_CASE("issue: the type brings its geometry, its term and who is responsible", "[scenario][issue]")
{
    ShippedForm form = pothole();
    CHECK(form.choices("issue_type") == "pothole narrow_alley stairs");
    form.answer("issue_type", "pothole");
    CHECK(form.value("geom_kind") == "line");
    CHECK(form.value("sla_days") == "30");
    CHECK(form.value("open_same") == "1");
    CHECK(form.value("body") == "municipality");
}

TEST_CASE("issue: priority weighs severity, homes and children", "[scenario][issue]")
{
    ShippedForm form = pothole();
    form.answer("issue_type", "pothole");
    form.answer("severity", "4");
    form.answer("people_hit", "50");
    form.answer("group_hit", "children");
    CHECK(form.value("priority") == "14");
}

TEST_CASE("issue: a referral is due after the term of its type", "[scenario][issue]")
{
    ShippedForm form = pothole();
    form.answer("issue_type", "pothole");
    form.answer("first_step", "refer");
    CHECK(form.value("due") == "2026-12-22");
    CHECK(form.valid("due"));
    CHECK(form.value("status") == "referred");
}

TEST_CASE("issue: a second report of the same counts on the first", "[scenario][issue]")
{
    ShippedForm form = pothole();
    form.answer("issue_type", "pothole");
    form.answer("is_same", "yes");
    CHECK(form.choices("same_as") == "1b2c3d4e-2222-4a4a-8b8b-000000000001");
    form.answer("same_as", "1b2c3d4e-2222-4a4a-8b8b-000000000001");
    CHECK(form.value("issue_no") == "JFR-261101-1b2c");
    CHECK(form.value("reports") == "3");
}

TEST_CASE("issue: a line on the street has a length", "[scenario][issue]")
{
    ShippedForm form = pothole();
    form.answer("issue_type", "pothole");
    form.answer("ln", "34.3451 47.0903 0 0;34.3461 47.0903 0 0");
    CHECK(form.valid("ln"));
    const double metres = std::stod(form.value("length_m"));
    CHECK((metres >= 111.2 && metres <= 111.3));
}
