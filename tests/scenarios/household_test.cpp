#include "tests/scenarios/shipped_form.h"

using namespace tashilgar::tests;

namespace {

ShippedForm atTheDoor()
{
    ShippedForm form("tsh_household");
    form.answer("nbh", "JFR");
    form.answer("block", "JFR-B01");
    form.answer("visit_kind", "new");
    return form;
}

ShippedForm interview()
{
    ShippedForm form = atTheDoor();
    form.answer("door_code", "B01-005");
    form.answer("visit_result", "interview");
    form.answer("consent", "yes");
    form.answer("consent_scope", "name contact");
    form.answer("hh_size", "4");
    return form;
}

void answerMember(ShippedForm& form, int row, const char* relation, const char* gender, const char* age, const char* school)
{
    form.answer("relation", relation, row);
    form.answer("p_gender", gender, row);
    form.answer("age", age, row);
    if (school)
        form.answer("school", school, row);
}

} // namespace

TEST_CASE("household: blocks are those of the neighbourhood, neighbourhoods those of the office", "[scenario][household]")
{
    ShippedForm form("tsh_household");
    CHECK(form.value("office") == "office_1");
    CHECK(form.choices("nbh") == "JFR");
    form.answer("nbh", "JFR");
    CHECK(form.choices("block") == "JFR-B01 JFR-B02");
}

TEST_CASE("household: a position tells its accuracy, its distance and whether it lies in the block", "[scenario][household]")
{
    ShippedForm form = atTheDoor();
    form.answer("loc", "34.3451 47.0901 0 6");
    CHECK(form.value("acc_m") == "6");
    CHECK(form.value("dist_m") == "14");
    CHECK(form.value("in_block") == "in");
    form.answer("loc", "34.3551 47.0901 0 6");
    CHECK(form.value("in_block") == "out");
}

TEST_CASE("household: a telephone number is one number however it is typed", "[scenario][household]")
{
    ShippedForm form = interview();
    for (const char* typed : {"۰۹۱۸۱۲۳۴۵۶۷", "0098 918 123 4567", "9181234567", "0918-123-4567"}) {
        INFO(typed);
        form.answer("phone_raw", typed);
        CHECK(form.valid("phone_raw"));
        CHECK(form.value("phone") == "+989181234567");
    }
    form.answer("phone_raw", "0831234567");
    CHECK_FALSE(form.valid("phone_raw"));
}

TEST_CASE("household: the roster counts itself", "[scenario][household]")
{
    ShippedForm form = interview();
    CHECK(form.scenario().view(form.ref("person", 0)).count == 4);
    answerMember(form, 1, "head", "male", "46", nullptr);
    answerMember(form, 2, "spouse", "female", "41", nullptr);
    answerMember(form, 3, "child", "female", "14", "left");
    answerMember(form, 4, "child", "male", "7", "in");
    form.answer("p_skills", "masonry", 1);
    form.answer("p_skills", "sewing cooking", 2);

    CHECK(form.value("n_people") == "4");
    CHECK(form.value("n_minor") == "2");
    CHECK(form.value("n_out_school") == "1");
    CHECK(form.value("n_women") == "2");
    CHECK(form.value("n_head") == "1");
    CHECK(form.value("n_work_age") == "2");
    CHECK(form.value("oldest") == "46");
    CHECK(form.value("head_gender") == "male");
    CHECK(form.value("dep_ratio") == "1");
    CHECK(form.value("all_skills").starts_with("masonry sewing cooking"));
    CHECK(form.choices("relation", 1).find("head") != std::string::npos);
    CHECK(form.choices("relation", 2).find("head") == std::string::npos);

    form.answer("rooms", "1");
    form.answer("structure", "brick_nobelt");
    CHECK(form.value("per_room") == "4");
    CHECK(form.value("crowded") == "1");
    CHECK(form.value("unstable") == "1");
    CHECK(form.value("follow_flag") == "yes");
    form.answer("tenure", "rent_paper");
    form.answer("rent_toman", "3500");
    CHECK(form.value("rent_rial") == "35000000");
}

TEST_CASE("household: the main earner is one of the roster", "[scenario][household]")
{
    ShippedForm form = interview();
    form.answer("p_tag", "علی", 1);
    form.answer("p_tag", "زهرا", 2);
    form.answer("relation", "head", 1);
    form.answer("roster_ok", "yes");
    CHECK(form.relevant("main_earner"));
    CHECK(form.choices("main_earner") == "علی زهرا");
}

TEST_CASE("household: a door code is well formed and not used before in the block", "[scenario][household]")
{
    ShippedForm form = atTheDoor();
    form.answer("door_code", "B01-003");
    CHECK_FALSE(form.valid("door_code"));
    form.answer("door_code", "b01-3");
    CHECK_FALSE(form.valid("door_code"));
    form.answer("door_code", "B01-005");
    CHECK(form.valid("door_code"));
}

TEST_CASE("household: a door seen before keeps its code and counts its visits", "[scenario][household]")
{
    ShippedForm form = atTheDoor();
    form.answer("visit_kind", "revisit");
    CHECK(form.choices("hh_pick") == "7d0f7c0e-1111-4a4a-8b8b-000000000001");
    form.answer("hh_pick", "7d0f7c0e-1111-4a4a-8b8b-000000000001");
    CHECK(form.value("hh_code") == "B01-003");
    CHECK(form.value("visit_no") == "2");
    CHECK(form.value("hh_id") == "7d0f7c0e-1111-4a4a-8b8b-000000000001");
}

TEST_CASE("household: the status of the door follows from the visit", "[scenario][household]")
{
    ShippedForm form = interview();
    CHECK(form.value("hh_status") == "done");
    form.answer("consent", "no");
    CHECK(form.value("hh_status") == "refused");
    form.answer("visit_result", "closed");
    CHECK(form.value("hh_status") == "closed_door");
    CHECK_FALSE(form.relevant("consent"));
}

TEST_CASE("household: the moment of consent is kept", "[scenario][household]")
{
    ShippedForm form = interview();
    CHECK(form.value("consent_at") == "2026-11-22T09:05:00.000+03:30");
}
