#include "tests/sync/hub/http_client.h"

#include "app/base/hash.h"
#include "app/base/text.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <csignal>

namespace tashilgar::tests {

struct HttpClient::Tls {
    SSL_CTX* context = nullptr;
    SSL* connection = nullptr;
};

HttpClient::HttpClient(std::uint16_t port, bool tls, const char* from)
{
    std::signal(SIGPIPE, SIG_IGN);
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, from, &address.sin_addr);
    (void)::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
        return;
    }
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls) {
        m_tls = new Tls;
        m_tls->context = SSL_CTX_new(TLS_client_method());
        m_tls->connection = SSL_new(m_tls->context);
        SSL_set_fd(m_tls->connection, m_socket);
        SSL_connect(m_tls->connection);
    }
}

HttpClient::~HttpClient()
{
    if (m_tls) {
        SSL_shutdown(m_tls->connection);
        SSL_free(m_tls->connection);
        SSL_CTX_free(m_tls->context);
        delete m_tls;
    }
    if (m_socket >= 0)
        ::close(m_socket);
}

std::string HttpClient::pin() const
{
    if (!m_tls)
        return {};
    X509* certificate = SSL_get1_peer_certificate(m_tls->connection);
    if (!certificate)
        return {};
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    std::string pin = base::Sha256::hexOf({reinterpret_cast<const std::byte*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    X509_free(certificate);
    return pin;
}

bool HttpClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = m_tls ? SSL_write(m_tls->connection, bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), 1 << 20)))
                                : static_cast<int>(::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

int HttpClient::read(char* to, int size)
{
    return m_tls ? SSL_read(m_tls->connection, to, size) : static_cast<int>(::recv(m_socket, to, static_cast<std::size_t>(size), 0));
}

bool HttpClient::fill()
{
    char piece[16 * 1024];
    const int got = read(piece, sizeof piece);
    if (got <= 0)
        return false;
    m_buffer.append(piece, static_cast<std::size_t>(got));
    return true;
}

void HttpClient::hangUp() { ::shutdown(m_socket, SHUT_WR); }

HttpAnswer HttpClient::request(std::string_view method, std::string_view path,
    const std::vector<std::pair<std::string, std::string>>& headers, std::string_view body)
{
    std::string text = fmt::format("{} {} HTTP/1.1\r\nHost: localhost\r\n", method, path);
    for (const auto& [name, value] : headers)
        text += fmt::format("{}: {}\r\n", name, value);
    if (!body.empty() || method == "POST" || method == "PATCH")
        text += fmt::format("Content-Length: {}\r\n", body.size());
    text += "\r\n";
    // A refusal may come before all is sent; it is read all the same.
    if (send(text))
        send(body);
    return receive(method == "HEAD");
}

HttpAnswer HttpClient::receive(bool headOnly)
{
    HttpAnswer answer;
    std::size_t end = 0;
    do {
        while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos) {
            if (!fill())
                return answer;
        }
        const std::string head = m_buffer.substr(0, end);
        m_buffer.erase(0, end + 4);
        const auto lines = base::split(head, '\n');
        answer.status = std::stoi(std::string(lines[0].substr(9, 3)));
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const std::size_t colon = lines[i].find(':');
            answer.headers[base::toLowerAscii(lines[i].substr(0, colon))] = base::trim(lines[i].substr(colon + 1));
        }
    } while (answer.status == 100);
    answer.whole = true;
    if (headOnly || answer.status == 204)
        return answer;
    if (answer.headers["transfer-encoding"] == "chunked") {
        for (;;) {
            std::size_t line = 0;
            while ((line = m_buffer.find("\r\n")) == std::string::npos) {
                if (!fill()) {
                    answer.whole = false;
                    return answer;
                }
            }
            const std::size_t size = std::stoul(m_buffer.substr(0, line), nullptr, 16);
            while (m_buffer.size() < line + 2 + size + 2) {
                if (!fill()) {
                    answer.whole = false;
                    return answer;
                }
            }
            answer.body += m_buffer.substr(line + 2, size);
            m_buffer.erase(0, line + 2 + size + 2);
            if (size == 0)
                return answer;
        }
    }
    const std::string length = answer.headers["content-length"];
    const std::size_t size = length.empty() ? 0 : std::stoul(length);
    while (m_buffer.size() < size) {
        if (!fill()) {
            answer.whole = false;
            break;
        }
    }
    answer.body = m_buffer.substr(0, size);
    m_buffer.erase(0, size);
    return answer;
}

} // namespace tashilgar::tests
