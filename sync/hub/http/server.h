#pragma once

#include "app/base/result.h"
#include "sync/hub/http/certificate.h"
#include "sync/hub/http/router.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tashilgar::hub::http {

inline constexpr base::ErrorCode kCannotListen{"http.cannot-listen"};

/// One answered request, for a log. Holds the route and no address of a person or record.
struct Access {
    std::string method;
    std::string route; ///< the pattern; empty where none matched
    int status = 0;
    std::chrono::milliseconds took{0};
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one
    /// Without it plain HTTP is spoken: for tests, and behind a proxy of the same machine.
    std::optional<TlsIdentity> tls;
    std::chrono::milliseconds handshakeTimeout{10'000};
    std::chrono::milliseconds headerTimeout{10'000}; ///< from the first byte to the last of the header
    std::chrono::milliseconds bodyTimeout{30'000};   ///< between two pieces, received or sent
    std::chrono::milliseconds idleTimeout{60'000};   ///< between two requests
    std::size_t maxHeader = 16 * 1024;
    /// Beyond these a connection is closed before anything is said, TLS included. An office's tablets may share one address.
    std::size_t maxConnections = 1000;
    std::size_t maxConnectionsOfAddress = 250;
    int threads = 2;
    /// How a refusal is said. Called from any thread; must be set.
    std::function<Response(Refusal)> refuse;
    /// May stay unset. Called from any thread.
    std::function<void(const Access&)> answered;
};

/// Listens, speaks HTTP/1.1, with TLS where it has an identity, and hands requests to the router's handlers. Knows no
/// resource. Handlers run on the server's own few threads and must not block: see offload().
class Server {
public:
    /// Fails with kCannotListen.
    static base::Result<std::unique_ptr<Server>> start(ServerOptions options, Router router);
    virtual ~Server() = default;

    virtual std::uint16_t port() const = 0;
    /// Takes no more requests, lets those that are being answered end (at most \p grace), and ends its threads. What calls
    /// back later is forgotten. The object must outlive everybody who may still call back.
    virtual void stop(std::chrono::milliseconds grace = std::chrono::seconds(5)) = 0;
};

} // namespace tashilgar::hub::http
