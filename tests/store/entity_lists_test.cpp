#include "tests/support/temporary_store.h"

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

using namespace tashilgar;
using store::ListChange;
using store::ListRow;
using tests::TemporaryStore;

namespace {

const base::ListName kHouses("households");

void arrive(TemporaryStore& store, std::vector<ListChange> lists, std::string cursor = "1")
{
    store::ArrivingPage page;
    page.lists = std::move(lists);
    page.cursor = std::move(cursor);
    REQUIRE(store->arrivals().apply(page));
}

ListChange houses()
{
    return {kHouses, true, {"name", "label", "block"},
        {{"h1", 1, {{"name", "h1"}, {"label", "خانواده کریمی"}, {"block", "B03-017"}}},
            {"h2", 4, {{"name", "h2"}, {"label", "خانواده رضایی, دوم"}, {"block", "B04"}}}},
        {}};
}

void finalise(TemporaryStore& store, const std::string& id, store::EntityWrite write)
{
    store::NewSubmission submission;
    submission.id = base::InstanceId(id);
    submission.form = {base::FormId("f"), "1"};
    submission.xml = "<a>" + id + "</a>";
    submission.entities = {std::move(write)};
    REQUIRE(store->submissions().finalise(submission));
}

std::vector<std::string> linesOf(const std::string& csv)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end = csv.find('\n', at);
        lines.push_back(csv.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

} // namespace

TEST_CASE("a list that arrived reads as CSV, with the versions an entity form needs", "[store][lists]")
{
    TemporaryStore store;
    arrive(store, {houses()});
    const auto csv = store->lists().csv(kHouses);
    REQUIRE(csv);
    const auto lines = linesOf(*csv);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "name,label,block,__version,__trunkVersion,__branchId");
    CHECK(lines[2].starts_with("h2,\"خانواده رضایی, دوم\",B04,4,4,"));
    CHECK(*store->lists().csv(kHouses) == *csv); // branches are the same each time
    CHECK(store->lists().csv(base::ListName("none")).error().code == base::kNotFound);
}

TEST_CASE("a plain list has its own columns and no more", "[store][lists]")
{
    TemporaryStore store;
    arrive(store,
        {{base::ListName("bodies"), true, {"code", "title"}, {{"1", 0, {{"code", "1"}, {"title", "شهرداری \"یک\""}}}},
            {}}});
    CHECK(*store->lists().csv(base::ListName("bodies")) == "code,title\n1,\"شهرداری \"\"یک\"\"\"\n");
}

TEST_CASE("pages change, add and remove rows; order and the rest stay", "[store][lists]")
{
    TemporaryStore store;
    arrive(store, {houses()});
    arrive(store,
        {{kHouses, false, {},
            {{"h1", 2, {{"name", "h1"}, {"label", "کریمی"}, {"block", "B05"}}},
                {"h3", 1, {{"name", "h3"}, {"label", "نو"}, {"floor", "2"}}}},
            {"h2"}}},
        "2");
    const auto lines = linesOf(*store->lists().csv(kHouses));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].starts_with("name,label,block,floor,"));
    CHECK(lines[1].starts_with("h1,کریمی,B05,,2,2,"));
    CHECK(lines[2].starts_with("h3,نو,,2,1,1,"));
    CHECK(*store->arrivals().cursor() == "2");
    CHECK(*store->lists().count(kHouses) == 2);
}

TEST_CASE(
    "what a record writes of an entity shows at once, and ends when the hub has reached it", "[store][lists][entities]")
{
    TemporaryStore store;
    arrive(store, {houses()});
    finalise(
        store, "uuid:1", {kHouses, base::EntityId("h2"), false, true, "", {{"block", "B09"}}, "4", "4", "branch-a"});
    auto row = store->lists().row(kHouses, "h2");
    REQUIRE(row);
    CHECK(row->version == 5);
    CHECK(row->trunkVersion == "4");
    CHECK(row->branchId == "branch-a");
    CHECK(row->local);
    CHECK(linesOf(*store->lists().csv(kHouses))[2] == "h2,\"خانواده رضایی, دوم\",B09,5,4,branch-a");

    // A second offline change stays in the branch and counts on.
    finalise(store, "uuid:2", {kHouses, base::EntityId("h2"), false, true, "رضایی", {}, "5", "4", "branch-a"});
    CHECK(store->lists().row(kHouses, "h2")->version == 6);

    // Somebody else's change to another field does not hide ours.
    arrive(store,
        {{kHouses, false, {},
            {{"h2", 5, {{"name", "h2"}, {"label", "خانواده رضایی"}, {"block", "B04"}, {"phone", "0918"}}}}, {}}},
        "2");
    row = store->lists().row(kHouses, "h2");
    CHECK(row->version == 6);
    CHECK(std::find(row->values.begin(), row->values.end(), std::pair<std::string, std::string>("block", "B09"))
        != row->values.end());
    CHECK(std::find(row->values.begin(), row->values.end(), std::pair<std::string, std::string>("phone", "0918"))
        != row->values.end());

    arrive(store, {{kHouses, false, {}, {{"h2", 7, {{"name", "h2"}, {"label", "رضایی"}, {"block", "B09"}}}}, {}}}, "3");
    row = store->lists().row(kHouses, "h2");
    CHECK(row->version == 7);
    CHECK_FALSE(row->local);
    CHECK(row->branchId != "branch-a");
    store.reopen(); // forgets what was reached
    CHECK(store->lists().row(kHouses, "h2")->version == 7);
}

