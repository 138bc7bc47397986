#pragma once

#include "sync/hub/http/message.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::hub::http {

using Handler = std::function<Task<Response>(Request&)>;

/// What the server itself refuses, before or instead of a handler. Who is silent for longer than the limits, or comes when
/// all places are taken, is cut off without a word. Busy is for handlers.
enum class Refusal { BadRequest, NotFound, MethodNotAllowed, TooLarge, TooManyHeaders, Busy, Internal };

/// One method at one address. `{name}` stands for one step of the path, or for what stands before the rest of its step:
/// "{form}.xml".
struct Route {
    std::string method;
    std::string pattern;        ///< "/sync/v1/blobs/{sha256}"
    std::uint64_t bodyLimit = 0; ///< bytes; a longer body is refused, before it is read where its length was said
    Handler handler;
    /// How refusals are said at this address; unset: as everywhere.
    std::function<Response(Refusal)> refuse = {};
    bool forPrograms = false; ///< its answers go without the headers that only browsers and proxies read
};

/// Which handler answers. Filled before the server starts, read by all threads after.
class Router {
public:
    void add(Route route) { m_routes.push_back(std::move(route)); }

    struct Match {
        const Route* route = nullptr;  ///< null: nothing here
        bool otherMethods = false;     ///< the address exists, for other methods
        std::map<std::string, std::string> places;
    };
    Match match(std::string_view method, std::string_view path) const;

private:
    std::vector<Route> m_routes;
};

/// The parts of a request's target, decoded. Fails with base::kMalformed.
struct Target {
    std::string path;
    std::map<std::string, std::string> query;
    static base::Result<Target> parse(std::string_view target);
};

} // namespace tashilgar::hub::http
