#include "app/base/folder_lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace tashilgar::base {
namespace {

// flock() has no time limit of its own; asking this often is nothing beside what the lock protects.
constexpr std::chrono::milliseconds kAskAgain{10};

} // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& path, int operation, std::chrono::milliseconds patience)
{
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(path, ignored);
    FolderLock lock(folder ? ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
                           : ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (lock.m_descriptor < 0)
        return fail(errno == ENOENT ? kNotFound : kIoError, std::string("cannot open the lock: ") + std::strerror(errno), path.string());
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(lock.m_descriptor, operation | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return fail(kIoError, std::string("cannot lock: ") + std::strerror(errno), path.string());
        if (std::chrono::steady_clock::now() >= end)
            return fail(kBusy, "another program is using this folder", path.string());
        std::this_thread::sleep_for(kAskAgain);
    }
    return lock;
}

Result<FolderLock> FolderLock::exclusive(const std::filesystem::path& path, std::chrono::milliseconds patience)
{
    return take(path, LOCK_EX, patience);
}

Result<FolderLock> FolderLock::shared(const std::filesystem::path& path, std::chrono::milliseconds patience)
{
    return take(path, LOCK_SH, patience);
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace tashilgar::base
