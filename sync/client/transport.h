#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"
#include "sync/client/errors.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::client {

/// Where a hub listens.
struct Address {
    std::string host; ///< a name or a number; IPv6 without brackets
    std::uint16_t port = 0;
    friend bool operator==(const Address&, const Address&) = default;

    /// Reads "192.168.1.5:8443", "[fe80::1]:8443" or either after "https://". Fails with base::kMalformed.
    static base::Result<Address> parse(std::string_view text);
    std::string text() const;
};

enum class Method { Get, Head, Post, Patch };
std::string_view nameOf(Method method);

struct Header {
    std::string name;
    std::string value;
};

/// By what the other side is known.
enum class Trust {
    Pin,         ///< its key alone: a hub of ours
    Authorities, ///< a certificate for its name that the system's authorities vouch for: a server on the Internet
    Nothing,     ///< no TLS: an OpenRosa server of which a person wrote http://
};

struct Response;

/// One request. Bodies are whole: large things travel in pieces of a few megabytes (push.h, pull.h), so that no request
/// is so long that losing it hurts.
struct Request {
    Address address;
    Trust trust = Trust::Pin;
    /// SHA-256 of the hub's public key, hexadecimal; or a prefix of it as protocol::pinMatches() takes it. Of Trust::Pin.
    std::string pin;
    Method method = Method::Get;
    std::string target = "/"; ///< path and query
    std::vector<Header> headers;
    base::Bytes body;
    std::size_t answerLimit = 1024 * 1024;

    /// A far hub over a poor link answers within this or not at all; chosen from 2G round trips of some seconds.
    std::chrono::milliseconds connectTimeout{30'000};
    /// No byte in either direction for so long: the link is dead.
    std::chrono::milliseconds stallTimeout{60'000};
    /// Where an answer that broke off in its body is left as far as it came, if not null; send() fails all the same.
    Response* cut = nullptr;
};

struct Response {
    int status = 0;
    std::vector<Header> headers;
    base::Bytes body;
    std::string peerPin; ///< of who answered: 64 hexadecimal digits; of Trust::Pin

    /// Names compare without regard to case; nothing when it is not there.
    std::optional<std::string_view> header(std::string_view name) const;
};

/// Carries one request at a time to a hub or server and brings its answer back.
///
/// Blocking, so that push and pull read as they happen; whoever owns a screen calls it on another thread. A transport
/// belongs to the thread that first sends with it. Connections are kept and used again.
///
/// A hub is known by its key alone: when the SHA-256 of its SubjectPublicKeyInfo matches the pin, names, issuers and
/// dates do not matter; when it does not, not one byte of the request leaves (kOtherHub). A server under Trust::Authorities
/// is known by its certificate; where that is not good, no byte leaves either (kCertificateUntrusted). Redirects are answers
/// like any other.
class Transport {
public:
    virtual ~Transport() = default;
    /// Any status is a success here. Fails with kUnreachable, kLinkDropped, kTimedOut, kOtherHub, kCertificateUntrusted,
    /// kNotAHub (no TLS there), kAnswerTooLarge, or base::kCancelled soon after \p stop was asked for. After a failure the hub may have done what
    /// was asked.
    virtual base::Result<Response> send(const Request& request, std::stop_token stop) = 0;
};

} // namespace tashilgar::client
