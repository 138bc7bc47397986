#pragma once

#include "platform/keys/key_vault.h"

#include <chrono>

namespace tashilgar::platform
{

/// The keyring of the session (GNOME Keyring, KWallet, KeePassXC …), through libsecret.
/// Spec: https://specifications.freedesktop.org/secret-service-spec/latest/
class SecretServiceKeyVault final : public KeyVault
{
public:
    /// A keyring that has not answered by then is taken as absent; a person who types its password is faster.
    static constexpr std::chrono::seconds kPatience{ 60 };

    /// \p owner keeps the secrets of one data folder apart from others'. Fails with kVaultUnavailable where no session
    /// bus, no service or no unlocked collection answers.
    static base::Result<std::unique_ptr<KeyVault>> open(std::string owner);

    base::Result<base::Bytes> read(std::string_view name) override;
    base::Result<void> write(std::string_view name, base::ByteView secret) override;
    base::Result<void> remove(std::string_view name) override;
    std::string_view kind() const override { return "secret-service"; }

private:
    explicit SecretServiceKeyVault(std::string owner);

    std::string m_owner;
};

} // namespace tashilgar::platform
