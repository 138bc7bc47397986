#pragma once

#include "sync/client/transport.h"
#include "sync/hub/http/certificate.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tashilgar::tests {

/// A server on a loopback port that does exactly what a test says, however wrong. One thread, one connection after the
/// other.
class RawHub {
public:
    /// What goes back for one request: bytes as they are, and whether the connection is closed then.
    struct Reply {
        std::string bytes;
        bool close = false;
    };
    /// Nothing: silence.
    using Answer = std::function<std::optional<Reply>(const client::Request&)>;

    /// With \p tls the handshake is made with it; without, bytes are plain.
    RawHub(std::optional<hub::http::TlsIdentity> tls, Answer answer);
    /// Accepts connections and never says a byte.
    static std::unique_ptr<RawHub> silent();
    ~RawHub();

    client::Address address() const;
    /// Every byte that arrived inside of TLS (or plain), from all connections so far.
    std::string received() const;
    int connections() const;
    /// Returns when a request has arrived whole.
    void waitForRequest();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The identity of a hub, new or the same for the same \p name, within one run of the tests.
hub::http::TlsIdentity identityOf(const std::string& name);

/// An answer in the form of HTTP/1.1.
RawHub::Reply httpReply(int status, std::string_view body = {}, std::string_view headers = {});

} // namespace tashilgar::tests
