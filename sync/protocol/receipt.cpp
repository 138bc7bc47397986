#include "sync/protocol/receipt.h"

#include "app/base/text.h"
#include "app/base/zones.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/json.h"

#include <algorithm>

namespace tashilgar::protocol {
namespace {

constexpr std::string_view kTag = "tashilgar-receipt-1";
constexpr std::string_view kStates[] = {"stored", "alreadyStored", "refused"};

std::vector<std::string> sortedOnce(std::vector<std::string> texts)
{
    std::ranges::sort(texts);
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    return texts;
}

base::Result<Receipt> decodeReceipt(const boost::json::value& value)
{
    json::Members members(value, "receipt");
    Receipt receipt;
    receipt.instance = base::InstanceId(members.optionalText("instanceId"));
    receipt.sha256 = members.optionalText("sha256");
    const std::string state = members.text("state");
    const auto known = std::ranges::find(kStates, state);
    if (known == std::end(kStates))
        members.fault("the state of a receipt is not known");
    else
        receipt.state = static_cast<ReceiptState>(known - std::begin(kStates));
    receipt.missingBlobs = members.texts("missingBlobs", false);
    if (!std::ranges::all_of(receipt.missingBlobs, isSha256Hex))
        members.fault("a missing blob is no SHA-256");
    if (const boost::json::object* reason = members.object("reason", false)) {
        json::Members inner(*reason, "receipt, reason");
        receipt.reason = Problem{inner.text("code"), inner.text("sentence")};
        if (!inner.isSound())
            return base::fail(inner.error());
    }
    receipt.signedText = members.optionalText("signed");
    receipt.signature = members.optionalText("signature");
    receipt.keyId = members.optionalText("keyId");
    if (!members.optionalText("signedAt").empty())
        receipt.signedAt = members.time("signedAt");
    if (receipt.instance.empty() && !receipt.signedAt)
        members.fault("a receipt says of no record what it says");
    if (!members.isSound())
        return base::fail(members.error());
    return receipt;
}

} // namespace

std::string ReceiptText::write() const
{
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n", kTag, instance.value(), sha256, fmt::join(sortedOnce(blobs), " "),
        device.value(), hub.value(), base::toIsoUtc(time));
}

base::Result<ReceiptText> ReceiptText::parse(std::string_view text)
{
    const std::vector<std::string_view> lines = base::split(text, '\n');
    if (lines.size() != 8 || lines[0] != kTag || !lines[7].empty())
        return base::fail(base::kMalformed, "this is no receipt");
    const auto time = json::parseTime(lines[6]);
    if (!time)
        return base::fail(base::kMalformed, "the receipt bears no time");
    ReceiptText parsed;
    parsed.instance = base::InstanceId(std::string(lines[1]));
    parsed.sha256 = lines[2];
    for (const std::string_view blob : base::splitWords(lines[3]))
        parsed.blobs.emplace_back(blob);
    parsed.device = base::DeviceId(std::string(lines[4]));
    parsed.hub = base::HubId(std::string(lines[5]));
    parsed.time = *time;
    return parsed;
}

void sign(Receipt& receipt, const ReceiptText& text, const SigningKey& key)
{
    receipt.signedText = text.write();
    receipt.signature = key.sign(receipt.signedText);
    receipt.keyId = key.publicKey().id();
}

base::Result<std::string> signedTextOf(const Receipt& receipt, const ReceiptText& sent)
{
    if (!receipt.isComplete())
        return base::fail(kReceiptUntrusted, "the hub has not yet everything of this record", sent.instance.value());
    ReceiptText expected = sent;
    if (receipt.signedText.empty() && receipt.signedAt) {
        expected.time = *receipt.signedAt;
        return expected.write();
    }
    const auto said = ReceiptText::parse(receipt.signedText);
    if (!said)
        return base::fail(kReceiptUntrusted, said.error().sentence, sent.instance.value());
    expected.time = said->time;
    // Byte for byte: what was signed is exactly what a hub that holds this record would write.
    if (expected.write() != receipt.signedText)
        return base::fail(kReceiptUntrusted, "the receipt speaks of something else than what was sent", sent.instance.value());
    return receipt.signedText;
}

