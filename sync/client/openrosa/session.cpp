#include "sync/client/openrosa/session.h"

#include "app/base/zones.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <charconv>

namespace tashilgar::client::openrosa {

using base::Result;

namespace {

/// Collect's: it sends 10 MB where a server says nothing. Spec: https://docs.getodk.org/openrosa-form-submission/
constexpr std::uint64_t kUsualLimit = 10'000'000;
constexpr std::size_t kSmallAnswer = 256u * 1024;
constexpr std::size_t kListAnswer = 4u * 1024 * 1024;
/// A server that sends us around more often goes in circles.
constexpr int kMaxRedirects = 4;

bool isRedirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

/// The name for an answer that is no success, wherever it comes.
base::Error failureOf(const Response& response, const Url& url)
{
    const auto said = readAnswer(base::textOf(response.body));
    const std::string why = said && !said->message.empty() ? said->message : fmt::format("the answer was {}", response.status);
    const auto as = [&](base::ErrorCode name) { return base::Error(name, why, url.origin()); };
    const int status = response.status;
    if (status == 401)
        return as(kSignInRefused);
    if (status == 429 || status == 503)
        return as(kHubBusy);
    if (status == 507)
        return as(kHubFull);
    if (status == 413)
        return as(kTooLargeForHub);
    if (status == 404 || status == 410)
        return as(kNotThere);
    if (status >= 400 && status < 500)
        return as(kRequestRefused);
    if (status >= 500)
        return as(kHubTrouble);
    return as(kNotAHub);
}

bool looksLikeOpenRosa(const Response& response) { return response.header("X-OpenRosa-Version").has_value(); }

} // namespace

Session::Session(Transport& transport, const Server& server, const base::Clock& clock, base::Random& random, std::stop_token stop)
    : m_transport(&transport)
    , m_server(&server)
    , m_clock(&clock)
    , m_signIn(server.username, server.password, random)
    , m_stop(std::move(stop))
    , m_submission(server.url.below("submission"))
    , m_limit(kUsualLimit)
{
}

Result<Response> Session::sendOnce(
    Method method, const Url& url, const std::vector<Header>& headers, const base::Bytes& body, std::size_t answerLimit)
{
    Request request;
    request.address = url.address;
    request.trust = url.tls ? Trust::Authorities : Trust::Nothing;
    request.method = method;
    request.target = url.target;
    request.headers = {{"X-OpenRosa-Version", "1.0"}, {"Date", base::toHttpDate(m_clock->now())}};
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    if (auto signIn = m_signIn.header(nameOf(method), url.target))
        request.headers.push_back({"Authorization", std::move(*signIn)});
    request.body = body;
    request.answerLimit = answerLimit;
    return m_transport->send(request, m_stop);
}

Result<Response> Session::send(Method method, const Url& url, std::vector<Header> headers, base::Bytes body, std::size_t answerLimit)
{
    Url at = url;
    for (int hop = 0; hop <= kMaxRedirects; ++hop) {
        auto response = sendOnce(method, at, headers, body, answerLimit);
        if (response && response->status == 401 && m_signIn.take(*response, at.tls))
            response = sendOnce(method, at, headers, body, answerLimit);
        // The nonce may have grown old meanwhile; a refused password is not tried again.
        if (response && response->status == 401 && m_signIn.take(*response, at.tls))
            response = sendOnce(method, at, headers, body, answerLimit);
        if (!response)
            return response;
        if (response->status == 401)
            return base::fail(failureOf(*response, at));
        // What is posted goes where it was asked to go: only an answer that says "the same again there" moves it.
        const bool moves = isRedirect(response->status)
            && (method != Method::Post || response->status == 307 || response->status == 308);
        const auto location = response->header("Location");
        if (!moves || !location)
            return response;
        const auto next = at.resolve(*location);
        if (!next || !next->mayFollow(at))
            return base::fail(kNotAHub, "the answer leads to another host; nothing was sent there", at.origin());
        at = *next;
    }
    return base::fail(kNotAHub, "the answers lead in a circle", url.origin());
}

Result<Response> Session::get(const Url& url, std::size_t answerLimit)
{
    auto response = send(Method::Get, url, {}, {}, answerLimit);
    if (response && response->status != 200)
        return base::fail(failureOf(*response, url));
    return response;
}

Result<Url> Session::onThisHost(std::string_view text) const
{
    auto url = m_server->url.resolve(text);
    if (!url)
        return base::fail(kHubTrouble, "the server names an address that is none", m_server->url.origin());
    // Behind a proxy Central now and then names itself by http; the tablet stays with what it was given.
    if (m_server->url.tls && !url->tls && url->address.host == m_server->url.address.host) {
        url->tls = true;
        url->address.port = m_server->url.address.port;
    }
    if (!url->mayFollow(m_server->url))
        return base::fail(kNotAHub, "the server names an address on another host; nothing was asked there", m_server->url.origin());
    return url;
}

Result<std::vector<ListedForm>> Session::formList()
{
    const auto response = get(m_server->url.below("formList"), kListAnswer);
    if (!response)
        return base::fail(response.error());
    auto forms = readFormList(base::textOf(response->body));
    if (!forms)
        return base::fail(kNotAHub, "what answers there gives no list of forms: " + forms.error().sentence, m_server->url.origin());
    return forms;
}

Result<std::vector<ListedFile>> Session::manifest(std::string_view text)
{
    const auto url = onThisHost(text);
    if (!url)
        return base::fail(url.error());
    const auto response = get(*url, kListAnswer);
    if (!response)
        return base::fail(response.error());
    auto files = readManifest(base::textOf(response->body));
    if (!files)
        return base::fail(kHubTrouble, "the list of a form's files " + files.error().text(), m_server->url.origin());
    return files;
}

Result<base::Bytes> Session::download(std::string_view text, std::size_t limit)
{
    const auto url = onThisHost(text);
    if (!url)
        return base::fail(url.error());
    auto response = get(*url, limit);
    if (!response)
        return base::fail(std::move(response).error());
    return std::move(response->body);
}

// Spec: https://docs.getodk.org/openrosa-form-submission/
Result<void> Session::prepareSubmission(const base::DeviceId& device)
{
    Url url = m_server->url.below("submission");
    url.target += "?deviceID=" + percentEncoded(device.value());
    const auto response = send(Method::Head, url, {}, {}, kSmallAnswer);
    if (!response)
        return base::fail(response.error());
    if (response->status != 204)
        return base::fail(response->status >= 200 && response->status < 400
                ? base::Error(kNotAHub, "what answers there takes no submissions: a network that wants a sign-in, perhaps", url.origin())
                : failureOf(*response, url));
    if (!looksLikeOpenRosa(*response))
        return base::fail(kNotAHub, "what answers there does not speak OpenRosa", url.origin());
    m_submission = url;
    if (const auto location = response->header("Location")) {
        const auto moved = url.resolve(*location);
        if (!moved || !moved->mayFollow(url))
            return base::fail(kNotAHub, "submissions would go to another host; nothing was sent there", url.origin());
        m_submission = *moved;
    }
    if (const auto advised = response->header("X-OpenRosa-Accept-Content-Length")) {
        std::uint64_t bytes = 0;
        const auto [end, problem] = std::from_chars(advised->data(), advised->data() + advised->size(), bytes);
        if (problem == std::errc() && end == advised->data() + advised->size() && bytes > 0)
            m_limit = bytes;
    }
    return {};
}

Result<Session::Answered> Session::submit(const std::string& contentType, base::Bytes body)
{
    const auto response = send(Method::Post, m_submission, {{"Content-Type", contentType}}, std::move(body), kSmallAnswer);
    if (!response)
        return base::fail(response.error());
    const auto said = readAnswer(base::textOf(response->body));
    Answered answered{response->status, said ? said->message : std::string()};
    if (answered.taken() && !said)
        return base::fail(kNotAHub, "the answer does not come from the server: it says nothing of the record", m_submission.origin());
    const bool ofRecord = response->status >= 400 && response->status < 500 && response->status != 429;
    if (answered.taken() || ofRecord)
        return answered;
    // 200 among them: the sign-in page of a network says that, no server does.
    return base::fail(failureOf(*response, m_submission));
}

// Spec: https://docs.getodk.org/central-api-submission-management/#listing-expected-submission-attachments
Result<std::optional<std::vector<Session::Attachment>>> Session::attachmentsOf(
    const base::FormId& form, const base::InstanceId& instance)
{
    const std::string& path = m_server->url.target;
    const bool central = path.starts_with("/v1/") && path.find("/projects/") != std::string::npos;
    if (!central || !m_mayLook)
        return std::nullopt;
    const Url url = m_server->url.below(
        fmt::format("forms/{}/submissions/{}/attachments", percentEncoded(form.value()), percentEncoded(instance.value())));
    const auto response = send(Method::Get, url, {}, {}, kListAnswer);
    if (!response && response.error().code != kSignInRefused)
        return base::fail(response.error());
    if (!response || response->status != 200) {
        m_mayLook = false; // an app user may send and not look; asking again for each record tells nothing new
        return std::nullopt;
    }
    boost::system::error_code error;
    const auto body = base::textOf(response->body);
    const auto read = boost::json::parse(boost::json::string_view(body.data(), body.size()), error);
    if (error || !read.is_array())
        return std::nullopt;
    std::vector<Attachment> attachments;
    for (const auto& item : read.get_array()) {
        const auto* object = item.if_object();
        const auto* name = object != nullptr ? object->if_contains("name") : nullptr;
        const auto* exists = object != nullptr ? object->if_contains("exists") : nullptr;
        if (name != nullptr && name->is_string() && exists != nullptr && exists->is_bool())
            attachments.push_back({std::string(name->get_string()), exists->get_bool()});
    }
    return attachments;
}

} // namespace tashilgar::client::openrosa
