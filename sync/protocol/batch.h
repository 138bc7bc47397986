#pragma once

#include "app/base/bytes.h"
#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include "sync/protocol/form_dictionary.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tashilgar::protocol {

/// The bytes are no batch, or were cut; nothing of them may be used.
inline constexpr base::ErrorCode kBatchMalformed{"protocol.batch-malformed"};
/// The batch is beyond the limits of wire.h: send fewer records at a time.
inline constexpr base::ErrorCode kBatchTooLarge{"protocol.batch-too-large"};

/// The batch was packed with a dictionary that is not here: send it without one.
inline constexpr base::ErrorCode kDictionaryUnknown{"protocol.dictionary-unknown"};
/// The batch is of a program of another age.
inline constexpr base::ErrorCode kBatchVersionUnknown{"protocol.batch-version-unknown"};

/// A file that belongs to a record, named by the SHA-256 of its bytes.
struct BlobRef {
    std::string name;   ///< as the answer names it, "photo.jpg"
    std::string sha256; ///< lower-case hexadecimal
    std::uint64_t size = 0;
    std::string mediaType;
    friend bool operator==(const BlobRef&, const BlobRef&) = default;
};

/// One finalised record as it travels. `xml` is the exact submission; `sha256` is of its bytes.
struct BatchRecord {
    base::InstanceId instance;
    base::FormVersion form;
    std::string sha256;
    base::Instant madeAt{};
    std::vector<BlobRef> blobs;
    std::string xml;
    friend bool operator==(const BatchRecord&, const BatchRecord&) = default;
};

/// Gathers records until the batch is full, and packs them together: records of one form are so alike that a hundred of
/// them take a third of what they would alone. Belongs to one thread.
class BatchWriter {
public:
    BatchWriter();

    /// Fails with kBatchTooLarge when the record does not fit any more (the batch stays as it was) or is too large
    /// for any batch (place names the record).
    base::Result<void> add(const BatchRecord& record);
    std::size_t recordCount() const { return m_records; }
    std::size_t plainSize() const { return m_plain.size(); }
    /// The whole batch; a small one with \p dictionary where that makes it smaller. May be asked again, to pack it otherwise.
    base::Bytes finish(const FormDictionary* dictionary = nullptr) const;

private:
    base::Bytes m_plain;
    std::size_t m_records = 0;
};

/// The bytes of the dictionary with this id, where it is known.
using FindDictionary = std::function<base::Result<std::optional<base::Bytes>>(base::ByteView id)>;

/// All records of a batch, in order. Fails with kBatchMalformed, kBatchTooLarge, kDictionaryUnknown or kBatchVersionUnknown, and as \p find
/// does; never gives half of one. The hashes
/// are well formed but not checked against the bytes: that is answered for each record alone.
base::Result<std::vector<BatchRecord>> decodeBatch(base::ByteView packed, const FindDictionary& find = {});

/// True for 64 characters of lower-case hexadecimal.
bool isSha256Hex(std::string_view text);

} // namespace tashilgar::protocol
