#pragma once

#include "sync/hub/http/message.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::hub::http {

using Handler = std::function<Task<Response>(Request&)>;

/// One method at one address. `{name}` stands for one whole step of the path.
struct Route {
    std::string method;
    std::string pattern;        ///< "/sync/v1/blobs/{sha256}"
    std::uint64_t bodyLimit = 0; ///< bytes; a longer body is refused, before it is read where its length was said
    Handler handler;
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
