#include "sync/hub/api/calls.h"
#include "sync/hub/api/problems.h"
#include "sync/hub/api/resources.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"

namespace tashilgar::hub::api {
namespace {

constexpr std::uint64_t kMaxEnrolment = 16 * 1024;

Task<http::Response> enrol(Hub& hub, http::Request& request)
{
    const std::chrono::seconds wait = hub.attempts.waitFor(request.remoteAddress, hub.clock.monotonic());
    if (wait.count() > 0) {
        http::Response response = problem(429, protocol::problem::kBusy, "Too many wrong codes came from here. Wait some minutes.");
        response.headers.add("Retry-After", std::to_string(wait.count()));
        co_return response;
    }
    const base::Result<std::string> text = co_await readText(request);
    if (!text)
        co_return problem(text.error());
    const base::Result<protocol::EnrolRequest> asked = protocol::decodeEnrolRequest(*text);
    if (!asked)
        co_return problem(asked.error());

    const auto reply = std::make_shared<protocol::EnrolReply>();
    const storage::Storage::WriteJob job = [&hub, reply, wanted = *asked](storage::Writer& writer) -> base::Result<void> {
        auto enrolled = domain::enrol(writer, wanted, hub.identity, hub.clock.now(), hub.random);
        if (!enrolled)
            return base::fail(enrolled.error());
        *reply = std::move(*enrolled);
        return {};
    };
    const base::Result<void> stored = co_await writeRows(hub, job);
    if (!stored) {
        if (stored.error().code == domain::kCodeUnknown)
            hub.attempts.noteFailure(request.remoteAddress, hub.clock.monotonic());
        co_return problem(stored.error());
    }
    co_return json(protocol::encode(*reply));
}

} // namespace

void addEnrol(http::Router& router, Hub& hub)
{
    router.add({"POST", std::string(protocol::kEnrolPath), kMaxEnrolment,
        [&hub](http::Request& request) { return enrol(hub, request); }, {}, true});
}

} // namespace tashilgar::hub::api
