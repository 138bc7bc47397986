#include "sync/hub/http/server.h"

#include "app/base/zones.h"
#include "sync/hub/http/admission.h"

#include <boost/asio/detached.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

// The only file that includes Beast: its templates take half a minute to compile.
namespace tashilgar::hub::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using asio::ip::tcp;
using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kPiece = 64 * 1024;
// A sender of less than this, counted after the first minute, holds a connection for nothing.
constexpr double kMinBytesPerSecond = 128;
constexpr std::chrono::seconds kPatience{60};
// How long the rest of a refused body is read and thrown away, so that its sender comes to read the refusal.
constexpr std::chrono::seconds kLinger{10};
// What is left of a body that its handler did not read is skipped up to here; beyond, the connection is closed.
constexpr std::uint64_t kSkippable = 64 * 1024;

auto noThrow(boost::system::error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

PlainStream& lowest(PlainStream& stream) { return stream; }
PlainStream& lowest(TlsStream& stream) { return stream.next_layer(); }

/// Who is counted together: an IPv4 address, or the 64 bits of an IPv6 network, which one machine may have whole.
std::string groupOf(const asio::ip::address& address)
{
    if (address.is_v4())
        return address.to_string();
    const asio::ip::address_v6 six = address.to_v6();
    return six.is_v4_mapped() ? asio::ip::make_address_v4(asio::ip::v4_mapped, six).to_string()
                              : asio::ip::network_v6(six, 64).canonical().to_string();
}

/// What connections share; outlives them.
struct Shared {
    ServerOptions options;
    Router router;
    std::shared_ptr<Admission> admission;
    std::atomic<bool> stopping{false};
    std::mutex mutex;
    std::condition_variable quiet;
    std::size_t answering = 0;
};

/// Counts one request as being answered while it lives.
class Answering {
public:
    explicit Answering(Shared& shared)
        : m_shared(shared)
    {
        const std::lock_guard lock(m_shared.mutex);
        ++m_shared.answering;
    }
    ~Answering()
    {
        const std::lock_guard lock(m_shared.mutex);
        if (--m_shared.answering == 0)
            m_shared.quiet.notify_all();
    }
    Answering(const Answering&) = delete;
    Answering& operator=(const Answering&) = delete;

private:
    Shared& m_shared;
};

template <class Stream>
class ReceivedBody final : public BodySource {
public:
    using Parser = bhttp::request_parser<bhttp::buffer_body>;

    ReceivedBody(Stream& stream, beast::flat_buffer& buffer, Parser& parser, std::uint64_t limit, bool sendContinue,
        std::chrono::milliseconds timeout)
        : m_stream(stream)
        , m_buffer(buffer)
        , m_parser(parser)
        , m_limit(limit)
        , m_sendContinue(sendContinue)
        , m_timeout(timeout)
        , m_started(Clock::now())
    {
    }

    Task<base::Result<base::Bytes>> next() override
    {
        if (m_failed)
            co_return base::fail(*m_failed);
        if (m_parser.is_done())
            co_return base::Bytes();
        boost::system::error_code error;
        if (m_sendContinue) {
            m_sendContinue = false;
            lowest(m_stream).expires_after(m_timeout);
            bhttp::response<bhttp::empty_body> go(bhttp::status::continue_, 11);
            co_await bhttp::async_write(m_stream, go, noThrow(error));
            if (error)
                co_return refuse(kBodyBroken, "the sender went away");
        }
        base::Bytes piece(kPiece);
        while (!m_parser.is_done()) {
            m_parser.get().body().data = piece.data();
            m_parser.get().body().size = piece.size();
            m_parser.get().body().more = true;
            lowest(m_stream).expires_after(m_timeout);
            co_await bhttp::async_read_some(m_stream, m_buffer, m_parser, noThrow(error));
            if (error == bhttp::error::need_buffer)
                error = {};
            if (error == beast::error::timeout)
                co_return refuse(kBodyTooSlow, "the sender was silent for too long");
            if (error)
                co_return refuse(kBodyBroken, "the sender went away in the middle of a request");
            const std::size_t got = piece.size() - m_parser.get().body().size;
            if (got == 0)
                continue;
            m_received += got;
            if (m_received > m_limit)
                co_return refuse(base::kTooLarge, "the request is larger than is allowed here");
            const auto took = Clock::now() - m_started;
            if (took > kPatience
                && static_cast<double>(m_received) < kMinBytesPerSecond * std::chrono::duration<double>(took).count())
                co_return refuse(kBodyTooSlow, "the sender was too slow");
            piece.resize(got);
            co_return piece;
        }
        co_return base::Bytes();
    }

    bool wasRefused() const { return m_failed.has_value(); }

private:
    base::Result<base::Bytes> refuse(base::ErrorCode code, std::string sentence)
    {
        m_failed = base::Error(code, std::move(sentence));
        return base::fail(*m_failed);
    }

    Stream& m_stream;
    beast::flat_buffer& m_buffer;
    Parser& m_parser;
    std::uint64_t m_limit;
    bool m_sendContinue;
    std::chrono::milliseconds m_timeout;
    Clock::time_point m_started;
    std::uint64_t m_received = 0;
    std::optional<base::Error> m_failed;
};

/// A text that is sent piece by piece.
class TextPieces final : public BodySource {
public:
    explicit TextPieces(std::string text)
        : m_text(std::move(text))
    {
    }
    Task<base::Result<base::Bytes>> next() override
    {
        const base::ByteView piece = base::bytesOf(std::string_view(m_text).substr(m_at, kPiece));
        m_at += piece.size();
        co_return base::Bytes(piece.begin(), piece.end());
    }

private:
    std::string m_text;
    std::size_t m_at = 0;
};

template <class Fields>
void setHeaders(Fields& to, const Response& response, bool keepAlive, bool forPrograms)
{
    // Deviates: RFC 9110, 6.6.1. A program of ours reads no Date, and a poor link pays for it.
    if (!forPrograms) {
        to.set(bhttp::field::server, "tashilgar-hub");
        to.set("X-Content-Type-Options", "nosniff");
        to.set(bhttp::field::cache_control, "no-store");
        to.set(bhttp::field::date, base::toHttpDate(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())));
    }
    for (const auto& [name, value] : response.headers.all())
        to.set(name, value);
    to.keep_alive(keepAlive);
}

