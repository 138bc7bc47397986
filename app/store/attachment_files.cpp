#include "app/store/attachment_files.h"

#include "app/base/bytes.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace tashilgar::store {
namespace {

constexpr std::string_view kTemporary = ".part";
constexpr std::size_t kSealedChunk = base::StreamSealer::kChunk + base::StreamSealer::kOverhead;

/// Reads a sealed file. The cipher runs forward only, so a step back begins again.
class SealedReader final : public base::ReadableFile {
public:
    SealedReader(std::unique_ptr<base::ReadableFile> file, base::SecretKey key, std::uint64_t size, std::string place)
        : m_file(std::move(file))
        , m_key(std::move(key))
        , m_size(size)
        , m_place(std::move(place))
    {
    }

    std::uint64_t size() const override { return m_size; }

    base::Result<base::Bytes> read(std::uint64_t offset, std::size_t length) override
    {
        base::Bytes result;
        while (result.size() < length && offset + result.size() < m_size) {
            const std::uint64_t at = offset + result.size();
            const std::uint64_t chunk = at / base::StreamSealer::kChunk;
            TASHILGAR_TRY(goTo(chunk));
            const std::size_t inside = static_cast<std::size_t>(at % base::StreamSealer::kChunk);
            const std::size_t count = std::min(length - result.size(), m_plain.size() - inside);
            result.insert(result.end(), m_plain.begin() + static_cast<std::ptrdiff_t>(inside),
                m_plain.begin() + static_cast<std::ptrdiff_t>(inside + count));
        }
        return result;
    }

private:
    /// m_plain holds chunk \p wanted after this.
    base::Result<void> goTo(std::uint64_t wanted)
    {
        if (!m_opener || wanted + 1 < m_next) {
            auto header = m_file->read(0, base::StreamSealer::kHeader);
            if (!header)
                return base::fail(std::move(header).error());
            m_opener.emplace(m_key, *header);
            m_next = 0;
        }
        while (m_next <= wanted) {
            auto sealed = m_file->read(base::StreamSealer::kHeader + m_next * kSealedChunk, kSealedChunk);
            if (!sealed)
                return base::fail(std::move(sealed).error());
            bool last = false;
            auto plain = m_opener->pull(*sealed, last);
            const bool endsHere = m_next * base::StreamSealer::kChunk + (plain ? plain->size() : 0) >= m_size;
            if (!plain || last != endsHere) {
                m_opener.reset();
                return base::fail(base::kSealBroken, "the file was changed or cut since it was stored", m_place);
            }
            m_plain = std::move(*plain);
            ++m_next;
        }
        return {};
    }

