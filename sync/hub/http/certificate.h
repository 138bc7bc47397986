#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/result.h"

#include <filesystem>
#include <string>

namespace tashilgar::hub::http {

/// What a hub shows of itself in TLS: a P-256 key and a certificate it signed for itself. Tablets know it by the pin and
/// by nothing else, so name and dates do not matter; they are there because TLS wants some.
struct TlsIdentity {
    std::string certificatePem;
    std::string keyPem;
    std::string pin; ///< SHA-256 of the public key (SPKI, DER), lower-case hexadecimal

    /// The identity kept in \p folder ("tls-key.pem", "tls-certificate.pem", for the owner only); made and written, whole
    /// and synced, where there is none yet. Fails with base::kMalformed when the files are no pair.
    static base::Result<TlsIdentity> loadOrMake(
        base::Files& files, const std::filesystem::path& folder, const base::Clock& clock);
};

} // namespace tashilgar::hub::http
