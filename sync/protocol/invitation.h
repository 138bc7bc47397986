#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::protocol {

/// Not an invitation, mistyped, or cut.
inline constexpr base::ErrorCode kInvitationMalformed{"protocol.invitation-malformed"};

/// What a QR code of a hub holds: where it is, how to know it, and a one-time code.
struct Invitation {
    std::string code;                   ///< ten characters, as from newEnrolCode()
    std::vector<std::string> addresses; ///< "192.168.1.5:8443", best first; at most 8
    std::string pin;                    ///< SHA-256 of the hub's public key (SPKI), hexadecimal
    std::string hubName;                ///< for the screen; at most 80 bytes
    friend bool operator==(const Invitation&, const Invitation&) = default;

    /// "TSH1." and base64url: one version byte, the pin, then code, hub name and each address with a length byte before
    /// it, then the first four bytes of the SHA-256 of all that.
    std::string text() const;
    /// Six groups of four for a person to type beside an address: code, the first 60 bits of the pin, two check
    /// characters. Crockford's Base32.
    std::string typeable() const;
    /// Fails with kInvitationMalformed.
    static base::Result<Invitation> parse(std::string_view text);
};

/// What a person typed. Blanks, dashes, case, Persian digits and the letters O, I and L are forgiven.
struct TypedInvitation {
    std::string code;
    std::string pinPrefix; ///< 15 hexadecimal digits
    static base::Result<TypedInvitation> parse(std::string_view text);
};

/// Fifty random bits as ten characters of Crockford's Base32.
std::string newEnrolCode(base::Random& random);
/// The one way of writing a code; nothing when it is none.
std::optional<std::string> normaliseEnrolCode(std::string_view text);

/// True when \p actual (64 hexadecimal digits) is the pin or begins with the typed prefix of at least 15 digits.
bool pinMatches(std::string_view expected, std::string_view actual);

} // namespace tashilgar::protocol
