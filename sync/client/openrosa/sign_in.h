#pragma once

#include "app/base/clock.h"
#include "sync/client/openrosa/challenge.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::client::openrosa {

/// Name and password for one server, as it wants to hear them: nothing until it asks, then Digest where it offers that,
/// else Basic, and this only inside TLS. Once known they go with every request. Lives for one round.
/// Spec: RFC 7616, RFC 7617; https://docs.getodk.org/openrosa-authentication/
class SignIn {
public:
    SignIn(std::string username, std::string password, base::Random& random);

    /// The value of `Authorization` for one request; nothing while the server has not asked.
    std::optional<std::string> header(std::string_view method, std::string_view target);
    /// Takes what a 401 offers. False when there is no use in asking once more: no name is known, no scheme is ours, the
    /// password would go in the clear (\p tls), or the same one was just refused.
    bool take(const Response& refusal, bool tls);

private:
    enum class Way { None, Basic, Digest };
    std::string digestHeader(std::string_view method, std::string_view target);

    std::string m_username;
    std::string m_password;
    base::Random* m_random;
    Way m_way = Way::None;
    Challenge m_challenge; ///< of Digest
    std::uint32_t m_count = 0; ///< requests under the nonce of m_challenge
    bool m_fresh = false; ///< nothing went out since the last challenge was taken
};

} // namespace tashilgar::client::openrosa