    std::unique_ptr<base::ReadableFile> m_file;
    base::SecretKey m_key;
    std::uint64_t m_size;
    std::string m_place;
    std::optional<base::StreamOpener> m_opener;
    std::uint64_t m_next = 0; ///< number of the chunk that m_opener expects; m_plain is the one before
    base::Bytes m_plain;
};

bool isHash(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace

AttachmentFiles::Writer::Writer(
    AttachmentFiles& owner, std::filesystem::path temporary, std::unique_ptr<base::WritableFile> file)
    : m_owner(&owner)
    , m_temporary(std::move(temporary))
    , m_file(std::move(file))
    , m_sealer(owner.m_key)
{
    m_pending.reserve(base::StreamSealer::kChunk);
}

AttachmentFiles::Writer::~Writer()
{
    if (m_finished)
        return;
    m_file.reset();
    (void)m_owner->m_files->remove(m_temporary); // what stays is swept at the next start
}

base::Result<void> AttachmentFiles::Writer::seal(base::ByteView plain, bool last)
{
    return m_file->write(m_sealer.push(plain, last));
}

base::Result<void> AttachmentFiles::Writer::write(base::ByteView bytes)
{
    m_hash.add(bytes);
    m_size += bytes.size();
    while (!bytes.empty()) {
        // A full chunk waits until more comes: the last one is sealed as such.
        if (m_pending.size() == base::StreamSealer::kChunk) {
            TASHILGAR_TRY(seal(m_pending, false));
            m_pending.clear();
        }
        const std::size_t count = std::min(bytes.size(), base::StreamSealer::kChunk - m_pending.size());
        m_pending.insert(m_pending.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
        bytes = bytes.subspan(count);
    }
    return {};
}

base::Result<AttachmentFiles::Content> AttachmentFiles::Writer::finish(std::string_view expectedSha256)
{
    TASHILGAR_TRY(seal(m_pending, true));
    Content content{base::toHex(m_hash.finish()), m_size};
    if (!expectedSha256.empty() && expectedSha256 != content.sha256)
        return base::fail(kHashDiffers, "the file that arrived is not the one that was announced");
    TASHILGAR_TRY(m_file->sync());
    m_file.reset();
    TASHILGAR_TRY(m_owner->m_files->rename(m_temporary, m_owner->pathOf(content.sha256)));
    m_finished = true;
    TASHILGAR_TRY(m_owner->m_files->syncDirectory(m_owner->m_folder));
    return content;
}

AttachmentFiles::AttachmentFiles(
    base::Files& files, std::filesystem::path folder, const base::SecretKey& key, base::Random& random)
    : m_files(&files)
    , m_folder(std::move(folder))
    , m_key(base::deriveKey(key, "attachments"))
    , m_random(&random)
{
}

std::filesystem::path AttachmentFiles::pathOf(std::string_view sha256) const { return m_folder / sha256; }

base::Result<std::unique_ptr<AttachmentFiles::Writer>> AttachmentFiles::begin()
{
    std::array<std::byte, 16> name{};
    m_random->fill(name);
    const std::filesystem::path temporary = m_folder / (base::toHex(name) + std::string(kTemporary));
    auto file = m_files->create(temporary);
    if (!file)
        return base::fail(std::move(file).error());
    std::unique_ptr<Writer> writer(new Writer(*this, temporary, std::move(*file)));
    TASHILGAR_TRY(writer->m_file->write(writer->m_sealer.header()));
    return writer;
}

base::Result<AttachmentFiles::Content> AttachmentFiles::add(base::ByteView bytes)
{
    auto writer = begin();
    if (!writer)
        return base::fail(std::move(writer).error());
    TASHILGAR_TRY((*writer)->write(bytes));
    return (*writer)->finish();
}

base::Result<AttachmentFiles::Content> AttachmentFiles::addFile(
    const std::filesystem::path& source, std::uint64_t limit)
{
    auto file = m_files->open(source);
    if (!file)
        return base::fail(std::move(file).error());
    if ((*file)->size() > limit)
        return base::fail(base::kTooLarge, "the file is larger than may be kept here", source.filename().string());
    auto writer = begin();
    if (!writer)
        return base::fail(std::move(writer).error());
    for (std::uint64_t offset = 0;;) {
        auto bytes = (*file)->read(offset, base::StreamSealer::kChunk);
        if (!bytes)
            return base::fail(std::move(bytes).error());
        if (bytes->empty())
            break;
        offset += bytes->size();
        if (offset > limit) // the file grew while it was read
            return base::fail(base::kTooLarge, "the file is larger than may be kept here", source.filename().string());
        TASHILGAR_TRY((*writer)->write(*bytes));
    }
    return (*writer)->finish();
}

bool AttachmentFiles::has(std::string_view sha256) const { return isHash(sha256) && m_files->exists(pathOf(sha256)); }

base::Result<std::unique_ptr<base::ReadableFile>> AttachmentFiles::open(std::string_view sha256)
{
    if (!isHash(sha256))
        return base::fail(base::kNotFound, "this is no name of a stored file");
    auto file = m_files->open(pathOf(sha256));
    if (!file)
        return base::fail(std::move(file).error());
    const std::uint64_t sealed = (*file)->size();
    constexpr std::uint64_t kLeast = base::StreamSealer::kHeader + base::StreamSealer::kOverhead;
    if (sealed < kLeast)
        return base::fail(base::kSealBroken, "the file was cut since it was stored", std::string(sha256));
    const std::uint64_t body = sealed - base::StreamSealer::kHeader;
    const std::uint64_t chunks = (body + kSealedChunk - 1) / kSealedChunk;
    const std::uint64_t overhead = chunks * base::StreamSealer::kOverhead;
    return std::make_unique<SealedReader>(
        std::move(*file), m_key, body > overhead ? body - overhead : 0, std::string(sha256));
}

base::Result<base::Bytes> AttachmentFiles::readAll(std::string_view sha256, std::uint64_t limit)
{
    auto file = open(sha256);
    if (!file)
        return base::fail(std::move(file).error());
    if ((*file)->size() > limit)
        return base::fail(base::kTooLarge, "the file is larger than is read at once", std::string(sha256));
    return (*file)->read(0, static_cast<std::size_t>((*file)->size()));
}

base::Result<void> AttachmentFiles::copyOut(std::string_view sha256, const std::filesystem::path& target)
{
    auto file = open(sha256);
    if (!file)
        return base::fail(std::move(file).error());
    auto copy = m_files->create(target);
    if (!copy)
        return base::fail(std::move(copy).error());
    for (std::uint64_t offset = 0; offset < (*file)->size();) {
        auto bytes = (*file)->read(offset, base::StreamSealer::kChunk);
        if (!bytes)
            return base::fail(std::move(bytes).error());
        offset += bytes->size();
        TASHILGAR_TRY((*copy)->write(*bytes));
    }
    return (*copy)->sync();
}

base::Result<std::uint32_t> AttachmentFiles::sweep(const std::set<std::string>& named)
{
    auto names = m_files->list(m_folder);
    if (!names)
        return base::fail(std::move(names).error());
    std::uint32_t removed = 0;
    for (const std::string& name : *names) {
        const bool ours = isHash(name) || name.ends_with(kTemporary);
        if (!ours || named.contains(name))
            continue;
        TASHILGAR_TRY(m_files->remove(m_folder / name));
        ++removed;
    }
    return removed;
}

} // namespace tashilgar::store
