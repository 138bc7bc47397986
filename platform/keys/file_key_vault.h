#pragma once

#include "platform/keys/key_vault.h"

namespace tashilgar::platform
{

/// Files that only their owner may read, one a secret, in a folder that only its owner may enter.
///
/// Said plainly: whoever reads this account's files, or takes the disk out of an unencrypted tablet, has the keys. It
/// keeps other accounts of the same machine out, and nothing more. It is what remains where no Secret Service answers.
class FileKeyVault final : public KeyVault
{
public:
    /// \p files outlives the vault. The folder is made at the first write.
    FileKeyVault(base::Files& files, std::filesystem::path folder);

    base::Result<base::Bytes> read(std::string_view name) override;
    base::Result<void> write(std::string_view name, base::ByteView secret) override;
    base::Result<void> remove(std::string_view name) override;
    std::string_view kind() const override { return "file"; }

private:
    base::Files* m_files;
    std::filesystem::path m_folder;
};

} // namespace tashilgar::platform
