#pragma once

#include "app/base/files.h"
#include "tests/support/power_disk.h"

namespace tashilgar::tests {

/// base::Files on a PowerDisk, which outlives it. Tablet and hub use it alike.
class PowerFiles final : public base::Files {
public:
    /// A sync that is only pretended, to show that a test notices: of files, or of folders.
    enum class Pretend { Nothing, FileSync, FolderSync };

    explicit PowerFiles(PowerDisk& disk);
    /// From now on.
    void pretend(Pretend pretend) { m_pretend = pretend; }

    base::Result<std::unique_ptr<base::WritableFile>> create(const std::filesystem::path& path) override;
    base::Result<std::unique_ptr<base::WritableFile>> append(const std::filesystem::path& path) override;
    base::Result<std::unique_ptr<base::ReadableFile>> open(const std::filesystem::path& path) override;
    base::Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    base::Result<void> remove(const std::filesystem::path& path) override;
    base::Result<void> createDirectories(const std::filesystem::path& path) override;
    base::Result<void> syncDirectory(const std::filesystem::path& path) override;
    bool exists(const std::filesystem::path& path) const override;
    base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override;

private:
    PowerDisk* m_disk;
    Pretend m_pretend = Pretend::Nothing;
};

} // namespace tashilgar::tests
