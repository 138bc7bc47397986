#include "app/base/hash.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

#include <set>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// What a tablet holds after applying pages: rows of each list, form versions.
struct Held {
    std::map<std::string, std::map<std::string, protocol::ListRow>> lists;
    std::set<std::string> forms;
    std::string programme;
    std::string cursor;

    void apply(const protocol::ChangePage& page)
    {
        cursor = page.cursor;
        for (const protocol::Change& change : page.changes) {
            if (const auto* form = std::get_if<protocol::FormPublished>(&change))
                forms.insert(form->form.form.value() + " " + form->form.version);
            if (const auto* retired = std::get_if<protocol::FormRetired>(&change))
                forms.erase(retired->form.form.value() + " " + retired->form.version);
            if (const auto* list = std::get_if<protocol::ListReset>(&change))
                lists[list->list.value()].clear();
            if (const auto* rows = std::get_if<protocol::ListRows>(&change)) {
                for (const protocol::ListRow& row : rows->upsert)
                    lists[rows->list.value()][row.key] = row;
                for (const std::string& key : rows->remove)
                    lists[rows->list.value()].erase(key);
            }
            if (const auto* changed = std::get_if<protocol::ProgrammeChanged>(&change))
                programme = changed->name;
        }
    }
    void pullAll(Tablet& tablet, std::size_t limit)
    {
        for (protocol::ChangePage page;;) {
            page = tablet.pull(cursor, limit);
            apply(page);
            if (!page.more)
                return;
        }
    }
};

} // namespace

TEST_CASE("a tablet sees its own office's rows and everybody's plain lists, whatever the size of a page", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::size_t limit = GENERATE(1, 2, 3, 1000);
    Held held;
    held.pullAll(tablet, limit);
    CHECK(held.programme == "برنامه نمایشی");
    CHECK(held.forms == std::set<std::string>{"house 1"});
    CHECK(held.lists.at("bodies").size() == 2);
    CHECK(held.lists.at("neighbourhoods").size() == 2);
    REQUIRE(held.lists.at("households").size() == 1);
    const protocol::ListRow row = held.lists.at("households").begin()->second;
    CHECK(row.key == "bbbbbbbb-0000-4000-8000-000000000001");
    CHECK(row.values.at("status") == "closed_door");
    CHECK_FALSE(row.values.contains("name"));
}

TEST_CASE("a person of no office sees all neighbourhoods", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "p.bagheri");
    Held held;
    held.pullAll(tablet, 1000);
    CHECK(held.lists.at("households").size() == 2);
}

TEST_CASE("a record's household comes to the other tablets of the office, and to no other office", "[hub][changes]")
{
    OfficeHub office;
    Tablet one(office, "n.karimi");
    Tablet two(office, "n.karimi");
    Tablet other(office, "z.ahmadi");
    Held ofTwo, ofOther;
    ofTwo.pullAll(two, 1000);
    ofOther.pullAll(other, 1000);
    const HouseVisit visit;
    one.push({visit.record()});

    const auto page = two.pull(ofTwo.cursor);
    REQUIRE(page.changes.size() == 1);
    ofTwo.apply(page);
    CHECK(ofTwo.lists["households"].at(visit.household).values.at("status") == "done");
    CHECK(ofTwo.lists["households"].at(visit.household).values.at("label") == "خانه done");
    CHECK(other.pull(ofOther.cursor).changes.empty());
    CHECK(two.pull(ofTwo.cursor).changes.empty());
}

TEST_CASE("a row that moves to another office's neighbourhood leaves the tablets of the first", "[hub][changes]")
{
    OfficeHub office;
    Tablet all(office, "p.bagheri");
    Tablet first(office, "n.karimi");
    Tablet second(office, "z.ahmadi");
    HouseVisit visit;
    visit.household = "bbbbbbbb-0000-4000-8000-000000000001";
    visit.neighbourhood = "DLT";
    visit.baseVersion = "1";
    Held ofFirst, ofSecond;
    ofFirst.pullAll(first, 1000);
    ofSecond.pullAll(second, 1000);
    all.push({visit.record()});
    ofFirst.pullAll(first, 1000);
    ofSecond.pullAll(second, 1000);
    CHECK(ofFirst.lists["households"].empty());
    CHECK(ofSecond.lists["households"].size() == 2);
}

TEST_CASE("a row that was for all and gets a neighbourhood leaves the tablets of the other offices", "[hub][changes]")
{
    OfficeHub office;
    Tablet all(office, "p.bagheri");
    HouseVisit visit;
    visit.neighbourhood = "";
    all.push({visit.record()});
    Tablet inside(office, "n.karimi");
    Tablet outside(office, "z.ahmadi");
    Held ofInside, ofOutside;
    ofInside.pullAll(inside, 1000);
    ofOutside.pullAll(outside, 1000);
    REQUIRE(ofInside.lists["households"].contains(visit.household));
    REQUIRE(ofOutside.lists["households"].contains(visit.household));

    visit.instance = "uuid:11111111-0000-4000-8000-000000000002";
    visit.neighbourhood = "JFR";
    visit.baseVersion = "1";
    all.push({visit.record()});
    ofOutside.pullAll(outside, 1000);
    CHECK_FALSE(ofOutside.lists["households"].contains(visit.household));
    const auto page = inside.pull(ofInside.cursor, 1); // at no moment is it gone inside
    ofInside.apply(page);
    CHECK(ofInside.lists["households"].at(visit.household).values.at("neighbourhood") == "JFR");
}

