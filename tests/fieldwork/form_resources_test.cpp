#include "app/fieldwork/form_resources.h"
#include "app/lists/table_cache.h"
#include "tests/fieldwork/workplace.h"
#include "tests/support/temporary_folder.h"

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

TEST_CASE("a large list that a form brings is a table, made once", "[fieldwork][resources]")
{
    Workplace place;
    std::string csv = "name,label,town\n";
    while (csv.size() < lists::kLargeList)
        csv += "p" + std::to_string(csv.size()) + ",A place of the large list,t" + std::to_string(csv.size() % 97) + "\n";
    const auto large = place.store->attachments().add(base::bytesOf(csv));
    const auto small = place.store->attachments().add(base::bytesOf("name\na\n"));
    const auto xml = place.store->attachments().add(base::bytesOf(tests::householdForm()));
    REQUIRE(place.store->forms().install({tests::kHousehold, "خانوار", xml->sha256, xml->size,
        {{"places.csv", large->sha256, large->size}, {"few.csv", small->sha256, small->size}}}));

    const tests::TemporaryFolder folder;
    base::SystemFiles files;
    tests::FakeRandom random;
    auto cache = lists::TableCache::open(files, folder.path(), base::SecretKey::random(random)).value();
    fieldwork::FormResources resources(*place.store, tests::kHousehold, &cache);
    const auto table = resources.table("jr://file-csv/places.csv").value();
    REQUIRE(table);
    CHECK(table->columns() == std::vector<std::string>{"name", "label", "town"});
    CHECK(table->cells(0).value().at(1) == "A place of the large list");
    CHECK(resources.table("jr://file-csv/few.csv").value() == nullptr);
    CHECK(resources.table("jr://file-csv/relations.csv").value() == nullptr); // a list of the programme
    fieldwork::FormResources without(*place.store, tests::kHousehold);
    CHECK(without.table("jr://file-csv/places.csv").value() == nullptr);
}
