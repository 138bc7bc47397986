#include "sync/client/openrosa/server.h"

#include "app/base/text.h"
#include "sync/client/openrosa/settings_code.h"

#include <boost/json.hpp>

namespace tashilgar::client::openrosa {

using base::Result;
namespace json = boost::json;

namespace {

std::string textIn(const json::value& object, std::string_view group, std::string_view name)
{
    const json::object* inner = object.if_object();
    if (inner != nullptr && !group.empty()) {
        const json::value* found = inner->if_contains(group);
        inner = found != nullptr ? found->if_object() : nullptr;
    }
    const json::value* value = inner != nullptr ? inner->if_contains(name) : nullptr;
    const json::string* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string(*text) : std::string();
}

bool isAddress(std::string_view text)
{
    const std::string lower = base::toLowerAscii(base::trim(text).substr(0, 8));
    return lower.starts_with("http://") || lower.starts_with("https://");
}

/// Spec: https://docs.getodk.org/collect-import-export/ (general and project settings)
Result<Server> serverIn(std::string_view settings)
{
    boost::system::error_code error;
    const json::value read = json::parse(json::string_view(settings.data(), settings.size()), error);
    if (error || !read.is_object())
        return base::fail(kSettingsUnusable, "the code holds no settings");
    const std::string protocol = textIn(read, "general", "protocol");
    if (!protocol.empty() && protocol != "odk_default")
        return base::fail(kSettingsUnusable, "the settings are for something else than an ODK or Kobo server", protocol);
    const std::string address = textIn(read, "general", "server_url");
    if (address.empty())
        return base::fail(kSettingsUnusable, "the settings name no server");
    auto url = Url::parse(address);
    if (!url)
        return base::fail(kSettingsUnusable, url.error().text());
    return Server{std::move(*url), textIn(read, "general", "username"), textIn(read, "general", "password"),
        textIn(read, "project", "name")};
}

} // namespace

bool Server::looksLikeOne(std::string_view text) { return isAddress(text) || unpackSettingsCode(text).has_value(); }

Result<Server> Server::read(std::string_view text, std::string_view username, std::string_view password)
{
    Result<Server> server = Server();
    if (isAddress(text)) {
        auto url = Url::parse(text);
        if (!url)
            return base::fail(std::move(url).error());
        server->url = std::move(*url);
    } else if (const auto settings = unpackSettingsCode(text)) {
        server = serverIn(*settings);
    } else {
        return base::fail(base::kMalformed, "is neither the address of a server nor a settings code of ODK Collect");
    }
    if (!server)
        return server;
    // Central shows the address with the list of forms at its end now and then.
    if (constexpr std::string_view list = "/formList"; server->url.target.ends_with(list))
        server->url.target.resize(server->url.target.size() - list.size());
    if (!username.empty())
        server->username = username;
    if (!password.empty())
        server->password = password;
    return server;
}

std::string Server::secret() const
{
    return json::serialize(
        json::object{{"url", url.text()}, {"username", username}, {"password", password}, {"project", projectName}});
}

Result<Server> Server::fromSecret(std::string_view secret)
{
    boost::system::error_code error;
    const json::value read = json::parse(json::string_view(secret.data(), secret.size()), error);
    auto url = Url::parse(error ? std::string() : textIn(read, {}, "url"));
    if (!url)
        return base::fail(base::kMalformed, "the sign-in on this tablet is damaged; join the server again");
    return Server{std::move(*url), textIn(read, {}, "username"), textIn(read, {}, "password"), textIn(read, {}, "project")};
}

std::string Server::name() const { return projectName.empty() ? url.address.host : projectName; }

base::HubId hubIdOf(const Server& server) { return base::HubId("openrosa:" + server.url.origin()); }

} // namespace tashilgar::client::openrosa
