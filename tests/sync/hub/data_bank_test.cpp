#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using hub::storage::Reader;

namespace {

const std::string kKnown = "bbbbbbbb-0000-4000-8000-000000000001";
const base::ListName kHouseholds("households");

hub::storage::Row rowOf(OfficeHub& office, const std::string& key)
{
    hub::storage::Row row;
    REQUIRE(office.data().storage->read([&](Reader& reader) -> base::Result<void> {
        auto found = reader.row(kHouseholds, key);
        REQUIRE(found);
        REQUIRE(*found);
        row = **found;
        return {};
    }));
    return row;
}

std::vector<hub::storage::EntityRefusal> refusalsOf(OfficeHub& office)
{
    std::vector<hub::storage::EntityRefusal> refusals;
    REQUIRE(office.data().storage->read([&](Reader& reader) -> base::Result<void> {
        refusals = *reader.entityRefusals();
        return {};
    }));
    return refusals;
}

} // namespace

TEST_CASE("an update changes what it names and keeps the rest, one version further", "[hub][databank]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HouseVisit visit;
    visit.household = kKnown;
    visit.baseVersion = "1";
    tablet.push({visit.record()});
    const auto row = rowOf(office, kKnown);
    CHECK(row.version == 2);
    CHECK(row.values.at("status") == "done");
    CHECK(row.values.at("visits") == "1");
    CHECK(row.values.at("geometry") == "34.3451 47.0901 0 6");
}

TEST_CASE("a record sent twice changes the data bank once", "[hub][databank]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HouseVisit visit;
    visit.household = kKnown;
    visit.baseVersion = "1";
    tablet.push({visit.record(), visit.record()});
    tablet.push({visit.record()});
    CHECK(rowOf(office, kKnown).version == 2);
}

TEST_CASE("an update of an unknown entity is refused with a reason; its record is stored and receipted", "[hub][databank]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HouseVisit visit;
    visit.household = "eeeeeeee-0000-4000-8000-000000000009";
    visit.baseVersion = "3";
    const auto receipts = tablet.push({visit.record()});
    CHECK(tablet.proves(receipts[0], visit.record()));
    const auto refusals = refusalsOf(office);
    REQUIRE(refusals.size() == 1);
    CHECK(refusals[0].code == "entity-unknown");
    CHECK(refusals[0].instance == visit.record().instance);
}

TEST_CASE("creating an entity that is there is refused with a reason", "[hub][databank]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HouseVisit visit;
    visit.household = kKnown;
    tablet.push({visit.record()});
    REQUIRE(refusalsOf(office).size() == 1);
    CHECK(refusalsOf(office)[0].code == "entity-exists");
    CHECK(rowOf(office, kKnown).version == 1);
}

TEST_CASE("an office does not change another office's neighbourhood", "[hub][databank]")
{
    OfficeHub office;
    Tablet tablet(office, "z.ahmadi");
    HouseVisit visit;
    visit.household = kKnown;
    visit.baseVersion = "1";
    visit.neighbourhood = "DLT";
    tablet.push({visit.record()});
    REQUIRE(refusalsOf(office).size() == 1);
    CHECK(refusalsOf(office)[0].code == "out-of-area");
    CHECK(rowOf(office, kKnown).version == 1);
}

TEST_CASE("two tablets that change one field offline leave a conflict, and the later made value stands", "[hub][databank]")
{
    OfficeHub office;
    Tablet one(office, "n.karimi");
    Tablet two(office, "n.karimi");
    HouseVisit visit;
    visit.household = kKnown;
    visit.baseVersion = "1";
    auto later = visit.record();
    later.madeAt += std::chrono::hours(2);
    one.push({later});

    HouseVisit old = visit;
    old.instance = "uuid:99999999-0000-4000-8000-000000000001";
    old.status = "vacant";
    two.push({old.record()}); // made earlier, arrives later, knew version 1
    const auto row = rowOf(office, kKnown);
    CHECK(row.values.at("status") == "done");
    CHECK(row.version == 3);
}
