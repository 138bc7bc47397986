#include "sync/hub/api/openrosa/door.h"

#include "app/base/text.h"

#include <algorithm>

namespace tashilgar::hub::api::openrosa {
namespace {

constexpr std::string_view kBase = "/v1/key/{token}/projects/{project}";

/// host or host:port as a URL may have it; what else stands in a Host header goes into no document.
bool isHost(std::string_view text)
{
    return !text.empty() && text.size() <= 255 && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view(".-:[]").find(c) != std::string_view::npos;
    });
}

/// A proxy on this machine says how its client came; from elsewhere that header is anybody's word.
bool cameByTls(const http::Request& request)
{
    const bool fromProxy = request.remoteAddress == "127.0.0.1" || request.remoteAddress == "::1";
    return request.secure || (fromProxy && base::toLowerAscii(request.headers.find("X-Forwarded-Proto").value_or("")) == "https");
}

} // namespace

std::string pattern(std::string_view below) { return fmt::format("{}{}", kBase, below); }

Task<base::Result<domain::Caller>> appUserOf(Hub& hub, const http::Request& request)
{
    const std::string token = request.places.at("token");
    base::Result<domain::Caller> caller;
    const storage::Storage::ReadJob look = [&](storage::Reader& reader) -> base::Result<void> {
        caller = domain::callerOf(reader, token, storage::DeviceKind::AppUser);
        return {};
    };
    const base::Result<void> looked = co_await readRows(hub, look);
    if (!looked)
        co_return base::fail(looked.error());
    if (caller && request.places.at("project") != kProject)
        co_return base::fail(base::kNotFound, "this hub has no such project");
    co_return caller;
}

bool speaksOpenRosa(const http::Request& request) { return request.headers.find("X-OpenRosa-Version").value_or("") == "1.0"; }

std::optional<std::string> addressOf(const Hub& hub, const http::Request& request, std::string_view below)
{
    const std::string base = fmt::format("/v1/key/{}/projects/{}{}", encodedStep(request.places.at("token")), kProject, below);
    if (!hub.publicUrl.empty())
        return hub.publicUrl + base;
    const std::string_view host = request.headers.find("Host").value_or("");
    if (!isHost(host))
        return std::nullopt;
    return fmt::format("{}://{}{}", cameByTls(request) ? "https" : "http", host, base);
}

std::string encodedStep(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || std::string_view("-._~").find(c) != std::string_view::npos;
        encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

} // namespace tashilgar::hub::api::openrosa
