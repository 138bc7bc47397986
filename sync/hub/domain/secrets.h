#pragma once

#include "app/base/bytes.h"
#include "app/base/clock.h"
#include "app/base/hash.h"

#include <string>
#include <string_view>

/// Tokens and codes: made here, kept as their hash only. Private to this folder.
namespace tashilgar::hub::domain {

/// What is kept of \p secret. Secrets are random and long, so one round of SHA-256 is enough; passwords are not.
inline std::string hashOf(std::string_view secret) { return base::Sha256::hexOf(base::bytesOf(secret)); }

/// 256 bits that nobody guesses, in letters that may stand in an address.
inline std::string newToken(base::Random& random)
{
    std::array<std::byte, 32> bytes{};
    random.fill(bytes);
    return base::toBase64Url(bytes);
}

} // namespace tashilgar::hub::domain