template <class Stream>
class Connection {
public:
    Connection(Stream stream, std::shared_ptr<Shared> shared, std::string remote)
        : m_stream(std::move(stream))
        , m_shared(std::move(shared))
        , m_remote(std::move(remote))
    {
    }

    Task<void> run()
    {
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            boost::system::error_code error;
            lowest(m_stream).expires_after(m_shared->options.handshakeTimeout);
            co_await m_stream.async_handshake(asio::ssl::stream_base::server, noThrow(error));
            if (error)
                co_return;
        }
        bool more = true;
        while (more && !m_shared->stopping)
            more = co_await answerOne();
        boost::system::error_code ignored;
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            lowest(m_stream).expires_after(std::chrono::seconds(2));
            co_await m_stream.async_shutdown(noThrow(ignored));
        }
        lowest(m_stream).socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

private:
    using Parser = typename ReceivedBody<Stream>::Parser;

    /// One request from its first byte to its answer; false when the connection is to be closed.
    Task<bool> answerOne()
    {
        const ServerOptions& options = m_shared->options;
        boost::system::error_code error;
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(options.maxHeader));
        parser.body_limit(boost::none); // counted by ReceivedBody, by route

        // The clock of a header starts with its first byte; before that the connection is idle.
        if (m_buffer.size() == 0) {
            lowest(m_stream).expires_after(options.idleTimeout);
            const std::size_t got = co_await m_stream.async_read_some(m_buffer.prepare(4096), noThrow(error));
            if (error)
                co_return false;
            m_buffer.commit(got);
        }
        lowest(m_stream).expires_after(options.headerTimeout);
        co_await bhttp::async_read_header(m_stream, m_buffer, parser, noThrow(error));
        const auto began = Clock::now();
        if (error == bhttp::error::header_limit || error == bhttp::error::buffer_overflow)
            co_return co_await refuse(Refusal::TooManyHeaders, 11, began, {}, {});
        if (error && error.category() == bhttp::make_error_code(bhttp::error::bad_method).category()
            && error != bhttp::error::end_of_stream && error != bhttp::error::partial_message)
            co_return co_await refuse(Refusal::BadRequest, 11, began, {}, {});
        if (error)
            co_return false;

        Request request;
        request.method = std::string(parser.get().method_string());
        request.remoteAddress = m_remote;
        request.secure = std::is_same_v<Stream, TlsStream>;
        for (const auto& field : parser.get())
            request.headers.add(std::string(field.name_string()), std::string(field.value()));
        if (const auto length = parser.content_length())
            request.contentLength = *length;
        const unsigned version = parser.get().version();
        const auto target = Target::parse(parser.get().target());
        if (!target)
            co_return co_await refuse(Refusal::BadRequest, version, began, request.method, {});
        request.path = target->path;
        request.query = target->query;
        Router::Match match = m_shared->router.match(request.method, request.path);
        if (!match.route)
            co_return co_await refuse(match.otherMethods ? Refusal::MethodNotAllowed : Refusal::NotFound, version, began,
                request.method, {});
        if (request.contentLength && *request.contentLength > match.route->bodyLimit)
            co_return co_await refuse(Refusal::TooLarge, version, began, request.method, match.route->pattern, match.route);
        request.places = std::move(match.places);
        const bool expects = boost::beast::iequals(parser.get()[bhttp::field::expect], "100-continue");
        ReceivedBody<Stream> body(m_stream, m_buffer, parser, match.route->bodyLimit, expects, options.bodyTimeout);
        request.body = &body;

        Response response;
        std::optional<Answering> answering(std::in_place, *m_shared);
        try {
            // The deadline of the last read must not fall into the handler's own time.
            lowest(m_stream).expires_never();
            response = co_await match.route->handler(request);
        } catch (const std::exception&) {
            response = refusalOf(match.route, Refusal::Internal);
        }
        const bool keepAlive
            = parser.get().keep_alive() && !m_shared->stopping && !body.wasRefused() && co_await skipRest(parser, body, expects);
        const bool whole = co_await write(response, version, keepAlive, request.method == "HEAD", match.route->forPrograms);
        answering.reset();
        tell(began, request.method, match.route->pattern, response.status);
        if (whole && !keepAlive && !parser.is_done())
            co_await linger();
        co_return whole && keepAlive;
    }

    /// Reads what the handler left, if it is little; true when the next request can follow.
    Task<bool> skipRest(Parser& parser, ReceivedBody<Stream>& body, bool expects)
    {
        if (parser.is_done())
            co_return true;
        const auto left = parser.content_length_remaining();
        if (expects || !left || *left > kSkippable)
            co_return false;
        for (;;) {
            const base::Result<base::Bytes> piece = co_await body.next();
            if (!piece)
                co_return false;
            if (piece->empty())
                co_return true;
        }
    }

    Response refusalOf(const Route* route, Refusal refusal) const
    {
        return route && route->refuse ? route->refuse(refusal) : m_shared->options.refuse(refusal);
    }

    Task<bool> refuse(Refusal refusal, unsigned version, Clock::time_point began, std::string method, std::string route,
        const Route* said = nullptr)
    {
        Response response = refusalOf(said, refusal);
        tell(began, method, route, response.status);
        if (co_await write(response, version, false, method == "HEAD"))
            co_await linger();
        co_return false;
    }

    /// Reads and forgets until the other side closes.
    Task<void> linger()
    {
        boost::system::error_code error;
        base::Bytes piece(kPiece);
        lowest(m_stream).expires_after(kLinger);
        while (!error)
            co_await m_stream.async_read_some(asio::buffer(piece.data(), piece.size()), noThrow(error));
    }

    Task<bool> write(Response& response, unsigned version, bool keepAlive, bool headOnly, bool forPrograms = false)
    {
        boost::system::error_code error;
        const auto status = static_cast<bhttp::status>(response.status);
        lowest(m_stream).expires_after(m_shared->options.bodyTimeout);
        if (headOnly || response.status == 204) {
            bhttp::response<bhttp::empty_body> message(status, version);
            setHeaders(message, response, keepAlive, forPrograms);
            if (headOnly && !response.headers.find("Content-Length"))
                message.content_length(response.streamLength.value_or(response.body.size()));
            bhttp::response_serializer<bhttp::empty_body> serializer(message);
            co_await bhttp::async_write_header(m_stream, serializer, noThrow(error));
            co_return !error;
        }
        // A long text goes in pieces, so that a slow link is measured piece by piece.
        if (!response.stream && response.body.size() > kPiece) {
            response.streamLength = response.body.size();
            response.stream = std::make_unique<TextPieces>(std::move(response.body));
        }
        if (!response.stream) {
            bhttp::response<bhttp::string_body> message(status, version);
            setHeaders(message, response, keepAlive, forPrograms);
            message.body() = std::move(response.body);
            message.prepare_payload();
            co_await bhttp::async_write(m_stream, message, noThrow(error));
            co_return !error;
        }
        bhttp::response<bhttp::buffer_body> message(status, version);
        setHeaders(message, response, keepAlive, forPrograms);
        if (response.streamLength)
            message.content_length(*response.streamLength);
        else
            message.chunked(true);
        message.body().data = nullptr;
        message.body().more = true;
        bhttp::response_serializer<bhttp::buffer_body> serializer(message);
        co_await bhttp::async_write_header(m_stream, serializer, noThrow(error));
        while (!error && !serializer.is_done()) {
            lowest(m_stream).expires_never();
            base::Result<base::Bytes> piece = co_await response.stream->next();
            if (!piece)
                co_return false; // cut, so that nobody takes the part for the whole
            message.body().data = piece->empty() ? nullptr : piece->data();
            message.body().size = piece->size();
            message.body().more = !piece->empty();
            lowest(m_stream).expires_after(m_shared->options.bodyTimeout);
            co_await bhttp::async_write(m_stream, serializer, noThrow(error));
            if (error == bhttp::error::need_buffer)
                error = {};
        }
        co_return !error;
    }

    void tell(Clock::time_point began, std::string method, std::string route, int status)
    {
        if (m_shared->options.answered)
            m_shared->options.answered({std::move(method), std::move(route), status,
                std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began)});
    }

    Stream m_stream;
    std::shared_ptr<Shared> m_shared;
    std::string m_remote;
    beast::flat_buffer m_buffer{kPiece * 2};
};

