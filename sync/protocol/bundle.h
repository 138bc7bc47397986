#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/ids.h"
#include "app/base/seal.h"
#include "sync/protocol/signing.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tashilgar::protocol {

/// The file is no bundle, or was cut or changed; nothing of it may be used.
inline constexpr base::ErrorCode kBundleMalformed{"protocol.bundle-malformed"};
/// The bundle is whole, and for another hub: nobody else can open it.
inline constexpr base::ErrorCode kBundleForeign{"protocol.bundle-foreign"};

/// Who sends what to whom; all of it that can be read without a key.
struct BundleHead {
    base::HubId hub;
    base::DeviceId device;
    base::Instant madeAt{};
};

/// Writes records and files of a tablet into one file that only its hub opens: batches as they would travel, and whole
/// files by their hash (DESIGN.md, "A bundle"). Memory does not grow with it. Belongs to one thread; the file outlives it
/// and is synced by whoever owns it.
class BundleWriter {
public:
    static base::Result<BundleWriter> begin(base::WritableFile& file, const BundleHead& head, const PublicKey& hub,
        const SigningKey& device, base::Random& random);

    base::Result<void> addBatch(base::ByteView batch);
    /// Then exactly \p size bytes by addBytes().
    base::Result<void> beginBlob(std::string_view sha256, std::uint64_t size);
    base::Result<void> addBytes(base::ByteView bytes);
    /// Without it the bundle does not open.
    base::Result<void> finish();

private:
    BundleWriter(base::WritableFile& file, const base::SecretKey& key);
    base::Result<void> add(base::ByteView plain);

    base::WritableFile* m_file;
    base::StreamSealer m_sealer;
    base::Bytes m_pending;
};

/// Reads a bundle from its beginning to its end. Belongs to one thread; the file outlives it.
class BundleReader {
public:
    struct Batch {
        base::Bytes bytes;
    };
    struct Blob {
        std::string sha256;
        std::uint64_t size = 0;
    };
    using Section = std::variant<Batch, Blob>;

    /// Fails with kBundleMalformed or kBundleForeign.
    static base::Result<BundleReader> open(base::ReadableFile& file, const SigningKey& hub);

    const BundleHead& head() const { return m_head; }
    /// Whether the tablet with \p device made it: to be asked before anything of it is used.
    bool isFrom(const PublicKey& device) const;
    /// The next section; nothing at the end, which was then reached whole. Bytes of a blob that were not read are skipped.
    /// Fails with kBundleMalformed, and with base::kIoError.
    base::Result<std::optional<Section>> next();
    /// The next bytes of the blob at hand, some tens of kilobytes; empty at its end.
    base::Result<base::Bytes> read();

private:
    BundleReader(base::ReadableFile& file, BundleHead head, std::string signedText, std::string signature, std::uint64_t offset,
        base::StreamOpener opener);
    base::Result<base::Bytes> take(std::size_t size);
    base::Result<bool> fill();

    base::ReadableFile* m_file;
    BundleHead m_head;
    std::string m_signedText;
    std::string m_signature;
    std::uint64_t m_offset;
    base::StreamOpener m_opener;
    base::Bytes m_plain;
    std::size_t m_at = 0;
    bool m_last = false;
    std::uint64_t m_blobLeft = 0;
};

} // namespace tashilgar::protocol
