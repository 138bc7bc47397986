#include "sync/hub/http/router.h"

#include "app/base/text.h"

#include <boost/url.hpp>

namespace tashilgar::hub::http {
namespace {

std::optional<std::string> decoded(std::string_view text)
{
    const auto view = boost::urls::make_pct_string_view(text);
    if (!view)
        return std::nullopt;
    std::string plain(view->decoded_size(), '\0');
    view->decode({}, boost::urls::string_token::assign_to(plain));
    return plain;
}

bool matches(std::string_view pattern, std::string_view path, std::map<std::string, std::string>& places)
{
    const auto wanted = base::split(pattern, '/');
    const auto given = base::split(path, '/');
    if (wanted.size() != given.size())
        return false;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].starts_with('{')) {
            if (wanted[i] != given[i])
                return false;
            continue;
        }
        const std::size_t close = wanted[i].find('}');
        const std::string_view rest = wanted[i].substr(close + 1);
        if (!given[i].ends_with(rest))
            return false;
        auto value = decoded(given[i].substr(0, given[i].size() - rest.size()));
        if (!value || value->empty())
            return false;
        places[std::string(wanted[i].substr(1, close - 1))] = std::move(*value);
    }
    return true;
}

} // namespace

Router::Match Router::match(std::string_view method, std::string_view path) const
{
    Match found;
    for (const Route& route : m_routes) {
        std::map<std::string, std::string> places;
        if (!matches(route.pattern, path, places))
            continue;
        if (route.method == method)
            return {&route, false, std::move(places)};
        found.otherMethods = true;
    }
    return found;
}

base::Result<Target> Target::parse(std::string_view target)
{
    const auto url = boost::urls::parse_origin_form(target);
    if (!url)
        return base::fail(base::kMalformed, "the address of the request is malformed");
    Target parsed;
    parsed.path = std::string(url->encoded_path());
    for (const auto& parameter : url->params())
        parsed.query[parameter.key] = parameter.value;
    return parsed;
}

} // namespace tashilgar::hub::http
