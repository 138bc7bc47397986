#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"
#include "sync/hub/http/task.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tashilgar::hub::http {

/// The sender was slower than the limits allow, or went away.
inline constexpr base::ErrorCode kBodyBroken{"http.body-broken"};
inline constexpr base::ErrorCode kBodyTooSlow{"http.body-too-slow"};

/// Bytes that arrive or are made piece by piece. One coroutine at a time asks.
class BodySource {
public:
    virtual ~BodySource() = default;
    /// The next piece; empty at the end. A request's body fails with base::kTooLarge beyond the limit of its route,
    /// kBodyTooSlow or kBodyBroken.
    virtual Task<base::Result<base::Bytes>> next() = 0;
};

/// Names without case, in the order they came.
class Headers {
public:
    void add(std::string name, std::string value) { m_all.emplace_back(std::move(name), std::move(value)); }
    std::optional<std::string_view> find(std::string_view name) const;
    const std::vector<std::pair<std::string, std::string>>& all() const { return m_all; }

private:
    std::vector<std::pair<std::string, std::string>> m_all;
};

/// What somebody asks. Lives until its handler has answered.
struct Request {
    std::string method;
    std::string path;                         ///< as sent, without the query
    std::map<std::string, std::string> query; ///< decoded; the last of a name counts
    std::map<std::string, std::string> places; ///< what stood at {name} in the route's pattern, decoded
    Headers headers;
    std::optional<std::uint64_t> contentLength;
    std::string remoteAddress; ///< without port
    bool secure = false; ///< came over TLS
    BodySource* body = nullptr; ///< never null; not owned

    /// All of the body. Fails as BodySource::next() does.
    Task<base::Result<base::Bytes>> readBody();
};

/// What is answered. Of a streamed body nothing is known to be sent until it was; when it fails half-way the connection is
/// cut, so that the other side sees that it is not whole.
struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    std::unique_ptr<BodySource> stream; ///< instead of body
    std::optional<std::uint64_t> streamLength; ///< Content-Length of the stream; without it the body is chunked

    static Response text(int status, std::string_view mediaType, std::string body);
};

} // namespace tashilgar::hub::http
