#include "sync/hub/api/resources.h"
#include "sync/protocol/wire.h"

namespace tashilgar::hub::api {
namespace {

http::Task<http::Response> probe(Hub& hub)
{
    http::Response response;
    response.status = 204;
    response.headers.add(std::string(protocol::kHubHeader), hub.identity.id().value());
    co_return response;
}

} // namespace

void addProbe(http::Router& router, Hub& hub)
{
    router.add({"GET", std::string(protocol::kProbePath), 0, [&hub](http::Request&) { return probe(hub); }, {}, true});
    router.add({"HEAD", std::string(protocol::kProbePath), 0, [&hub](http::Request&) { return probe(hub); }, {}, true});
}

} // namespace tashilgar::hub::api
