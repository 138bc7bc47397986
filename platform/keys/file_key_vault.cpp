#include "platform/keys/file_key_vault.h"

#include <algorithm>
#include <cassert>

namespace tashilgar::platform
{
namespace
{

/// The largest secret is a PEM key of a few kilobytes.
constexpr std::uint64_t kLargestSecret = 64 * 1024;

[[maybe_unused]] bool isName(std::string_view name)
{
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

} // namespace

FileKeyVault::FileKeyVault(base::Files& files, std::filesystem::path folder)
    : m_files(&files)
    , m_folder(std::move(folder))
{
}

base::Result<base::Bytes> FileKeyVault::read(std::string_view name)
{
    assert(isName(name));
    return m_files->readAll(m_folder / name, kLargestSecret);
}

base::Result<void> FileKeyVault::write(std::string_view name, base::ByteView secret)
{
    assert(isName(name));
    TASHILGAR_TRY(base::makeFolder(*m_files, m_folder));
    std::error_code error; // Files makes each file 0600; the folder adds that its names stay unread
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, error);
    return m_files->writeWhole(m_folder / name, secret);
}

base::Result<void> FileKeyVault::remove(std::string_view name)
{
    assert(isName(name));
    TASHILGAR_TRY(m_files->remove(m_folder / name));
    return m_files->exists(m_folder) ? m_files->syncDirectory(m_folder) : base::Result<void>();
}

} // namespace tashilgar::platform
