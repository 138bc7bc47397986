#include "sync/protocol/receipt.h"

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::protocol;

namespace {

const std::string kA(64, 'a');
const std::string kB(64, 'b');
const std::string kC(64, 'c');

ReceiptText sent()
{
    return {base::InstanceId("uuid:1"), kA, {kC, kB, kC}, base::DeviceId("device-1"), base::HubId("hub-1"),
        base::Instant(std::chrono::milliseconds(1'795'325'700'123))};
}

Receipt complete(const SigningKey& key)
{
    Receipt receipt;
    receipt.instance = base::InstanceId("uuid:1");
    receipt.sha256 = kA;
    sign(receipt, sent(), key);
    return receipt;
}

SigningKey keyOf(std::uint64_t seed)
{
    tests::FakeRandom random(seed);
    return SigningKey::random(random);
}

} // namespace

TEST_CASE("the signed text is what the design says, byte for byte", "[protocol][receipt]")
{
    CHECK(sent().write() == "tashilgar-receipt-1\nuuid:1\n" + kA + "\n" + kB + " " + kC
            + "\ndevice-1\nhub-1\n2026-11-22T05:35:00.123Z\n");
}

TEST_CASE("a complete receipt proves what was sent", "[protocol][receipt]")
{
    const SigningKey key = keyOf(1);
    const auto time = verify(complete(key), sent(), key.publicKey());
    REQUIRE(time);
    CHECK(*time == sent().time);
}

TEST_CASE("a receipt of anything else proves nothing", "[protocol][receipt]")
{
    const SigningKey key = keyOf(1);
    const auto refuses = [&](const Receipt& receipt, const ReceiptText& text) {
        const auto verified = verify(receipt, text, key.publicKey());
        return !verified && verified.error().code == kReceiptUntrusted;
    };
    ReceiptText other = sent();
    other.sha256 = kB;
    CHECK(refuses(complete(key), other));
    other = sent();
    other.blobs = {kB};
    CHECK(refuses(complete(key), other));
    other = sent();
    other.device = base::DeviceId("device-2");
    CHECK(refuses(complete(key), other));
    other = sent();
    other.hub = base::HubId("hub-2");
    CHECK(refuses(complete(key), other));

    Receipt receipt = complete(keyOf(2));
    CHECK(refuses(receipt, sent()));
    receipt = complete(key);
    receipt.signature[3] = receipt.signature[3] == 'A' ? 'B' : 'A';
    CHECK(refuses(receipt, sent()));
    receipt = complete(key);
    receipt.missingBlobs = {kB};
    CHECK(refuses(receipt, sent()));
    receipt = complete(key);
    receipt.state = ReceiptState::Refused;
    CHECK(refuses(receipt, sent()));
    receipt = complete(key);
    receipt.signature.clear();
    CHECK(refuses(receipt, sent()));
    receipt = complete(key);
    receipt.signedText = "x\ny\n" + receipt.signedText;
    CHECK(refuses(receipt, sent()));
}

TEST_CASE("receipts travel whole, the refused with their reason", "[protocol][receipt]")
{
    Receipt refused;
    refused.instance = base::InstanceId("uuid:2");
    refused.sha256 = kB;
    refused.state = ReceiptState::Refused;
    refused.reason = Problem{"form-unknown", "جمله"};
    Receipt waiting;
    waiting.instance = base::InstanceId("uuid:3");
    waiting.sha256 = kC;
    waiting.state = ReceiptState::AlreadyStored;
    waiting.missingBlobs = {kA};
    const std::vector<Receipt> receipts{complete(keyOf(1)), refused, waiting};
    const auto decoded = decodeReceipts(encodeReceipts(receipts));
    REQUIRE(decoded);
    CHECK(*decoded == receipts);
}

TEST_CASE("a brief receipt says less and proves as much, to who asked for it", "[protocol][receipt]")
{
    const SigningKey key = keyOf(1);
    Receipt waiting;
    waiting.instance = base::InstanceId("uuid:3");
    waiting.sha256 = kC;
    waiting.missingBlobs = {kA};
    const std::string brief = encodeReceipts({complete(key), waiting}, ReceiptForm::Brief);
    CHECK(brief.find("uuid:1") == std::string::npos);
    auto decoded = decodeReceipts(brief);
    REQUIRE(decoded);
    CHECK(decoded->at(1) == waiting);

    auto short_ = *decoded;
    nameReceipts(short_, {{base::InstanceId("uuid:1"), kA}});
    CHECK(short_[0].instance.empty()); // one question, two answers: nobody knows which is which
    nameReceipts(*decoded, {{base::InstanceId("uuid:1"), kA}, {base::InstanceId("uuid:3"), kC}});
    CHECK(decoded->at(0).instance.value() == "uuid:1");
    CHECK(decoded->at(0).sha256 == kA);
    CHECK(*verify(decoded->at(0), sent(), key.publicKey()) == sent().time);
    ReceiptText other = sent();
    other.sha256 = kB;
    CHECK_FALSE(verify(decoded->at(0), other, key.publicKey()));
    decoded->at(0).signedAt = sent().time + std::chrono::milliseconds(1);
    CHECK_FALSE(verify(decoded->at(0), sent(), key.publicKey()));
}

TEST_CASE("receipts that are none are refused, never believed", "[protocol][receipt]")
{
    for (const char* text : {"", "{}", "[]", "{\"receipts\":7}", "{\"receipts\":[{}]}", "{\"receipts\":[{\"state\":\"stored\"}]}", "<html>captive portal</html>",
             R"({"receipts":[{"instanceId":"a","sha256":"b","state":"perhaps"}]})",
             R"({"receipts":[{"instanceId":"a","sha256":"b","state":"stored","missingBlobs":["../../etc/passwd"]}]})"}) {
        const auto decoded = decodeReceipts(text);
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code == base::kMalformed);
    }
}

TEST_CASE("questions for receipts travel whole", "[protocol][receipt]")
{
    const std::vector<ReceiptQuestion> questions{{base::InstanceId("uuid:1"), kA}, {base::InstanceId("uuid:2"), kB}};
    CHECK(*decodeReceiptQuestions(encodeReceiptQuestions(questions)) == questions);
    CHECK_FALSE(decodeReceiptQuestions(R"({"records":[{"instanceId":"uuid:1","sha256":"short"}]})"));
}

TEST_CASE("a key kept as its seed signs as before", "[protocol][signing]")
{
    const SigningKey key = keyOf(3);
    const auto again = SigningKey::fromSeed(key.seed());
    REQUIRE(again);
    CHECK(again->publicKey() == key.publicKey());
    CHECK(key.publicKey().verifies("text", again->sign("text")));
    CHECK_FALSE(key.publicKey().verifies("texts", again->sign("text")));
    CHECK(PublicKey::fromText(key.publicKey().text()) == key.publicKey());
    CHECK_FALSE(PublicKey::fromText("AAAA"));
}
