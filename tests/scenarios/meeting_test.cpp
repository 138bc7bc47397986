#include "tests/scenarios/shipped_form.h"

using namespace tashilgar::tests;

namespace {

ShippedForm signIn()
{
    ShippedForm form("tsh_meeting");
    form.answer("tab_role", "main");
    form.answer("nbh", "JFR");
    form.answer("mode", "list");
    return form;
}

} // namespace

TEST_CASE("meeting: who signed in by card is not counted again from the list", "[scenario][meeting]")
{
    ShippedForm form = signIn();
    form.answer("how", "card", 1);
    form.answer("a_card", "KC000123", 1);
    CHECK(form.value("a_label", 1) == "زهرا م.");
    form.add("att");
    form.answer("how", "pick", 2);
    form.answer("a_pick", "9a9a9a9a-3333-4a4a-8b8b-000000000001", 2);
    CHECK(form.value("a_first", 1) == "1");
    CHECK(form.value("a_first", 2) == "0");
    CHECK(form.value("n_att") == "1");
    CHECK(form.value("n_att_w") == "1");
}

TEST_CASE("meeting: a new name loses its extra blanks", "[scenario][meeting]")
{
    ShippedForm form = signIn();
    form.answer("how", "new", 1);
    form.answer("a_new", "  مریم   ک ", 1);
    CHECK(form.value("a_label", 1) == "مریم ک");
}

TEST_CASE("meeting: the agenda adds up from its defaults", "[scenario][meeting]")
{
    ShippedForm form = signIn();
    CHECK(form.value("ag_min", 1) == "15");
    form.add("agenda");
    CHECK(form.value("ag_min", 2) == "15");
    CHECK(form.value("ag_total") == "30");
}

TEST_CASE("meeting: topics are ranked among those that were talked about", "[scenario][meeting]")
{
    ShippedForm form = signIn();
    const std::string all = form.scenario().view(form.ref("topics", 1)).choices.at(0).value;
    const std::string other = form.scenario().view(form.ref("topics", 1)).choices.at(1).value;
    form.answer("topics", all + " " + other);
    CHECK(form.relevant("topic_rank"));
    CHECK(form.choices("topic_rank") == all + " " + other);
}

TEST_CASE("meeting: eighty people sign in, and each counts once", "[scenario][meeting]")
{
    ShippedForm form = signIn();
    for (int row = 1; row <= 80; ++row) {
        if (row > 1)
            form.add("att");
        form.answer("how", "new", row);
        form.answer("a_new", "نفر " + std::to_string(row), row);
        form.answer("a_gender_in", row % 2 ? "female" : "male", row);
    }
    CHECK(form.value("n_att") == "80");
    CHECK(form.value("n_att_w") == "40");
}
