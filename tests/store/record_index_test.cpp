#include "app/sqlite/migrations.h"
#include "tests/support/temporary_store.h"

#include <fmt/format.h>

using namespace tashilgar;
using store::RecordFilter;
using store::RecordList;
using store::SubmissionState;
using tests::TemporaryStore;

namespace tashilgar::store {
extern const std::span<const sqlite::Migration> kRecordsMigrations;
}

namespace {

store::NewSubmission record(const std::string& id, const std::string& form = "household")
{
    store::NewSubmission submission;
    submission.id = base::InstanceId("uuid:" + id);
    submission.form = {base::FormId(form), "3"};
    submission.name = id;
    submission.xml = "<data>" + id + "</data>";
    submission.found = {"JFR", "JFR-B03", "B03-0" + id, "خانه " + id, "شیرین کریمی"};
    return submission;
}

void finalise(TemporaryStore& store, const store::NewSubmission& submission)
{
    REQUIRE(store->submissions().finalise(submission));
    store.clock.advance(std::chrono::hours(1));
}

std::vector<std::string> namesIn(TemporaryStore& store, const RecordFilter& filter)
{
    const auto keys = store->recordIndex().keys(filter, {}, 1000);
    REQUIRE(keys);
    std::vector<std::int64_t> rows;
    for (const store::RecordKey& key : *keys)
        rows.push_back(key.row);
    const auto summaries = store->recordIndex().summaries(rows);
    REQUIRE(summaries);
    std::vector<std::string> names;
    for (const store::SubmissionSummary& summary : *summaries)
        names.push_back(summary.name);
    return names;
}

std::vector<std::string> found(TemporaryStore& store, const std::string& words)
{
    RecordFilter filter;
    filter.words = words;
    return namesIn(store, filter);
}

void receive(TemporaryStore& store, const std::string& id)
{
    REQUIRE(store->submissions().keepReceipt(
        base::InstanceId("uuid:" + id), {"text of " + id, "sig", "key", "دفتر", store.clock.now(), store.clock.now()}));
}

using Names = std::vector<std::string>;

/// The database of a store, past everything the store does with it.
sqlite::Database opened(TemporaryStore& store)
{
    sqlite::OpenOptions options;
    options.key = store.key;
    options.cipher = *sqlite::cipherOf(store.files, store.path());
    auto database = sqlite::Database::open(store.path() / "records.db", options);
    REQUIRE(database);
    return std::move(*database);
}

/// How SQLite reads \p sql: "SEARCH i USING …" lines.
std::string planOf(sqlite::Database& database, const std::string& sql)
{
    std::string plan;
    REQUIRE(database.select("EXPLAIN QUERY PLAN " + sql, [&](const sqlite::Statement& row) { plan += row.text(3) + "\n"; }));
    return plan;
}

} // namespace

TEST_CASE("a list is read page by page, newest first, each page from where the last one ended", "[store][records]")
{
    TemporaryStore store;
    for (const char* id : {"11", "12", "13", "14", "15"})
        finalise(store, record(id));
    const auto first = store->recordIndex().keys({}, {}, 2);
    REQUIRE(first);
    REQUIRE(first->size() == 2);
    finalise(store, record("16")); // moves nothing of what comes after
    const auto second = store->recordIndex().keys({}, first->back(), 2);
    REQUIRE(second);
    REQUIRE(second->size() == 2);
    CHECK(second->front().row == first->back().row - 1);
    CHECK(second->front().madeAt < first->back().madeAt);
    CHECK(namesIn(store, {}) == Names{"16", "15", "14", "13", "12", "11"});
}

