#include "sync/hub/api/calls.h"
#include "sync/hub/api/problems.h"
#include "sync/hub/api/resources.h"
#include "sync/hub/exports/summary.h"
#include "sync/protocol/problem.h"

// What leaves the hub over the network, beside what tablets pull, for people of the whole programme only. Files of records
// are written by `tashilgar-hub export` until people can log in from a browser.
namespace tashilgar::hub::api {
namespace {

Task<http::Response> summary(Hub& hub, http::Request& request)
{
    const base::Result<domain::Caller> caller = co_await callerOf(hub, request);
    if (!caller)
        co_return problem(caller.error());
    if (caller->neighbourhoods)
        co_return problem(403, protocol::problem::kNotAllowed, "This is for people of the whole programme.");
    std::string text;
    const storage::Storage::ReadJob look = [&](storage::Reader& reader) -> base::Result<void> {
        const auto summed = exports::summarise(reader);
        if (!summed)
            return base::fail(summed.error());
        text = summed->json();
        return {};
    };
    const base::Result<void> looked = co_await readRows(hub, look);
    if (!looked)
        co_return problem(looked.error());
    co_return json(std::move(text));
}

} // namespace

void addExports(http::Router& router, Hub& hub)
{
    router.add({"GET", "/exports/v1/summary", 0, [&hub](http::Request& request) { return summary(hub, request); }});
}

} // namespace tashilgar::hub::api
