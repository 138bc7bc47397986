#pragma once

#include "sync/hub/main/composition.h"

#include <string>
#include <vector>

namespace tashilgar::hub {

/// Keeps where the hub listens, for invitations that are made while it serves. Listening everywhere means each address of
/// this machine that is not its own loop.
base::Result<void> rememberServingAddress(HubData& data, const std::string& address, std::uint16_t port);
/// "host:port", at most eight. Fails with base::kNotFound when the hub never served from this folder.
base::Result<std::vector<std::string>> readServingAddresses(HubData& data);

/// Keeps how browsers and ODK clients reach the hub while it serves: "https://hub.example.org", no slash at its end.
base::Result<void> rememberServingUrl(HubData& data, const std::string& url);
/// Fails with base::kNotFound when the hub never served from this folder.
base::Result<std::string> readServingUrl(HubData& data);
/// \p text as rememberServingUrl() wants it. Fails with base::kMalformed for what is no http or https address of a host.
base::Result<std::string> checkedUrl(std::string_view text);

/// Whether \p text is host:port, as tablets are told.
bool isServingAddress(std::string_view text);

} // namespace tashilgar::hub
