#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tashilgar::tests {

/// An answer as it came; header names in lower case.
struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers;
    std::string body;
    bool whole = false; ///< the body ended as its header said
};

/// A connection to a hub on this machine that sends whatever a test wants, bytes by bytes. Blocks. With TLS it knows the
/// hub by its pin.
class HttpClient {
public:
    /// \p from: the address of this machine it comes from; any of 127.0.0.0/8.
    HttpClient(std::uint16_t port, bool tls, const char* from = "127.0.0.1");
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// SHA-256 of the server's public key, hexadecimal; empty over plain HTTP.
    std::string pin() const;

    HttpAnswer request(std::string_view method, std::string_view path,
        const std::vector<std::pair<std::string, std::string>>& headers = {}, std::string_view body = {});

    /// false: the other side closed.
    bool send(std::string_view bytes);
    HttpAnswer receive(bool headOnly = false);
    /// No more will be sent.
    void hangUp();

private:
    int read(char* to, int size);
    bool fill();

    struct Tls;
    int m_socket = -1;
    Tls* m_tls = nullptr;
    std::string m_buffer;
};

} // namespace tashilgar::tests
