#pragma once

#include "sync/hub/api/calls.h"
#include "sync/hub/http/router.h"

#include <string>

/// The door for ODK Collect and whatever else speaks OpenRosa, at the addresses of ODK Central: an app user's token stands
/// in the path. Spec: https://docs.getodk.org/openrosa/
namespace tashilgar::hub::api::openrosa {

/// The one project of a hub: its programme.
inline constexpr std::string_view kProject = "1";

/// formList, manifests, the forms and their files.
void addForms(http::Router& router, Hub& hub);
/// Where records are sent.
void addSubmission(http::Router& router, Hub& hub);

/// The address under which an app user's client finds everything, as a pattern of the router.
std::string pattern(std::string_view below);

/// Who asks. Fails with domain::kTokenUnknown, domain::kDeviceRevoked, and with base::kNotFound for another project.
Task<base::Result<domain::Caller>> appUserOf(Hub& hub, const http::Request& request);
/// Whether the request says which version of the interfaces it speaks, as clients must: X-OpenRosa-Version: 1.0.
bool speaksOpenRosa(const http::Request& request);

/// Address of what lies \p below the project, for the one who asks: with the host they used. Nothing when their Host header
/// is none.
std::optional<std::string> addressOf(const Hub& hub, const http::Request& request, std::string_view below);
/// One step of an address.
std::string encodedStep(std::string_view text);

} // namespace tashilgar::hub::api::openrosa
