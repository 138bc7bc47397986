#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

namespace tashilgar::protocol {

/// How much work goes into a smaller frame: a hub answers many at once; who sends over a poor link has nothing better to do.
enum class Effort { Answerer, Sender };

/// One zstd frame with a checksum, which may refer to \p dictionary (any bytes, as they are). Spec: RFC 8878
base::Bytes compress(base::ByteView plain, Effort effort = Effort::Answerer, base::ByteView dictionary = {});
/// What compress() gives at most for so many bytes.
std::size_t compressedBound(std::size_t plain);
/// The plain bytes of exactly one whole frame. Never gives or holds more than \p limit bytes; a window beyond 8 MB is
/// refused. Fails with kMalformed or kTooLarge.
base::Result<base::Bytes> decompress(base::ByteView compressed, std::size_t limit, base::ByteView dictionary = {});

} // namespace tashilgar::protocol
