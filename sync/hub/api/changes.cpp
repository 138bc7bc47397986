#include "sync/hub/api/calls.h"
#include "sync/hub/api/problems.h"
#include "sync/hub/api/resources.h"
#include "sync/hub/domain/change_feed.h"
#include "sync/protocol/wire.h"

#include <algorithm>
#include <charconv>

namespace tashilgar::hub::api {
namespace {

std::size_t limitOf(const http::Request& request)
{
    const auto found = request.query.find("limit");
    std::size_t limit = protocol::kDefaultChanges;
    if (found != request.query.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), limit);
    return std::clamp<std::size_t>(limit, 1, protocol::kMaxChanges);
}

Task<http::Response> changes(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    const auto cursor = request.query.find("cursor");
    const std::string from = cursor == request.query.end() ? std::string() : cursor->second;
    http::Response response;
    const storage::Storage::ReadJob look = [&](storage::Reader& reader) -> base::Result<void> {
        auto page = domain::changesFor(reader, *caller, hub.identity.id(), from, limitOf(request));
        if (!page)
            return base::fail(page.error());
        if (page->changes.empty() && !page->more && page->cursor == from)
            response.status = 204;
        else
            response = packedJson(request, protocol::encode(*page));
        return {};
    };
    const base::Result<void> looked = co_await readRows(hub, look);
    if (!looked)
        co_return problem(looked.error());
    co_return response;
}

} // namespace

void addChanges(http::Router& router, Hub& hub)
{
    router.add({"GET", std::string(protocol::kChangesPath), 0, [&hub](http::Request& request) { return changes(hub, request); }, {}, true});
}

} // namespace tashilgar::hub::api
