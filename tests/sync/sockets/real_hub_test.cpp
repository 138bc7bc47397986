#include "app/exchange/store_account_book.h"
#include "app/exchange/store_inbox.h"
#include "app/exchange/store_outbox.h"
#include "sync/client/engine.h"
#include "sync/client/enrolment.h"
#include "sync/protocol/invitation.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"
#include "tests/sync/sockets/transports.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Reason;

namespace {

/// A tablet as it is, but for its screen: the real store behind the real transport.
template <class Transport>
struct RealTablet {
    TemporaryFolder folder;
    base::SystemFiles files;
    base::SystemClock clock;
    base::SystemRandom random;
    std::unique_ptr<store::Store> store
        = std::move(store::Store::open(folder.path(), base::SecretKey::random(random), files, clock, random).value());
    Transport transport;
    exchange::StoreAccountBook book{*store, clock, random};
    exchange::StoreOutbox outbox{*store, clock};
    exchange::StoreInbox inbox{*store};
    client::Engine engine{transport, book, outbox, inbox, clock};

    base::Result<client::Account> enrol(OfficeHub& office, const std::string& username)
    {
        const protocol::Invitation invitation{
            office.invite(username), {"127.0.0.1:" + std::to_string(office.port())}, office.running().pin(), "Office"};
        return client::Enrolment(transport, book).enrol(client::Offer::read(invitation.text()).value(), "tablet");
    }
    client::Status round()
    {
        client::Status status = engine.round({}, {});
        INFO((status.error ? status.error->text() : std::string()));
        CHECK(status.error.has_value() == (status.reason != Reason::NothingToDo));
        return status;
    }
    void finalise(HouseVisit visit, const std::string& photo)
    {
        store::NewSubmission submission;
        if (!photo.empty()) {
            visit.photo = "p.jpg";
            const auto content = store->attachments().add(base::bytesOf(photo)).value();
            submission.files.push_back({visit.photo, content.sha256, content.size, "image/jpeg"});
        }
        submission.id = base::InstanceId(visit.instance);
        submission.form = {base::FormId("house"), visit.version};
        submission.xml = visit.xml();
        REQUIRE(store->submissions().finalise(submission));
    }
};

} // namespace

TEMPLATE_TEST_CASE("a record with its photo goes from the store to the hub, and its household to the next tablet",
    "[sockets][hub]", TASHILGAR_TRANSPORTS)
{
    OfficeHub office(true);
    RealTablet<TestType> first;
    const auto account = first.enrol(office, "n.karimi");
    REQUIRE(account);
    CHECK(account->person.username == "n.karimi");
    CHECK(first.round().reason == Reason::NothingToDo);
    REQUIRE(first.store->forms().fillable().value().size() == 1);
    CHECK(first.store->forms().xml({base::FormId("house"), "1"}).value() == kHouseForm);

    const HouseVisit visit;
    first.finalise(visit, std::string(700'000, 'P'));
    const client::Status sent = first.round();
    CHECK(sent.reason == Reason::NothingToDo);
    CHECK(sent.totals.safe == 1);

    RealTablet<TestType> second;
    REQUIRE(second.enrol(office, "n.karimi"));
    CHECK(second.round().reason == Reason::NothingToDo);
    const auto seen = second.store->lists().row(base::ListName("households"), visit.household);
    REQUIRE(seen);
    CHECK(seen->version == 1);
}

TEMPLATE_TEST_CASE("a record of an unknown form version is refused alone, with its reason", "[sockets][hub]",
    TASHILGAR_TRANSPORTS)
{
    OfficeHub office(true);
    RealTablet<TestType> tablet;
    REQUIRE(tablet.enrol(office, "n.karimi"));
    HouseVisit strange;
    strange.version = "99";
    HouseVisit good;
    good.instance = "uuid:11111111-0000-4000-8000-000000000002";
    good.household = "aaaaaaaa-0000-4000-8000-000000000002";
    tablet.finalise(strange, "");
    tablet.finalise(good, "");
    tablet.round();
    const auto refused = tablet.store->submissions().summary(base::InstanceId(strange.instance)).value();
    CHECK(refused.state == store::SubmissionState::Refused);
    CHECK(refused.reasonCode == protocol::problem::kFormUnknown);
    CHECK(tablet.store->submissions().summary(base::InstanceId(good.instance)).value().state == store::SubmissionState::Safe);
}

TEMPLATE_TEST_CASE("a hub that went and came back is found again on the same connection's ruins", "[sockets][hub]",
    TASHILGAR_TRANSPORTS)
{
    OfficeHub office(true);
    RealTablet<TestType> tablet;
    REQUIRE(tablet.enrol(office, "n.karimi"));
    CHECK(tablet.round().reason == Reason::NothingToDo);
    office.restart();
    tablet.finalise(HouseVisit(), "photo");
    const client::Status status = tablet.engine.round({"127.0.0.1:" + std::to_string(office.port())}, {});
    CHECK(status.reason == Reason::NothingToDo);
    CHECK(status.totals.safe == 1);
}
