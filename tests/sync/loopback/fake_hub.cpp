#include "tests/sync/loopback/fake_hub.h"

#include "app/base/hash.h"
#include "app/base/uuid.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"

#include <algorithm>

namespace tashilgar::tests {

using client::Method;
using client::Request;
using client::Response;
using protocol::ReceiptState;
namespace problem = protocol::problem;

namespace {

std::optional<std::string> headerOf(const Request& request, std::string_view name)
{
    for (const client::Header& header : request.headers) {
        if (header.name == name)
            return header.value;
    }
    return std::nullopt;
}

Response problemAnswer(int status, std::string_view code)
{
    return plainAnswer(status, {}, protocol::encode(protocol::Problem{std::string(code), "as the test wants"}));
}

Response packedAnswer(const Request& request, const std::string& text)
{
    if (headerOf(request, "Accept-Encoding").value_or("") != "zstd")
        return plainAnswer(200, {}, text);
    return plainAnswer(200, {{"Content-Encoding", "zstd"}}, base::textOf(protocol::compress(base::bytesOf(text))));
}

} // namespace

Response plainAnswer(int status, std::vector<client::Header> headers, std::string_view body)
{
    Response response;
    response.status = status;
    response.headers = std::move(headers);
    const base::ByteView view = base::bytesOf(body);
    response.body.assign(view.begin(), view.end());
    return response;
}

FakeHub::FakeHub(std::uint64_t seed)
    : key([&] {
        FakeRandom random(seed);
        return protocol::SigningKey::random(random);
    }())
    , id(key.publicKey().id())
    , pin(base::Sha256::hexOf(key.publicKey().bytes()))
    , m_random(seed + 1)
{
}

Response FakeHub::answer(const Request& request)
{
    const std::string path = request.target.substr(0, request.target.find('?'));
    if (path == protocol::kProbePath)
        return plainAnswer(204, {{std::string(protocol::kHubHeader), id}});
    if (path == protocol::kEnrolPath)
        return enrol(request);

    if (m_token.empty() || headerOf(request, "Authorization") != "Bearer " + m_token)
        return problemAnswer(401, problem::kTokenUnknown);
    if (revoked)
        return problemAnswer(401, problem::kDeviceRevoked);
    if (path == protocol::kBatchesPath)
        return batch(request);
    if (path == protocol::kReceiptsPath)
        return receipts(request);
    if (path == protocol::kBlobsPath)
        return createBlob(request);
    if (path == protocol::kChangesPath)
        return changes(request);
    if (path.starts_with("/uploads/"))
        return upload(request, path.substr(9));
    if (path.starts_with(std::string(protocol::kBlobsPath) + "/"))
        return fetchBlob(request, path.substr(protocol::kBlobsPath.size() + 1));
    return problemAnswer(404, problem::kNotFound);
}

Response FakeHub::enrol(const Request& request)
{
    const auto wanted = protocol::decodeEnrolRequest(base::textOf(request.body));
    if (!wanted)
        return problemAnswer(400, problem::kMalformed);
    if (wanted->code != code)
        return problemAnswer(404, problem::kCodeUnknown);
    // The same tablet may ask again: its first answer may have been lost.
    if (!m_enrolledKey.empty() && m_enrolledKey != wanted->deviceKey.text())
        return problemAnswer(410, problem::kCodeUsed);
    if (m_enrolledKey.empty())
        m_token = base::uuid4(m_random);
    m_enrolledKey = wanted->deviceKey.text();

    protocol::EnrolReply reply;
    reply.device = base::DeviceId("device-1");
    reply.token = m_token;
    reply.hub = base::HubId(id);
    reply.receiptKeyId = key.publicKey().id();
    reply.receiptKey = key.publicKey();
    reply.programmeId = "p";
    reply.programmeName = "Programme";
    reply.person = {"zahra", "Zahra", "facilitator", "North"};
    reply.serverTime = FakeClock().now();
    return plainAnswer(200, {}, protocol::encode(reply));
}

protocol::Receipt FakeHub::receiptOf(const Stored& stored, ReceiptState state) const
{
    protocol::Receipt receipt{stored.record.instance, stored.record.sha256, state, {}, {}, {}, {}, {}};
    protocol::ReceiptText text{stored.record.instance, stored.record.sha256, {}, base::DeviceId(stored.device),
        base::HubId(id), FakeClock().now()};
    for (const protocol::BlobRef& blob : stored.record.blobs) {
        text.blobs.push_back(blob.sha256);
        const bool listed = std::ranges::find(receipt.missingBlobs, blob.sha256) != receipt.missingBlobs.end();
        if (!blobs.contains(blob.sha256) && !listed)
            receipt.missingBlobs.push_back(blob.sha256);
    }
    if (!receipt.missingBlobs.empty())
        return receipt;
    if (forgesReceipts)
        text.sha256 = std::string(64, '0');
    protocol::sign(receipt, text, key);
    return receipt;
}

Response FakeHub::batch(const Request& request)
{
    if (full)
        return problemAnswer(507, problem::kDiskFull);
    const auto sent = protocol::decodeBatch(request.body, [this](base::ByteView wanted) -> base::Result<std::optional<base::Bytes>> {
        for (const protocol::FormDictionary& dictionary : dictionaries) {
            if (std::ranges::equal(dictionary.id, wanted))
                return dictionary.bytes;
        }
        return std::nullopt;
    });
    if (!sent && sent.error().code == protocol::kDictionaryUnknown)
        return problemAnswer(422, problem::kDictionaryUnknown);
    if (!sent)
        return problemAnswer(400, problem::kBatchMalformed);
    for (const protocol::BatchRecord& record : *sent) {
        if (chokesOn.contains(record.instance.value()))
            return problemAnswer(500, problem::kInternal);
    }
    std::vector<protocol::Receipt> replies;
    for (const protocol::BatchRecord& record : *sent) {
        protocol::Receipt refused{record.instance, record.sha256, ReceiptState::Refused, {}, {}, {}, {}, {}};
        const auto known = records.find(record.instance);
        if (base::Sha256::hexOf(base::bytesOf(record.xml)) != record.sha256) {
            refused.reason = protocol::Problem{std::string(problem::kHashMismatch), "hash"};
            replies.push_back(refused);
        } else if (troubledBy.contains(record.instance.value())) {
            refused.reason = protocol::Problem{std::string(problem::kInternal), "trouble"};
            replies.push_back(refused);
        } else if (unknownForms.contains(record.form.form.value())) {
            refused.reason = protocol::Problem{std::string(problem::kFormUnknown), "form"};
            replies.push_back(refused);
        } else if (known != records.end() && known->second.record.sha256 != record.sha256) {
            refused.reason = protocol::Problem{std::string(problem::kInstanceDiffers), "differs"};
            replies.push_back(refused);
        } else if (known != records.end()) {
            replies.push_back(receiptOf(known->second, ReceiptState::AlreadyStored));
        } else {
            ++recordsTaken;
            const auto at = records.emplace(record.instance, Stored{record, "device-1"}).first;
            replies.push_back(receiptOf(at->second, ReceiptState::Stored));
        }
    }
    return plainAnswer(200, {{"Content-Encoding", "zstd"}}, base::textOf(protocol::compress(base::bytesOf(protocol::encodeReceipts(replies, protocol::ReceiptForm::Brief)))));
}

Response FakeHub::receipts(const Request& request)
{
    const auto questions = protocol::decodeReceiptQuestions(base::textOf(request.body));
    if (!questions)
        return problemAnswer(400, problem::kMalformed);
    std::vector<protocol::Receipt> replies;
    for (const protocol::ReceiptQuestion& question : *questions) {
        const auto known = records.find(question.instance);
        if (known != records.end() && known->second.record.sha256 == question.sha256) {
            replies.push_back(receiptOf(known->second, ReceiptState::AlreadyStored));
            continue;
        }
        protocol::Receipt refused{question.instance, question.sha256, ReceiptState::Refused, {}, {}, {}, {}, {}};
        refused.reason = protocol::Problem{std::string(problem::kInstanceUnknown), "unknown"};
        replies.push_back(refused);
    }
    return packedAnswer(request, protocol::encodeReceipts(replies, protocol::ReceiptForm::Brief));
}

Response FakeHub::createBlob(const Request& request)
{
    const std::uint64_t length = std::stoull(headerOf(request, "Upload-Length").value());
    const auto sum = base::fromBase64(headerOf(request, "Upload-Metadata").value().substr(7)).value();
    const std::string sha256(base::textOf(sum));
    if (length > largestBlob)
        return problemAnswer(413, problem::kTooLarge);
    const std::string location = "https://elsewhere:1/uploads/" + sha256;
    if (blobs.contains(sha256))
        return plainAnswer(200, {{"Location", location}, {"Upload-Offset", std::to_string(length)}});
    if (length == 0) { // nothing is left to be sent
        ++blobsTaken;
        blobs[sha256] = {};
        return plainAnswer(201, {{"Location", location}, {"Upload-Offset", "0"}});
    }
    m_uploads.try_emplace(sha256, Upload{sha256, length, {}});
    return plainAnswer(201, {{"Location", location}});
}

Response FakeHub::upload(const Request& request, const std::string& sha256)
{
    const auto found = m_uploads.find(sha256);
    if (found == m_uploads.end())
        return problemAnswer(404, problem::kNotFound);
    Upload& upload = found->second;
    if (request.method == Method::Head) {
        return plainAnswer(200,
            {{"Upload-Offset", std::to_string(upload.bytes.size())}, {"Upload-Length", std::to_string(upload.length)}});
    }
    if (full)
        return problemAnswer(507, problem::kDiskFull);
    if (headerOf(request, "Upload-Offset") != std::to_string(upload.bytes.size()))
        return problemAnswer(409, problem::kOffsetWrong);
    upload.bytes.insert(upload.bytes.end(), request.body.begin(), request.body.end());
    const std::size_t reached = upload.bytes.size();
    if (reached == upload.length) {
        if (base::Sha256::hexOf(upload.bytes) != sha256) {
            m_uploads.erase(found);
            return problemAnswer(460, problem::kBlobMismatch);
        }
        ++blobsTaken;
        blobs[sha256] = std::move(upload.bytes);
        m_uploads.erase(found);
    }
    return plainAnswer(204, {{"Upload-Offset", std::to_string(reached)}});
}

Response FakeHub::changes(const Request& request)
{
    const std::size_t from = request.target.find("cursor=") + 7;
    const std::string cursor = request.target.substr(from, request.target.find('&', from) - from);
    const bool number = std::ranges::all_of(cursor, [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t page = cursor.empty() ? 0 : number ? std::stoull(cursor) : pages.size() + 1;
    if (page > pages.size())
        return problemAnswer(410, problem::kCursorUnknown);
    if (page == pages.size())
        return plainAnswer(204);
    protocol::ChangePage reply = pages[page];
    reply.cursor = std::to_string(page + 1);
    reply.more = page + 1 < pages.size();
    return packedAnswer(request, protocol::encode(reply));
}

Response FakeHub::fetchBlob(const Request& request, const std::string& sha256)
{
    const auto found = blobs.find(sha256);
    if (found == blobs.end())
        return problemAnswer(404, problem::kNotFound);
    const std::string range = headerOf(request, "Range").value().substr(6);
    const std::size_t first = std::stoull(range);
    const std::size_t last = std::min<std::size_t>(std::stoull(range.substr(range.find('-') + 1)), found->second.size() - 1);
    Response response = plainAnswer(206);
    response.body.assign(found->second.begin() + static_cast<std::ptrdiff_t>(first),
        found->second.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    return response;
}

} // namespace tashilgar::tests
