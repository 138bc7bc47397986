#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/loopback/office.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Reason;
using State = MemoryTablet::State;

TEST_CASE("a tablet that is not enrolled says so and asks nobody", "[client]")
{
    Office office;
    CHECK(office.round().reason == Reason::NotEnrolled);
    CHECK(office.wire.seen.empty());
}

TEST_CASE("a hub with another key gets nothing but the attempt", "[client]")
{
    Office office;
    office.enrol();
    office.tablet.add("uuid:1", "<visit/>");
    FakeHub stranger(99);
    ScriptedWire wire(stranger, office.clock);
    client::Engine engine(wire, office.tablet, office.tablet, office.tablet, office.clock);

    const client::Status status = engine.round({}, {});
    CHECK(status.reason == Reason::OtherHub);
    CHECK(wire.seen.size() == 1); // it ends at the greeting: tests/sync/sockets
    CHECK(wire.seen.front().body.empty());
    CHECK(office.tablet.countIn(State::Unanswered) == 1);
}

TEST_CASE("a hub with the right key and another name is another hub", "[client]")
{
    Office office;
    office.enrol();
    office.hub.id = "0123456789abcdef";
    office.wire.script = [](std::size_t n) { return n == 2 ? Mishap::Unreachable : Mishap::None; };
    CHECK(office.engine.round({"10.0.0.2:8443"}, {}).reason == Reason::OtherHub);
    CHECK(office.wire.seen.back().target == protocol::kProbePath);
}

TEST_CASE("the sign-in page of a network is no hub", "[client]")
{
    Office office;
    office.enrol();
    office.tablet.add("uuid:1", "<visit/>");
    office.wire.script = [](std::size_t) { return Mishap::Portal; };
    const std::size_t before = office.wire.seen.size();
    CHECK(office.round().reason == Reason::NotAHub);
    CHECK(office.wire.seen.size() == before + 1);
}

TEST_CASE("a revoked tablet loses its token, keeps its records, and stops", "[client]")
{
    Office office;
    office.enrol();
    office.tablet.add("uuid:1", "<visit/>");
    office.hub.revoked = true;
    CHECK(office.round().reason == Reason::Revoked);
    CHECK(office.tablet.enrolledAs->token.empty());
    const std::size_t before = office.wire.seen.size();
    CHECK(office.round().reason == Reason::Revoked);
    CHECK(office.wire.seen.size() == before);
    CHECK(office.tablet.countIn(State::Unanswered) == 1);

    office.hub.revoked = false;
    office.enrol();
    CHECK(office.roundsUntilDone(1) == 1);
    CHECK(office.tablet.countIn(State::Safe) == 1);
}

TEST_CASE("one record that the hub refuses does not hold back the others", "[client]")
{
    Office office;
    office.enrol();
    for (int i = 0; i < 10; ++i)
        office.tablet.add("uuid:" + std::to_string(i), "<visit>" + std::to_string(i) + "</visit>");
    office.hub.records[base::InstanceId("uuid:4")].record.sha256 = std::string(64, 'a');

    CHECK(office.round().reason == Reason::NothingToDo);
    CHECK(office.tablet.countIn(State::Safe) == 9);
    CHECK(office.tablet.kept("uuid:4").state == State::Refused);
    CHECK(office.tablet.kept("uuid:4").why.code == "instance-differs");
}

TEST_CASE("a record for a form that the hub does not know is refused with its reason", "[client]")
{
    Office office;
    office.enrol();
    office.hub.unknownForms.insert("visit");
    office.tablet.add("uuid:1", "<visit/>");
    office.round();
    CHECK(office.tablet.kept("uuid:1").state == State::Refused);
    CHECK(office.tablet.kept("uuid:1").why.code == "form-unknown");
}

