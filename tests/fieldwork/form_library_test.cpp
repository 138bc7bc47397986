#include "app/fieldwork/form_library.h"
#include "tests/fieldwork/workplace.h"

using namespace tashilgar;
using tests::Workplace;

TEST_CASE("the library lists what may be begun, with drafts and records", "[fieldwork][library]")
{
    Workplace place;
    REQUIRE(place.start()->answer("/data/name", "a"));
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "b"));
    REQUIRE(filling->finish());
    const auto forms = place.library->forms();
    REQUIRE(forms->size() == 1);
    CHECK(forms->front().title == "خانوار");
    CHECK(forms->front().id == tests::kHousehold);
    CHECK(forms->front().drafts == 1);
    CHECK(forms->front().records == 1);
}

TEST_CASE("a form is parsed once", "[fieldwork][library]")
{
    Workplace place;
    CHECK(*place.library->load(tests::kHousehold) == *place.library->load(tests::kHousehold));
}

TEST_CASE("a form that is broken or missing says what is wrong", "[fieldwork][library][bad-input]")
{
    Workplace place;
    CHECK(place.library->load({base::FormId("none"), "1"}).error().code == base::kNotFound);
    const base::FormVersion broken{base::FormId("broken"), "1"};
    place.install(broken, "شکسته", "<h:html xmlns:h='http://www.w3.org/1999/xhtml'>");
    const auto loaded = place.library->load(broken);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == forms::kBrokenForm);
    CHECK(loaded.error().place.starts_with("broken"));
    CHECK_FALSE(loaded.error().sentence.empty());
}

TEST_CASE("a retired version takes no new entries but opens its drafts", "[fieldwork][library]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "a"));
    REQUIRE(place.store->forms().retire(tests::kHousehold));
    place.restart();
    CHECK(place.library->forms()->empty());
    CHECK(place.resume(filling->draft())->finish());
}
