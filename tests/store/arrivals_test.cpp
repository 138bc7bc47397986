#include "tests/support/temporary_store.h"

using namespace tashilgar;
using tests::TemporaryStore;

namespace {

const base::FormVersion kForm{base::FormId("household"), "3"};

store::FormAnnouncement announced(std::string version, const std::string& xml, const std::string& medium)
{
    return {{base::FormId("household"), std::move(version)}, "خانوار", base::Sha256::hexOf(base::bytesOf(xml)),
        xml.size(), {{"map.png", base::Sha256::hexOf(base::bytesOf(medium)), medium.size()}}};
}

void arrive(TemporaryStore& store, std::vector<store::FormAnnouncement> forms, std::vector<base::FormVersion> retired,
    std::string cursor)
{
    store::ArrivingPage page;
    page.forms = std::move(forms);
    page.retired = std::move(retired);
    page.cursor = std::move(cursor);
    REQUIRE(store->arrivals().apply(page));
}

} // namespace

TEST_CASE("a form shows once its document and all of its files are here", "[store][forms]")
{
    TemporaryStore store;
    const std::string xml = "<h:html/>";
    const std::string medium = "a long picture";
    arrive(store, {announced("3", xml, medium)}, {}, "1");
    CHECK(store->forms().fillable()->empty());
    const auto missing = store->arrivals().missing();
    REQUIRE(missing->size() == 2);
    CHECK(missing->front().name == "خانوار"); // the smaller one
    CHECK(missing->back().name == "map.png");

    REQUIRE(store->attachments().add(base::bytesOf(xml)));
    CHECK(*store->arrivals().installComplete() == 0);
    REQUIRE(store->attachments().add(base::bytesOf(medium)));
    CHECK(*store->arrivals().installComplete() == 1);
    CHECK(store->arrivals().missing()->empty());
    store.reopen();
    REQUIRE(store->forms().fillable()->size() == 1);
    CHECK(*store->forms().xml(kForm) == xml);
    CHECK(store->forms().find(kForm)->media.front().name == "map.png");
    CHECK(store->attachments().has(base::Sha256::hexOf(base::bytesOf(medium)))); // not swept
}

TEST_CASE("the newest version takes new entries; a retired one does not, but opens its drafts", "[store][forms]")
{
    TemporaryStore store;
    for (const char* text : {"<a/>", "<b/>", "m"})
        REQUIRE(store->attachments().add(base::bytesOf(text)));
    arrive(store, {announced("3", "<a/>", "m"), announced("4", "<b/>", "m")}, {}, "1");
    CHECK(*store->arrivals().installComplete() == 2);
    REQUIRE(store->forms().fillable()->size() == 1);
    CHECK(store->forms().fillable()->front().id.version == "4");
    arrive(store, {}, {{base::FormId("household"), "4"}}, "2");
    CHECK(*store->arrivals().installComplete() == 0);
    CHECK(store->forms().fillable()->front().id.version == "3");
    CHECK(store->forms().all()->size() == 2);
    CHECK(*store->forms().xml({base::FormId("household"), "4"}) == "<b/>");
}

TEST_CASE("a version stays usable until the one that replaces it is whole", "[store][forms]")
{
    TemporaryStore store;
    for (const char* text : {"<a/>", "m"})
        REQUIRE(store->attachments().add(base::bytesOf(text)));
    arrive(store, {announced("3", "<a/>", "m")}, {}, "1");
    REQUIRE(*store->arrivals().installComplete() == 1);
    arrive(store, {announced("4", "<b/>", "m")}, {kForm}, "2");
    CHECK(*store->arrivals().installComplete() == 0);
    store.reopen(); // weeks without a network begin here
    REQUIRE(store->forms().fillable()->size() == 1);
    CHECK(store->forms().fillable()->front().id.version == "3");

    REQUIRE(store->attachments().add(base::bytesOf("<b/>")));
    CHECK(*store->arrivals().installComplete() == 1);
    REQUIRE(store->forms().fillable()->size() == 1);
    CHECK(store->forms().fillable()->front().id.version == "4");
}

TEST_CASE("a form that was retired before it was here is not asked for", "[store][forms]")
{
    TemporaryStore store;
    arrive(store, {announced("3", "<a/>", "m")}, {}, "1");
    arrive(store, {}, {kForm}, "2");
    CHECK(store->arrivals().missing()->empty());
    CHECK(*store->arrivals().installComplete() == 0);
    CHECK(store->forms().all()->empty());
}

TEST_CASE("an installed version never changes its document", "[store][forms]")
{
    TemporaryStore store;
    for (const char* text : {"<a/>", "<b/>", "m"})
        REQUIRE(store->attachments().add(base::bytesOf(text)));
    REQUIRE(store->forms().install(announced("3", "<a/>", "m")));
    CHECK(store->forms().install(announced("3", "<b/>", "m")).error().code == base::kMalformed);
    arrive(store, {announced("3", "<b/>", "m")}, {}, "1");
    CHECK(*store->arrivals().installComplete() == 0);
    CHECK(*store->forms().xml(kForm) == "<a/>");
    CHECK(store->arrivals().missing()->empty());
}

TEST_CASE("a page that cannot be applied moves neither rows nor cursor", "[store][lists]")
{
    TemporaryStore store;
    arrive(store, {}, {}, "1");
    auto other = sqlite::Database::open(store.path() / "lists.db",
        {.key = store.key,
            .cipher = *sqlite::cipherOf(store.files, store.path()),
            .busyTimeout = std::chrono::milliseconds(0)});
    REQUIRE(other);
    store::ArrivingPage page;
    page.lists = {{base::ListName("l"), true, {"name"}, {{"k", 0, {{"name", "v"}}}}, {}}};
    page.cursor = "2";
    REQUIRE(other->runScript("CREATE TRIGGER full BEFORE INSERT ON list_row BEGIN SELECT raise(ABORT, 'no'); END"));
    CHECK_FALSE(store->arrivals().apply(page));
    CHECK(*store->arrivals().cursor() == "1");
    CHECK_FALSE(*store->lists().has(base::ListName("l")));
    REQUIRE(other->runScript("DROP TRIGGER full"));
    CHECK(store->arrivals().apply(page));
    CHECK(*store->arrivals().cursor() == "2");
    REQUIRE(store->arrivals().restart());
    CHECK(store->arrivals().cursor()->empty());
    CHECK(*store->lists().has(base::ListName("l")));
}
