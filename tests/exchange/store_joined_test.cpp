#include "app/exchange/store_account_book.h"
#include "app/exchange/store_inbox.h"
#include "app/exchange/store_outbox.h"
#include "app/store/second_copy.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/sync/loopback/office.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Reason;

namespace {

/// A tablet with a real store and a hub in memory.
struct Tablet {
    TemporaryFolder folder;
    FakeClock clock;
    FakeRandom random{5};
    base::SystemFiles files;
    base::SecretKey key = base::SecretKey::random(random);
    FakeHub hub;
    ScriptedWire wire{hub, clock};
    std::unique_ptr<store::Store> store;

    Tablet() { reopen(); }
    void reopen()
    {
        store.reset();
        store = std::move(store::Store::open(folder.path(), key, files, clock, random).value());
    }
    client::Status round()
    {
        exchange::StoreAccountBook book(*store, clock, random);
        exchange::StoreOutbox outbox(*store, clock);
        exchange::StoreInbox inbox(*store);
        return client::Engine(wire, book, outbox, inbox, clock).round({}, {});
    }
    base::Result<client::Account> enrol()
    {
        exchange::StoreAccountBook book(*store, clock, random);
        protocol::Invitation invitation{hub.code, {"10.0.0.1:8443"}, hub.pin, "Office"};
        return client::Enrolment(wire, book).enrol(client::Offer::read(invitation.text()).value(), "tablet 1");
    }
    std::string publish(const std::string& text)
    {
        const std::string sha256 = base::Sha256::hexOf(base::bytesOf(text));
        const base::ByteView view = base::bytesOf(text);
        hub.blobs[sha256].assign(view.begin(), view.end());
        return sha256;
    }
    store::AttachedFile attach(const std::string& name, const std::string& text)
    {
        const auto content = store->attachments().add(base::bytesOf(text)).value();
        return {name, content.sha256, content.size, "image/jpeg"};
    }
    void finalise(const std::string& id, const std::string& xml, std::vector<store::AttachedFile> attached = {})
    {
        store::NewSubmission submission;
        submission.id = base::InstanceId(id);
        submission.form = {base::FormId("visit"), "1"};
        submission.xml = xml;
        submission.files = std::move(attached);
        REQUIRE(store->submissions().finalise(submission));
    }
    void publishVisit()
    {
        const std::string xml = "<h:html>visit</h:html>";
        const std::string media(200'000, 'M');
        const base::ListName list("households");
        const base::ListName plain("alleys");
        hub.pages.push_back({"", true,
            {protocol::ProgrammeChanged{"North", {{"zahra", "Zahra", "facilitator", "North"}}},
                protocol::FormPublished{{base::FormId("visit"), "1"}, "Visit", publish(xml), xml.size(),
                    {{"sign.png", publish(media), media.size()}}},
                protocol::ListReset{list, {"name", "label"}, true}, protocol::ListReset{plain, {"name", "width"}, false},
                protocol::ListRows{list, {{"h1", 3, {{"label", "one"}}}}, {}}}});
        hub.pages.push_back({"", false, {protocol::ListRows{plain, {{"a1", 1, {{"width", "3"}}}}, {}}}});
    }
};

} // namespace

TEST_CASE("an enrolled tablet knows its hub after a restart", "[exchange]")
{
    Tablet tablet;
    const auto account = tablet.enrol();
    REQUIRE(account);
    tablet.reopen();

    const auto kept = exchange::StoreAccountBook(*tablet.store, tablet.clock, tablet.random).account().value();
    REQUIRE(kept);
    CHECK(kept->hub.value() == tablet.hub.id);
    CHECK(kept->token == account->token);
    CHECK(kept->pin == tablet.hub.pin);
    CHECK(kept->receiptKey == tablet.hub.key.publicKey());
    CHECK(kept->addresses == std::vector<std::string>{"10.0.0.1:8443"});
    CHECK(kept->person.name == "Zahra");
}

TEST_CASE("a tablet that only made its key is not enrolled, and asks again as the same device", "[exchange]")
{
    Tablet tablet;
    tablet.wire.script = [](std::size_t n) { return n == 1 ? Mishap::LoseAnswer : Mishap::None; };
    CHECK(!tablet.enrol());
    tablet.reopen();
    CHECK(!tablet.store->settings().enrolment().value());
    CHECK(tablet.enrol()); // the hub would refuse another key
}

TEST_CASE("records with photos leave the store and come back as receipts", "[exchange]")
{
    Tablet tablet;
    REQUIRE(tablet.enrol());
    const auto photo = tablet.attach("p.jpg", std::string(400'000, 'P'));
    tablet.finalise("uuid:1", "<visit>1</visit>");
    tablet.finalise("uuid:2", "<visit>2</visit>", {photo, tablet.attach("q.jpg", "small")});
    tablet.finalise("uuid:3", "<visit>3</visit>", {photo});

    const client::Status status = tablet.round();
    INFO((status.error ? status.error->text() : std::string()));
    CHECK(status.reason == Reason::NothingToDo);
    CHECK(status.totals.safe == 3);
    CHECK(tablet.hub.blobsTaken == 2);
    tablet.reopen();
    const auto summary = tablet.store->submissions().summary(base::InstanceId("uuid:2")).value();
    CHECK(summary.state == store::SubmissionState::Safe);
    REQUIRE(summary.receipt);
    CHECK(summary.receipt->hubName == "Office");
    CHECK(tablet.hub.key.publicKey().verifies(summary.receipt->signedText, summary.receipt->signature));
}

TEST_CASE("what a second copy brings back is taken by the hub once, and gets its receipt", "[exchange][copy]")
{
    Tablet tablet;
    REQUIRE(tablet.enrol());
    tablet.finalise("uuid:1", "<visit>1</visit>", {tablet.attach("p.jpg", std::string(70'000, 'P'))});
    tablet.finalise("uuid:2", "<visit>2</visit>");
    const TemporaryFolder card;
    store::SecondCopy copy(*tablet.store, tablet.files, tablet.key, card / "copy");
    REQUIRE(copy.begin());
    REQUIRE_FALSE(copy.run().trouble);
    tablet.round(); // the hub has both now, and the card does not know it
    CHECK(tablet.hub.recordsTaken == 2);

    const auto key = store::copyKey(tablet.key);
    const auto account = tablet.store->settings().enrolment().value();
    tablet.store.reset();
    for (const auto& entry : std::filesystem::directory_iterator(tablet.folder.path()))
        std::filesystem::remove_all(entry.path());
    tablet.reopen();
    REQUIRE(tablet.store->settings().enrol(*account)); // as after enrolling again
    tablet.finalise("uuid:3", "<visit>3</visit>");
    const auto restored = store::restoreCopy(*tablet.store, tablet.files, card / "copy", key);
    REQUIRE(restored);
    CHECK(restored->records == 2);
    const client::Status status = tablet.round();
    INFO((status.error ? status.error->text() : std::string()));
    CHECK(status.totals.safe == 3);
    CHECK(tablet.hub.recordsTaken == 3);
    CHECK(tablet.hub.records.size() == 3);
}

TEST_CASE("an outbox of very many is chosen from a part at a time, and all of it leaves, each once", "[exchange]")
{
    Tablet tablet;
    REQUIRE(tablet.enrol());
    constexpr int kRecords = 1'120;
    for (int i = 0; i < kRecords; ++i)
        tablet.finalise("uuid:" + std::to_string(i), "<visit>" + std::to_string(i) + "</visit>");
    const std::size_t before = tablet.wire.seen.size();
    tablet.wire.script = [&](std::size_t number) { return number == before + 3 ? Mishap::LoseAnswer : Mishap::None; };
    tablet.round(); // an answer is lost on the way
    const client::Status status = tablet.round();
    INFO((status.error ? status.error->text() : std::string()));
    CHECK(status.totals.unanswered == 0);
    CHECK(status.totals.safe == kRecords);
    CHECK(tablet.hub.recordsTaken == kRecords);
}

TEST_CASE("forms, media and lists arrive in the store", "[exchange]")
{
    Tablet tablet;
    REQUIRE(tablet.enrol());
    tablet.publishVisit();
    const client::Status status = tablet.round();
    INFO((status.error ? status.error->text() : std::string()));
    CHECK(status.reason == Reason::NothingToDo);
    CHECK(status.formsThisRound == 1);

    tablet.reopen();
    const auto forms = tablet.store->forms().fillable().value();
    REQUIRE(forms.size() == 1);
    CHECK(tablet.store->forms().xml(forms[0].id).value() == "<h:html>visit</h:html>");
    CHECK(tablet.store->lists().csv(base::ListName("alleys")).value() == "name,width\na1,3\n");
    CHECK(tablet.store->lists().row(base::ListName("households"), "h1").value().version == 3);
    CHECK(tablet.store->settings().people().value().size() == 1);
    CHECK(tablet.store->arrivals().cursor().value() == "2");
}

TEST_CASE("a plain list stays plain when its rows come later", "[exchange]")
{
    Tablet tablet;
    REQUIRE(tablet.enrol());
    tablet.publishVisit();
    tablet.round();
    tablet.reopen();
    tablet.hub.pages.push_back({"", false, {protocol::ListRows{base::ListName("alleys"), {{"a2", 1, {{"width", "4"}}}}, {}}}});
    tablet.round();
    CHECK(tablet.store->lists().csv(base::ListName("alleys")).value() == "name,width\na1,3\na2,4\n");
}

TEST_CASE("a list that begins anew is read as it was until all of its rows are here", "[exchange]")
{
    Tablet tablet;
    REQUIRE(tablet.enrol());
    tablet.publishVisit();
    tablet.round();
    const base::ListName list("households");
    REQUIRE(tablet.store->lists().csv(list).value().find("one") != std::string::npos);

    // The hub does not know the cursor any more, and the link breaks between two pages.
    REQUIRE(tablet.store->arrivals().restart());
    tablet.hub.pages = {{"", true, {protocol::ListReset{list, {"name", "label"}, true}, protocol::ListRows{list, {{"h5", 1, {{"label", "five"}}}}, {}}}},
        {"", false, {protocol::ListRows{list, {{"h6", 1, {{"label", "six"}}}}, {}}}}};
    const std::size_t before = tablet.wire.seen.size();
    tablet.wire.script = [&](std::size_t number) { return number < before + 1 ? Mishap::None : Mishap::LoseRequest; }; // page
    tablet.round();
    tablet.reopen();
    CHECK(tablet.store->arrivals().cursor().value() == "1");
    CHECK(tablet.store->lists().csv(list).value().find("one") != std::string::npos);
    CHECK_FALSE(tablet.store->lists().row(list, "h5"));

    tablet.wire.script = [](std::size_t) { return Mishap::None; };
    tablet.round();
    CHECK(tablet.store->lists().row(list, "h5"));
    CHECK(tablet.store->lists().row(list, "h6"));
    CHECK_FALSE(tablet.store->lists().row(list, "h1"));
}

TEST_CASE("on a bad wire, with restarts in between, the store ends where the hub is", "[exchange]")
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        INFO("seed " << seed);
        Tablet tablet;
        REQUIRE(tablet.enrol());
        tablet.publishVisit();
        tablet.finalise("uuid:1", "<visit>1</visit>", {tablet.attach("p.jpg", std::string(300'000, 'P'))});
        tablet.finalise("uuid:2", "<visit>2</visit>", {tablet.attach("q.jpg", "small")});
        FakeRandom dice(seed);
        tablet.wire.script = [&](std::size_t) {
            const std::uint64_t thrown = dice.next();
            return thrown % 3 == 0 ? kMishaps[(thrown >> 8) % std::size(kMishaps)] : Mishap::None;
        };
        bool done = false;
        for (int count = 0; count < 100 && !done; ++count) {
            done = tablet.round().reason == Reason::NothingToDo;
            if (dice.next() % 4 == 0)
                tablet.reopen();
        }
        CHECK(done);
        CHECK(tablet.hub.recordsTaken == 2);
        CHECK(tablet.store->submissions().counts().value().safe == 2);
        CHECK(tablet.store->forms().fillable().value().size() == 1);
    }
}

TEST_CASE("a tablet that is enrolled at another hub begins that hub's changes from the start", "[exchange]")
{
    Tablet tablet;
    REQUIRE(tablet.enrol());
    tablet.publishVisit();
    tablet.round();
    REQUIRE(tablet.store->arrivals().cursor().value() == "2");

    FakeHub second(1234);
    ScriptedWire wire(second, tablet.clock);
    exchange::StoreAccountBook book(*tablet.store, tablet.clock, tablet.random);
    protocol::Invitation invitation{second.code, {"10.0.0.2:8443"}, second.pin, "Other office"};
    REQUIRE(client::Enrolment(wire, book).enrol(client::Offer::read(invitation.text()).value(), "tablet 1"));
    CHECK(tablet.store->arrivals().cursor().value().empty());
}