TEST_CASE("a record stands in the list of its state and is counted there", "[store][records]")
{
    TemporaryStore store;
    for (const char* id : {"11", "12", "13", "14"})
        finalise(store, record(id, id == std::string("14") ? "issue" : "household"));
    auto& box = store->submissions();
    REQUIRE(box.noteAnswer(base::InstanceId("uuid:12"), {SubmissionState::Partial, {}, {}, {}}));
    REQUIRE(box.noteAnswer(base::InstanceId("uuid:13"), {SubmissionState::Refused, {}, "form-unknown", "too old"}));
    receive(store, "11");
    store.reopen();
    const auto in = [&](RecordList list) {
        RecordFilter filter;
        filter.list = list;
        return namesIn(store, filter);
    };
    CHECK(in(RecordList::Waiting) == Names{"14", "12"});
    CHECK(in(RecordList::Sent) == Names{"11"});
    CHECK(in(RecordList::Returned) == Names{"13"});
    const auto all = store->recordIndex().totals();
    REQUIRE(all);
    CHECK(all->waiting == 2);
    CHECK(all->sent == 1);
    CHECK(all->returned == 1);
    CHECK(store->recordIndex().totals(base::FormId("issue"))->all() == 1);
    CHECK(store->submissions().counts()->partial == 1);
    REQUIRE(store->submissions().sendAgain(base::InstanceId("uuid:13")));
    CHECK(in(RecordList::Returned).empty());
    CHECK(store->recordIndex().totals()->waiting == 3);
}

TEST_CASE("a list is narrowed by form, time and place", "[store][records]")
{
    TemporaryStore store;
    const auto start = store.clock.now();
    finalise(store, record("11"));
    finalise(store, record("12", "issue"));
    store::NewSubmission elsewhere = record("13");
    elsewhere.found.block = "JFR-B04";
    elsewhere.found.door = "B04-001";
    finalise(store, elsewhere);
    RecordFilter filter;
    filter.form = base::FormId("household");
    CHECK(namesIn(store, filter) == Names{"13", "11"});
    filter.from = start + std::chrono::minutes(1);
    CHECK(namesIn(store, filter) == Names{"13"});
    filter.until = start + std::chrono::hours(2);
    CHECK(namesIn(store, filter).empty());
    filter = {};
    filter.block = "JFR-B03";
    CHECK(namesIn(store, filter) == Names{"12", "11"});
    filter.door = "b03-012";
    CHECK(namesIn(store, filter) == Names{"12"});
    CHECK(*store->recordIndex().places() == std::vector<store::RecordPlace>{{"JFR", "JFR-B03"}, {"JFR", "JFR-B04"}});
}

TEST_CASE("words find a record whatever letters, digits and joints they are written with", "[store][records]")
{
    TemporaryStore store;
    store::NewSubmission first = record("11");
    first.found.words = "B03-017 کوچهٔ یاس، پلاک ۱۲ می‌خواهند کَف کوچه درست شود";
    finalise(store, first);
    finalise(store, record("12"));
    for (const char* words : {"کوچه ياس", "پلاك ١٢", "پلاک 12", "میخواهند", "کف", "كوچة", "b03-01", "یا", "درست پلاک"}) {
        INFO(words);
        CHECK(found(store, words) == Names{"11"});
    }
    CHECK(found(store, "خانه") == Names{"12"});
    CHECK(found(store, "کوچه نرگس").empty());
    RecordFilter both;
    both.words = "کوچه";
    both.form = base::FormId("issue");
    CHECK(namesIn(store, both).empty());
}

TEST_CASE("personal words go with the receipt, out of the index and out of the file; its number finds the record", "[store][records]")
{
    TemporaryStore store;
    finalise(store, record("11"));
    CHECK(found(store, "شیرین") == Names{"11"});
    receive(store, "11");
    CHECK(found(store, "شیرین").empty());
    CHECK(found(store, "خانه") == Names{"11"});
    const auto summary = store->submissions().summary(base::InstanceId("uuid:11"));
    CHECK(found(store, summary->receipt->number()) == Names{"11"});
    // The tables beneath the index hold no trace of the name.
    store.close();
    auto database = opened(store);
    int traces = 0;
    const std::string name = "شیرین";
    for (const char* sql : {"SELECT block FROM record_search_data", "SELECT CAST(c1 AS BLOB) FROM record_search_content"}) {
        REQUIRE(database.select(sql, [&](const sqlite::Statement& row) {
            traces += base::textOf(row.blob(0)).find(name.substr(0, 6)) == std::string::npos ? 0 : 1;
        }));
    }
    CHECK(traces == 0);
}

