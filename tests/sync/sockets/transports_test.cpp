#include "tests/support/catch.h"
#include "tests/sync/loopback/office.h"
#include "tests/sync/sockets/raw_hub.h"
#include "tests/sync/sockets/transports.h"

#include <thread>

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Method;

namespace {

client::Request requestTo(const RawHub& hub, Method method = Method::Get)
{
    client::Request request;
    request.address = hub.address();
    request.pin = identityOf("office").pin;
    request.method = method;
    request.target = "/sync/v1/changes?cursor=a%20b&limit=10";
    request.headers = {{"Authorization", "Bearer secret-token"}};
    request.connectTimeout = std::chrono::seconds(5);
    request.stallTimeout = std::chrono::seconds(5);
    return request;
}

RawHub::Answer always(RawHub::Reply reply)
{
    return [reply](const client::Request&) { return reply; };
}

} // namespace

TEMPLATE_TEST_CASE("a hub is let in by its key, and its answer comes back", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub hub(identityOf("office"), always(httpReply(200, "hello", "Tashilgar-Hub: h1\r\n")));
    TestType transport;
    client::Request request = requestTo(hub);
    const auto response = transport.send(request, {});
    REQUIRE(response);
    CHECK(response->status == 200);
    CHECK(base::textOf(response->body) == "hello");
    CHECK(response->header("tashilgar-hub") == "h1");
    CHECK(response->peerPin == request.pin);
    CHECK(hub.received().starts_with("GET /sync/v1/changes?cursor=a%20b&limit=10 HTTP/1.1\r\n"));

    request.pin = request.pin.substr(0, 15); // as from a typed code
    const auto again = transport.send(request, {});
    REQUIRE(again);
    CHECK(again->peerPin == identityOf("office").pin);
}

TEMPLATE_TEST_CASE("a hub with another key receives not one byte of the request", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub hub(identityOf("stranger"), always(httpReply(200, "give me your token")));
    TestType transport;
    for (int attempt = 0; attempt < 2; ++attempt) {
        for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Patch}) {
            client::Request request = requestTo(hub, method);
            request.body = base::Bytes(100'000, std::byte{'s'});
            const auto response = transport.send(request, {});
            REQUIRE(!response);
            CHECK(response.error().code == client::kOtherHub);
        }
    }
    CHECK(hub.received().empty());
}

TEMPLATE_TEST_CASE("a kept connection is not used under another pin", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub hub(identityOf("office"), always(httpReply(200)));
    TestType transport;
    client::Request request = requestTo(hub);
    REQUIRE(transport.send(request, {}));
    const std::size_t before = hub.received().size();
    request.pin = identityOf("stranger").pin;
    CHECK(transport.send(request, {}).error().code == client::kOtherHub);
    CHECK(hub.received().size() == before);
}

TEMPLATE_TEST_CASE("connections are kept, and one that the hub closed meanwhile is opened again", "[sockets]", TASHILGAR_TRANSPORTS)
{
    int answered = 0;
    RawHub hub(identityOf("office"), [&](const client::Request&) {
        RawHub::Reply reply = httpReply(200);
        reply.close = ++answered == 2;
        return reply;
    });
    TestType transport;
    for (int i = 0; i < 4; ++i)
        REQUIRE(transport.send(requestTo(hub), {}));
    CHECK(answered == 4);
    CHECK(hub.connections() == 2);
}

TEMPLATE_TEST_CASE("every status is an answer with its body", "[sockets]", TASHILGAR_TRANSPORTS)
{
    int status = 0;
    const std::string body = R"({"code":"device-revoked","sentence":"no"})";
    RawHub hub(identityOf("office"), [&](const client::Request&) { return httpReply(status, body, "Location: /x\r\n"); });
    TestType transport;
    for (const Method method : {Method::Get, Method::Post, Method::Patch}) {
        for (const int one : {200, 201, 206, 302, 400, 401, 403, 404, 407, 409, 410, 413, 429, 460, 500, 501, 503, 507}) {
            INFO(client::nameOf(method) << " " << one);
            status = one;
            client::Request request = requestTo(hub, method);
            request.body = base::Bytes(10, std::byte{'b'});
            const auto response = transport.send(request, {});
            REQUIRE(response);
            CHECK(response->status == one);
            CHECK(base::textOf(response->body) == body);
        }
    }
}

