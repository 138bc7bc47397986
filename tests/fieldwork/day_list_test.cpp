#include "app/fieldwork/day_list.h"

#include "tests/support/temporary_store.h"

using namespace tashilgar;

namespace {

store::ListChange listOf(const std::string& name, std::vector<std::string> columns, const std::vector<std::vector<std::string>>& rows)
{
    store::ListChange change;
    change.list = base::ListName(name);
    change.reset = true;
    for (const auto& row : rows) {
        store::ListRow fresh;
        fresh.key = row.front();
        fresh.version = 1;
        for (std::size_t i = 0; i < columns.size(); ++i)
            fresh.values.emplace_back(columns[i], row[i]);
        change.upsert.push_back(fresh);
    }
    change.columns = std::move(columns);
    return change;
}

fieldwork::FormLibrary libraryOver(tests::TemporaryStore& store)
{
    fieldwork::Surroundings surroundings;
    surroundings.store = &*store;
    surroundings.files = &store.files;
    surroundings.clock = &store.clock;
    surroundings.random = &store.random;
    surroundings.zone = *base::Zone::named("Asia/Tehran");
    return fieldwork::FormLibrary(surroundings);
}

} // namespace

TEST_CASE("the day holds doors to come back to and issues past their date, longest due first", "[fieldwork][day]")
{
    tests::TemporaryStore store;
    store::ArrivingPage page;
    page.lists.push_back(listOf("households", {"name", "label", "hh_code", "status", "visits", "next_visit", "geometry"},
        {{"h1", "B01-003 closed", "B01-003", "closed_door", "1", "2026-11-22", "34.3451 47.0901 0 6"},
            {"h2", "B01-004 done", "B01-004", "done", "1", "2026-11-20", ""},
            {"h3", "B01-005 later", "B01-005", "busy", "2", "2026-11-25", ""},
            {"h4", "B01-006 new", "B01-006", "closed_door", "2", "2026-11-18", ""}}));
    page.lists.push_back(listOf("issues", {"name", "label", "issue_no", "status", "due"},
        {{"i1", "Pothole", "JFR-1", "referred", "2026-11-19"}, {"i2", "Lamp", "JFR-2", "closed", "2026-11-01"}}));
    page.cursor = "1";
    REQUIRE(store->arrivals().apply(page));
    fieldwork::FormLibrary library = libraryOver(store);
    const auto due = fieldwork::DayList(library).due("2026-11-22");
    REQUIRE(due);
    REQUIRE(due->size() == 3);
    CHECK((*due)[0].code == "B01-006");
    CHECK((*due)[1].code == "JFR-1");
    CHECK((*due)[1].issue);
    CHECK((*due)[2].code == "B01-003");
    CHECK((*due)[2].visits == 1);
    CHECK((*due)[2].latitude == Approx(34.3451));
    CHECK_FALSE((*due)[0].latitude);
}

TEST_CASE("before the lists have come the day is empty", "[fieldwork][day]")
{
    tests::TemporaryStore store;
    fieldwork::FormLibrary library = libraryOver(store);
    const auto due = fieldwork::DayList(library).due("2026-11-22");
    REQUIRE(due);
    CHECK(due->empty());
}
