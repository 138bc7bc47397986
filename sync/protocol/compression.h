#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

namespace tashilgar::protocol {

/// One zstd frame, level 6. Spec: RFC 8878
base::Bytes compress(base::ByteView plain);
/// The plain bytes of exactly one whole frame. Never gives or holds more than \p limit bytes; a window beyond 8 MB is
/// refused. Fails with kMalformed or kTooLarge.
base::Result<base::Bytes> decompress(base::ByteView compressed, std::size_t limit);

} // namespace tashilgar::protocol
