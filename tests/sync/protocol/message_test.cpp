#include "sync/protocol/message.h"
#include "sync/protocol/problem.h"

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::protocol;

TEST_CASE("an enrolment and its answer travel whole", "[protocol][message]")
{
    tests::FakeRandom random;
    const PublicKey key = SigningKey::random(random).publicKey();
    const EnrolRequest request{"0123456789", "تبلت ۳", key};
    CHECK(*decodeEnrolRequest(encode(request)) == request);
    const EnrolReply reply{base::DeviceId("d"), "token", base::HubId("h"), key.id(), key, "p", "برنامه",
        {"n.karimi", "ن. کریمی", "facilitator", "office_1"}, base::Instant(std::chrono::milliseconds(5))};
    CHECK(*decodeEnrolReply(encode(reply)) == reply);
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
