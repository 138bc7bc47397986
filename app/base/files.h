#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tashilgar::base {

/// A file being written. Bytes are only safe after sync(); the name is only safe after Files::syncDirectory().
class WritableFile {
public:
    virtual ~WritableFile() = default;
    /// Appends all of \p bytes. Fails with kDiskFull or kIoError.
    virtual Result<void> write(ByteView bytes) = 0;
    virtual Result<void> sync() = 0;
};

/// A file being read from any place.
class ReadableFile {
public:
    virtual ~ReadableFile() = default;
    virtual std::uint64_t size() const = 0;
    /// Up to \p length bytes from \p offset; fewer only at the end.
    virtual Result<Bytes> read(std::uint64_t offset, std::size_t length) = 0;
};

/// The file system, as far as Tashilgar keeps data in it. Handed in, so that tests can forget, tear or reorder what was
/// not yet synced. Calls may come from any thread; one file belongs to one thread at a time.
class Files {
public:
    virtual ~Files() = default;
    /// Creates \p path, or empties it. Readable and writable by its owner only.
    virtual Result<std::unique_ptr<WritableFile>> create(const std::filesystem::path& path) = 0;
    /// Opens \p path to write after its last byte, creating it when it is not there.
    virtual Result<std::unique_ptr<WritableFile>> append(const std::filesystem::path& path) = 0;
    /// Fails with kNotFound.
    virtual Result<std::unique_ptr<ReadableFile>> open(const std::filesystem::path& path) = 0;
    /// Replaces \p to in one step. Durable after syncDirectory() of its folder.
    virtual Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
    /// Is no failure when there is nothing to remove.
    virtual Result<void> remove(const std::filesystem::path& path) = 0;
    virtual Result<void> createDirectories(const std::filesystem::path& path) = 0;
    virtual Result<void> syncDirectory(const std::filesystem::path& path) = 0;
    virtual bool exists(const std::filesystem::path& path) const = 0;
    /// The names in a folder, sorted, without folders' own contents. Fails with kNotFound.
    virtual Result<std::vector<std::string>> list(const std::filesystem::path& folder) const = 0;

    /// The whole of a file of at most \p limit bytes. Fails with kTooLarge.
    Result<Bytes> readAll(const std::filesystem::path& path, std::uint64_t limit);
    /// Writes whole or not at all: a temporary file beside it, synced, renamed, the folder synced.
    Result<void> writeWhole(const std::filesystem::path& path, ByteView bytes);
};

/// The machine's file system, through POSIX calls.
class SystemFiles final : public Files {
public:
    Result<std::unique_ptr<WritableFile>> create(const std::filesystem::path& path) override;
    Result<std::unique_ptr<WritableFile>> append(const std::filesystem::path& path) override;
    Result<std::unique_ptr<ReadableFile>> open(const std::filesystem::path& path) override;
    Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    Result<void> remove(const std::filesystem::path& path) override;
    Result<void> createDirectories(const std::filesystem::path& path) override;
    Result<void> syncDirectory(const std::filesystem::path& path) override;
    bool exists(const std::filesystem::path& path) const override;
    Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override;
};

/// Makes the folder and all above it that are not there. Their names are on the disk when this returns, that of \p folder
/// also where somebody else had just made it.
Result<void> makeFolder(Files& files, const std::filesystem::path& folder);

} // namespace tashilgar::base
