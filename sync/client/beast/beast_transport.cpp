#include "sync/client/beast/beast_transport.h"

#include "sync/client/certificate_pin.h"
#include "sync/protocol/invitation.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

namespace tashilgar::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using base::Result;
using ErrorCode = boost::system::error_code;

namespace {

using Stream = asio::ssl::stream<beast::tcp_stream>;

/// One connection, let in under one pin or by one kind of trust.
struct Connection {
    Address address;
    Trust trust;
    std::string pin;
    std::string peerPin;
    Stream stream;
    beast::flat_buffer buffer;

    Connection(asio::io_context& io, asio::ssl::context& tls, const Request& request)
        : address(request.address)
        , trust(request.trust)
        , pin(request.pin)
        , stream(io, tls)
    {
    }
    beast::tcp_stream& socket() { return beast::get_lowest_layer(stream); }
    bool serves(const Request& request) const
    {
        return address == request.address && trust == request.trust && pin == request.pin;
    }
    /// What carries the request: the stream of TLS, or the bare one below it.
    template <class Use>
    void with(Use use)
    {
        if (trust == Trust::Nothing)
            use(socket());
        else
            use(stream);
    }
};

std::string pinOfPeer(Stream& stream)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        SSL_get1_peer_certificate(stream.native_handle()), &X509_free);
    if (!certificate)
        return {};
    const int size = i2d_X509(certificate.get(), nullptr);
    if (size <= 0)
        return {};
    base::Bytes der(static_cast<std::size_t>(size));
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(certificate.get(), &out);
    return pinOf(der).value_or(std::string());
}

/// What \p error means for the link, once connected.
base::Error linkError(const ErrorCode& error, const std::string& place)
{
    if (error == beast::error::timeout)
        return {kTimedOut, "the hub stopped answering", place};
    if (error == http::error::body_limit)
        return {kAnswerTooLarge, "the answer is larger than agreed", place};
    const bool notHttp = error.category() == http::make_error_code(http::error::bad_method).category()
        && error != http::error::end_of_stream && error != http::error::partial_message;
    if (notHttp)
        return {kNotAHub, "what answers there does not speak as a hub: " + error.message(), place};
    return {kLinkDropped, error.message(), place};
}

Response responseOf(const http::response<http::string_body>& answer, const std::string& peerPin)
{
    Response response;
    response.status = static_cast<int>(answer.result_int());
    for (const auto& field : answer)
        response.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    const base::ByteView body = base::bytesOf(answer.body());
    response.body.assign(body.begin(), body.end());
    response.peerPin = peerPin;
    return response;
}

http::verb verbOf(Method method)
{
    switch (method) {
    case Method::Get: return http::verb::get;
    case Method::Head: return http::verb::head;
    case Method::Post: return http::verb::post;
    case Method::Patch: return http::verb::patch;
    }
    return http::verb::unknown;
}

} // namespace

struct BeastTransport::State {
    asio::io_context io;
    asio::ssl::context tls{asio::ssl::context::tls_client};
    std::unique_ptr<Connection> connection;

    State()
    {
        // The key is looked at by us after the handshake, and nothing else of the certificate counts.
        tls.set_verify_mode(asio::ssl::verify_none);
        SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
        // For servers that an authority vouches for; the connection asks for a look at the certificate then.
        SSL_CTX_set_default_verify_paths(tls.native_handle());
        // What a cut leaves of a record is lost to the other side. The usual 16 kB are two seconds of a poor link.
        SSL_CTX_set_max_send_fragment(tls.native_handle(), 4096);
    }

    /// Runs one asynchronous operation to its end.
    template <class Start>
    ErrorCode run(Start start)
    {
        ErrorCode result = asio::error::would_block;
        start([&](const ErrorCode& error) { result = error; });
        io.restart();
        io.run();
        return result;
    }

    Result<void> connect(const Request& request);
    Result<void> greet(Connection& made, const std::string& place);
    Result<Response> exchange(const Request& request, bool& answered);
};

Result<void> BeastTransport::State::connect(const Request& request)
{
    const std::string place = request.address.text();
    connection = std::make_unique<Connection>(io, tls, request);
    Connection& made = *connection;

    std::vector<tcp::endpoint> endpoints;
    ErrorCode error;
    if (const auto number = asio::ip::make_address(request.address.host, error); !error) {
        endpoints.emplace_back(number, request.address.port);
    } else {
        tcp::resolver resolver(io);
        error = run([&](auto done) {
            resolver.async_resolve(request.address.host, std::to_string(request.address.port),
                [&, done](const ErrorCode& failed, const tcp::resolver::results_type& found) {
                    endpoints.assign(found.begin(), found.end());
                    done(failed);
                });
        });
        if (error)
            return base::fail(kUnreachable, error.message(), place);
        SSL_set_tlsext_host_name(made.stream.native_handle(), request.address.host.c_str());
    }

    made.socket().expires_after(request.connectTimeout);
    error = run([&](auto done) {
        made.socket().async_connect(endpoints, [done](const ErrorCode& failed, const tcp::endpoint&) { done(failed); });
    });
    if (error)
        return base::fail(kUnreachable, error.message(), place);
    made.socket().socket().set_option(tcp::no_delay(true), error);
    return made.trust == Trust::Nothing ? Result<void>() : greet(made, place);
}

