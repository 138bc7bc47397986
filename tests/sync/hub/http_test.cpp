#include "sync/hub/http/server.h"

#include "tests/support/catch.h"
#include "tests/sync/hub/http_client.h"
#include "tests/sync/hub/office.h"

#include <atomic>
#include <thread>

using namespace tashilgar;
using namespace tashilgar::tests;
using namespace tashilgar::hub::http;

namespace {

/// Three pieces, then an end or a failure.
class Pieces final : public BodySource {
public:
    explicit Pieces(bool breaks)
        : m_breaks(breaks)
    {
    }
    Task<base::Result<base::Bytes>> next() override
    {
        if (m_given == 3 && m_breaks)
            co_return base::fail(base::kIoError, "broken");
        if (m_given == 3)
            co_return base::Bytes();
        ++m_given;
        co_return base::Bytes(1000, std::byte{'p'});
    }

private:
    bool m_breaks;
    int m_given = 0;
};

Task<Response> echo(Request& request)
{
    const base::Result<base::Bytes> body = co_await request.readBody();
    if (!body)
        co_return Response::text(body.error().code == base::kTooLarge ? 413 : 400, "text/plain", body.error().sentence);
    co_return Response::text(200, "text/plain", std::string(base::textOf(*body)));
}

Task<Response> stream(Request& request)
{
    Response response;
    response.stream = std::make_unique<Pieces>(request.query.contains("break"));
    if (request.query.contains("length"))
        response.streamLength = 3000;
    co_return response;
}

Task<Response> ignore(Request& request)
{
    std::string said = request.places.contains("name") ? request.places.at("name") : std::string("nobody");
    if (said == "throw")
        throw std::runtime_error("a fault");
    co_return Response::text(200, "text/plain", std::move(said));
}

std::unique_ptr<Server> serverWith(ServerOptions options = {})
{
    Router router;
    router.add({"POST", "/echo", 100'000, echo});
    router.add({"GET", "/stream", 0, stream});
    router.add({"POST", "/ignore", 10'000'000, ignore});
    router.add({"GET", "/people/{name}", 0, ignore});
    options.refuse = [](Refusal refusal) { return Response::text(400 + static_cast<int>(refusal), "text/plain", "refused"); };
    auto server = Server::start(std::move(options), std::move(router));
    REQUIRE(server);
    return std::move(*server);
}

} // namespace

TEST_CASE("one connection carries many requests", "[hub][http]")
{
    const auto server = serverWith();
    HttpClient client(server->port(), false);
    for (int i = 0; i < 20; ++i)
        CHECK(client.request("POST", "/echo", {}, fmt::format("body {}", i)).body == fmt::format("body {}", i));
}

TEST_CASE("a chunked body is read as it comes", "[hub][http]")
{
    const auto server = serverWith();
    HttpClient client(server->port(), false);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    client.send("6\r\n world\r\n0\r\n\r\n");
    CHECK(client.receive().body == "hello world");
    CHECK(client.request("POST", "/echo", {}, "again").body == "again");
}

TEST_CASE("a body beyond its route's limit is refused, announced or not", "[hub][http]")
{
    const auto server = serverWith();
    HttpClient announced(server->port(), false);
    CHECK(announced.request("POST", "/echo", {}, std::string(100'001, 'x')).status == 400 + static_cast<int>(Refusal::TooLarge));
    HttpClient chunked(server->port(), false);
    chunked.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string piece(50'000, 'x');
    for (int i = 0; i < 3; ++i)
        chunked.send(fmt::format("{:x}\r\n{}\r\n", piece.size(), piece));
    CHECK(chunked.receive().status == 413);
}

TEST_CASE("a client that waits for 100 Continue is told to go on, or refused before it sends", "[hub][http]")
{
    const auto server = serverWith();
    HttpClient client(server->port(), false);
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    client.send("body");
    CHECK(client.receive().body == "body");
    HttpClient large(server->port(), false);
    large.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 400000\r\n\r\n");
    CHECK(large.receive().status == 400 + static_cast<int>(Refusal::TooLarge));
}

TEST_CASE("a streamed answer is whole, or is seen not to be", "[hub][http]")
{
    const auto server = serverWith();
    for (const char* path : {"/stream", "/stream?length"}) {
        HttpClient client(server->port(), false);
        const auto answer = client.request("GET", path);
        CHECK(answer.whole);
        CHECK(answer.body.size() == 3000);
        CHECK(client.request("GET", path).whole);
    }
    HttpClient client(server->port(), false);
    CHECK_FALSE(client.request("GET", "/stream?break").whole);
}

TEST_CASE("a handler that leaves its body unread does not confuse the next request", "[hub][http]")
{
    const auto server = serverWith();
    HttpClient client(server->port(), false);
    CHECK(client.request("POST", "/ignore", {}, std::string(10'000, 'x')).status == 200);
    CHECK(client.request("POST", "/echo", {}, "next").body == "next");
    const auto large = client.request("POST", "/ignore", {}, std::string(5'000'000, 'x'));
    CHECK(large.status == 200);
    CHECK(large.headers.at("connection") == "close");
}

TEST_CASE("a handler that throws costs one answer, not the server", "[hub][http]")
{
    const auto server = serverWith();
    HttpClient client(server->port(), false);
    CHECK(client.request("GET", "/people/throw").status == 400 + static_cast<int>(Refusal::Internal));
    CHECK(client.request("GET", "/people/n.karimi").body == "n.karimi");
    CHECK(client.request("GET", "/people/%D8%B2").body == "ز");
}

TEST_CASE("unknown addresses and methods are told apart", "[hub][http]")
{
    const auto server = serverWith();
    CHECK(HttpClient(server->port(), false).request("GET", "/nothing").status == 400 + static_cast<int>(Refusal::NotFound));
    CHECK(HttpClient(server->port(), false).request("GET", "/echo").status == 400 + static_cast<int>(Refusal::MethodNotAllowed));
}

TEST_CASE("what is no HTTP gets an end, and others are still served", "[hub][http]")
{
    const auto server = serverWith();
    for (const std::string& nonsense : {std::string("\x16\x03\x01\x02nonsense\r\n\r\n"), std::string("GET\r\n\r\n"),
             "GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n\r\n", std::string("GET / HTTP/1.1\r\nbroken header\r\n\r\n"),
             std::string("POST /echo HTTP/1.1\r\nContent-Length: -5\r\n\r\n"),
             std::string("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZZZ\r\n"),
             std::string("POST /echo HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n")}) {
        HttpClient client(server->port(), false);
        client.send(nonsense);
        client.hangUp();
        const auto answer = client.receive();
        CHECK((answer.status == 0 || answer.status >= 400));
        CHECK(HttpClient(server->port(), false).request("POST", "/echo", {}, "alive").body == "alive");
    }
}

TEST_CASE("who sends nothing, half a header or half a body is let go when his time is over", "[hub][http]")
{
    ServerOptions options;
    options.idleTimeout = options.headerTimeout = options.bodyTimeout = std::chrono::milliseconds(50);
    const auto server = serverWith(std::move(options));
    HttpClient silent(server->port(), false);
    CHECK(silent.receive().status == 0);
    HttpClient header(server->port(), false);
    header.send("POST /echo HT");
    CHECK(header.receive().status == 0);
    HttpClient body(server->port(), false);
    body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
    CHECK(body.receive().status == 0);
    CHECK(HttpClient(server->port(), false).request("POST", "/echo", {}, "quick").body == "quick");
}

TEST_CASE("a server full of connections closes further ones, and takes others when some have gone", "[hub][http]")
{
    ServerOptions options;
    options.maxConnections = 2;
    const auto server = serverWith(std::move(options));
    HttpClient one(server->port(), false);
    CHECK(one.request("POST", "/echo", {}, "1").status == 200);
    {
        HttpClient two(server->port(), false);
        CHECK(two.request("POST", "/echo", {}, "2").status == 200);
        CHECK(HttpClient(server->port(), false).receive().status == 0);
        CHECK(one.request("POST", "/echo", {}, "3").status == 200);
    }
    int status = 0;
    for (int i = 0; i < 500 && status == 0; ++i) { // until the server has noticed that the second one went
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        status = HttpClient(server->port(), false).request("POST", "/echo", {}, "4").status;
    }
    CHECK(status == 200);
}

TEST_CASE("an address with too many connections keeps out itself only", "[hub][http]")
{
    ServerOptions options;
    options.maxConnectionsOfAddress = 3;
    const auto server = serverWith(std::move(options));
    std::vector<std::unique_ptr<HttpClient>> idle;
    for (int i = 0; i < 3; ++i) {
        idle.push_back(std::make_unique<HttpClient>(server->port(), false, "127.0.0.2"));
        CHECK(idle.back()->request("POST", "/echo", {}, "x").status == 200);
    }
    CHECK(HttpClient(server->port(), false, "127.0.0.2").receive().status == 0);
    CHECK(HttpClient(server->port(), false, "127.0.0.3").request("POST", "/echo", {}, "y").status == 200);
}

TEST_CASE("a connection for which there is no place costs the hub no handshake", "[hub][http]")
{
    hub::ServeOptions options;
    options.server.maxConnectionsOfAddress = 1;
    OfficeHub office(true, options);
    const HttpClient one(office.port(), true);
    CHECK_FALSE(one.pin().empty());
    CHECK(HttpClient(office.port(), true).pin().empty());
    CHECK_FALSE(HttpClient(office.port(), true, "127.0.0.9").pin().empty());
}

TEST_CASE("a server that stops lets its connections go", "[hub][http]")
{
    auto server = serverWith();
    HttpClient client(server->port(), false);
    CHECK(client.request("POST", "/echo", {}, "1").status == 200);
    server->stop();
    CHECK(HttpClient(server->port(), false).request("POST", "/echo", {}, "2").status == 0);
}