TEST_CASE("a record on which the hub chokes is found, and the others arrive", "[client]")
{
    Office office;
    office.enrol();
    for (int i = 0; i < 20; ++i)
        office.tablet.add("uuid:" + std::to_string(i), "<visit>" + std::to_string(i) + "</visit>");
    office.hub.chokesOn = {"uuid:7"};

    const client::Status status = office.round();
    CHECK(status.reason == Reason::HubTrouble);
    CHECK(office.tablet.countIn(State::Safe) == 19);
    CHECK(office.tablet.kept("uuid:7").state == State::Unanswered);
    CHECK(office.tablet.kept("uuid:7").setbacks == 1);

    office.hub.chokesOn.clear();
    CHECK(office.roundsUntilDone(1) == 1);
    CHECK(office.tablet.countIn(State::Safe) == 20);
}

TEST_CASE("a record with which alone the hub has trouble goes again by itself, and the others arrive", "[client]")
{
    Office office;
    office.enrol();
    for (int i = 0; i < 5; ++i)
        office.tablet.add("uuid:" + std::to_string(i), "<visit>" + std::to_string(i) + "</visit>");
    office.hub.troubledBy = {"uuid:2"};
    CHECK(office.round().reason == Reason::HubTrouble);
    CHECK(office.tablet.countIn(State::Safe) == 4);
    CHECK(office.tablet.kept("uuid:2").state == State::Unanswered);

    office.hub.troubledBy.clear();
    office.round();
    CHECK(office.tablet.countIn(State::Safe) == 5);
}

TEST_CASE("records on which the hub chokes in a row hold back neither the others nor what comes from the hub", "[client]")
{
    Office office;
    office.enrol();
    for (int i = 0; i < 10; ++i)
        office.tablet.add("uuid:" + std::to_string(i), "<visit>" + std::to_string(i) + "</visit>");
    office.hub.chokesOn = {"uuid:3", "uuid:4", "uuid:5"};
    office.hub.pages.push_back({"", false, {protocol::ListRows{base::ListName("households"), {{"h1", 1, {{"label", "one"}}}}, {}}}});

    CHECK(office.round().reason == Reason::HubTrouble);
    CHECK(office.tablet.lists.at("households").at("h1") == "one");
    CHECK(office.round().reason == Reason::HubTrouble);
    CHECK(office.tablet.countIn(State::Safe) == 7);
    CHECK(office.tablet.countIn(State::Unanswered) == 3);
}

TEST_CASE("a record refused for an unknown form goes again by itself once the office has changed something", "[client]")
{
    Office office;
    office.enrol();
    office.hub.unknownForms.insert("visit");
    office.tablet.add("uuid:1", "<visit/>");
    office.round();
    REQUIRE(office.tablet.kept("uuid:1").state == State::Refused);
    const std::size_t before = office.wire.seen.size();
    office.round();
    CHECK(office.tablet.kept("uuid:1").state == State::Refused); // nothing changed: nothing is asked in vain
    CHECK(office.wire.seen.size() - before <= 3);

    office.hub.unknownForms.clear();
    const std::string xml = "<h:html>visit</h:html>";
    office.hub.pages.push_back({"", false, {protocol::FormPublished{{base::FormId("visit"), "1"}, "Visit", office.blob(xml), xml.size(), {}}}});
    CHECK(office.roundsUntilDone(1) == 1);
    CHECK(office.tablet.kept("uuid:1").state == State::Safe);
}

TEST_CASE("a hub that fails at everything is left alone after a few tries", "[client]")
{
    Office office;
    office.enrol();
    for (int i = 0; i < 50; ++i) {
        office.tablet.add("uuid:" + std::to_string(i), "<visit>" + std::to_string(i) + "</visit>");
        office.hub.chokesOn.insert("uuid:" + std::to_string(i));
    }
    const std::size_t before = office.wire.seen.size();
    CHECK(office.round().reason == Reason::HubTrouble);
    CHECK(office.wire.seen.size() - before < 15);
}

TEST_CASE("a full hub is said to be full, and later everything arrives", "[client]")
{
    Office office;
    office.enrol();
    office.fill();
    office.hub.full = true;
    CHECK(office.round().reason == Reason::HubFull);
    CHECK(office.tablet.countIn(State::Unanswered) == 4);
    office.hub.full = false;
    CHECK(office.roundsUntilDone(1) == 1);
}