TEST_CASE("an entity made here is in its list before the hub knows it", "[store][lists][entities]")
{
    TemporaryStore store;
    const base::ListName issues("issues");
    CHECK_FALSE(*store->lists().has(issues));
    finalise(store, "uuid:1", {issues, base::EntityId("i1"), true, false, "چاله", {{"state", "open"}}, "", "", "b"});
    CHECK(*store->lists().has(issues));
    CHECK(*store->lists().count(issues) == 1);
    CHECK(*store->lists().csv(issues) == "name,label,state,__version,__trunkVersion,__branchId\ni1,چاله,open,1,,b\n");
    CHECK(store->lists().search(issues, "چاله", 10)->size() == 1);
    arrive(store,
        {{issues, true, {"name", "label", "state"}, {{"i1", 1, {{"name", "i1"}, {"label", "چاله"}, {"state", "open"}}}},
            {}}});
    CHECK(*store->lists().count(issues) == 1);
    CHECK_FALSE(store->lists().row(issues, "i1")->local);
}

TEST_CASE("search finds a row however its words were typed", "[store][lists][search]")
{
    TemporaryStore store;
    arrive(store, {houses(), {base::ListName("other"), true, {"name"}, {{"x", 0, {{"name", "کریمی"}}}}, {}}});
    CHECK(store->lists().search(kHouses, "كريم", 10)->size() == 1); // Arabic letters, a part of the word
    CHECK(store->lists().search(kHouses, "b03", 10)->front().key == "h1");
    CHECK(store->lists().search(kHouses, "B۰۳-017", 10)->size() == 1);
    CHECK(store->lists().search(kHouses, "خانواده", 10)->size() == 2);
    CHECK(store->lists().search(kHouses, "خانواده رضا", 10)->size() == 1);
    CHECK(store->lists().search(kHouses, "\"'*) OR", 10)->empty());
    CHECK(store->lists().search(kHouses, "", 1)->size() == 1);
    arrive(store, {{kHouses, false, {}, {}, {"h1"}}}, "2");
    CHECK(store->lists().search(kHouses, "كريم", 10)->empty());
}

TEST_CASE("a list is read as it was or as it is, never with one's columns and the other's rows", "[store][lists]")
{
    TemporaryStore store;
    const auto version = [](const std::string& column) {
        store::ArrivingPage page;
        page.lists = {{base::ListName("wells"), true, {"name", column}, {{"w1", 0, {{"name", "w1"}, {column, column}}}}, {}}};
        page.cursor = column;
        return page;
    };
    REQUIRE(store->arrivals().apply(version("deep")));
    std::atomic<bool> over{false};
    std::thread sync([&] {
        auto other = store::Store::open(store.path(), store.key, store.files, store.clock, store.random, {.sweep = false});
        for (int i = 0; other && !over; ++i)
            (void)(*other)->arrivals().apply(version(i % 2 == 0 ? "salty" : "deep"));
    });
    std::set<std::string> seen;
    std::string before;
    int changes = 0;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (changes < 40 && std::chrono::steady_clock::now() < end) {
        const auto csv = store->lists().csv(base::ListName("wells"));
        const std::string now = csv ? *csv : csv.error().text();
        changes += now == before ? 0 : 1;
        before = now;
        seen.insert(now);
    }
    over = true;
    sync.join();
    for (const std::string& csv : seen) {
        INFO(csv);
        CHECK((csv == "name,deep\nw1,deep\n" || csv == "name,salty\nw1,salty\n"));
    }
    CHECK(changes == 40); // they did meet
}
