#include "sync/hub/main/serving_address.h"

#include "app/base/text.h"

#include <arpa/inet.h>
#include <charconv>
#include <ifaddrs.h>
#include <net/if.h>

namespace tashilgar::hub {
namespace {

constexpr std::string_view kSetting = "serving-addresses";
constexpr std::string_view kUrlSetting = "serving-url";
constexpr std::size_t kMaxAddresses = 8;

std::vector<std::string> machineAddresses()
{
    std::vector<std::string> addresses;
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0)
        return addresses;
    for (const ifaddrs* at = first; at; at = at->ifa_next) {
        if (!at->ifa_addr || at->ifa_addr->sa_family != AF_INET || (at->ifa_flags & IFF_LOOPBACK) != 0 || (at->ifa_flags & IFF_UP) == 0)
            continue;
        char text[INET_ADDRSTRLEN] = {};
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(at->ifa_addr)->sin_addr, text, sizeof text);
        addresses.emplace_back(text);
    }
    ::freeifaddrs(first);
    return addresses;
}

std::string withPort(const std::string& address, std::uint16_t port)
{
    return address.find(':') == std::string::npos ? fmt::format("{}:{}", address, port) : fmt::format("[{}]:{}", address, port);
}

} // namespace

bool isServingAddress(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || text.find_first_of(" \t/") != std::string_view::npos)
        return false;
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port > 0 && port <= 65535;
}

base::Result<void> rememberServingAddress(HubData& data, const std::string& address, std::uint16_t port)
{
    std::vector<std::string> hosts{address};
    if (address == "0.0.0.0" || address == "::") {
        hosts = machineAddresses();
        if (hosts.empty())
            hosts = {"127.0.0.1"};
    }
    if (hosts.size() > kMaxAddresses)
        hosts.resize(kMaxAddresses);
    std::string text;
    for (const std::string& host : hosts)
        text += (text.empty() ? "" : " ") + withPort(host, port);
    return data.storage->writeNow([&](storage::Writer& writer) { return writer.setSetting(kSetting, text); });
}

base::Result<void> rememberServingUrl(HubData& data, const std::string& url)
{
    return data.storage->writeNow([&](storage::Writer& writer) { return writer.setSetting(kUrlSetting, url); });
}

base::Result<std::string> readServingUrl(HubData& data)
{
    std::optional<std::string> url;
    TASHILGAR_TRY(data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        auto found = reader.setting(kUrlSetting);
        if (!found)
            return base::fail(found.error());
        url = std::move(*found);
        return {};
    }));
    if (!url)
        return base::fail(base::kNotFound, "this hub has not served yet; start it first, or name a --url");
    return *url;
}

base::Result<std::string> checkedUrl(std::string_view text)
{
    std::string url(base::trim(text));
    while (url.ends_with('/'))
        url.pop_back();
    const std::size_t host = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : std::string::npos;
    if (host >= url.size() || url.find_first_of("/?#@ \t\"<>", host) != std::string::npos)
        return base::fail(base::kMalformed, "the address of a hub looks like https://hub.example.org, without a path", std::string(text));
    return url;
}

base::Result<std::vector<std::string>> readServingAddresses(HubData& data)
{
    std::vector<std::string> addresses;
    TASHILGAR_TRY(data.storage->read([&](storage::Reader& reader) -> base::Result<void> {
        const auto text = reader.setting(kSetting);
        if (!text)
            return base::fail(text.error());
        if (*text) {
            for (const std::string_view address : base::splitWords(**text))
                addresses.emplace_back(address);
        }
        return {};
    }));
    if (addresses.empty())
        return base::fail(base::kNotFound, "this hub has not served yet; start it first, or name an --address");
    return addresses;
}

} // namespace tashilgar::hub
