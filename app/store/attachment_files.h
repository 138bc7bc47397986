#pragma once

#include "app/base/files.h"
#include "app/base/hash.h"
#include "app/base/result.h"
#include "app/base/seal.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace tashilgar::store {

/// What came does not have the hash that was told.
inline constexpr base::ErrorCode kHashDiffers{"store.hash-differs"};

/// Photos, sound, form media: each content once, named by the SHA-256 of its plain bytes, encrypted in chunks.
///
/// A content is written to a temporary file, synced, renamed, its folder synced; only then may a row name it. What no
/// row names is removed at the next start. Memory does not grow with the file. One of the parts of Store, which owns it
/// and says which thread; objects it hands out live shorter than it does.
class AttachmentFiles {
public:
    struct Content {
        std::string sha256;
        std::uint64_t size = 0;
    };

    /// A content on its way in. Gone without trace when it is dropped before finish().
    class Writer {
    public:
        ~Writer();
        base::Result<void> write(base::ByteView bytes);
        /// The content is safe on the disk. With \p expectedSha256 fails with kHashDiffers and keeps nothing.
        base::Result<Content> finish(std::string_view expectedSha256 = {});

    private:
        friend class AttachmentFiles;
        Writer(AttachmentFiles& owner, std::filesystem::path temporary, std::unique_ptr<base::WritableFile> file);
        base::Result<void> seal(base::ByteView plain, bool last);

        AttachmentFiles* m_owner;
        std::filesystem::path m_temporary;
        std::unique_ptr<base::WritableFile> m_file;
        base::StreamSealer m_sealer;
        base::Sha256 m_hash;
        base::Bytes m_pending;
        std::uint64_t m_size = 0;
        bool m_finished = false;
    };

    /// \p folder is there already. \p key is the store's; contents use one derived from it.
    AttachmentFiles(base::Files& files, std::filesystem::path folder, const base::SecretKey& key, base::Random& random);

    base::Result<std::unique_ptr<Writer>> begin();
    base::Result<Content> add(base::ByteView bytes);
    /// Copies a file from outside. Fails with base::kTooLarge before anything is written when it is over \p limit.
    base::Result<Content> addFile(const std::filesystem::path& source, std::uint64_t limit);

    bool has(std::string_view sha256) const;
    /// Plain bytes from any place, read forward cheaply, backward from the start. Fails with base::kNotFound;
    /// reads fail with base::kSealBroken when the file was changed.
    base::Result<std::unique_ptr<base::ReadableFile>> open(std::string_view sha256);
    /// The whole of a small content. Fails with base::kTooLarge over \p limit.
    base::Result<base::Bytes> readAll(std::string_view sha256, std::uint64_t limit);
    /// Writes the plain bytes to \p target, for a viewer outside.
    base::Result<void> copyOut(std::string_view sha256, const std::filesystem::path& target);

    /// Removes contents that are not in \p named, and temporary files. The reply is how many.
    base::Result<std::uint32_t> sweep(const std::set<std::string>& named);

private:
    std::filesystem::path pathOf(std::string_view sha256) const;

    base::Files* m_files;
    std::filesystem::path m_folder;
    base::SecretKey m_key;
    base::Random* m_random;
};

} // namespace tashilgar::store
