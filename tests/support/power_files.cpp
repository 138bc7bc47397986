#include "tests/support/power_files.h"

namespace tashilgar::tests {
namespace {

class PowerWriter final : public base::WritableFile {
public:
    PowerWriter(PowerDisk& disk, PowerDisk::FilePointer file, bool pretendSync)
        : m_disk(disk)
        , m_file(std::move(file))
        , m_pretendSync(pretendSync)
    {
    }
    base::Result<void> write(base::ByteView bytes) override
    {
        return m_disk.write(*m_file, m_disk.size(*m_file), base::textOf(bytes));
    }
    base::Result<void> sync() override { return m_pretendSync ? base::Result<void>() : m_disk.syncFile(*m_file); }

private:
    PowerDisk& m_disk;
    PowerDisk::FilePointer m_file;
    bool m_pretendSync;
};

class PowerReader final : public base::ReadableFile {
public:
    PowerReader(PowerDisk& disk, PowerDisk::FilePointer file)
        : m_disk(disk)
        , m_file(std::move(file))
    {
    }
    std::uint64_t size() const override { return m_disk.size(*m_file); }
    base::Result<base::Bytes> read(std::uint64_t offset, std::size_t length) override
    {
        auto text = m_disk.read(*m_file, offset, length);
        if (!text)
            return base::fail(std::move(text).error());
        const base::ByteView bytes = base::bytesOf(*text);
        return base::Bytes(bytes.begin(), bytes.end());
    }

private:
    PowerDisk& m_disk;
    PowerDisk::FilePointer m_file;
};

} // namespace

PowerFiles::PowerFiles(PowerDisk& disk)
    : m_disk(&disk)
{
}

base::Result<std::unique_ptr<base::WritableFile>> PowerFiles::create(const std::filesystem::path& path)
{
    auto writer = append(path);
    if (writer) {
        if (const auto file = m_disk->open(path, false); file && m_disk->size(**file) > 0) {
            TASHILGAR_TRY(m_disk->truncate(**file, 0));
        }
    }
    return writer;
}

base::Result<std::unique_ptr<base::WritableFile>> PowerFiles::append(const std::filesystem::path& path)
{
    auto file = m_disk->open(path, true);
    if (!file)
        return base::fail(std::move(file).error());
    return std::make_unique<PowerWriter>(*m_disk, std::move(*file), m_pretend == Pretend::FileSync);
}

base::Result<std::unique_ptr<base::ReadableFile>> PowerFiles::open(const std::filesystem::path& path)
{
    auto file = m_disk->open(path, false);
    if (!file)
        return base::fail(std::move(file).error());
    return std::make_unique<PowerReader>(*m_disk, std::move(*file));
}

base::Result<void> PowerFiles::rename(const std::filesystem::path& from, const std::filesystem::path& to)
{
    return m_disk->rename(from, to);
}

base::Result<void> PowerFiles::remove(const std::filesystem::path& path) { return m_disk->remove(path); }
base::Result<void> PowerFiles::createDirectories(const std::filesystem::path& path)
{
    return m_disk->makeFolders(path);
}

base::Result<void> PowerFiles::syncDirectory(const std::filesystem::path& path)
{
    return m_pretend == Pretend::FolderSync ? base::Result<void>() : m_disk->syncFolder(path);
}

bool PowerFiles::exists(const std::filesystem::path& path) const { return m_disk->exists(path); }

base::Result<std::vector<std::string>> PowerFiles::list(const std::filesystem::path& folder) const
{
    return m_disk->list(folder);
}

} // namespace tashilgar::tests
