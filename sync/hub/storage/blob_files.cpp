#include "sync/hub/storage/blob_files.h"

#include "app/base/uuid.h"

#include <fmt/format.h>

namespace tashilgar::hub::storage {
namespace {

constexpr std::size_t kSegment = 64 * 1024;
constexpr std::size_t kNumber = 8;
// 24 bytes of nonce, 16 of tag: base::seal.
constexpr std::size_t kMaxSealed = kSegment + kNumber + 40;
// Uploads whose state is kept for the next piece; the others are found again from their file.
constexpr std::size_t kKeptOpen = 256;
// Where blobs lie until their hash is known; on the disk of the others, so that one rename moves them.
constexpr std::string_view kReceived = "received";

void appendLittleEndian(base::Bytes& bytes, std::uint64_t value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        bytes.push_back(static_cast<std::byte>(value >> (8 * i) & 0xFF));
}

std::uint64_t littleEndian(base::ByteView bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8 | std::to_integer<std::uint64_t>(bytes[i]);
    return value;
}

} // namespace

base::Result<base::Bytes> BlobReader::segment()
{
    const auto head = m_file->read(m_place, 4);
    if (!head)
        return base::fail(head.error());
    if (head->empty())
        return base::Bytes();
    const auto cut = [] { return base::fail(base::kSealBroken, "a stored file is damaged"); };
    const std::uint64_t length = littleEndian(*head);
    if (head->size() != 4 || length > kMaxSealed)
        return cut();
    const auto sealed = m_file->read(m_place + 4, length);
    if (!sealed)
        return base::fail(sealed.error());
    if (sealed->size() != length)
        return cut();
    auto plain = base::unseal(*sealed, m_key);
    if (!plain)
        return base::fail(plain.error());
    if (plain->size() <= kNumber || littleEndian(base::ByteView(*plain).first(kNumber)) != m_segments)
        return cut();
    plain->erase(plain->begin(), plain->begin() + kNumber);
    m_place += 4 + length;
    ++m_segments;
    return plain;
}

base::Result<base::Bytes> BlobReader::next()
{
    while (m_left > 0) {
        auto piece = segment();
        if (!piece)
            return piece;
        if (piece->empty())
            return base::fail(base::kSealBroken, "a stored file is shorter than it was");
        if (m_skip >= piece->size()) {
            m_skip -= piece->size();
            continue;
        }
        piece->erase(piece->begin(), piece->begin() + static_cast<std::ptrdiff_t>(m_skip));
        m_skip = 0;
        if (piece->size() > m_left)
            piece->resize(m_left);
        m_left -= piece->size();
        return piece;
    }
    return base::Bytes();
}

BlobUpload::~BlobUpload()
{
    if (!m_announced && m_file)
        forget();
}

base::Result<void> BlobUpload::resume()
{
    base::Files& files = m_owner->m_files;
    if (files.exists(m_partial)) {
        auto file = files.open(m_partial);
        if (!file)
            return base::fail(file.error());
        const std::uint64_t size = (*file)->size();
        BlobReader reader(std::move(*file), m_owner->m_key);
        std::uint64_t whole = 0; // where the last segment that counts ends; the reader may have gone past it
        for (;;) {
            const auto piece = reader.segment();
            if (piece && piece->empty())
                break;
            // What a power cut or a full disk left of the last segment; or more than is announced now.
            if (!piece || m_offset + piece->size() > m_length)
                break;
            m_sum.add(*piece);
            m_offset += piece->size();
            m_segments = reader.m_segments;
            whole = reader.m_place;
        }
        if (whole != size) {
            // Files cannot be shortened: the whole part goes to a new one.
            std::filesystem::path fresh = m_partial;
            fresh += ".new";
            auto copy = files.create(fresh);
            if (!copy)
                return base::fail(copy.error());
            for (std::uint64_t at = 0; at < whole;) {
                const auto bytes = reader.m_file->read(at, std::min<std::uint64_t>(kSegment, whole - at));
                if (!bytes)
                    return base::fail(bytes.error());
                TASHILGAR_TRY((*copy)->write(*bytes));
                at += bytes->size();
            }
            TASHILGAR_TRY((*copy)->sync());
            copy->reset();
            TASHILGAR_TRY(files.rename(fresh, m_partial));
        }
    }
    auto file = files.append(m_partial);
    if (!file)
        return base::fail(file.error());
    m_file = std::move(*file);
    return {};
}

void BlobUpload::forget()
{
    m_file.reset();
    (void)m_owner->m_files.remove(m_partial);
    m_offset = m_segments = 0;
    m_pending.clear();
}

base::Result<void> BlobUpload::writeSegment(base::ByteView plain)
{
    base::Bytes numbered;
    numbered.reserve(plain.size() + kNumber);
    appendLittleEndian(numbered, m_segments, kNumber);
    numbered.insert(numbered.end(), plain.begin(), plain.end());
    const base::Bytes sealed = base::seal(numbered, m_owner->m_key, m_owner->m_random);
    base::Bytes bytes;
    bytes.reserve(sealed.size() + 4);
    appendLittleEndian(bytes, sealed.size(), 4);
    bytes.insert(bytes.end(), sealed.begin(), sealed.end());
    auto written = m_file->write(bytes);
    if (!written) {
        // Half a segment may be there; and on a full disk the room is worth more than the part.
        forget();
        return written;
    }
    ++m_segments;
    return {};
}

base::Result<void> BlobUpload::append(base::ByteView bytes)
{
    if (!m_file)
        return base::fail(base::kIoError, "this upload has ended; it must begin again");
    if (bytes.size() > m_length - m_offset)
        return base::fail(base::kTooLarge, "there is more than was announced");
    m_sum.add(bytes);
    m_offset += bytes.size();
    while (!bytes.empty()) {
        const std::size_t room = std::min(kSegment - m_pending.size(), bytes.size());
        m_pending.insert(m_pending.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(room));
        bytes = bytes.subspan(room);
        if (m_pending.size() == kSegment)
            TASHILGAR_TRY(flush());
    }
    return {};
}

base::Result<void> BlobUpload::flush()
{
    if (m_pending.empty())
        return {};
    TASHILGAR_TRY(writeSegment(m_pending));
    m_pending.clear();
    return {};
}

base::Result<void> BlobUpload::finish()
{
    TASHILGAR_TRY(flush());
    if (!m_file)
        return base::fail(base::kIoError, "this upload has ended; it must begin again");
    const std::string digest = base::toHex(m_sum.finish());
    if (!m_announced)
        m_sha256 = digest;
    else if (m_offset != m_length || digest != m_sha256) {
        forget();
        return base::fail(kBlobMismatch, "the file that came is not the one that was announced");
    }
    base::Files& files = m_owner->m_files;
    TASHILGAR_TRY(m_file->sync());
    m_file.reset();
    const std::filesystem::path path = m_owner->pathOf(m_sha256);
    TASHILGAR_TRY(files.rename(m_partial, path));
    return files.syncDirectory(path.parent_path());
}

BlobFiles::BlobFiles(base::Files& files, std::filesystem::path folder, const base::SecretKey& key, base::Random& random)
    : m_files(files)
    , m_folder(std::move(folder))
    , m_key(key)
    , m_random(random)
{
}

base::Result<void> BlobFiles::prepare()
{
    // All folders are made at once: a folder made while blobs arrive could be used by one thread before another has
    // made it safe.
    for (int i = 0; i < 256; ++i)
        TASHILGAR_TRY(m_files.createDirectories(m_folder / fmt::format("{:02x}", i)));
    TASHILGAR_TRY(m_files.createDirectories(m_folder / kReceived));
    TASHILGAR_TRY(m_files.syncDirectory(m_folder));
    return m_files.syncDirectory(m_folder.parent_path());
}

std::filesystem::path BlobFiles::pathOf(std::string_view sha256) const
{
    return m_folder / std::string(sha256.substr(0, 2)) / std::string(sha256);
}

std::filesystem::path BlobFiles::partialPath(const base::DeviceId& device, std::string_view sha256) const
{
    // Beside its last place: a rename within one folder is one step on every file system.
    return m_folder / std::string(sha256.substr(0, 2)) / fmt::format("{}-{}.part", sha256, device.value());
}

base::Result<std::shared_ptr<BlobUpload>> BlobFiles::upload(
    const base::DeviceId& device, std::string_view sha256, std::uint64_t length)
{
    const std::filesystem::path path = partialPath(device, sha256);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_open.find(path); known != m_open.end()) {
        if (known->second.use_count() > 1)
            return base::fail(kUploadBusy, "this file is being received at this moment");
        if (known->second->m_file && known->second->m_length == length)
            return known->second;
        m_open.erase(known);
    }
    if (m_open.size() >= kKeptOpen)
        std::erase_if(m_open, [](const auto& entry) { return entry.second.use_count() == 1; });
    std::shared_ptr<BlobUpload> upload(new BlobUpload);
    upload->m_owner = this;
    upload->m_partial = path;
    upload->m_sha256 = sha256;
    upload->m_length = length;
    TASHILGAR_TRY(upload->resume());
    m_open.emplace(path, upload);
    return upload;
}