TEST_CASE("a cursor of another hub, another area or another time begins again", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    Tablet other(office, "z.ahmadi");
    const std::string cursor = tablet.pull().cursor;
    for (const std::string& wrong : {std::string("999999.") + cursor.substr(cursor.find('.') + 1), std::string("1.abc"),
             std::string("x"), std::string("-1."), other.pull().cursor}) {
        const auto answer = tablet.ask("GET", fmt::format("{}?cursor={}", protocol::kChangesPath, wrong));
        CHECK(answer.status == 410);
        CHECK(protocol::decodeProblem(answer.body)->code == protocol::problem::kCursorUnknown);
    }
}

TEST_CASE("a page comes packed for a tablet that says it can unpack", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const auto answer = tablet.ask("GET", protocol::kChangesPath, {{"Accept-Encoding", "zstd"}});
    CHECK(answer.headers.at("content-encoding") == "zstd");
    const auto plain = protocol::decompress(base::bytesOf(answer.body), protocol::kMaxChangePage);
    REQUIRE(plain);
    CHECK(protocol::decodeChangePage(base::textOf(*plain))->changes == tablet.pull().changes);
}

TEST_CASE("receipts come packed as well, to who has just sent a packed batch", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const HouseVisit visit;
    protocol::BatchWriter writer;
    REQUIRE(writer.add(visit.record()));
    const auto answer = tablet.ask("POST", protocol::kBatchesPath, {{"Accept-Encoding", "zstd"}}, base::textOf(writer.finish()));
    CHECK(answer.headers.at("content-encoding") == "zstd");
    const auto plain = protocol::decompress(base::bytesOf(answer.body), protocol::kMaxJson);
    REQUIRE(plain);
    CHECK(answer.body.size() < plain->size() + 30);
    CHECK(tablet.proves(receiptsIn(answer, questionsOf({visit.record()})).at(0), visit.record()));
}

TEST_CASE("a form's XML is fetched by its hash, whole or from the middle on", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::string hash = base::Sha256::hexOf(base::bytesOf(kHouseForm));
    const std::string path = fmt::format("{}/{}", protocol::kBlobsPath, hash);
    CHECK(tablet.ask("GET", path).body == kHouseForm);
    const auto rest = tablet.ask("GET", path, {{"Range", "bytes=1000-"}});
    CHECK(rest.status == 206);
    CHECK(rest.body == kHouseForm.substr(1000));
    CHECK(tablet.ask("GET", path, {{"Range", "bytes=5-9"}}).body == kHouseForm.substr(5, 5));
    CHECK(tablet.ask("GET", path, {{"Range", "bytes=999999-"}}).status == 416);
}

TEST_CASE("what a tablet sent as a photo is not given out again as a form's file", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    REQUIRE(tablet.upload("a photo") == 204);
    const auto answer
        = tablet.ask("GET", fmt::format("{}/{}", protocol::kBlobsPath, base::Sha256::hexOf(base::bytesOf("a photo"))));
    CHECK(answer.status == 404);
}

TEST_CASE("rows that an import adds to an entity list bring their new columns", "[hub][changes]")
{
    OfficeHub office;
    auto programme = smallProgramme();
    programme.lists = {{"households", "name,label,neighbourhood,colour,__version\nh9,B09,JFR,blue,1\n"}};
    REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
    std::vector<std::string> columns;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        columns = (*reader.list(base::ListName("households")))->columns;
        return {};
    }));
    CHECK(columns == std::vector<std::string>{"name", "label", "neighbourhood", "status", "visits", "geometry", "colour"});
    Tablet tablet(office, "n.karimi");
    Held held;
    held.pullAll(tablet, 1000);
    CHECK(held.lists.at("households").at("h9").values.at("colour") == "blue");
}

TEST_CASE("a newer version of a form retires the older, and old records are still taken", "[hub][changes]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    Held held;
    held.pullAll(tablet, 1000);
    auto programme = smallProgramme();
    std::string& xml = programme.forms[0].xml;
    xml.replace(xml.find("version=\"1\">"), 12, "version=\"2\">");
    REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
    const auto page = tablet.pull(held.cursor);
    held.apply(page);
    CHECK(page.changes.size() == 2);
    CHECK(held.forms == std::set<std::string>{"house 2"});
    CHECK(tablet.push({HouseVisit().record()})[0].state == protocol::ReceiptState::Stored);
}

TEST_CASE("a changed form under its old version is refused with its name", "[hub][changes]")
{
    OfficeHub office;
    auto programme = smallProgramme();
    programme.forms[0].xml += "\n";
    const auto report = hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now());
    REQUIRE_FALSE(report);
    CHECK(report.error().code == hub::domain::kVersionTaken);
    CHECK(report.error().place == "house 1");
}
