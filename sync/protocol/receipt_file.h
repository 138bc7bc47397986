#pragma once

#include "sync/protocol/receipt.h"

namespace tashilgar::protocol {

/// The file is no list of receipts, or not of this hub, or not for this tablet; nothing of it may be used.
inline constexpr base::ErrorCode kReceiptFileUntrusted{"protocol.receipt-file-untrusted"};

/// A hub's answer to a bundle as a file: what it would have answered on the wire, signed as a whole, because a refusal has no
/// signature of its own (DESIGN.md, "A bundle").
std::string writeReceiptFile(
    const std::vector<Receipt>& receipts, const base::DeviceId& device, const SigningKey& hub);
/// Fails with kReceiptFileUntrusted.
base::Result<std::vector<Receipt>> readReceiptFile(std::string_view text, const base::DeviceId& device, const PublicKey& hub);

} // namespace tashilgar::protocol
