#include "tests/sync/sockets/raw_hub.h"

#include "app/base/text.h"
#include "tests/support/temporary_folder.h"

#include <boost/asio/buffers_iterator.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <atomic>
#include <condition_variable>
#include <fmt/format.h>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace tashilgar::tests {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

/// Takes one whole request from the beginning of \p bytes.
std::optional<client::Request> takeRequest(std::string& bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string::npos)
        return std::nullopt;
    client::Request request;
    std::size_t length = 0;
    const std::string head = bytes.substr(0, end);
    bool first = true;
    for (std::string_view line : base::split(head, '\n')) {
        line = base::trim(line);
        if (first) {
            const auto words = base::splitWords(line);
            for (const client::Method method :
                {client::Method::Get, client::Method::Head, client::Method::Post, client::Method::Patch}) {
                if (nameOf(method) == words.at(0))
                    request.method = method;
            }
            request.target = words.at(1);
            first = false;
            continue;
        }
        const std::size_t colon = line.find(':');
        request.headers.push_back({std::string(line.substr(0, colon)), std::string(base::trim(line.substr(colon + 1)))});
        if (base::toLowerAscii(request.headers.back().name) == "content-length")
            length = std::stoull(request.headers.back().value);
    }
    if (bytes.size() < end + 4 + length)
        return std::nullopt;
    const base::ByteView body = base::bytesOf(std::string_view(bytes)).subspan(end + 4, length);
    request.body.assign(body.begin(), body.end());
    bytes.erase(0, end + 4 + length);
    return request;
}

} // namespace

struct RawHub::State {
    asio::io_context io;
    tcp::acceptor acceptor{io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
    std::optional<asio::ssl::context> tls;
    Answer answer;
    bool deaf = false;

    mutable std::mutex mutex;
    std::condition_variable arrived;
    std::string received;
    int connections = 0;
    int requests = 0;
    std::list<std::shared_ptr<tcp::socket>> open;
    std::atomic<bool> ending{false};
    std::vector<std::thread> served;
    std::thread thread;

    template <class Stream>
    void talk(Stream& stream)
    {
        std::string pending;
        std::string piece(64 * 1024, '\0');
        error_code error;
        while (!ending) {
            const std::size_t count = stream.read_some(asio::buffer(piece), error);
            if (error)
                return;
            {
                const std::lock_guard lock(mutex);
                received.append(piece, 0, count);
            }
            pending.append(piece, 0, count);
            while (auto request = takeRequest(pending)) {
                const auto reply = answer(*request);
                {
                    const std::lock_guard lock(mutex);
                    ++requests;
                }
                arrived.notify_all();
                if (!reply)
                    continue;
                asio::write(stream, asio::buffer(reply->bytes), error);
                if (reply->close || error)
                    return;
            }
        }
    }

    void serve(const std::shared_ptr<tcp::socket>& socket)
    {
        error_code error;
        if (deaf) {
            char byte = 0;
            while (!error)
                socket->read_some(asio::buffer(&byte, 1), error);
        } else if (tls) {
            asio::ssl::stream<tcp::socket&> stream(*socket, *tls);
            stream.handshake(asio::ssl::stream_base::server, error);
            if (!error)
                talk(stream);
        } else {
            talk(*socket);
        }
        const std::lock_guard lock(mutex);
        error_code ignored;
        socket->shutdown(tcp::socket::shutdown_both, ignored);
        socket->close(ignored);
        open.remove(socket);
    }

    void run()
    {
        while (!ending) {
            auto socket = std::make_shared<tcp::socket>(io);
            error_code error;
            acceptor.accept(*socket, error);
            if (error || ending)
                return;
            const std::lock_guard lock(mutex);
            ++connections;
            open.push_back(socket);
            served.emplace_back([this, socket] { serve(socket); });
        }
    }

    void end()
    {
        ending = true;
        error_code ignored;
        {
            // Wakes accept(), which a close from another thread may leave asleep.
            tcp::socket knock(io);
            knock.connect(acceptor.local_endpoint(ignored), ignored);
        }
        thread.join();
        {
            const std::lock_guard lock(mutex);
            for (const auto& socket : open)
                socket->shutdown(tcp::socket::shutdown_both, ignored);
        }
        for (std::thread& one : served)
            one.join();
    }
};

RawHub::RawHub(std::optional<hub::http::TlsIdentity> tls, Answer answer)
    : m_state(std::make_unique<State>())
{
    m_state->answer = std::move(answer);
    if (tls) {
        m_state->tls.emplace(asio::ssl::context::tls_server);
        m_state->tls->use_certificate_chain(asio::buffer(tls->certificatePem));
        m_state->tls->use_private_key(asio::buffer(tls->keyPem), asio::ssl::context::pem);
    }
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
}

std::unique_ptr<RawHub> RawHub::silent()
{
    auto hub = std::make_unique<RawHub>(std::nullopt, [](const client::Request&) { return std::nullopt; });
    hub->m_state->deaf = true;
    return hub;
}

RawHub::~RawHub() { m_state->end(); }

client::Address RawHub::address() const { return {"127.0.0.1", m_state->acceptor.local_endpoint().port()}; }

std::string RawHub::received() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->received;
}

int RawHub::connections() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->connections;
}

void RawHub::waitForRequest()
{
    std::unique_lock lock(m_state->mutex);
    m_state->arrived.wait(lock, [&] { return m_state->requests > 0; });
}

hub::http::TlsIdentity identityOf(const std::string& name)
{
    static std::map<std::string, hub::http::TlsIdentity> made;
    if (const auto found = made.find(name); found != made.end())
        return found->second;
    const TemporaryFolder folder;
    base::SystemFiles files;
    return made.emplace(name, hub::http::TlsIdentity::loadOrMake(files, folder.path(), base::SystemClock()).value())
        .first->second;
}

RawHub::Reply httpReply(int status, std::string_view body, std::string_view headers)
{
    return {fmt::format("HTTP/1.1 {} Said\r\nContent-Length: {}\r\n{}\r\n{}", status, body.size(), headers, body)};
}

} // namespace tashilgar::tests