Result<void> BeastTransport::State::greet(Connection& made, const std::string& place)
{
    if (made.trust == Trust::Authorities) {
        SSL* const handle = made.stream.native_handle();
        SSL_set_verify(handle, SSL_VERIFY_PEER, nullptr);
        ErrorCode named;
        if (asio::ip::make_address(made.address.host, named); !named)
            X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(handle), made.address.host.c_str());
        else
            SSL_set1_host(handle, made.address.host.c_str());
    }
    const ErrorCode error = run([&](auto done) { made.stream.async_handshake(asio::ssl::stream_base::client, done); });
    const bool fromTls = error.category() == asio::error::get_ssl_category();
    if (fromTls && ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_CERTIFICATE_VERIFY_FAILED)
        return base::fail(kCertificateUntrusted, "no authority vouches for the server there; nothing was sent to it", place);
    if (error)
        return base::fail(fromTls ? kNotAHub : kUnreachable, "no hub could be greeted there: " + error.message(), place);
    if (made.trust == Trust::Authorities)
        return {};

    made.peerPin = pinOfPeer(made.stream);
    if (made.peerPin.empty() || !protocol::pinMatches(made.pin, made.peerPin))
        return base::fail(kOtherHub, "a hub with another key answers there; nothing was sent to it", place);
    return {};
}

Result<Response> BeastTransport::State::exchange(const Request& request, bool& answered)
{
    const std::string place = request.address.text();
    Connection& used = *connection;
    http::request<http::string_body> message(verbOf(request.method), request.target, 11);
    message.set(http::field::host, place);
    if (request.trust != Trust::Pin) // a hub does not ask which client this is, and a poor link pays for every byte
        message.set(http::field::user_agent, "Tashilgar");
    for (const Header& header : request.headers)
        message.set(header.name, header.value);
    message.body() = base::textOf(request.body);
    if (request.method == Method::Post || request.method == Method::Patch)
        message.prepare_payload();

    // Piece by piece, so that the time-out counts silence and not the size of a body.
    http::request_serializer<http::string_body> serializer(message);
    while (!serializer.is_done()) {
        used.socket().expires_after(request.stallTimeout);
        const ErrorCode error = run([&](auto done) {
            used.with([&](auto& stream) {
                http::async_write_some(stream, serializer, [done](const ErrorCode& failed, std::size_t) { done(failed); });
            });
        });
        // Who refuses a large body may answer and close before all of it was sent: the answer says why.
        if (error && error != beast::error::timeout)
            break;
        if (error)
            return base::fail(linkError(error, place));
    }

    http::response_parser<http::string_body> parser;
    parser.body_limit(request.answerLimit);
    parser.skip(request.method == Method::Head);
    while (!parser.is_done()) {
        used.socket().expires_after(request.stallTimeout);
        const ErrorCode error = run([&](auto done) {
            used.with([&](auto& stream) {
                http::async_read_some(
                    stream, used.buffer, parser, [done](const ErrorCode& failed, std::size_t) { done(failed); });
            });
        });
        answered = answered || parser.got_some() || used.buffer.size() > 0;
        if (error && request.cut && parser.is_header_done())
            *request.cut = responseOf(parser.get(), used.peerPin);
        if (error)
            return base::fail(linkError(error, place));
    }

    Response response = responseOf(parser.get(), used.peerPin);
    if (!parser.get().keep_alive())
        connection.reset();
    return response;
}

BeastTransport::BeastTransport()
    : m_state(std::make_unique<State>())
{
}

BeastTransport::~BeastTransport() = default;

Result<Response> BeastTransport::send(const Request& request, std::stop_token stop)
{
    // A wish to stop that came as the last request ended is not meant for this one.
    m_state->io.restart();
    m_state->io.poll();
    const std::stop_callback onStop(stop, [this] {
        asio::post(m_state->io, [this] {
            if (m_state->connection)
                m_state->connection->socket().close();
        });
    });

    for (bool again = false;; again = true) {
        if (stop.stop_requested())
            return base::fail(base::kCancelled, "stopped");
        const Connection* kept = m_state->connection.get();
        const bool fresh = kept == nullptr || again || !kept->serves(request);
        if (fresh) {
            if (auto connected = m_state->connect(request); !connected) {
                m_state->connection.reset();
                if (stop.stop_requested())
                    return base::fail(base::kCancelled, "stopped");
                return base::fail(std::move(connected).error());
            }
        }
        bool answered = false;
        auto response = m_state->exchange(request, answered);
        if (response)
            return response;
        m_state->connection.reset();
        if (stop.stop_requested())
            return base::fail(base::kCancelled, "stopped");
        // A hub closes connections that were idle; the request is sent once more on a new one. Each may be repeated; but a
        // piece of a file has moved the offset by what of it arrived, so that whoever sends it asks first.
        if (fresh || answered || response.error().code != kLinkDropped || request.method == Method::Patch)
            return response;
    }
}

} // namespace tashilgar::client