template <class Stream>
Task<void> serve(Stream stream, std::shared_ptr<Shared> shared, std::string remote, [[maybe_unused]] Admission::Place place)
{
    Connection<Stream> connection(std::move(stream), std::move(shared), std::move(remote));
    try {
        co_await connection.run();
    } catch (const std::exception&) {
        // Whatever it was, it ends this connection and no other.
    }
}

class BeastServer final : public Server {
public:
    BeastServer(ServerOptions options, Router router)
        : m_shared(std::make_shared<Shared>())
        , m_acceptor(m_context)
    {
        m_shared->options = std::move(options);
        m_shared->router = std::move(router);
        m_shared->admission
            = std::make_shared<Admission>(m_shared->options.maxConnections, m_shared->options.maxConnectionsOfAddress);
    }
    ~BeastServer() override { stop(std::chrono::milliseconds(0)); }

    base::Result<void> listen()
    {
        const ServerOptions& options = m_shared->options;
        boost::system::error_code error;
        const auto cannot = [&](std::string_view what) {
            return base::fail(kCannotListen, fmt::format("{}: {}", what, error.message()),
                fmt::format("{}:{}", options.address, options.port));
        };
        if (options.tls) {
            m_tls.emplace(asio::ssl::context::tls_server);
            m_tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1
                    | asio::ssl::context::no_tlsv1_1, error);
            m_tls->use_certificate_chain(asio::buffer(options.tls->certificatePem), error);
            if (!error)
                m_tls->use_private_key(asio::buffer(options.tls->keyPem), asio::ssl::context::pem, error);
            if (error)
                return cannot("the TLS key cannot be used");
        }
        const auto address = asio::ip::make_address(options.address, error);
        if (error)
            return cannot("this is no address to listen at");
        const tcp::endpoint endpoint(address, options.port);
        m_acceptor.open(endpoint.protocol(), error);
        if (!error)
            m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error)
            m_acceptor.bind(endpoint, error);
        if (!error)
            m_acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return cannot("the hub cannot listen there");
        m_port = m_acceptor.local_endpoint(error).port();
        asio::co_spawn(m_context, accept(), asio::detached);
        for (int i = 0; i < std::max(1, options.threads); ++i)
            m_threads.emplace_back([this] { m_context.run(); });
        return {};
    }

    std::uint16_t port() const override { return m_port; }

    void stop(std::chrono::milliseconds grace) override
    {
        if (m_threads.empty())
            return;
        m_shared->stopping = true;
        {
            std::unique_lock lock(m_shared->mutex);
            m_shared->quiet.wait_for(lock, grace, [this] { return m_shared->answering == 0; });
        }
        m_context.stop();
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
        // Only now: until here the acceptor was the threads'.
        boost::system::error_code ignored;
        m_acceptor.close(ignored);
    }