base::Result<std::unique_ptr<BlobUpload>> BlobFiles::receive(std::uint64_t limit)
{
    std::unique_ptr<BlobUpload> upload(new BlobUpload);
    upload->m_owner = this;
    upload->m_partial = m_folder / kReceived / base::uuid4(m_random);
    upload->m_announced = false;
    upload->m_length = limit;
    auto file = m_files.create(upload->m_partial);
    if (!file)
        return base::fail(file.error());
    upload->m_file = std::move(*file);
    return upload;
}

base::Result<void> BlobFiles::forgetReceived()
{
    const auto names = m_files.list(m_folder / kReceived);
    if (!names)
        return base::fail(names.error());
    for (const std::string& name : *names)
        TASHILGAR_TRY(m_files.remove(m_folder / kReceived / name));
    return {};
}

base::Result<void> BlobFiles::forget(const base::DeviceId& device, std::string_view sha256)
{
    const std::filesystem::path path = partialPath(device, sha256);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_open.find(path); known != m_open.end()) {
        if (known->second.use_count() > 1)
            return base::fail(kUploadBusy, "this file is being received at this moment");
        m_open.erase(known);
    }
    return m_files.remove(path);
}

base::Result<void> BlobFiles::forgetAll(std::string_view devicePrefix)
{
    const std::lock_guard lock(m_mutex);
    for (int i = 0; i < 256; ++i) {
        const std::filesystem::path folder = m_folder / fmt::format("{:02x}", i);
        const auto names = m_files.list(folder);
        if (!names)
            return base::fail(names.error());
        for (const std::string& name : *names) {
            constexpr std::size_t kHash = 64;
            if (name.size() <= kHash + 1 || !name.ends_with(".part") || !std::string_view(name).substr(kHash + 1).starts_with(devicePrefix))
                continue;
            const auto known = m_open.find(folder / name);
            if (known != m_open.end() && known->second.use_count() > 1)
                continue;
            m_open.erase(folder / name);
            TASHILGAR_TRY(m_files.remove(folder / name));
        }
    }
    return {};
}

