#pragma once

#include "sync/protocol/signing.h"

#include <optional>

namespace tashilgar::protocol {

/// \p plain so that only the holder of \p key's other half opens it; who sealed it stays unknown. Nothing when the key is none.
/// Spec: https://doc.libsodium.org/public-key_cryptography/sealed_boxes, over the X25519 twin of the key
std::optional<base::Bytes> sealFor(const PublicKey& key, base::ByteView plain);
/// What sealFor() closed; nothing when it was for somebody else, or was changed.
std::optional<base::Bytes> openSealed(const SigningKey& key, base::ByteView sealed);

} // namespace tashilgar::protocol