TEST_CASE("a file over the hub's limit holds back its own record only", "[client]")
{
    Office office;
    office.enrol();
    office.hub.largestBlob = 1000;
    office.tablet.add("uuid:1", "<visit>1</visit>", {std::string(2000, 'x')});
    office.tablet.add("uuid:2", "<visit>2</visit>", {"photo"});
    office.round();
    CHECK(office.tablet.kept("uuid:1").state == State::Refused);
    CHECK(office.tablet.kept("uuid:1").why.code == client::kTooLargeForHub.name());
    CHECK(office.tablet.kept("uuid:2").state == State::Safe);
}

TEST_CASE("a receipt that does not prove the record is no receipt", "[client]")
{
    Office office;
    office.enrol();
    office.tablet.add("uuid:1", "<visit/>");
    office.hub.forgesReceipts = true;
    CHECK(office.round().reason == Reason::ReceiptUntrusted);
    CHECK(office.tablet.countIn(State::Safe) == 0);
    office.hub.forgesReceipts = false;
    CHECK(office.roundsUntilDone(1) == 1);
    CHECK(office.tablet.countIn(State::Safe) == 1);
}

TEST_CASE("a receipt signed by another key is no receipt", "[client]")
{
    Office office;
    office.enrol();
    office.tablet.add("uuid:1", "<visit/>");
    FakeRandom random(321);
    office.hub.key = protocol::SigningKey::random(random);
    CHECK(office.round().reason == Reason::ReceiptUntrusted);
    CHECK(office.tablet.countIn(State::Safe) == 0);
}

TEST_CASE("a file that changed on the tablet is found out and said", "[client]")
{
    Office office;
    office.enrol();
    office.tablet.add("uuid:1", "<visit/>", {"photo"});
    office.tablet.contents.begin()->second = "phot0";
    office.round();
    CHECK(office.tablet.kept("uuid:1").state == State::Refused);
    CHECK(office.tablet.kept("uuid:1").why.code == "file-damaged");
}

TEST_CASE("a file that is gone from the tablet holds back its own record only", "[client]")
{
    Office office;
    office.enrol();
    office.tablet.add("uuid:1", "<visit>1</visit>", {"gone"});
    office.tablet.add("uuid:2", "<visit>2</visit>", {"photo"});
    office.tablet.contents.erase(base::Sha256::hexOf(base::bytesOf("gone")));
    CHECK(office.round().reason == Reason::TabletTrouble);
    CHECK(office.tablet.kept("uuid:2").state == State::Safe);
    CHECK(office.tablet.kept("uuid:1").state == State::Stored);
}

TEST_CASE("a full tablet says so at any step, and goes on once there is room", "[client]")
{
    for (int step = 0; step < 30; step += 3) {
        INFO("full from call " << step);
        Office office;
        office.enrol();
        office.fill();
        office.tablet.deathCause = base::kDiskFull;
        office.tablet.dieAt = office.tablet.calls + step;
        CHECK(office.round().reason == Reason::TabletFull);
        office.tablet.revive();
        CHECK(office.roundsUntilDone(2) > 0);
        CHECK(office.tablet.countIn(State::Safe) == 4);
    }
}

TEST_CASE("a hub restored from an old copy gets again what it has lost", "[client]")
{
    Office office;
    office.enrol();
    office.fill();
    office.wire.script = [&](std::size_t) {
        return office.hub.blobsTaken > 0 ? Mishap::LoseRequest : Mishap::None; // stored, files still on their way
    };
    office.round();
    REQUIRE(office.tablet.countIn(State::Stored) > 0);
    office.hub.records.clear();
    std::erase_if(office.hub.blobs, [&](const auto& at) { return office.tablet.contents.contains(at.first); });
    office.wire.script = [](std::size_t) { return Mishap::None; };
    CHECK(office.roundsUntilDone(3) > 0);
    CHECK(office.tablet.countIn(State::Safe) == 4);
}