base::Result<void> BlobFiles::store(std::string_view sha256, base::ByteView bytes)
{
    static const base::DeviceId self("hub");
    TASHILGAR_TRY(forget(self, sha256));
    auto upload = this->upload(self, sha256, bytes.size());
    if (!upload)
        return base::fail(upload.error());
    TASHILGAR_TRY((*upload)->append(bytes));
    return (*upload)->finish();
}

base::Result<BlobReader> BlobFiles::open(std::string_view sha256, std::uint64_t offset, std::uint64_t length)
{
    auto file = m_files.open(pathOf(sha256));
    if (!file)
        return base::fail(file.error());
    BlobReader reader(std::move(*file), m_key);
    reader.m_skip = offset;
    reader.m_left = length;
    return reader;
}

base::Result<base::Bytes> BlobFiles::readAll(std::string_view sha256, std::uint64_t limit)
{
    auto reader = open(sha256, 0, limit + 1);
    if (!reader)
        return base::fail(reader.error());
    base::Bytes all;
    for (;;) {
        const auto piece = reader->segment();
        if (!piece)
            return base::fail(piece.error());
        if (piece->empty())
            break;
        if (all.size() + piece->size() > limit)
            return base::fail(base::kTooLarge, "a stored file is larger than it may be");
        all.insert(all.end(), piece->begin(), piece->end());
    }
    if (base::Sha256::hexOf(all) != sha256)
        return base::fail(base::kSealBroken, "a stored file is not what it was");
    return all;
}

} // namespace tashilgar::hub::storage