TEMPLATE_TEST_CASE("bodies arrive byte for byte, and HEAD has headers alone", "[sockets]", TASHILGAR_TRANSPORTS)
{
    base::Bytes sent(3'000'000);
    for (std::size_t i = 0; i < sent.size(); ++i)
        sent[i] = static_cast<std::byte>(i * 7 + i / 251);
    base::Bytes got;
    RawHub hub(identityOf("office"), [&](const client::Request& request) {
        got = request.body;
        if (request.method == Method::Head)
            return RawHub::Reply{"HTTP/1.1 200 Said\r\nUpload-Offset: 17\r\nContent-Length: 5\r\n\r\n"};
        return RawHub::Reply{"HTTP/1.1 204 Said\r\nUpload-Offset: 18\r\n\r\n"};
    });
    TestType transport;
    for (const Method method : {Method::Post, Method::Patch}) {
        client::Request request = requestTo(hub, method);
        request.headers.push_back({"Content-Type", "application/offset+octet-stream"});
        request.body = sent;
        const auto response = transport.send(request, {});
        REQUIRE(response);
        CHECK(response->header("Upload-Offset") == "18");
        CHECK((got == sent));
    }
    const auto head = transport.send(requestTo(hub, Method::Head), {});
    REQUIRE(head);
    CHECK(head->header("Upload-Offset") == "17");
    CHECK(head->body.empty());
    CHECK(hub.received().find("Authorization: Bearer secret-token") != std::string::npos);
}

