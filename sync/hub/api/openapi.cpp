#include "sync/hub/api/calls.h"
#include "sync/hub/api/resources.h"

#include <string_view>

namespace tashilgar::hub::api {

extern const std::string_view kOpenApi; // openapi.json, embedded by CMakeLists.txt

namespace {

constexpr std::string_view kPath = "/sync/v1/openapi.json";

http::Task<http::Response> describe() { co_return json(std::string(kOpenApi)); }

} // namespace

void addDescription(http::Router& router)
{
    router.add({"GET", std::string(kPath), 0, [](http::Request&) { return describe(); }});
}

} // namespace tashilgar::hub::api
