#pragma once

#include "app/base/folder_lock.h"
#include "app/base/result.h"

#include <filesystem>
#include <optional>

namespace tashilgar::shell {

/// A folder of this run alone, among the temporary files of the machine: a preview keeps everything in it. It goes with the
/// object, and one that a run without a good end left behind goes with the next preview.
class ScratchFolder {
public:
    /// Fails with base::kIoError, or as FolderLock does.
    static base::Result<ScratchFolder> make();
    ~ScratchFolder();
    ScratchFolder(ScratchFolder&& other) noexcept;
    ScratchFolder& operator=(ScratchFolder&&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    ScratchFolder(std::filesystem::path path, base::FolderLock lock);

    std::filesystem::path m_path; ///< empty once it was moved from
    base::FolderLock m_lock; ///< says to other previews that somebody lives here
};

} // namespace tashilgar::shell
