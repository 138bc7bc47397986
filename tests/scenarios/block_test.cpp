#include "tests/scenarios/shipped_form.h"

using namespace tashilgar::tests;

namespace {

ShippedForm walked()
{
    ShippedForm form("tsh_block");
    form.answer("nbh", "JFR");
    form.answer("block", "JFR-B01");
    form.answer("pl_total", "40");
    form.answer("pl_u200", "30");
    form.answer("b_weak", "22");
    form.answer("doors", "52");
    const char* const widths[] = {"2.5", "8", "4"};
    for (int row = 1; row <= 3; ++row) {
        if (row > 1)
            form.add("way");
        form.answer("w_width", widths[row - 1], row);
    }
    return form;
}

} // namespace

TEST_CASE("block: its outline has an area", "[scenario][block]")
{
    ShippedForm form = walked();
    CHECK(form.value("area_ha") == "4.09");
}

TEST_CASE("block: three criteria follow from plots and ways", "[scenario][block]")
{
    ShippedForm form = walked();
    CHECK(form.value("p_fine") == "75");
    CHECK(form.value("p_weak") == "55");
    CHECK(form.value("p_narrow") == "67");
    CHECK(form.value("n_crit") == "3");
    CHECK(form.value("min_width") == "2.5");
    CHECK(form.value("frame_gap") == "24");
    CHECK(form.value("priority") == "yes");
}

TEST_CASE("block: the draw of the sample is stable when the form is opened again", "[scenario][block]")
{
    ShippedForm form = walked();
    form.answer("want", "10");
    CHECK(form.value("step_k") == "5");
    const std::string start = form.value("start_r");
    CHECK((std::stoi(start) >= 1 && std::stoi(start) <= 5));
    form.scenario().restore(form.scenario().entry().snapshot());
    CHECK(form.value("start_r") == start);
}

TEST_CASE("block: four sides are photographed, each by its name", "[scenario][block]")
{
    ShippedForm form("tsh_block");
    CHECK(form.scenario().view(form.ref("shot", 0)).count == 4);
    CHECK(form.value("sh_dir", 1) == "شمال");
    CHECK(form.value("sh_dir", 4) == "غرب");
}
