#pragma once

#include "app/base/bytes.h"
#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tashilgar::platform
{

/// The vault is there and does not open: locked, gone, or asking somebody who did not answer.
inline constexpr base::ErrorCode kVaultUnavailable{ "platform.vault-unavailable" };

/// Where secrets rest between two runs: the store's key, a device's signing key, its token.
///
/// Names are ours: lower-case letters, digits, '-' and '.'. One thread at a time. No Qt, so that `tashil` opens the
/// same.
class KeyVault
{
public:
    virtual ~KeyVault() = default;
    /// Fails with base::kNotFound when nothing rests under \p name, with kVaultUnavailable, or with base::kIoError.
    virtual base::Result<base::Bytes> read(std::string_view name) = 0;
    /// Replaces what was there. It is kept when this returns.
    virtual base::Result<void> write(std::string_view name, base::ByteView secret) = 0;
    /// Is no failure when there is nothing.
    virtual base::Result<void> remove(std::string_view name) = 0;
    /// "secret-service" or "file": what the page of settings says about it.
    virtual std::string_view kind() const = 0;
};

enum class VaultChoice {
    Automatic, ///< the Secret Service of the session where one answers, else a file
    File, ///< for scripts, services and tests
};

/// Opens the vault of the data in \p folder, which holds the plain file "vault" with the kind chosen at the first run:
/// a key is looked for where it was put, also when a better place appears later. Fails with kVaultUnavailable when the
/// chosen one is not there today, with base::kMalformed when that file names no vault, or as Files do. \p files
/// outlives the vault.
base::Result<std::unique_ptr<KeyVault>> openKeyVault(
    base::Files& files, const std::filesystem::path& folder, VaultChoice choice = VaultChoice::Automatic);

/// Whether nothing is there yet that a key would have to open.
enum class Beginning { Yes, No };

/// The 32 bytes under \p name; at the beginning they are made and kept. Fails as KeyVault does, with kVaultUnavailable for a
/// key that should be there and is not, and with base::kMalformed when what rests there is no key of this size.
base::Result<base::Bytes> keyFrom(KeyVault& vault, std::string_view name, base::Random& random, Beginning beginning);

} // namespace tashilgar::platform
