#include "sync/hub/api/problems.h"
#include "sync/hub/api/resources.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"

#include <algorithm>

namespace tashilgar::hub::api {
namespace {

constexpr std::string_view kVersion = "v1";
constexpr std::string_view kPlaces[] = {protocol::kProbePath, protocol::kEnrolPath, protocol::kBatchesPath, protocol::kReceiptsPath,
    protocol::kBlobsPath, protocol::kChangesPath, "/sync/v1/openapi.json"};

/// Nothing of another version is served; its program is told why, so that a person hears what helps.
http::Task<http::Response> refuse(Hub& hub, http::Request& request)
{
    if (request.places["version"] != kVersion) {
        http::Response response = problem(426, protocol::problem::kVersionUnknown,
            "The programs on the tablet and at the office are of different ages. The older one must be updated; nothing is lost.");
        response.headers.add(std::string(protocol::kHubHeader), hub.identity.id().value());
        response.headers.add("Upgrade", "tashilgar-sync/1"); // Spec: RFC 9110, 15.5.22
        co_return response;
    }
    const bool known = std::ranges::any_of(kPlaces, [&](std::string_view place) { return request.path.starts_with(place); });
    co_return refusal(known ? http::Refusal::MethodNotAllowed : http::Refusal::NotFound);
}

} // namespace

void addOtherVersions(http::Router& router, Hub& hub)
{
    for (const char* const method : {"GET", "HEAD", "POST", "PATCH"}) {
        for (const char* const pattern : {"/sync/{version}/{what}", "/sync/{version}/{what}/{which}"}) {
            router.add({method, pattern, protocol::kMaxBatchCompressed,
                [&hub](http::Request& request) { return refuse(hub, request); }, {}, true});
        }
    }
}

} // namespace tashilgar::hub::api