TEST_CASE("lists, places and the next of the outbox are read through an index and never sorted", "[store][records]")
{
    TemporaryStore store;
    finalise(store, record("11"));
    store.close();
    auto database = opened(store);
    for (const char* sql : {
             "SELECT i.row, i.made_at FROM record_index AS i WHERE i.row < 9 ORDER BY i.row DESC LIMIT 5",
             "SELECT i.row, i.made_at FROM record_index AS i WHERE i.row < 9 AND iif(i.state = 2, 1, i.state) = 1 ORDER BY i.row DESC LIMIT 5",
             "SELECT i.row, i.made_at FROM record_index AS i WHERE i.row < 9 AND i.form_id = 'a' ORDER BY i.row DESC LIMIT 5",
             "SELECT i.row, i.made_at FROM record_index AS i WHERE i.neighbourhood = 'n' AND i.block = 'a' ORDER BY i.row DESC LIMIT 5",
             "SELECT i.row FROM record_search AS f CROSS JOIN record_index AS i ON i.row = f.rowid WHERE f.record_search MATCH 'a' ORDER BY f.rowid DESC LIMIT 5",
             "SELECT neighbourhood, block FROM record_index WHERE (neighbourhood, block) > ('', '') ORDER BY neighbourhood, block LIMIT 1",
             "SELECT s.row FROM submission AS s LEFT JOIN outbox AS o ON o.submission = s.row WHERE o.state = 1 ORDER BY o.reason_code <> '', o.attempts, o.submission LIMIT 50",
         }) {
        const std::string plan = planOf(database, sql);
        INFO(sql << "\n" << plan);
        CHECK(plan.find("TEMP B-TREE") == std::string::npos);
        CHECK(plan.find("SCAN i\n") == std::string::npos);
    }
}

TEST_CASE("records from before there was a search are listed and counted at once, and found when their words are given", "[store][records]")
{
    TemporaryStore store;
    store.close();
    std::filesystem::remove_all(store.path());
    REQUIRE(base::makeFolder(store.files, store.path()));
    {
        auto database = opened(store);
        REQUIRE(sqlite::migrate(database, store::kRecordsMigrations.first(1)));
        for (int i = 1; i <= 3; ++i) {
            REQUIRE(database.run("INSERT INTO submission (instance_id, form_id, version, name, made_at, sha256, xml) "
                                 "VALUES (?, 'household', '3', ?, ?, 'h', '<a/>')", fmt::format("uuid:{}", i), fmt::format("old {}", i), 1000 * i));
        }
        REQUIRE(database.run("INSERT INTO outbox (submission) VALUES (2)"));
        REQUIRE(database.run("INSERT INTO outbox (submission, state) VALUES (3, 4)"));
        REQUIRE(database.run("INSERT INTO receipt VALUES (1, 'signed', 'sig', 'key', 'office', 5, 6)"));
        REQUIRE(database.run("INSERT INTO submission_file VALUES (2, 'a.jpg', 'abc', 70, 'image/jpeg')"));
        REQUIRE(database.run("INSERT INTO upload (sha256) VALUES ('abc')"));
    }
    store.reopen();
    CHECK(namesIn(store, {}) == Names{"old 3", "old 2", "old 1"});
    const auto totals = store->recordIndex().totals();
    CHECK(totals->waiting == 1);
    CHECK(totals->sent == 1);
    CHECK(totals->returned == 1);
    CHECK(store->submissions().counts()->bytesWaiting == 4 + 70);
    CHECK(found(store, "old").empty());
    const auto without = store->recordIndex().withoutWords(10);
    REQUIRE(without->size() == 3);
    std::vector<std::pair<base::InstanceId, store::RecordWords>> words;
    for (const base::InstanceId& id : *without)
        words.emplace_back(id, store::RecordWords{"JFR", "JFR-B01", "", "old record", "name"});
    REQUIRE(store->recordIndex().setWords(words));
    CHECK(store->recordIndex().withoutWords(10)->empty());
    CHECK(found(store, "old").size() == 3);
    CHECK(found(store, "name") == Names{"old 3", "old 2"}); // the first has its receipt
    finalise(store, record("14"));
    CHECK(store->recordIndex().totals()->all() == 4);
}
