#include "tests/sync/kill/town.h"

#include "tests/support/catch.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace tashilgar::tests {

namespace json = boost::json;
using std::chrono::milliseconds;

namespace {

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

std::string program(const std::string& name) { return TASHILGAR_BINARY_DIR "/bin/" + name; }

} // namespace

Town::Town(std::uint64_t seed)
    : m_dice(seed)
{
    std::filesystem::create_directories(m_folder / "programme" / "forms");
    std::filesystem::create_directories(keyFile().parent_path()); // `tashil` may be the first on the tablet
    write("programme/programme.json",
        R"({"programme":{"id":"p1","name":"North"},)"
        R"("people":[{"username":"zahra","name":"Zahra","role":"facilitator","office":""}]})");
    write("programme/forms/visit.xml", kForm);
    // Of some sizes, so that there are files of one piece and of several.
    for (const std::size_t size : {0u, 900u, 40'000u, 400'000u, 2'500'000u}) {
        std::string bytes(size, '\0');
        for (char& c : bytes)
            c = static_cast<char>(m_dice.next());
        m_photos.emplace_back(write("photo" + std::to_string(size) + ".jpg", bytes));
    }
}

std::string Town::write(const std::string& name, const std::string& text) const
{
    std::ofstream(m_folder / name, std::ios::binary) << text;
    return (m_folder / name).string();
}

void Town::startHub()
{
    std::vector<std::string> arguments{program("tashilgar-hub"), "serve", "--data", (m_folder / "hub").string(), "--listen",
        fmt::format("127.0.0.1:{}", m_port)};
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

void Town::invite()
{
    Process inviting({program("tashilgar-hub"), "enrol", "--data", (m_folder / "hub").string(), "--username", "zahra"},
        m_folder / "invitation.out");
    const auto status = inviting.waitFor(kPatience);
    INFO(inviting.complained());
    REQUIRE(status == 0);
    std::istringstream words(inviting.said());
    words >> m_invitation >> m_invitation;
}

std::optional<int> Town::run(Process& tablet, milliseconds span, Death death, int& killed)
{
    const milliseconds moment(static_cast<std::int64_t>(dice(static_cast<std::uint64_t>(span.count()) + 1)));
    if (death == Death::Tablet && !tablet.waitFor(moment) && tablet.kill()) {
        ++killed;
        m_said = tablet.said();
        return std::nullopt;
    }
    if (death == Death::Hub) {
        tablet.waitFor(moment);
        if (m_hub->kill())
            ++killed;
        tablet.waitFor(milliseconds(static_cast<std::int64_t>(dice(300))));
        startHub();
    }
    const auto status = tablet.waitFor(kPatience);
    m_said = tablet.said();
    INFO(tablet.complained());
    REQUIRE(status);
    return status;
}

std::optional<int> Town::runTashil(std::vector<std::string> what, milliseconds span, Death death)
{
    what.insert(what.begin(), program("tashil"));
    what.insert(what.end(), {"--store", (m_folder / "tablet/store").string(), "--key-file", keyFile().string()});
    Process tablet(what, m_folder / "tablet.out");
    return run(tablet, span, death, m_kills);
}

bool Town::hasApp() { return std::filesystem::exists(program("tashilgar")); }

std::optional<int> Town::runApp(const std::vector<json::object>& script, bool offline, milliseconds span, Death death)
{
    std::string lines;
    for (const json::object& line : script)
        lines += json::serialize(line) + '\n';
    std::vector<std::string> command{program("tashilgar"), "-platform", "offscreen", "--data", (m_folder / "tablet").string(),
        "--keys-in-file", "--size", "640x480", "--walk"};
    if (offline)
        command.emplace_back("--offline");
    Process tablet(command, m_folder / "tablet.out", write("script.jsonl", lines));
    int killed = 0;
    const auto status = run(tablet, span, death, killed);
    m_kills += killed;
    m_appKills += death == Death::Tablet ? killed : 0;
    return status;
}

std::vector<json::object> Town::replies() const
{
    std::vector<json::object> replies;
    std::size_t begin = 0;
    for (std::size_t end = m_said.find('\n'); end != std::string::npos; end = m_said.find('\n', begin)) {
        replies.push_back(json::parse(std::string_view(m_said).substr(begin, end - begin)).as_object());
        begin = end + 1;
    }
    return replies;
}

std::unique_ptr<store::Store> Town::openStore()
{
    const auto bytes = m_files.readAll(keyFile(), 100).value();
    return std::move(
        store::Store::open(m_folder / "tablet/store", *base::SecretKey::fromBytes(bytes), m_files, m_clock, m_random).value());
}

client::Account Town::account(store::Store& store)
{
    return exchange::StoreAccountBook(store, m_clock, m_random).account().value().value();
}

std::vector<client::OutgoingRecord> Town::stillInOutbox(store::Store& store)
{
    exchange::StoreOutbox outbox(store, m_clock);
    auto records = outbox.unanswered(100'000).value();
    const auto stored = outbox.stored(100'000).value();
    records.insert(records.end(), stored.begin(), stored.end());
    return records;
}

json::array Town::recordsAtHub()
{
    Process listing({program("tashilgar-hub"), "records", "--data", (m_folder / "hub").string(), "--json"},
        m_folder / "records.out");
    REQUIRE(listing.waitFor(kPatience) == 0);
    return json::parse(listing.said()).at("records").as_array();
}

} // namespace tashilgar::tests