TEST_CASE("a cursor that the hub does not know begins again from the start", "[client]")
{
    Office office;
    office.enrol();
    office.fill();
    REQUIRE(office.roundsUntilDone(1) == 1);
    office.hub.pages.erase(office.hub.pages.begin(), office.hub.pages.end()); // a new hub under the same key
    office.hub.pages.push_back({"", false, {protocol::ListReset{base::ListName("households"), {"name", "label"}, true}}});
    CHECK(office.roundsUntilDone(1) == 1);
    CHECK(office.tablet.lists.at("households").empty());
}

TEST_CASE("a form whose media the hub has lost does not keep the other forms away", "[client]")
{
    Office office;
    office.enrol();
    const std::string xml = "<h:html>other</h:html>";
    office.hub.pages.push_back({"", false,
        {protocol::FormPublished{{base::FormId("broken"), "1"}, "Broken", std::string(64, 'b'), 10, {}},
            protocol::FormPublished{{base::FormId("whole"), "1"}, "Whole", office.blob(xml), xml.size(), {}}}});
    CHECK(office.round().reason == Reason::HubTrouble);
    CHECK(office.tablet.installed == std::set<std::string>{"whole"});
}

TEST_CASE("a form file that arrives with another content is not kept", "[client]")
{
    Office office;
    office.enrol();
    const std::string sha256 = office.blob("true");
    office.hub.blobs[sha256] = base::Bytes(4, std::byte{'f'});
    office.hub.pages.push_back({"", false, {protocol::FormPublished{{base::FormId("f"), "1"}, "F", sha256, 4, {}}}});
    CHECK(office.round().reason == Reason::HubTrouble);
    CHECK(office.tablet.installed.empty());
    office.blob("true");
    CHECK(office.roundsUntilDone(1) == 1);
}

TEST_CASE("a wrong code and a used one are told apart", "[client][enrolment]")
{
    Office office;
    client::Enrolment enrolment(office.wire, office.tablet);
    client::Offer wrong = office.offer();
    wrong.code = "ZZZZZ00000";
    CHECK(enrolment.enrol(wrong, "t").error().code == client::kCodeUnknown);

    office.enrol();
    MemoryTablet other(100);
    CHECK(client::Enrolment(office.wire, other).enrol(office.offer(), "t").error().code == client::kCodeUsed);
}

TEST_CASE("enrolling tries the addresses in turn and remembers the one that answered first", "[client][enrolment]")
{
    Office office;
    client::Offer offer = office.offer();
    offer.addresses = {"10.0.0.9:8443", "nonsense", "10.0.0.1:8443"};
    office.wire.script = [&](std::size_t n) { return n == 0 ? Mishap::Unreachable : Mishap::None; };
    const auto account = client::Enrolment(office.wire, office.tablet).enrol(offer, "t");
    REQUIRE(account);
    CHECK(account->addresses.front() == "10.0.0.1:8443");
    CHECK(account->pin == office.hub.pin);
}

TEST_CASE("a typed code needs an address and finds the whole pin by itself", "[client][enrolment]")
{
    Office office;
    const std::string typed = protocol::Invitation{office.hub.code, {}, office.hub.pin, ""}.typeable();
    CHECK(client::Offer::read(typed).error().code == base::kNotFound);
    const auto offer = client::Offer::read(typed, {"10.0.0.1:8443"});
    REQUIRE(offer);
    CHECK(offer->pin.size() == 15);
    const auto account = client::Enrolment(office.wire, office.tablet).enrol(*offer, "t");
    REQUIRE(account);
    CHECK(account->pin == office.hub.pin);
}

TEST_CASE("a text that is no invitation is said to be none", "[client][enrolment]")
{
    CHECK(client::Offer::read("https://example.org", {"10.0.0.1:1"}).error().code == protocol::kInvitationMalformed);
}

TEST_CASE("a hub that moved is found where it was announced, and remembered there", "[client]")
{
    Office office;
    office.enrol();
    const std::size_t first = office.wire.seen.size();
    office.wire.script = [&](std::size_t n) { return n == first ? Mishap::Unreachable : Mishap::None; };
    CHECK(office.engine.round({"10.0.0.7:8443"}, {}).reason == Reason::NothingToDo);
    CHECK(office.tablet.enrolledAs->addresses == std::vector<std::string>{"10.0.0.7:8443", "10.0.0.1:8443"});
}
