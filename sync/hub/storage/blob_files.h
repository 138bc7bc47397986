#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/hash.h"
#include "app/base/ids.h"
#include "app/base/seal.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace tashilgar::hub::storage {

/// The bytes that came are not those that were announced; they were forgotten.
inline constexpr base::ErrorCode kBlobMismatch{"storage.blob-mismatch"};

/// Another request brings the same file of the same tablet at this moment.
inline constexpr base::ErrorCode kUploadBusy{"storage.upload-busy"};

/// A blob that is being received: bytes are appended, sealed as they come, and only once they are whole, match their hash
/// and are safe on disk does the file get the name of a blob. One thread at a time uses it.
class BlobUpload {
public:
    ~BlobUpload();

    /// How many bytes are here. After a power cut there may be fewer than were counted before it.
    std::uint64_t offset() const { return m_offset; }
    /// Fails with base::kTooLarge beyond the announced length, base::kDiskFull (then all of it is forgotten) or kIoError.
    base::Result<void> append(base::ByteView bytes);
    /// What was appended is in the file, though not yet safe from a power cut.
    base::Result<void> flush();
    /// The blob is whole and safe. Fails with kBlobMismatch when it is not what was announced.
    base::Result<void> finish();
    /// What it is called: as announced, or since finish().
    const std::string& sha256() const { return m_sha256; }

private:
    friend class BlobFiles;
    BlobUpload() = default;
    base::Result<void> resume();
    base::Result<void> writeSegment(base::ByteView plain);
    void forget();

    class BlobFiles* m_owner = nullptr;
    std::filesystem::path m_partial;
    std::string m_sha256;
    bool m_announced = true;
    std::uint64_t m_length = 0; ///< as announced, or what it may be at most
    std::uint64_t m_offset = 0;
    std::uint64_t m_segments = 0;
    base::Bytes m_pending;
    base::Sha256 m_sum;
    std::unique_ptr<base::WritableFile> m_file;
};

/// Reads a blob from a place on. One thread at a time uses it.
class BlobReader {
public:
    /// The next bytes; empty at the end. Fails with base::kSealBroken when the file was changed.
    base::Result<base::Bytes> next();

private:
    friend class BlobFiles;
    friend class BlobUpload;
    BlobReader(std::unique_ptr<base::ReadableFile> file, const base::SecretKey& key)
        : m_file(std::move(file))
        , m_key(key)
    {
    }
    /// One whole segment; empty at the end.
    base::Result<base::Bytes> segment();

    std::unique_ptr<base::ReadableFile> m_file;
    base::SecretKey m_key;
    std::uint64_t m_place = 0;
    std::uint64_t m_segments = 0;
    std::uint64_t m_skip = 0;
    std::uint64_t m_left = 0;
};

/// Blobs as files, named by the SHA-256 of their bytes and sealed. Layout of a file: segments, each a 4-byte little-endian
/// length and that many sealed bytes; inside the seal the segment's number (8 bytes, little-endian) and up to 64 KB.
/// Which blobs count is for the rows to say: a row is written after finish(), never before. Any thread may call.
class BlobFiles {
public:
    /// \p files and \p random outlive it.
    BlobFiles(base::Files& files, std::filesystem::path folder, const base::SecretKey& key, base::Random& random);

    /// Makes the folders, and makes them safe. Once, before anything else.
    base::Result<void> prepare();

    /// The upload of \p device, begun or found again as far as it is whole. Fails with kUploadBusy while somebody else has it in
    /// hand; it is given back when the last copy of the pointer goes.
    base::Result<std::shared_ptr<BlobUpload>> upload(
        const base::DeviceId& device, std::string_view sha256, std::uint64_t length);
    /// A blob of at most \p limit bytes whose hash nobody has said. Forgotten with the object, unless it was finished.
    base::Result<std::unique_ptr<BlobUpload>> receive(std::uint64_t limit);
    /// What receive() left behind when a program died. Only while nobody else receives.
    base::Result<void> forgetReceived();
    /// Fails with kUploadBusy while somebody has it in hand.
    base::Result<void> forget(const base::DeviceId& device, std::string_view sha256);
    /// Everything half received for devices whose id begins so, except what somebody has in hand: leftovers of a program that died.
    base::Result<void> forgetAll(std::string_view devicePrefix);
    /// Stores a whole blob at once, unless it is there; durable on success.
    base::Result<void> store(std::string_view sha256, base::ByteView bytes);
    /// \p length bytes from \p offset on.
    base::Result<BlobReader> open(std::string_view sha256, std::uint64_t offset, std::uint64_t length);
    /// All of a blob of at most \p limit bytes, its hash checked.
    base::Result<base::Bytes> readAll(std::string_view sha256, std::uint64_t limit);

private:
    friend class BlobUpload;
    std::filesystem::path pathOf(std::string_view sha256) const;
    std::filesystem::path partialPath(const base::DeviceId& device, std::string_view sha256) const;

    base::Files& m_files;
    std::filesystem::path m_folder;
    base::SecretKey m_key;
    base::Random& m_random;
    std::mutex m_mutex;
    std::map<std::filesystem::path, std::shared_ptr<BlobUpload>> m_open; ///< uploads in hand or lately in hand
};

} // namespace tashilgar::hub::storage
