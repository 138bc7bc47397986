#include "sync/hub/api/calls.h"

#include "app/base/text.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/wire.h"

namespace tashilgar::hub::api {
namespace {

constexpr std::string_view kScheme = "bearer ";

std::string tokenOf(const http::Request& request)
{
    const auto header = request.headers.find("Authorization");
    if (!header || header->size() < kScheme.size() || base::toLowerAscii(header->substr(0, kScheme.size())) != kScheme)
        return {};
    return std::string(base::trim(header->substr(kScheme.size())));
}

} // namespace

Task<base::Result<domain::Caller>> callerOf(Hub& hub, const http::Request& request)
{
    const std::string token = tokenOf(request);
    const auto look = [&hub, &token]() -> base::Result<domain::Caller> {
        base::Result<domain::Caller> caller;
        const auto looked = hub.storage.read([&](storage::Reader& reader) -> base::Result<void> {
            caller = domain::callerOf(reader, token);
            return {};
        });
        if (!looked)
            return base::fail(looked.error());
        return caller;
    };
    co_return co_await http::offload(hub.workers, look);
}

Task<base::Result<void>> readRows(Hub& hub, storage::Storage::ReadJob job)
{
    const auto look = [&hub, &job] { return hub.storage.read(job); };
    co_return co_await http::offload(hub.workers, look);
}

Task<base::Result<void>> writeRows(Hub& hub, storage::Storage::WriteJob job)
{
    const auto start = [&hub, &job](std::function<void(base::Result<void>)> done) {
        hub.storage.write(std::move(job), std::move(done));
    };
    co_return co_await http::answered<base::Result<void>>(start);
}

Task<base::Result<std::string>> readText(http::Request& request)
{
    base::Result<base::Bytes> body = co_await request.readBody();
    if (!body)
        co_return base::fail(body.error());
    co_return std::string(base::textOf(*body));
}

http::Response json(std::string text) { return http::Response::text(200, protocol::kJsonType, std::move(text)); }

http::Response packed(std::string text)
{
    http::Response response = json(std::string(base::textOf(protocol::compress(base::bytesOf(text)))));
    response.headers.add("Content-Encoding", "zstd");
    return response;
}

http::Response packedJson(const http::Request& request, std::string text)
{
    if (request.headers.find("Accept-Encoding").value_or("").find("zstd") == std::string_view::npos)
        return json(std::move(text));
    return packed(std::move(text));
}

} // namespace tashilgar::hub::api
