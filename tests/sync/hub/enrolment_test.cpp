#include "sync/hub/api/attempt_limiter.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

HttpAnswer enrolWith(OfficeHub& office, const std::string& code)
{
    base::SystemRandom random;
    HttpClient client(office.port(), false);
    return client.request("POST", protocol::kEnrolPath, {},
        protocol::encode(protocol::EnrolRequest::make(code, "tablet", protocol::SigningKey::random(random))));
}

std::string codeOf(const HttpAnswer& answer)
{
    const auto problem = protocol::decodeProblem(answer.body);
    return problem ? problem->code : std::string("none");
}

} // namespace

TEST_CASE("a probe tells which hub this is, and nothing else", "[hub][enrolment]")
{
    OfficeHub office;
    HttpClient client(office.port(), false);
    const auto answer = client.request("GET", protocol::kProbePath);
    CHECK(answer.status == 204);
    CHECK(answer.headers.at("tashilgar-hub") == office.data().identity->id().value());
}

TEST_CASE("the certificate is the pinned one, and stays it after a restart", "[hub][enrolment]")
{
    OfficeHub office(true);
    const std::string pin = office.running().pin();
    CHECK(pin.size() == 64);
    CHECK(HttpClient(office.port(), true).pin() == pin);
    office.restart();
    CHECK(HttpClient(office.port(), true).pin() == pin);
}

TEST_CASE("a code buys one tablet, once, within its time", "[hub][enrolment]")
{
    OfficeHub office;
    const std::string code = office.invite("n.karimi");
    CHECK(enrolWith(office, code).status == 200);
    const auto used = enrolWith(office, code);
    CHECK(used.status == 410);
    CHECK(codeOf(used) == protocol::problem::kCodeUsed);

    const std::string late = office.invite("n.karimi");
    office.clock.advance(std::chrono::hours(49));
    const auto expired = enrolWith(office, late);
    CHECK(expired.status == 410);
    CHECK(codeOf(expired) == protocol::problem::kCodeExpired);
}

TEST_CASE("a tablet whose answer was lost asks again and is told the same; a question that comes late once more ends nothing", "[hub][enrolment]")
{
    OfficeHub office;
    const std::string code = office.invite("n.karimi");
    base::SystemRandom random;
    const auto key = protocol::SigningKey::random(random);
    const auto send = [&] {
        return HttpClient(office.port(), false).request("POST", protocol::kEnrolPath, {}, protocol::encode(protocol::EnrolRequest::make(code, "t", key)));
    };
    const auto statusOf = [&](const std::string& token) {
        return HttpClient(office.port(), false).request("GET", std::string(protocol::kChangesPath), {{"Authorization", "Bearer " + token}}, {}).status;
    };
    const protocol::EnrolReply first = protocol::decodeEnrolReply(send().body).value();
    office.clock.advance(std::chrono::hours(49)); // the time of the code is over
    office.restart();
    const protocol::EnrolReply again = protocol::decodeEnrolReply(send().body).value();
    CHECK(again.token == first.token);
    CHECK(again.device == first.device);
    CHECK(statusOf(first.token) == 200);

    SECTION("but not when the office withdrew it")
    {
        REQUIRE(office.data().storage->writeNow(
            [&](hub::storage::Writer& writer) { return writer.revokeDevice(first.device, office.clock.now()); }));
        CHECK(codeOf(send()) == protocol::problem::kCodeUsed);
    }
    SECTION("and nobody else is told it who knows the code and the public key")
    {
        auto forged = protocol::EnrolRequest::make(code, "t", protocol::SigningKey::random(random));
        forged.deviceKey = key.publicKey();
        const auto answer = HttpClient(office.port(), false).request("POST", protocol::kEnrolPath, {}, protocol::encode(forged));
        CHECK(answer.status == 400);
        CHECK(codeOf(answer) == protocol::problem::kMalformed);
    }
}

TEST_CASE("a tablet learns at enrolment who it is for and which key signs receipts", "[hub][enrolment]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    CHECK(tablet.enrolled.person == protocol::Person{"n.karimi", "ن. کریمی", "facilitator", "office_1"});
    CHECK(tablet.enrolled.programmeName == "برنامه نمایشی");
    CHECK(tablet.enrolled.hub == office.data().identity->id());
    CHECK(tablet.enrolled.serverTime == office.clock.now());
}

TEST_CASE("who guesses codes is slowed down, and let in again later", "[hub][enrolment]")
{
    OfficeHub office;
    for (int i = 0; i < hub::api::AttemptLimiter::kPerAddress; ++i) {
        const auto wrong = enrolWith(office, "0000000000");
        CHECK(wrong.status == 404);
        CHECK(codeOf(wrong) == protocol::problem::kCodeUnknown);
    }
    const std::string code = office.invite("n.karimi");
    const auto slowed = enrolWith(office, code);
    CHECK(slowed.status == 429);
    CHECK(slowed.headers.contains("retry-after"));
    office.clock.advance(hub::api::AttemptLimiter::kWindow);
    CHECK(enrolWith(office, code).status == 200);
}

TEST_CASE("nothing is given without a token, or to a tablet that was withdrawn", "[hub][enrolment]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HttpClient client(office.port(), false);
    for (const std::string& header : {std::string("Bearer wrong"), std::string("Basic abc"), std::string(), "Bearer " + std::string(5000, 'x')}) {
        const auto answer = client.request("GET", protocol::kChangesPath, {{"Authorization", header}});
        CHECK(answer.status == 401);
        CHECK(codeOf(answer) == protocol::problem::kTokenUnknown);
    }
    REQUIRE(office.data().storage->writeNow(
        [&](hub::storage::Writer& writer) { return writer.revokeDevice(tablet.enrolled.device, office.clock.now()); }));
    const auto answer = tablet.ask("GET", protocol::kChangesPath);
    CHECK(answer.status == 401);
    CHECK(codeOf(answer) == protocol::problem::kDeviceRevoked);
}

TEST_CASE("of codes and tokens only hashes are on the hub's disk", "[hub][enrolment]")
{
    OfficeHub office;
    const std::string code = office.invite("n.karimi");
    Tablet tablet(office, "n.karimi");
    std::vector<hub::storage::Device> devices;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        CHECK_FALSE(reader.enrolCode(code)->has_value());
        CHECK_FALSE(reader.deviceByTokenHash(tablet.enrolled.token)->has_value());
        return {};
    }));
}
