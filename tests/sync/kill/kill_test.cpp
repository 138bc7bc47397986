#include "app/exchange/store_account_book.h"
#include "app/exchange/store_outbox.h"
#include "app/store/store.h"
#include "sync/protocol/receipt.h"
#include "tests/support/catch.h"
#include "tests/support/counts.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"
#include "tests/sync/kill/process.h"

#include <boost/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

using namespace tashilgar;
using namespace tashilgar::tests;
using std::chrono::milliseconds;

namespace {

namespace json = boost::json;

constexpr const char* kForm = R"form(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Visit</h:title><model><instance><data id="visit" version="1">
<door/><people/><note/><photo/><plan/><orx:meta><orx:instanceID/></orx:meta></data></instance>
<bind nodeset="/data/door" type="string" required="true()"/><bind nodeset="/data/people" type="int"/>
<bind nodeset="/data/note" type="string"/><bind nodeset="/data/photo" type="binary"/>
<bind nodeset="/data/plan" type="binary"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model></h:head><h:body><input ref="/data/door"><label>Door</label></input>
<input ref="/data/people"><label>People</label></input><input ref="/data/note"><label>Note</label></input>
<upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
<upload ref="/data/plan" mediatype="image/*"><label>Plan</label></upload></h:body></h:html>
)form";

