// What records cost when there are many: run by records.py, which prints ratios. One command a process, so that memory is
// that of the command alone.
#include "app/base/uuid.h"
#include "app/exchange/store_outbox.h"
#include "app/fieldwork/filling.h"
#include "app/fieldwork/submission_review.h"
#include "app/sqlite/database.h"
#include "app/store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <sys/resource.h>

using namespace tashilgar;

namespace {

constexpr std::string_view kForm = R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
<h:title>مراجعه</h:title><model><instance><data id="visit" version="1"><name/><remark/><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/name" type="string"/><bind nodeset="/data/remark" type="string"/></model></h:head>
<h:body><input ref="/data/name"><label>نام</label></input><input ref="/data/remark"><label>توضیح</label></input></h:body></h:html>)";

double milliseconds(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

template <class T>
T need(base::Result<T> result)
{
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().text());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A clock that a maker of records can set back.
class SetClock final : public base::Clock {
public:
    base::Instant now() const override { return at ? *at : base::SystemClock().now(); }
    std::chrono::milliseconds monotonic() const override { return base::SystemClock().monotonic(); }
    std::optional<base::Instant> at;
};

struct Tablet {
    explicit Tablet(const std::filesystem::path& folder, sqlite::Synchronous synchronous = sqlite::Synchronous::Full)
    {
        const std::array<std::byte, 32> zero{};
        const base::SecretKey key = *base::SecretKey::fromBytes(zero);
        store::StoreOptions options;
        options.recordsSynchronous = synchronous;
        store = need(store::Store::open(folder, key, files, clock, random, options));
        fieldwork::Surroundings around;
        around.store = store.get();
        around.files = &files;
        around.clock = &clock;
        around.random = &random;
        around.zone = *base::Zone::named("Asia/Tehran");
        library = std::make_unique<fieldwork::FormLibrary>(around);
        review = std::make_unique<fieldwork::SubmissionReview>(*library);
    }
    void installForm()
    {
        const auto content = need(store->attachments().add(base::bytesOf(kForm)));
        need(store->forms().install({{base::FormId("visit"), "1"}, "مراجعه", content.sha256, content.size, {}}));
    }

    base::SystemFiles files;
    SetClock clock;
    base::SystemRandom random;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<fieldwork::FormLibrary> library;
    std::unique_ptr<fieldwork::SubmissionReview> review;
};

/// Records of two years, each as large as a household's; all but the last \p waiting have their receipts.
void make(const std::filesystem::path& folder, int count, int waiting)
{
    Tablet tablet(folder, sqlite::Synchronous::Off); // made for a measurement, not to be kept
    tablet.installForm();
    const base::Instant begin = base::SystemClock().now() - std::chrono::days(730);
    for (int i = 0; i < count; ++i) {
        tablet.clock.at = begin + std::chrono::minutes(static_cast<std::int64_t>(730.0 * 1440 * i / count));
        store::NewSubmission record;
        record.id = base::InstanceId("uuid:" + base::uuid4(tablet.random));
        record.form = {base::FormId("visit"), "1"};
        record.name = fmt::format("B{:02}-{:05}", i % 39, i);
        record.xml = "<data><name>" + record.id.value() + std::string(3600, 'x') + "</name></data>";
        record.found = {"JFR", fmt::format("JFR-B{:02}", i % 39), record.name,
            fmt::format("{} کوچه {} پلاک {} نم دارد و سقف ترک دارد {}", record.name, i % 211, i % 97, i % 1000 == 7 ? "آبگرفتگی" : ""),
            fmt::format("نام{}", i % 5000)};
        need(tablet.store->submissions().finalise(record));
        if (i < count - waiting) {
            need(tablet.store->submissions().keepReceipt(record.id,
                {std::string(300, 's') + record.id.value(), std::string(86, 'g'), "key", "دفتر", *tablet.clock.at, *tablet.clock.at}));
        }
    }
    need(tablet.store->checkpoint());
}

std::vector<std::int64_t> rowsOf(const std::vector<store::RecordKey>& keys, std::size_t from, std::size_t count)
{
    std::vector<std::int64_t> rows;
    for (std::size_t i = from; i < std::min(keys.size(), from + count); ++i)
        rows.push_back(keys[i].row);
    return rows;
}

/// What the app does before its first frame, and what the page Records asks for afterwards.
void start(const std::filesystem::path& folder)
{
    std::unique_ptr<Tablet> tablet;
    std::vector<store::RecordKey> keys;
    const double usable = milliseconds([&] {
        tablet = std::make_unique<Tablet>(folder);
        need(tablet->library->forms());
        need(tablet->review->today());
        need(tablet->review->totals());
        need(tablet->review->outgoing(200));
        need(tablet->review->answered(50));
        need(tablet->review->drafts());
        keys = need(tablet->review->keys({}, {}, 200));
        need(tablet->review->records(rowsOf(keys, 0, 40)));
    });
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const double megabytes = static_cast<double>(used.ru_maxrss) / 1024;

    double slowest = 0;
    while (!keys.empty()) {
        std::vector<store::RecordKey> more;
        slowest = std::max(slowest, milliseconds([&] { more = need(tablet->review->keys({}, keys.back(), 4000)); }));
        keys.insert(keys.end(), more.begin(), more.end());
        if (more.size() < 4000)
            break;
    }
    std::vector<double> pages;
    for (std::size_t i = 0; i < 200; ++i) {
        const std::size_t from = (i * 7919) % (keys.size() - 40);
        pages.push_back(milliseconds([&] { need(tablet->review->records(rowsOf(keys, from, 40))); }));
    }
    std::sort(pages.begin(), pages.end());
    const auto first = [&](store::RecordFilter filter) {
        std::vector<double> times;
        for (int i = 0; i < 5; ++i) {
            times.push_back(milliseconds([&] {
                const auto found = need(tablet->review->keys(filter, {}, 200));
                need(tablet->review->records(rowsOf(found, 0, 40)));
            }));
        }
        std::sort(times.begin(), times.end());
        return times[2];
    };
    store::RecordFilter rare;
    rare.words = "آبگرفتگي";
    store::RecordFilter common;
    common.words = "کوچه";
    store::RecordFilter place;
    place.neighbourhood = "JFR";
    place.block = "JFR-B07";
    store::RecordFilter waiting;
    waiting.list = store::RecordList::Waiting;
    ::getrusage(RUSAGE_SELF, &used);
    fmt::print("{{\"usable_ms\": {}, \"rss_mb\": {}, \"rss_after_mb\": {}, \"keys_slowest_ms\": {}, \"page_median_ms\": {}, \"page_p99_ms\": {}, "
               "\"search_rare_ms\": {}, \"search_common_ms\": {}, \"place_ms\": {}, \"waiting_ms\": {}}}\n",
        usable, megabytes, static_cast<double>(used.ru_maxrss) / 1024, slowest, pages[100], pages[198], first(rare), first(common),
        first(place), first(waiting));
}

/// Choosing the next batch.
void outbox(const std::filesystem::path& folder)
{
    Tablet tablet(folder);
    exchange::StoreOutbox box(*tablet.store, tablet.clock);
    std::vector<double> times;
    std::vector<double> totals;
    for (int i = 0; i < 200; ++i) {
        times.push_back(milliseconds([&] { need(box.unanswered(10)); }));
        totals.push_back(milliseconds([&] { need(box.totals()); }));
    }
    std::sort(times.begin(), times.end());
    std::sort(totals.begin(), totals.end());
    fmt::print("{{\"choose_ms\": {}, \"totals_ms\": {}}}\n", times[100], totals[100]);
}

/// Bar B8: an answer that is acknowledged as saved, beside one bare commit of the same bytes, taken in turns.
void answer(const std::filesystem::path& folder)
{
    Tablet tablet(folder / "store");
    tablet.installForm();
    auto bare = need(sqlite::Database::open(folder / "bare.db")); // WAL, FULL, no encryption
    need(bare.run("CREATE TABLE answer (id INTEGER PRIMARY KEY, bytes TEXT NOT NULL)"));
    const auto filling = need(fieldwork::Filling::start(*tablet.library, {base::FormId("visit"), "1"}));
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < 3000; ++i) {
        const std::string value = fmt::format("پاسخ شماره {}", i);
        const std::string bytes = "/data/name" + value + std::string(40, ' ');
        theirs.push_back(milliseconds([&] { need(bare.run("INSERT INTO answer (bytes) VALUES (?)", bytes)); }));
        ours.push_back(milliseconds([&] { need(filling->answer("/data/name", value)); }));
    }
    std::sort(ours.begin(), ours.end());
    std::sort(theirs.begin(), theirs.end());
    fmt::print("{{\"answer_ms\": {}, \"answer_p99_ms\": {}, \"commit_ms\": {}, \"commit_p99_ms\": {}}}\n", ours[1500], ours[2970],
        theirs[1500], theirs[2970]);
}

} // namespace

int main(int count, char** arguments)
{
    const std::string command = count > 2 ? arguments[1] : "";
    if (command == "make" && count == 5)
        make(arguments[2], std::atoi(arguments[3]), std::atoi(arguments[4]));
    else if (command == "start")
        start(arguments[2]);
    else if (command == "outbox")
        outbox(arguments[2]);
    else if (command == "answer")
        answer(arguments[2]);
    else
        return 2;
    return 0;
}
