#include "sync/protocol/receipt.h"
#include "tests/support/catch.h"
#include "tests/support/counts.h"
#include "tests/sync/kill/town.h"

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

using namespace tashilgar;
using namespace tashilgar::tests;
using std::chrono::milliseconds;

namespace {

namespace json = boost::json;
using Death = Town::Death;

constexpr milliseconds kTashilSpan{400};
constexpr milliseconds kAppSpan{1500}; ///< its pages have to load first

/// One thing that a person does, and what of it can be seen afterwards.
struct Act {
    std::string op; ///< "answer" or "attach"
    std::string ref;
    std::string value; ///< the answer, or the file
};

/// Answers of one record; each text of it is nowhere else.
std::vector<Act> actsFor(Town& town, const std::string& door)
{
    std::vector<Act> acts{{"answer", "/data/door", door}, {"answer", "/data/people", std::to_string(1 + town.dice(9))},
        {"attach", "/data/photo", town.anyPhoto()}, {"answer", "/data/note", "first " + door}};
    if (town.dice(2) == 0)
        acts.push_back({"attach", "/data/plan", town.anyPhoto()});
    acts.push_back({"answer", "/data/note", "last " + door});
    return acts;
}

/// The highest number after \p key in what a program said, line by line.
std::size_t highest(const std::string& said, const std::string& key)
{
    std::size_t number = 0;
    const std::string label = "\"" + key + "\":";
    for (std::size_t at = said.find(label); at != std::string::npos; at = said.find(label, at + 1)) {
        if (said.find('\n', at) != std::string::npos)
            number = std::max<std::size_t>(number, std::strtoull(said.c_str() + at + label.size(), nullptr, 10));
    }
    return number;
}

bool isFinalised(store::Store& store, const std::string& door)
{
    const auto summaries = store.submissions().list(100'000).value();
    for (const store::SubmissionSummary& summary : summaries) {
        if (store.submissions().read(summary.id).value().xml.find("<door>" + door + "</door>") != std::string::npos)
            return true;
    }
    return false;
}

/// `tashil` fills one record; it may die all the way. What it said was done must be there when it comes back.
void tashilFillsThroughDeaths(Town& town, const std::string& door, int mostDeaths)
{
    std::string lines;
    for (const Act& act : actsFor(town, door))
        lines += json::serialize(json::object{{"op", act.op}, {"ref", act.ref}, {act.op == "attach" ? "file" : "value", act.value}}) + '\n';
    const std::string answers = town.write("answers.jsonl", lines + "{\"op\":\"finish\"}\n");
    for (int deaths = 0;; ++deaths) {
        const auto status = town.runTashil({"fill", "--form", "visit", "--answers", answers}, kTashilSpan,
            deaths < mostDeaths ? Death::Tablet : Death::Nobody);
        const std::size_t acknowledged = std::max(highest(town.said(), "done"), highest(town.said(), "steps"));
        const auto store = town.openStore();
        if (isFinalised(*store, door)) {
            CHECK(store->drafts().count().value() == 0);
            return;
        }
        CHECK(town.said().find("finished") == std::string::npos);
        REQUIRE(!status); // only a death leaves it unfinished
        const auto drafts = store->drafts().list().value();
        const std::size_t kept = drafts.empty() ? 0 : store->drafts().read(drafts.front().id).value().journal.size();
        CHECK(kept >= acknowledged);
    }
}

json::object call(const std::string& function, std::initializer_list<std::string> arguments)
{
    std::string js = function + "(";
    for (const std::string& argument : arguments)
        js += (js.back() == '(' ? "" : ", ") + json::serialize(json::value(argument));
    return {{"op", "do"}, {"js", js + ")"}};
}

/// A record on its way through the app: what it has to hold, and how far its replies went.
struct Progress {
    std::vector<Act> acts;
    std::size_t acknowledged = 0;
    std::string draft;

    /// What the questions may hold now, by reference: the last acknowledged answer, or the one that was given after it,
    /// whose reply may have died on its way.
    std::map<std::string, std::set<std::string>> held() const
    {
        std::map<std::string, std::set<std::string>> held;
        for (std::size_t i = 0; i < acknowledged; ++i)
            held[acts[i].ref] = {acts[i].value};
        if (acknowledged < acts.size() && held.contains(acts[acknowledged].ref))
            held[acts[acknowledged].ref].insert(acts[acknowledged].value);
        return held;
    }
    bool isFile(const std::string& ref) const
    {
        return std::any_of(acts.begin(), acts.end(), [&](const Act& act) { return act.ref == ref && act.op == "attach"; });
    }
};

/// The app opens what there is, shows what it had said was taken, and takes the rest.
std::vector<json::object> scriptFor(const Progress& progress)
{
    std::vector<json::object> script{progress.draft.empty() ? call("app.fill.openForm", {"visit"})
                                                            : call("app.fill.resumeDraft", {progress.draft})};
    for (const auto& [ref, values] : progress.held())
        script.push_back(call("app.fill.answerOf", {ref}));
    for (std::size_t i = progress.acknowledged; i < progress.acts.size(); ++i) {
        const Act& act = progress.acts[i];
        script.push_back(call(act.op == "attach" ? "app.fill.attachFile" : "app.fill.answer", {act.ref, act.value}));
    }
    script.push_back(call("app.fill.finish", {}));
    return script;
}

/// Reads what the app replied to scriptFor(); \p progress goes on by what it took. True when it said it had finished.
bool readReplies(Town& town, Progress& progress)
{
    const auto held = progress.held();
    const auto replies = town.replies();
    for (std::size_t i = 0; i < replies.size(); ++i) {
        INFO(json::serialize(replies[i]));
        REQUIRE(replies[i].contains("value"));
        const json::value& value = replies[i].at("value");
        if (i == 0 || i > held.size()) {
            CHECK(value == json::value(true));
            if (i > 0 && progress.acknowledged < progress.acts.size())
                ++progress.acknowledged;
            else if (i > 0)
                return true;
            continue;
        }
        const auto& [ref, values] = *std::next(held.begin(), static_cast<std::ptrdiff_t>(i - 1));
        INFO(ref);
        const std::string shown(value.as_string());
        CHECK((progress.isFile(ref) ? !shown.empty() : values.contains(shown)));
    }
    return false;
}

/// The app fills one record, and may die all the way, from its start to its end.
void appFillsThroughDeaths(Town& town, const std::string& door, int mostDeaths)
{
    Progress progress{actsFor(town, door)};
    for (int deaths = 0;; ++deaths) {
        const auto status = town.runApp(
            scriptFor(progress), true, kAppSpan, deaths < mostDeaths ? Death::Tablet : Death::Nobody);
        const bool saidFinished = readReplies(town, progress);
        const auto store = town.openStore();
        if (isFinalised(*store, door)) {
            CHECK(store->drafts().count().value() == 0);
            return;
        }
        CHECK_FALSE(saidFinished);
        REQUIRE(!status); // only a death leaves it unfinished
        const auto drafts = store->drafts().list().value();
        REQUIRE(drafts.size() <= 1);
        CHECK((!drafts.empty() || progress.acknowledged == 0));
        progress.draft = drafts.empty() ? "" : drafts.front().id.value();
    }
}

std::vector<std::string> tashilSyncing() { return {"sync", "run", "--wait", "50", "--longest-pause", "0.2"}; }

std::vector<json::object> appSyncing()
{
    return {call("app.sync.now", {}), {{"op", "wait"}, {"seconds", 55}, {"js", "app.today.waiting === 0"}}};
}

/// The tablet joins the hub, and dies of it sometimes.
void enrol(Town& town)
{
    town.startHub();
    town.invite();
    for (int deaths = 0;; ++deaths) {
        REQUIRE(deaths < 10);
        const Death death = deaths < 3 ? Death::Tablet : deaths == 3 ? Death::Hub : Death::Nobody;
        if (town.runTashil({"sync", "enrol", "--invitation", town.invitation()}, milliseconds(300), death) == 0)
            return;
    }
}

int killsWanted() { return static_cast<int>(repetitions("TASHILGAR_KILLS", 14, 1000)); }

} // namespace

TEST_CASE("however often tablet and hub are killed, every record is at the hub once and has its receipt", "[kill]")
{
    const char* seed = std::getenv("TASHILGAR_KILLS_SEED");
    Town town(seed ? std::strtoull(seed, nullptr, 10) : 20261124);
    enrol(town);
    while (town.runTashil(tashilSyncing(), milliseconds(300), town.dice(2) == 0 ? Death::Tablet : Death::Nobody) != 0) { }

    std::set<std::string> doors;
    while (town.kills() < killsWanted()) {
        for (std::uint64_t more = 1 + town.dice(3); more > 0; --more) {
            const std::string door = "K-" + std::to_string(doors.size() + 1);
            const auto fills = Town::hasApp() && town.dice(2) == 0 ? appFillsThroughDeaths : tashilFillsThroughDeaths;
            fills(town, door, static_cast<int>(town.dice(3)));
            doors.insert(door);
        }
        for (std::uint64_t tries = 1 + town.dice(3); tries > 0; --tries) {
            const bool byApp = Town::hasApp() && town.dice(3) == 0;
            const auto status = byApp ? town.runApp(appSyncing(), false, kAppSpan, Death::Tablet)
                : town.runTashil(tashilSyncing(), milliseconds(500), town.dice(2) == 0 ? Death::Hub : Death::Tablet);
            CHECK((!status || *status == 0));
        }
    }
    REQUIRE(town.runTashil(tashilSyncing(), milliseconds(0), Death::Nobody) == 0);
    std::cout << "killed " << town.kills() << " times, " << town.appKills() << " of them the app; " << doors.size() << " records\n";

    // The tablet has every answer of every record, nothing is left to send, and each receipt proves what it should.
    const auto store = town.openStore();
    const client::Account account = town.account(*store);
    CHECK(store->drafts().count().value() == 0);
    CHECK(town.stillInOutbox(*store).empty());
    const auto summaries = store->submissions().list(100'000).value();
    REQUIRE(summaries.size() == doors.size());
    std::map<std::string, std::string> sent; // instance, hash
    std::set<std::string> found;
    for (const store::SubmissionSummary& summary : summaries) {
        const store::Submission record = store->submissions().read(summary.id).value();
        for (const std::string& door : doors) {
            if (record.xml.find("<door>" + door + "</door>") == std::string::npos)
                continue;
            found.insert(door);
            CHECK(record.xml.find("<note>last " + door + "</note>") != std::string::npos);
            CHECK(record.xml.find("<people/>") == std::string::npos);
        }
        CHECK(summary.state == store::SubmissionState::Safe);
        REQUIRE(summary.receipt);
        protocol::ReceiptText proof{summary.id, summary.sha256, {}, account.device, account.hub, {}};
        for (const store::AttachedFile& file : record.files)
            proof.blobs.push_back(file.sha256);
        protocol::Receipt receipt{summary.id, summary.sha256, protocol::ReceiptState::Stored, {}, {},
            summary.receipt->signedText, summary.receipt->signature, summary.receipt->keyId};
        CHECK(protocol::verify(receipt, proof, account.receiptKey));
        sent.emplace(summary.id.value(), summary.sha256);
    }
    CHECK(found == doors);

    // And the hub has each exactly once, whole.
    const json::array atHub = town.recordsAtHub();
    CHECK(atHub.size() == doors.size());
    for (const json::value& record : atHub) {
        const auto known = sent.find(std::string(record.at("instanceId").as_string()));
        REQUIRE(known != sent.end());
        CHECK(known->second == std::string(record.at("sha256").as_string()));
        CHECK(record.at("state").as_string() == "complete");
        sent.erase(known);
    }
    CHECK(sent.empty());
}

TEST_CASE("of programs that begin on one fresh folder each finds the store that the first one made", "[kill]")
{
    for (int round = 0; round < 6; ++round) {
        const TemporaryFolder folder;
        const std::vector<std::string> command{std::string(TASHILGAR_BINARY_DIR) + "/bin/tashil", "sync", "list", "--store", (folder / "tablet").string()};
        constexpr std::chrono::seconds kLong{60};
        {
            Process first(command, folder / "first");
            Process second(command, folder / "second");
            CHECK(first.waitFor(kLong) == 0);
            CHECK(second.waitFor(kLong) == 0);
        }
        Process again(command, folder / "again");
        CHECK(again.waitFor(kLong) == 0);
        INFO(again.complained());
    }
}