constexpr milliseconds kPatience{60'000};

/// A hub and a headless tablet as programs of their own, which can be killed at any moment.
class Town {
public:
    explicit Town(std::uint64_t seed)
        : m_dice(seed)
    {
        std::filesystem::create_directories(m_folder / "programme" / "forms");
        write(m_folder / "programme" / "programme.json",
            R"({"programme":{"id":"p1","name":"North"},)"
            R"("people":[{"username":"zahra","name":"Zahra","role":"facilitator","office":""}]})");
        write(m_folder / "programme" / "forms" / "visit.xml", kForm);
        // Of some sizes, so that there are files of one piece and of several; records share them, as they do in life.
        for (const std::size_t size : {0u, 900u, 40'000u, 400'000u, 2'500'000u}) {
            std::string bytes(size, '\0');
            for (char& c : bytes)
                c = static_cast<char>(m_dice.next());
            m_photos.push_back(m_folder / ("photo" + std::to_string(size) + ".jpg"));
            write(m_photos.back(), bytes);
        }
    }

    std::uint64_t dice(std::uint64_t below) { return m_dice.next() % below; }
    int kills = 0;

    void startHub()
    {
        std::vector<std::string> arguments{program("tashilgar-hub"), "serve", "--data", (m_folder / "hub").string(),
            "--listen", "127.0.0.1:" + std::to_string(m_port)};
        if (m_port == 0)
            arguments.insert(arguments.end(), {"--programme", (m_folder / "programme").string()});
        m_hub = std::make_unique<Process>(arguments, m_folder / "hub.out");
        const bool listening = m_hub->saysLine("listening ", kPatience);
        INFO(m_hub->complained());
        REQUIRE(listening);
        const std::string line = m_hub->said();
        const std::size_t colon = line.find(':', line.find("127.0.0.1"));
        m_port = static_cast<std::uint16_t>(std::stoul(line.substr(colon + 1)));
    }

    void invite()
    {
        Process inviting({program("tashilgar-hub"), "enrol", "--data", (m_folder / "hub").string(), "--username", "zahra"},
            m_folder / "invitation.out");
        REQUIRE(inviting.waitFor(kPatience) == 0);
        std::istringstream words(inviting.said());
        words >> m_invitation >> m_invitation;
    }

    /// Runs `tashil` to its end, or kills it, or the hub below it, at a random moment of \p span. The reply is its exit
    /// status, nothing when it was killed.
    std::optional<int> runTablet(const std::vector<std::string>& what, milliseconds span, bool mayKill, bool mayKillHub)
    {
        std::vector<std::string> arguments{program("tashil")};
        arguments.insert(arguments.end(), what.begin(), what.end());
        arguments.insert(arguments.end(), {"--store", (m_folder / "tablet").string()});
        Process tablet(arguments, m_folder / "tablet.out");
        const milliseconds moment(static_cast<std::int64_t>(dice(static_cast<std::uint64_t>(span.count()) + 1)));
        if (mayKill) {
            if (!tablet.waitFor(moment) && tablet.kill()) {
                ++kills;
                m_said = tablet.said();
                return std::nullopt;
            }
        } else if (mayKillHub) {
            tablet.waitFor(moment);
            if (m_hub->kill())
                ++kills;
            tablet.waitFor(milliseconds(static_cast<std::int64_t>(dice(300))));
            startHub();
        }
        const auto status = tablet.waitFor(kPatience);
        m_said = tablet.said();
        REQUIRE(status);
        return status;
    }
    /// What the tablet said at the last run.
    const std::string& said() const { return m_said; }

    std::vector<std::string> enrolling() const { return {"sync", "enrol", "--invitation", m_invitation}; }
    std::vector<std::string> syncing() const { return {"sync", "run", "--wait", "50", "--longest-pause", "0.2"}; }

    /// Answers of one record, in lines; each text of it is nowhere else.
    std::string writeAnswers(const std::string& door)
    {
        std::string lines;
        const auto answer = [&](const char* ref, const std::string& value) {
            lines += json::serialize(json::object{{"op", "answer"}, {"ref", ref}, {"value", value}}) + "\n";
        };
        const auto attach = [&](const char* ref) {
            const std::string photo = m_photos[dice(m_photos.size())].string();
            lines += json::serialize(json::object{{"op", "attach"}, {"ref", ref}, {"file", photo}}) + "\n";
        };
        answer("/data/door", door);
        answer("/data/people", std::to_string(1 + dice(9)));
        attach("/data/photo");
        answer("/data/note", "first " + door);
        if (dice(2) == 0)
            attach("/data/plan");
        answer("/data/note", "last " + door);
        lines += "{\"op\":\"finish\"}\n";
        const std::filesystem::path file = m_folder / "answers.jsonl";
        write(file, lines);
        return file.string();
    }

    std::unique_ptr<store::Store> openStore()
    {
        const auto bytes = m_files.readAll(m_folder / "tablet" / "store.key", 100).value();
        return std::move(store::Store::open(m_folder / "tablet", *base::SecretKey::fromBytes(bytes), m_files, m_clock, m_random)
                             .value());
    }
    client::Account account(store::Store& store)
    {
        return exchange::StoreAccountBook(store, m_clock, m_random).account().value().value();
    }
    std::vector<client::OutgoingRecord> stillInOutbox(store::Store& store)
    {
        exchange::StoreOutbox outbox(store, m_clock);
        auto records = outbox.unanswered(100'000).value();
        const auto stored = outbox.stored(100'000).value();
        records.insert(records.end(), stored.begin(), stored.end());
        return records;
    }

    json::array recordsAtHub()
    {
        Process listing({program("tashilgar-hub"), "records", "--data", (m_folder / "hub").string(), "--json"},
            m_folder / "records.out");
        REQUIRE(listing.waitFor(kPatience) == 0);
        return json::parse(listing.said()).at("records").as_array();
    }

private:
    static void write(const std::filesystem::path& file, const std::string& text)
    {
        std::ofstream(file, std::ios::binary) << text;
    }
    static std::string program(const std::string& name) { return std::string(TASHILGAR_BINARY_DIR) + "/bin/" + name; }

    TemporaryFolder m_folder;
    FakeRandom m_dice;
    base::SystemFiles m_files;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    std::vector<std::filesystem::path> m_photos;
    std::unique_ptr<Process> m_hub;
    std::uint16_t m_port = 0;
    std::string m_invitation;
    std::string m_said;
};

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

/// Fills one record; the process may die all the way. What it said was done must be there when it comes back.
void fillThroughDeaths(Town& town, const std::string& door, int mostDeaths)
{
    const std::string answers = town.writeAnswers(door);
    for (int deaths = 0;; ++deaths) {
        const auto status = town.runTablet({"fill", "--form", "visit", "--answers", answers}, milliseconds(400),
            deaths < mostDeaths, false);
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

int killsWanted() { return static_cast<int>(repetitions("TASHILGAR_KILLS", 14, 200)); }

} // namespace

TEST_CASE("however often tablet and hub are killed, every record is at the hub once and has its receipt", "[kill]")
{
    const char* seed = std::getenv("TASHILGAR_KILLS_SEED");
    Town town(seed ? std::strtoull(seed, nullptr, 10) : 20261124);
    town.startHub();
    town.invite();
    for (int deaths = 0; town.runTablet(town.enrolling(), milliseconds(300), deaths < 3, deaths == 3) != 0; ++deaths)
        REQUIRE(deaths < 10);
    while (town.runTablet(town.syncing(), milliseconds(300), town.dice(2) == 0, false) != 0) { }

    std::set<std::string> doors;
    while (town.kills < killsWanted()) {
        for (std::uint64_t more = 1 + town.dice(3); more > 0; --more) {
            const std::string door = "K-" + std::to_string(doors.size() + 1);
            fillThroughDeaths(town, door, static_cast<int>(town.dice(3)));
            doors.insert(door);
        }
        for (std::uint64_t tries = 1 + town.dice(3); tries > 0; --tries) {
            const bool hubDies = town.dice(2) == 0;
            const auto status = town.runTablet(town.syncing(), milliseconds(500), !hubDies, hubDies);
            CHECK((!status || *status == 0));
        }
    }
    REQUIRE(town.runTablet(town.syncing(), milliseconds(0), false, false) == 0);
    std::cout << "killed " << town.kills << " times, " << doors.size() << " records\n";

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