base::Result<base::Instant> verify(const Receipt& receipt, const ReceiptText& sent, const PublicKey& hubKey)
{
    const auto text = signedTextOf(receipt, sent);
    if (!text)
        return base::fail(text.error());
    if (!hubKey.verifies(*text, receipt.signature))
        return base::fail(kReceiptUntrusted, "the receipt is not signed by this hub", sent.instance.value());
    return ReceiptText::parse(*text)->time;
}

std::string encodeReceipts(const std::vector<Receipt>& receipts, ReceiptForm form)
{
    boost::json::array items;
    for (const Receipt& receipt : receipts) {
        if (const auto said = ReceiptText::parse(receipt.signedText); form == ReceiptForm::Brief && receipt.isComplete() && said) {
            items.push_back(boost::json::object{{"state", kStates[static_cast<std::size_t>(receipt.state)]},
                {"signedAt", base::toIsoUtc(said->time)}, {"signature", receipt.signature}});
            continue;
        }
        boost::json::object item{{"instanceId", receipt.instance.value()}, {"sha256", receipt.sha256},
            {"state", kStates[static_cast<std::size_t>(receipt.state)]}, {"missingBlobs", json::arrayOf(receipt.missingBlobs)}};
        if (receipt.reason)
            item["reason"] = {{"code", receipt.reason->code}, {"sentence", receipt.reason->sentence}};
        if (!receipt.signature.empty()) {
            item["signed"] = receipt.signedText;
            item["signature"] = receipt.signature;
            item["keyId"] = receipt.keyId;
        }
        items.push_back(std::move(item));
    }
    return json::write(boost::json::object{{"receipts", std::move(items)}});
}

base::Result<std::vector<Receipt>> decodeReceipts(std::string_view text)
{
    const auto value = json::parse(text, "receipts");
    if (!value)
        return base::fail(value.error());
    json::Members members(*value, "receipts");
    std::vector<Receipt> receipts;
    if (const boost::json::array* items = members.array("receipts")) {
        for (const boost::json::value& item : *items) {
            auto receipt = decodeReceipt(item);
            if (!receipt)
                return base::fail(receipt.error());
            receipts.push_back(std::move(*receipt));
        }
    }
    if (!members.isSound())
        return base::fail(members.error());
    return receipts;
}

void nameReceipts(std::vector<Receipt>& receipts, const std::vector<ReceiptQuestion>& asked)
{
    if (receipts.size() != asked.size())
        return;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!receipts[i].instance.empty())
            continue;
        receipts[i].instance = asked[i].instance;
        receipts[i].sha256 = asked[i].sha256;
    }
}

std::string encodeReceiptQuestions(const std::vector<ReceiptQuestion>& questions)
{
    boost::json::array items;
    for (const ReceiptQuestion& question : questions)
        items.push_back(boost::json::object{{"instanceId", question.instance.value()}, {"sha256", question.sha256}});
    return json::write(boost::json::object{{"records", std::move(items)}});
}

base::Result<std::vector<ReceiptQuestion>> decodeReceiptQuestions(std::string_view text)
{
    const auto value = json::parse(text, "receipt questions");
    if (!value)
        return base::fail(value.error());
    json::Members members(*value, "receipt questions");
    std::vector<ReceiptQuestion> questions;
    if (const boost::json::array* items = members.array("records")) {
        for (const boost::json::value& item : *items) {
            json::Members question(item, "receipt questions");
            questions.push_back({base::InstanceId(question.text("instanceId")), question.text("sha256")});
            if (!isSha256Hex(questions.back().sha256))
                question.fault("\"sha256\" is no SHA-256");
            if (!question.isSound())
                return base::fail(question.error());
        }
    }
    if (!members.isSound())
        return base::fail(members.error());
    return questions;
}

} // namespace tashilgar::protocol
