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

/// Whether \p text is host:port, as tablets are told.
bool isServingAddress(std::string_view text);

} // namespace tashilgar::hub
