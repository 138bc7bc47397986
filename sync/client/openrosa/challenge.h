#pragma once

#include "sync/client/transport.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::client::openrosa {

/// One way in that a server offers with 401.
struct Challenge {
    std::string scheme;                            ///< lower case
    std::map<std::string, std::string> parameters; ///< names in lower case
    std::string parameter(const std::string& name) const;
};

/// All challenges of \p response, in the server's order; several may share a header. What is malformed is left out.
/// Spec: RFC 9110, section 11.6.1
std::vector<Challenge> challengesIn(const Response& response);

} // namespace tashilgar::client::openrosa
