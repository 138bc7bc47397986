#include "app/fieldwork/form_resources.h"
#include "tests/fieldwork/workplace.h"

using namespace tashilgar;
using tests::Workplace;

TEST_CASE("a form reads its media, its lists and its last record, and nothing else", "[fieldwork][resources]")
{
    Workplace place;
    const auto medium = place.store->attachments().add(base::bytesOf("a picture"));
    const auto xml = place.store->attachments().add(base::bytesOf(tests::householdForm()));
    REQUIRE(place.store->forms().install(
        {tests::kHousehold, "خانوار", xml->sha256, xml->size, {{"map.png", medium->sha256, medium->size}}}));
    fieldwork::FormResources resources(*place.store, tests::kHousehold);
    CHECK(*resources.read("jr://images/map.png") == "a picture");
    CHECK(*resources.read("jr://file-csv/relations.csv") == "name,label\nwife,همسر\nson,پسر\n");
    for (const char* uri : {"jr://file-csv/none.csv", "jr://images/", "http://example.org/map.png", "map.png", "jr://x",
             "jr://instance/last-saved"})
        CHECK(resources.read(uri).error().code == forms::kMissingResource);

    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "پیشین"));
    REQUIRE(filling->finish());
    CHECK(resources.read("jr://instance/last-saved")->find("پیشین") != std::string::npos);
}

TEST_CASE("choices come from the list as it is when the entry opens", "[fieldwork][resources]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->addRepeat("/data/member"));
    const auto view = filling->entry().view("/data/member[1]/relation");
    REQUIRE(view);
    REQUIRE(view->choices.size() == 2);
    CHECK(view->choices[1].label == "پسر");
}
