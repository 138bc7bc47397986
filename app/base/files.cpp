#include "app/base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tashilgar::base {
namespace {

Error systemError(const char* what, const std::filesystem::path& path, int number)
{
    const ErrorCode code = number == ENOSPC || number == EDQUOT ? kDiskFull : number == ENOENT ? kNotFound : kIoError;
    return Error(code, std::string(what) + ": " + std::strerror(number), path.string());
}

/// Owns a file descriptor.
class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    int number() const { return m_number; }

private:
    int m_number;
};

class PosixWriter final : public WritableFile {
public:
    PosixWriter(Descriptor file, std::filesystem::path path)
        : m_file(std::move(file))
        , m_path(std::move(path))
    {
    }

    Result<void> write(ByteView bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_file.number(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return fail(systemError("cannot write", m_path, errno));
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<void> sync() override
    {
        if (::fsync(m_file.number()) != 0)
            return fail(systemError("cannot make the file safe on disk", m_path, errno));
        return {};
    }

private:
    Descriptor m_file;
    std::filesystem::path m_path;
};

class PosixReader final : public ReadableFile {
public:
    PosixReader(Descriptor file, std::uint64_t size, std::filesystem::path path)
        : m_file(std::move(file))
        , m_size(size)
        , m_path(std::move(path))
    {
    }

    std::uint64_t size() const override { return m_size; }

    Result<Bytes> read(std::uint64_t offset, std::size_t length) override
    {
        Bytes bytes(length);
        std::size_t filled = 0;
        while (filled < length) {
            const ssize_t got
                = ::pread(m_file.number(), bytes.data() + filled, length - filled, static_cast<off_t>(offset + filled));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return fail(systemError("cannot read", m_path, errno));
            if (got == 0)
                break;
            filled += static_cast<std::size_t>(got);
        }
        bytes.resize(filled);
        return bytes;
    }

private:
    Descriptor m_file;
    std::uint64_t m_size;
    std::filesystem::path m_path;
};

Result<std::unique_ptr<WritableFile>> openToWrite(const std::filesystem::path& path, int flags)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600));
    if (file.number() < 0)
        return fail(systemError("cannot create", path, errno));
    return std::make_unique<PosixWriter>(std::move(file), path);
}

} // namespace

Result<Bytes> Files::readAll(const std::filesystem::path& path, std::uint64_t limit)
{
    auto file = open(path);
    if (!file)
        return fail(std::move(file).error());
    if ((*file)->size() > limit)
        return fail(kTooLarge, "the file is larger than is read at once", path.string());
    return (*file)->read(0, static_cast<std::size_t>((*file)->size()));
}

Result<void> Files::writeWhole(const std::filesystem::path& path, ByteView bytes)
{
    const std::filesystem::path temporary = path.string() + ".part";
    {
        auto file = create(temporary);
        if (!file)
            return fail(std::move(file).error());
        TASHILGAR_TRY((*file)->write(bytes));
        TASHILGAR_TRY((*file)->sync());
    }
    TASHILGAR_TRY(rename(temporary, path));
    return syncDirectory(path.parent_path());
}

Result<void> makeFolder(Files& files, const std::filesystem::path& folder)
{
    if (!folder.has_filename()) // "data/"
        return folder.has_relative_path() ? makeFolder(files, folder.parent_path()) : Result<void>();
    std::vector<std::filesystem::path> parents{folder.has_parent_path() ? folder.parent_path() : std::filesystem::path(".")};
    while (!files.exists(parents.back()) && parents.back().has_relative_path() && parents.back().has_parent_path())
        parents.push_back(parents.back().parent_path());
    TASHILGAR_TRY(files.createDirectories(folder));
    for (const std::filesystem::path& parent : parents)
        TASHILGAR_TRY(files.syncDirectory(parent));
    return {};
}

Result<std::unique_ptr<WritableFile>> SystemFiles::create(const std::filesystem::path& path)
{
    return openToWrite(path, O_TRUNC);
}

Result<std::unique_ptr<WritableFile>> SystemFiles::append(const std::filesystem::path& path)
{
    return openToWrite(path, O_APPEND);
}

Result<std::unique_ptr<ReadableFile>> SystemFiles::open(const std::filesystem::path& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        return fail(systemError("cannot open", path, errno));
    if (!S_ISREG(status.st_mode))
        return fail(kIoError, "not an ordinary file", path.string());
    return std::make_unique<PosixReader>(std::move(file), static_cast<std::uint64_t>(status.st_size), path);
}

Result<void> SystemFiles::rename(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return fail(systemError("cannot rename", from, errno));
    return {};
}

Result<void> SystemFiles::remove(const std::filesystem::path& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return fail(systemError("cannot remove", path, errno));
    return {};
}

Result<void> SystemFiles::createDirectories(const std::filesystem::path& path)
{
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return fail(systemError("cannot create the folder", path, error.value()));
    return {};
}

Result<void> SystemFiles::syncDirectory(const std::filesystem::path& path)
{
    const Descriptor folder(::open(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() < 0 || ::fsync(folder.number()) != 0)
        return fail(systemError("cannot make the folder safe on disk", path, errno));
    return {};
}

bool SystemFiles::exists(const std::filesystem::path& path) const
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

Result<std::vector<std::string>> SystemFiles::list(const std::filesystem::path& folder) const
{
    std::error_code error;
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        names.push_back(at->path().filename().string());
    if (error)
        return fail(systemError("cannot read the folder", folder, error.value()));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tashilgar::base
