#include "sync/client/hub_calls.h"

#include "sync/protocol/compression.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"

#include <charconv>
#include <fmt/format.h>

namespace tashilgar::client {

using base::Result;

namespace {

/// The name for a failing answer, by its problem's code where it has one, else by its status.
base::Error failureOf(const Response& response, std::string_view target)
{
    const auto problem = protocol::decodeProblem(base::textOf(response.body));
    const std::string_view code = problem ? std::string_view(problem->code) : std::string_view();
    const std::string said = problem ? problem->sentence : fmt::format("the answer was {}", response.status);
    const auto is = [&](std::string_view name) { return code == name; };
    const auto as = [&](base::ErrorCode name) { return base::Error(name, said, std::string(target)); };
    namespace p = protocol::problem;

    if (is(p::kDeviceRevoked))
        return as(kRevoked);
    if (is(p::kTokenUnknown) || response.status == 401)
        return as(kTokenRefused);
    if (is(p::kCodeUnknown))
        return as(kCodeUnknown);
    if (is(p::kCodeExpired))
        return as(kCodeExpired);
    if (is(p::kCodeUsed))
        return as(kCodeUsed);
    if (is(p::kVersionUnknown) || response.status == 426)
        return as(kVersionUnknown);
    if (is(p::kDictionaryUnknown))
        return as(kDictionaryUnknown);
    if (is(p::kOffsetWrong) || response.status == 409)
        return as(kOffsetWrong);
    if (is(p::kBlobMismatch) || response.status == 460)
        return as(kBlobMismatch);
    if (is(p::kCursorUnknown))
        return as(kCursorUnknown);
    if (is(p::kDiskFull) || response.status == 507)
        return as(kHubFull);
    if (is(p::kBusy) || is(p::kTooSlow) || response.status == 429 || response.status == 503)
        return as(kHubBusy);
    if (is(p::kTooLarge) || response.status == 413)
        return as(kTooLargeForHub);
    if (response.status == 404 || response.status == 410)
        return as(kNotThere);
    if (response.status >= 400 && response.status < 500)
        return as(kRequestRefused);
    return as(kHubTrouble);
}

/// What the hub says must make sense; when it does not, that is trouble of the hub, not of the tablet.
base::Error senseless(std::string_view target, std::string_view what)
{
    return base::Error(kHubTrouble, fmt::format("the hub's answer makes no sense: {}", what), std::string(target));
}

template <class T>
Result<T> sense(Result<T> decoded, std::string_view target)
{
    if (!decoded)
        return base::fail(senseless(target, decoded.error().sentence));
    return decoded;
}

std::optional<std::uint64_t> numberIn(const Response& response, std::string_view header)
{
    const auto text = response.header(header);
    std::uint64_t number = 0;
    if (!text)
        return std::nullopt;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (problem != std::errc() || end != text->data() + text->size())
        return std::nullopt;
    return number;
}

/// The path of a Location, which may be a path or an address with a path. The address itself is not used: it is the hub
/// whose key we have just checked that we talk to.
std::string pathOf(std::string_view location)
{
    if (const std::size_t scheme = location.find("://"); scheme != std::string_view::npos) {
        const std::size_t path = location.find('/', scheme + 3);
        location = path == std::string_view::npos ? std::string_view() : location.substr(path);
    }
    const bool good = location.starts_with('/') && location.find_first_of(" \t\r\n#") == std::string_view::npos;
    return good ? std::string(location) : std::string();
}

std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || std::string_view("-._~").find(c) != std::string_view::npos;
        if (plain)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

void askPacked(Request& request) { request.headers.push_back({"Accept-Encoding", "zstd"}); }

/// The answer's body as text, at most \p limit bytes of it.
Result<std::string> textOf(const Response& answer, std::size_t limit, std::string_view place)
{
    if (answer.header("Content-Encoding").value_or("") != "zstd")
        return std::string(base::textOf(answer.body));
    const auto plain = sense(protocol::decompress(answer.body, limit), place);
    if (!plain)
        return base::fail(plain.error());
    return std::string(base::textOf(*plain));
}

Result<std::vector<protocol::Receipt>> receiptsIn(
    const Result<Response>& answer, std::string_view place, const std::vector<protocol::ReceiptQuestion>& asked)
{
    if (!answer)
        return base::fail(answer.error());
    if (answer->status != 200)
        return base::fail(failureOf(*answer, place));
    const auto text = textOf(*answer, protocol::kMaxJson, place);
    if (!text)
        return base::fail(text.error());
    auto receipts = sense(protocol::decodeReceipts(*text), place);
    if (receipts)
        protocol::nameReceipts(*receipts, asked);
    return receipts;
}

base::Bytes bodyOf(std::string_view text)
{
    const base::ByteView view = base::bytesOf(text);
    return {view.begin(), view.end()};
}

constexpr std::string_view kTusHeader = "Tus-Resumable";
constexpr std::string_view kTusVersion = "1.0.0";

} // namespace

HubCalls::HubCalls(Transport& transport, Address address, std::string pin, std::string token, std::stop_token stop)
    : m_transport(&transport)
    , m_address(std::move(address))
    , m_pin(std::move(pin))
    , m_token(std::move(token))
    , m_stop(std::move(stop))
{
}

Request HubCalls::request(Method method, std::string target) const
{
    Request request;
    request.address = m_address;
    request.pin = m_pin;
    request.method = method;
    request.target = std::move(target);
    request.answerLimit = protocol::kMaxJson;
    return request;
}

Result<Response> HubCalls::send(Request request, bool withToken)
{
    if (m_firstPatience) {
        request.connectTimeout = std::chrono::seconds(10);
        m_firstPatience = false;
    }
    if (withToken)
        request.headers.push_back({"Authorization", "Bearer " + m_token});
    auto answer = m_transport->send(request, m_stop);
    // A transport gives no answer of anybody else; but one that names no key is believed to be nobody's.
    if (answer && answer->peerPin.empty())
        return base::fail(kNotAHub, "something answered that is not a hub", m_address.text());
    m_answered = m_answered || answer.has_value();
    return answer;
}

Result<HubCalls::Probed> HubCalls::probe()
{
    Request asked = request(Method::Get, std::string(protocol::kProbePath));
    // A hub on the local network answers at once; several addresses are tried, so none may hold up the others for long.
    asked.connectTimeout = std::chrono::seconds(10);
    asked.stallTimeout = std::chrono::seconds(15);
    const auto answer = send(std::move(asked), false);
    if (!answer)
        return base::fail(answer.error());
    const auto hub = answer->header(protocol::kHubHeader);
    if (!hub || hub->empty())
        return base::fail(kNotAHub, "something answered that is not a hub", m_address.text());
    if (answer->status != 204)
        return base::fail(failureOf(*answer, protocol::kProbePath));
    return Probed{base::HubId(std::string(*hub)), answer->peerPin};
}

Result<protocol::EnrolReply> HubCalls::enrol(const protocol::EnrolRequest& wanted)
{
    Request asked = request(Method::Post, std::string(protocol::kEnrolPath));
    asked.headers.push_back({"Content-Type", std::string(protocol::kJsonType)});
    asked.body = bodyOf(protocol::encode(wanted));
    const auto answer = send(std::move(asked), false);
    if (!answer)
        return base::fail(answer.error());
    if (answer->status != 200)
        return base::fail(failureOf(*answer, protocol::kEnrolPath));
    return sense(protocol::decodeEnrolReply(base::textOf(answer->body)), protocol::kEnrolPath);
}

Result<std::vector<protocol::Receipt>> HubCalls::sendBatch(base::Bytes batch, const std::vector<protocol::ReceiptQuestion>& records)
{
    Request asked = request(Method::Post, std::string(protocol::kBatchesPath));
    asked.body = std::move(batch);
    return receiptsIn(send(std::move(asked), true), protocol::kBatchesPath, records);
}

Result<std::vector<protocol::Receipt>> HubCalls::askReceipts(const std::vector<protocol::ReceiptQuestion>& records)
{
    Request asked = request(Method::Post, std::string(protocol::kReceiptsPath));
    asked.headers.push_back({"Content-Type", std::string(protocol::kJsonType)});
    asked.body = bodyOf(protocol::encodeReceiptQuestions(records));
    askPacked(asked);
    return receiptsIn(send(std::move(asked), true), protocol::kReceiptsPath, records);
}

// Spec: https://tus.io/protocols/resumable-upload#creation
Result<HubCalls::Upload> HubCalls::createBlob(std::string_view sha256, std::uint64_t size)
{
    Request asked = request(Method::Post, std::string(protocol::kBlobsPath));
    asked.headers.push_back({std::string(kTusHeader), std::string(kTusVersion)});
    asked.headers.push_back({"Upload-Length", std::to_string(size)});
    asked.headers.push_back({"Upload-Metadata", "sha256 " + base::toBase64(base::bytesOf(sha256))});
    const auto answer = send(std::move(asked), true);
    if (!answer)
        return base::fail(answer.error());
    if (answer->status != 200 && answer->status != 201)
        return base::fail(failureOf(*answer, protocol::kBlobsPath));
    Upload upload{pathOf(answer->header("Location").value_or("")), numberIn(*answer, "Upload-Offset")};
    if (upload.location.empty())
        return base::fail(senseless(protocol::kBlobsPath, "an upload without its place"));
    if (upload.offset && *upload.offset > size)
        return base::fail(senseless(protocol::kBlobsPath, "more of a file than there is"));
    return upload;
}

// Spec: https://tus.io/protocols/resumable-upload#head
Result<std::uint64_t> HubCalls::offsetOf(const std::string& location)
{
    Request asked = request(Method::Head, location);
    asked.headers.push_back({std::string(kTusHeader), std::string(kTusVersion)});
    const auto answer = send(std::move(asked), true);
    if (!answer)
        return base::fail(answer.error());
    if (answer->status != 200 && answer->status != 204)
        return base::fail(failureOf(*answer, location));
    const auto offset = numberIn(*answer, "Upload-Offset");
    if (!offset)
        return base::fail(senseless(location, "an upload without its offset"));
    return *offset;
}

// Spec: https://tus.io/protocols/resumable-upload#patch
Result<std::uint64_t> HubCalls::append(const std::string& location, std::uint64_t offset, base::Bytes bytes)
{
    Request asked = request(Method::Patch, location);
    asked.headers.push_back({std::string(kTusHeader), std::string(kTusVersion)});
    asked.headers.push_back({"Upload-Offset", std::to_string(offset)});
    asked.headers.push_back({"Content-Type", std::string(protocol::kOffsetType)});
    const std::uint64_t expected = offset + bytes.size();
    asked.body = std::move(bytes);
    const auto answer = send(std::move(asked), true);
    if (!answer)
        return base::fail(answer.error());
    if (answer->status != 204 && answer->status != 200)
        return base::fail(failureOf(*answer, location));
    const auto reached = numberIn(*answer, "Upload-Offset");
    if (!reached || *reached <= offset || *reached > expected)
        return base::fail(senseless(location, "an offset that we did not send"));
    return *reached;
}

Result<protocol::ChangePage> HubCalls::changes(std::string_view cursor, std::size_t limit)
{
    std::string target = fmt::format("{}?cursor={}", protocol::kChangesPath, percentEncoded(cursor));
    if (limit != protocol::kDefaultChanges)
        target += fmt::format("&limit={}", limit);
    Request asked = request(Method::Get, std::move(target));
    askPacked(asked);
    asked.answerLimit = protocol::kMaxChangePage;
    const auto answer = send(std::move(asked), true);
    if (!answer)
        return base::fail(answer.error());
    if (answer->status == 204)
        return protocol::ChangePage{std::string(cursor), false, {}};
    if (answer->status != 200)
        return base::fail(failureOf(*answer, protocol::kChangesPath));
    const auto text = textOf(*answer, protocol::kMaxChangePage, protocol::kChangesPath);
    if (!text)
        return base::fail(text.error());
    return sense(protocol::decodeChangePage(*text), protocol::kChangesPath);
}

Result<base::Bytes> HubCalls::fetchBlob(std::string_view sha256, std::uint64_t offset, std::uint64_t length)
{
    Request asked = request(Method::Get, fmt::format("{}/{}", protocol::kBlobsPath, sha256));
    asked.headers.push_back({"Range", fmt::format("bytes={}-{}", offset, offset + length - 1)});
    asked.answerLimit = static_cast<std::size_t>(length);
    Response cut;
    asked.cut = &cut;
    auto answer = send(std::move(asked), true);
    // What came before a cut is as good as a smaller piece: the whole is checked by its hash.
    if (!answer && cut.status == 206 && !cut.body.empty() && cut.body.size() <= length)
        return std::move(cut.body);
    if (!answer)
        return base::fail(answer.error());
    // A whole answer to a range is allowed; it is of use only where the range began at the beginning.
    if (answer->status != 206 && !(answer->status == 200 && offset == 0))
        return base::fail(failureOf(*answer, protocol::kBlobsPath));
    if (answer->body.empty() || answer->body.size() > length)
        return base::fail(senseless(protocol::kBlobsPath, "another piece of a file than was asked for"));
    return std::move(answer->body);
}

} // namespace tashilgar::client
