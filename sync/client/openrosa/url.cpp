#include "sync/client/openrosa/url.h"

#include "app/base/text.h"

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>
#include <fmt/format.h>

namespace tashilgar::client::openrosa {

using base::Result;

namespace {

constexpr std::uint16_t kHttps = 443;
constexpr std::uint16_t kHttp = 80;

base::Error malformed(std::string_view text)
{
    return {base::kMalformed, "is no address of a server; one looks like https://central.example.org/v1/projects/1",
        std::string(text.substr(0, text.find_first_of("/?", 9)))};
}

Result<Url> partsOf(boost::urls::url_view url, std::string_view text)
{
    const std::string scheme = base::toLowerAscii(std::string_view(url.scheme()));
    if ((scheme != "https" && scheme != "http") || url.encoded_host().empty() || url.has_userinfo())
        return base::fail(malformed(text));
    Url made;
    made.tls = scheme == "https";
    made.address.host = base::toLowerAscii(std::string_view(url.host_address()));
    made.address.port = url.port_number() != 0 ? url.port_number() : made.tls ? kHttps : kHttp;
    if (url.has_port() && url.port_number() == 0)
        return base::fail(malformed(text));
    const std::string path(url.encoded_path());
    made.target = path.empty() ? "/" : path;
    if (url.has_query())
        made.target += "?" + std::string(url.encoded_query());
    return made;
}

} // namespace

Result<Url> Url::parse(std::string_view text)
{
    text = base::trim(text);
    const auto url = boost::urls::parse_uri(boost::urls::string_view(text.data(), text.size()));
    if (!url)
        return base::fail(malformed(text));
    return partsOf(*url, text);
}

Result<Url> Url::resolve(std::string_view reference) const
{
    reference = base::trim(reference);
    const std::string here = text();
    const auto base = boost::urls::parse_uri(here);
    const auto there = boost::urls::parse_uri_reference(boost::urls::string_view(reference.data(), reference.size()));
    if (!base || !there)
        return base::fail(malformed(reference));
    boost::urls::url resolved;
    if (!boost::urls::resolve(*base, *there, resolved))
        return base::fail(malformed(reference));
    return partsOf(resolved, reference);
}

std::string Url::origin() const
{
    const bool v6 = address.host.find(':') != std::string::npos;
    const std::string host = v6 ? "[" + address.host + "]" : address.host;
    const bool usual = address.port == (tls ? kHttps : kHttp);
    return fmt::format("{}://{}{}", tls ? "https" : "http", host, usual ? "" : fmt::format(":{}", address.port));
}

bool Url::mayFollow(const Url& from) const { return address.host == from.address.host && (tls || !from.tls); }

Url Url::below(std::string_view more) const
{
    Url made = *this;
    made.target = target.substr(0, target.find('?'));
    while (made.target.ends_with('/'))
        made.target.pop_back();
    made.target += '/';
    made.target += more;
    return made;
}

std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || std::string_view("-._~").find(c) != std::string_view::npos;
        if (plain)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

} // namespace tashilgar::client::openrosa
