#include "sync/protocol/message.h"
#include "sync/protocol/problem.h"

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::protocol;

TEST_CASE("an enrolment and its answer travel whole", "[protocol][message]")
{
    tests::FakeRandom random;
    const SigningKey pair = SigningKey::random(random);
    const PublicKey key = pair.publicKey();
    const EnrolRequest request = EnrolRequest::make("0123456789", "تبلت ۳", pair);
    CHECK(*decodeEnrolRequest(encode(request)) == request);
    const EnrolReply reply{base::DeviceId("d"), "token", base::HubId("h"), key.id(), key, "p", "برنامه",
        {"n.karimi", "ن. کریمی", "facilitator", "office_1"}, base::Instant(std::chrono::milliseconds(5))};
    CHECK(*decodeEnrolReply(encode(reply)) == reply);
}

TEST_CASE("an enrolment is signed by the key it names, over all that it says", "[protocol][message]")
{
    tests::FakeRandom random;
    const EnrolRequest request = EnrolRequest::make("0123456789", "tablet", SigningKey::random(random));
    const auto refused = [](EnrolRequest changed) { return !decodeEnrolRequest(encode(changed)); };
    CHECK_FALSE(refused(request));
    EnrolRequest changed = request;
    changed.code = "0123456780";
    CHECK(refused(changed));
    changed = request;
    changed.deviceName = "tablet 2";
    CHECK(refused(changed));
    changed = request;
    changed.deviceKey = SigningKey::random(random).publicKey();
    CHECK(refused(changed));
    changed = request;
    changed.signature.clear();
    CHECK(refused(changed));
}

TEST_CASE("an answer to enrolment whose key is not the named one is refused", "[protocol][message]")
{
    tests::FakeRandom random;
    EnrolReply reply;
    reply.device = base::DeviceId("d");
    reply.token = "t";
    reply.receiptKey = SigningKey::random(random).publicKey();
    reply.receiptKeyId = SigningKey::random(random).publicKey().id();
    CHECK_FALSE(decodeEnrolReply(encode(reply)));
}

TEST_CASE("a problem travels; another page is none", "[protocol][message]")
{
    const Problem problem{std::string(problem::kDiskFull), "دیسک پر است"};
    CHECK(*decodeProblem(encode(problem)) == problem);
    CHECK_FALSE(decodeProblem("<html>please sign in</html>"));
    CHECK_FALSE(decodeProblem(R"({"code":7,"sentence":"x"})"));
    CHECK_FALSE(decodeEnrolRequest(R"({"code":"x","deviceName":"y","devicePublicKey":"short"})"));
}
