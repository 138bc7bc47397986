#include "platform/keys/key_vault.h"

#include "app/base/hash.h"
#include "app/base/seal.h"
#include "app/base/text.h"
#include "platform/keys/file_key_vault.h"
#ifdef TASHILGAR_SECRET_SERVICE
#include "platform/linux/secret_service_key_vault.h"
#endif

namespace tashilgar::platform
{
namespace
{

constexpr std::string_view kFileKind = "file";
constexpr std::string_view kSecretServiceKind = "secret-service";

std::unique_ptr<KeyVault> fileVault(base::Files& files, const std::filesystem::path& folder)
{
    return std::make_unique<FileKeyVault>(files, folder / "keys");
}

base::Result<std::unique_ptr<KeyVault>> secretService(const std::filesystem::path& folder)
{
#ifdef TASHILGAR_SECRET_SERVICE
    // Two data folders of one person keep their keys apart.
    const std::string owner = base::Sha256::hexOf(base::bytesOf(std::filesystem::weakly_canonical(folder).string()));
    return SecretServiceKeyVault::open(owner);
#else
    static_cast<void>(folder);
    return base::fail(kVaultUnavailable, "this build knows no Secret Service");
#endif
}

} // namespace

base::Result<std::unique_ptr<KeyVault>> openKeyVault(
    base::Files& files, const std::filesystem::path& folder, VaultChoice choice)
{
    TASHILGAR_TRY(base::makeFolder(files, folder));
    const std::filesystem::path note = folder / "vault";
    if (files.exists(note)) {
        constexpr std::uint64_t kLongestNote = 64;
        const auto kept = files.readAll(note, kLongestNote);
        if (!kept)
            return base::fail(kept.error());
        const std::string_view kind = base::trim(base::textOf(*kept));
        if (kind == kFileKind)
            return fileVault(files, folder);
        if (kind == kSecretServiceKind)
            return secretService(folder);
        return base::fail(
            base::kMalformed, "the file names no key vault that this version knows", note.filename().string());
    }
    std::unique_ptr<KeyVault> vault;
    if (choice == VaultChoice::Automatic)
        if (auto service = secretService(folder))
            vault = std::move(*service);
    if (!vault)
        vault = fileVault(files, folder);
    TASHILGAR_TRY(files.writeWhole(note, base::bytesOf(std::string(vault->kind()) + "\n")));
    return vault;
}

base::Result<base::Bytes> keyFrom(KeyVault& vault, std::string_view name, base::Random& random, Beginning beginning)
{
    auto kept = vault.read(name);
    if (kept) {
        if (kept->size() != base::SecretKey::kSize)
            return base::fail(base::kMalformed, "what rests in the key vault is no key", std::string(name));
        return kept;
    }
    if (kept.error().code != base::kNotFound)
        return kept;
    if (beginning == Beginning::No)
        return base::fail(kVaultUnavailable, "the key of what is here does not rest in the vault; a new one would open nothing", std::string(name));
    base::Bytes key(base::SecretKey::kSize);
    random.fill(key);
    TASHILGAR_TRY(vault.write(name, key));
    return key;
}

} // namespace tashilgar::platform
