#include "app/shell/scratch_folder.h"

#include <cstdlib>
#include <string>
#include <utility>

namespace tashilgar::shell {
namespace {

constexpr std::string_view kPrefix = "tashilgar-preview-";

void removeLeftBehind(const std::filesystem::path& where)
{
    std::error_code failed;
    for (std::filesystem::directory_iterator it(where, failed), end; !failed && it != end; it.increment(failed)) {
        if (!it->path().filename().string().starts_with(kPrefix))
            continue;
        std::error_code ignored; // of another account, or gone
        if (const auto nobody = base::FolderLock::exclusive(it->path()))
            std::filesystem::remove_all(it->path(), ignored);
    }
}

} // namespace

base::Result<ScratchFolder> ScratchFolder::make()
{
    std::error_code failed;
    const std::filesystem::path where = std::filesystem::temp_directory_path(failed);
    if (failed)
        return base::fail(base::kIoError, "there is no folder for temporary files");
    removeLeftBehind(where);
    std::string path = (where / (std::string(kPrefix) + "XXXXXX")).string();
    if (!::mkdtemp(path.data())) // for its owner only
        return base::fail(base::kIoError, "no folder can be made here", where.string());
    auto lock = base::FolderLock::exclusive(path);
    if (!lock)
        return base::fail(std::move(lock).error());
    return ScratchFolder(path, std::move(*lock));
}

ScratchFolder::ScratchFolder(std::filesystem::path path, base::FolderLock lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_lock(std::move(other.m_lock))
{
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace tashilgar::shell
