#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

#include <algorithm>

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

/// The conflicts about its status: what was there, what was offered, what stands.
std::vector<std::string> conflictsOf(OfficeHub& office, const std::string& key)
{
    std::vector<std::string> sentences;
    REQUIRE(office.data().storage->read([&](Reader& reader) -> base::Result<void> {
        const auto conflicts = reader.conflictsOf(kHouseholds, key);
        REQUIRE(conflicts);
        for (const hub::storage::Conflict& conflict : *conflicts) {
            if (conflict.column == "status")
                sentences.push_back(fmt::format("status {} {} {}", conflict.before, conflict.offered, conflict.kept));
        }
        return {};
    }));
    return sentences;
}

/// How many changes of a branch the row has seen.
std::size_t stepsOf(OfficeHub& office, const std::string& key, const std::string& branch)
{
    std::size_t count = 0;
    REQUIRE(office.data().storage->read([&](Reader& reader) -> base::Result<void> {
        const auto steps = reader.stepsAfter(kHouseholds, key, 0);
        REQUIRE(steps);
        count = static_cast<std::size_t>(std::ranges::count(*steps, branch, &hub::storage::RowStep::branch));
        return {};
    }));
    return count;
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

TEST_CASE("an older offline branch does not overwrite what somebody else changed meanwhile, however long it is", "[hub][databank]")
{
    OfficeHub office;
    Tablet offline(office, "n.karimi");
    Tablet online(office, "n.karimi");
    const auto step = [](int number, const std::string& status, std::chrono::minutes at) {
        HouseVisit visit;
        visit.instance = fmt::format("uuid:77777777-0000-4000-8000-{:012}", number);
        visit.household = kKnown;
        visit.status = status;
        visit.baseVersion = std::to_string(number);
        visit.trunkVersion = "1";
        visit.branchId = "branch-1";
        auto record = visit.record();
        record.madeAt += at;
        return record;
    };
    offline.push({step(1, "vacant", std::chrono::minutes(1))});
    CHECK(rowOf(office, kKnown).values.at("status") == "vacant");

    HouseVisit between;
    between.household = kKnown;
    between.baseVersion = "1";
    between.status = "refused";
    auto theirs = between.record();
    theirs.madeAt += std::chrono::minutes(30);
    online.push({theirs});
    CHECK(rowOf(office, kKnown).values.at("status") == "refused");

    // Made before the other one, and in the branch's own counting far beyond the row of the hub.
    offline.push({step(5, "demolished", std::chrono::minutes(2))});
    CHECK(rowOf(office, kKnown).values.at("status") == "refused");
    CHECK(stepsOf(office, kKnown, "branch-1") == 2);
    CHECK(conflictsOf(office, kKnown) == std::vector<std::string>{"status vacant refused refused", "status refused demolished refused"});
}

TEST_CASE("a branch is in no conflict with itself, begun with a new entity or with one of the hub", "[hub][databank]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const bool created = GENERATE(true, false);
    HouseVisit visit;
    visit.household = created ? "cccccccc-0000-4000-8000-000000000001" : kKnown;
    if (created)
        tablet.push({visit.record()});
    std::vector<protocol::BatchRecord> records;
    for (int i = 1; i <= 3; ++i) {
        visit.instance = fmt::format("uuid:66666666-0000-4000-8000-{:012}", i);
        visit.baseVersion = std::to_string(i);
        visit.trunkVersion = created ? "" : "1";
        visit.branchId = "branch-2";
        visit.status = fmt::format("state_{}", i);
        records.push_back(visit.record());
        records.back().madeAt -= std::chrono::hours(i); // the tablet's clock was set back
    }
    tablet.push(records);
    CHECK(rowOf(office, visit.household).values.at("status") == "state_3");
    CHECK(conflictsOf(office, visit.household).empty());
}
