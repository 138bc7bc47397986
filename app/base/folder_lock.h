#pragma once

#include "app/base/result.h"

#include <chrono>
#include <filesystem>

namespace tashilgar::base {

/// Another program holds the lock.
inline constexpr ErrorCode kBusy{"base.busy"};

/// Keeps other programs of this machine out of a folder while it lives; a program that ends, however it ends, lets go.
/// Who asks by the same path meets: programs that do not ask are not kept out. Any thread may hold it.
class FolderLock {
public:
    /// Alone. \p path is a folder, or a file in it that is made where it is not there and never removed: a folder may have
    /// several. Fails with kBusy when somebody else still has it after \p patience, with kNotFound when there is no folder.
    static Result<FolderLock> exclusive(const std::filesystem::path& path, std::chrono::milliseconds patience = {});
    /// Beside others that share it.
    static Result<FolderLock> shared(const std::filesystem::path& path, std::chrono::milliseconds patience = {});

    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    static Result<FolderLock> take(const std::filesystem::path& path, int operation, std::chrono::milliseconds patience);

    int m_descriptor = -1;
};

} // namespace tashilgar::base
