#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"

namespace tashilgar::base {

/// Seals \p plain so that only the holder of an Ed25519 key pair opens it, who needs to know nothing of the sender; whoever
/// sealed it cannot open it again. \p publicKey is the 32 bytes that signatures are checked with. Nothing for a key that is
/// no point of the curve. Spec: https://doc.libsodium.org/public-key_cryptography/sealed_boxes, over the keys' X25519 twins
std::optional<Bytes> sealForHolder(ByteView plain, ByteView publicKey);
/// \p seed is the 32 bytes that the pair grows from. Fails with kSealBroken.
Result<Bytes> openAsHolder(ByteView box, ByteView seed);

} // namespace tashilgar::base