TEMPLATE_TEST_CASE("an answer over the agreed size is not taken", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub hub(identityOf("office"), always(httpReply(200, std::string(200'000, 'x'))));
    TestType transport;
    client::Request request = requestTo(hub);
    request.answerLimit = 100'000;
    CHECK(transport.send(request, {}).error().code == client::kAnswerTooLarge);
    request.answerLimit = 200'000;
    CHECK(transport.send(request, {}));
}

TEMPLATE_TEST_CASE("silence ends after its time", "[sockets]", TASHILGAR_TRANSPORTS)
{
    TestType transport;
    RawHub mute(identityOf("office"), [](const client::Request&) { return std::nullopt; });
    client::Request request = requestTo(mute);
    request.stallTimeout = std::chrono::milliseconds(200);
    CHECK(transport.send(request, {}).error().code == client::kTimedOut);

    const auto deaf = RawHub::silent(); // takes the connection and never greets
    request = requestTo(*deaf);
    request.connectTimeout = std::chrono::milliseconds(200);
    CHECK(transport.send(request, {}).error().code == client::kUnreachable);
}

TEMPLATE_TEST_CASE("where nothing listens nothing answers", "[sockets]", TASHILGAR_TRANSPORTS)
{
    client::Request request;
    {
        RawHub gone(identityOf("office"), always(httpReply(200)));
        request = requestTo(gone);
    }
    TestType transport;
    CHECK(transport.send(request, {}).error().code == client::kUnreachable);
    request.address.host = "no-such-hub.invalid";
    CHECK(transport.send(request, {}).error().code == client::kUnreachable);
}

TEMPLATE_TEST_CASE("a link that breaks within an answer is told from one that was never there", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub hub(identityOf("office"),
        always({"HTTP/1.1 200 Said\r\nContent-Length: 1000\r\n\r\nonly the beginning", true}));
    TestType transport;
    CHECK(transport.send(requestTo(hub), {}).error().code == client::kLinkDropped);
}

TEMPLATE_TEST_CASE("a server without TLS is no hub and learns nothing", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub portal(std::nullopt, always(httpReply(200, "<html>")));
    RawHub rude(std::nullopt, always({"220 mail.example ESMTP\r\n", false}));
    TestType transport;
    client::Request request = requestTo(portal);
    request.connectTimeout = std::chrono::milliseconds(500);
    const auto code = transport.send(request, {}).error().code;
    CHECK((code == client::kNotAHub || code == client::kUnreachable));
    CHECK(portal.received().find("secret-token") == std::string::npos);
}

TEMPLATE_TEST_CASE("what speaks TLS with the right key but no HTTP is no hub", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub hub(identityOf("office"), always({"220 mail.example ESMTP\r\n\r\n", true}));
    TestType transport;
    const auto code = transport.send(requestTo(hub), {}).error().code;
    CHECK((code == client::kNotAHub || code == client::kLinkDropped));
}

TEMPLATE_TEST_CASE("a wish to stop from another thread ends a waiting request", "[sockets]", TASHILGAR_TRANSPORTS)
{
    RawHub mute(identityOf("office"), [](const client::Request&) { return std::nullopt; });
    TestType transport;
    std::stop_source stop;
    std::thread impatient([&] {
        mute.waitForRequest();
        stop.request_stop();
    });
    CHECK(transport.send(requestTo(mute), stop.get_token()).error().code == base::kCancelled);
    impatient.join();
    CHECK(transport.send(requestTo(mute), stop.get_token()).error().code == base::kCancelled);

    RawHub hub(identityOf("office"), always(httpReply(200)));
    CHECK(transport.send(requestTo(hub), {})); // and is not remembered
}

TEMPLATE_TEST_CASE("a whole round travels over real sockets, on a thread that is not Qt's", "[sockets]", TASHILGAR_TRANSPORTS)
{
    FakeClock clock;
    FakeHub office;
    office.pin = identityOf("office").pin;
    RawHub hub(identityOf("office"), [&](const client::Request& request) {
        const client::Response response = office.answer(request);
        std::string headers;
        for (const client::Header& header : response.headers)
            headers += header.name + ": " + header.value + "\r\n";
        if (request.method == Method::Head || response.status == 204)
            return RawHub::Reply{fmt::format("HTTP/1.1 {} Said\r\n{}\r\n", response.status, headers)};
        return httpReply(response.status, base::textOf(response.body), headers);
    });

    client::Status status;
    MemoryTablet tablet;
    tablet.add("uuid:1", "<visit>1</visit>", {std::string(2'000'000, 'L'), "small"});
    tablet.add("uuid:2", "<visit>2</visit>", {""});
    { TestType first; } // Qt's application belongs to this thread
    std::thread worker([&] {
        TestType transport;
        protocol::Invitation invitation{office.code, {hub.address().text()}, office.pin, "Office"};
        client::Enrolment(transport, tablet).enrol(client::Offer::read(invitation.text()).value(), "t").value();
        status = client::Engine(transport, tablet, tablet, tablet, clock).round({}, {});
    });
    worker.join();
    INFO((status.error ? status.error->text() : std::string()));
    CHECK(status.reason == client::Reason::NothingToDo);
    CHECK(tablet.countIn(MemoryTablet::State::Safe) == 2);
    CHECK(office.blobsTaken == 3);
}

TEMPLATE_TEST_CASE("a server that no authority vouches for receives not one byte", "[sockets][openrosa]", TASHILGAR_TRANSPORTS)
{
    RawHub server(identityOf("office"), always(httpReply(200, "give me your password")));
    TestType transport;
    for (const Method method : {Method::Get, Method::Head, Method::Post}) {
        client::Request request = requestTo(server, method);
        request.trust = client::Trust::Authorities;
        request.body = base::Bytes(100'000, std::byte{'s'});
        const auto response = transport.send(request, {});
        REQUIRE_FALSE(response);
        CHECK(response.error().code == client::kCertificateUntrusted);
    }
    CHECK(server.received().empty());
}

TEMPLATE_TEST_CASE("a server without TLS is spoken to only where a person wrote http", "[sockets][openrosa]", TASHILGAR_TRANSPORTS)
{
    RawHub server(std::nullopt, always(httpReply(401, "who are you", "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\"\r\n")));
    TestType transport;
    client::Request request = requestTo(server, Method::Post);
    request.trust = client::Trust::Nothing;
    request.body = base::Bytes(100'000, std::byte{'s'});
    const auto response = transport.send(request, {});
    REQUIRE(response);
    CHECK(response->status == 401);
    CHECK(response->header("www-authenticate") == "Digest realm=\"a\", nonce=\"b\"");
    CHECK(server.received().size() > 100'000);

    request.trust = client::Trust::Authorities;
    const auto refused = transport.send(request, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code != client::kCertificateUntrusted);
    CHECK(server.received().find("POST ") == server.received().rfind("POST "));
}
