#include "sync/client/transport.h"

#include "app/base/text.h"

#include <charconv>

namespace tashilgar::client {

base::Result<Address> Address::parse(std::string_view text)
{
    const auto malformed = [&] {
        return base::fail(base::kMalformed, "is no address of a hub; one looks like 192.168.1.5:8443", std::string(text));
    };
    std::string_view rest = base::trim(text);
    if (constexpr std::string_view scheme = "https://"; rest.starts_with(scheme))
        rest.remove_prefix(scheme.size());
    if (rest.ends_with('/'))
        rest.remove_suffix(1);

    const std::size_t colon = rest.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return malformed();
    std::string_view host = rest.substr(0, colon);
    const std::string_view digits = rest.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']') && host.size() > 2)
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos)
        return malformed();
    if (host.find_first_of("/?#@ \t\r\n[]") != std::string_view::npos)
        return malformed();

    Address address{std::string(host), 0};
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    if (problem != std::errc() || end != digits.data() + digits.size() || address.port == 0)
        return malformed();
    return address;
}

std::string Address::text() const
{
    const bool v6 = host.find(':') != std::string::npos;
    return (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::string_view nameOf(Method method)
{
    switch (method) {
    case Method::Get: return "GET";
    case Method::Head: return "HEAD";
    case Method::Post: return "POST";
    case Method::Patch: return "PATCH";
    }
    return "";
}

std::optional<std::string_view> Response::header(std::string_view name) const
{
    const std::string wanted = base::toLowerAscii(name);
    for (const Header& header : headers) {
        if (base::toLowerAscii(header.name) == wanted)
            return header.value;
    }
    return std::nullopt;
}

} // namespace tashilgar::client
