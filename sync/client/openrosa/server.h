#pragma once

#include "app/base/result.h"
#include "sync/client/account.h"
#include "sync/client/openrosa/url.h"

#include <string>
#include <string_view>

namespace tashilgar::client::openrosa {

/// The code is one of ODK Collect, and what it holds cannot be used.
inline constexpr base::ErrorCode kSettingsUnusable{"client.settings-unusable"};

/// An OpenRosa server and how this tablet signs in there. ODK Central puts a token into the path; then name and password
/// are empty. Never logged.
struct Server {
    Url url; ///< below it lie formList and submission
    std::string username;
    std::string password;
    std::string projectName; ///< may be empty

    /// Whether \p text looks like an address or like a code of ODK Collect, rather than like an invitation of a hub.
    static bool looksLikeOne(std::string_view text);
    /// Reads an address, or the text of a settings code of ODK Collect. A name or password given here stand for those of the
    /// code. Fails with base::kMalformed, and with kSettingsUnusable when the settings lead to no OpenRosa server.
    static base::Result<Server> read(std::string_view text, std::string_view username = {}, std::string_view password = {});

    /// All of it as one text for Account::token, and back. Fails with base::kMalformed.
    std::string secret() const;
    static base::Result<Server> fromSecret(std::string_view secret);
    /// What people call it: the project's name, else the host.
    std::string name() const;
    std::string host() const { return url.address.host; }
};

/// What stands in Account::hub for a server; a server has no id of its own.
base::HubId hubIdOf(const Server& server);

} // namespace tashilgar::client::openrosa
