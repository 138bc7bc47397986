#pragma once

#include "sync/client/transport.h"

#include <string>
#include <string_view>

namespace tashilgar::client::openrosa {

/// An address on an OpenRosa server, in parts.
struct Url {
    Address address;
    bool tls = true;
    std::string target = "/"; ///< path and query, as they go on the wire

    /// Reads "https://host[:port]/path?query" or the same with http. Fails with base::kMalformed: for anything else, and for
    /// a name or password inside, which would go into logs on the way.
    static base::Result<Url> parse(std::string_view text);
    /// What \p reference means on a page found here. Fails with base::kMalformed.
    base::Result<Url> resolve(std::string_view reference) const;
    /// "https://host[:port]", the port where it is not the usual one.
    std::string origin() const;
    std::string text() const { return origin() + target; }
    /// Whether somebody who was at \p from may be led here: the same host, and not out of TLS.
    bool mayFollow(const Url& from) const;
    /// This with \p more behind its path, one slash between them; without its query.
    Url below(std::string_view more) const;
};

/// For one segment of a path or one value of a query. Spec: RFC 3986, section 2.1
std::string percentEncoded(std::string_view text);

} // namespace tashilgar::client::openrosa