private:
    Task<void> accept()
    {
        boost::system::error_code error;
        asio::steady_timer pause(m_context);
        while (!m_shared->stopping) {
            tcp::socket socket = co_await m_acceptor.async_accept(asio::make_strand(m_context), noThrow(error));
            if (error == asio::error::operation_aborted || !m_acceptor.is_open())
                co_return;
            if (error) { // no descriptors left, say: others may go on
                pause.expires_after(std::chrono::milliseconds(100));
                co_await pause.async_wait(noThrow(error));
                continue;
            }
            if (m_shared->stopping)
                co_return;
            socket.set_option(tcp::no_delay(true), error);
            const tcp::endpoint remote = socket.remote_endpoint(error);
            if (error)
                continue;
            const auto executor = socket.get_executor();
            std::string address = remote.address().to_string();
            // Before the handshake, which costs the hub more than it costs a stranger.
            std::optional<Admission::Place> place = m_shared->admission->admit(groupOf(remote.address()));
            if (!place)
                continue;
            PlainStream plain(std::move(socket));
            if (m_tls)
                asio::co_spawn(executor, serve(TlsStream(std::move(plain), *m_tls), m_shared, std::move(address), std::move(*place)), asio::detached);
            else
                asio::co_spawn(executor, serve(std::move(plain), m_shared, std::move(address), std::move(*place)), asio::detached);
        }
    }

    std::shared_ptr<Shared> m_shared;
    std::optional<asio::ssl::context> m_tls;
    asio::io_context m_context;
    tcp::acceptor m_acceptor;
    std::uint16_t m_port = 0;
    std::vector<std::thread> m_threads;
};

} // namespace

base::Result<std::unique_ptr<Server>> Server::start(ServerOptions options, Router router)
{
    auto server = std::make_unique<BeastServer>(std::move(options), std::move(router));
    TASHILGAR_TRY(server->listen());
    return server;
}

} // namespace tashilgar::hub::http
