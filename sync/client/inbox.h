#pragma once

#include "app/base/bytes.h"
#include "app/base/result.h"
#include "sync/protocol/change.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tashilgar::client {

/// What arrived does not have the hash it was named by; nothing of it was kept.
inline constexpr base::ErrorCode kIncomingDiffers{"client.incoming-differs"};

/// A content that a form version needs and the tablet lacks.
struct MissingBlob {
    std::string sha256;
    std::uint64_t size = 0;
    std::string name; ///< for the screen: the form's title or the name of its media file
};

/// A content on its way in. What was received lasts as long as the Inbox that lent it.
class IncomingBlob {
public:
    virtual ~IncomingBlob() = default;
    virtual std::uint64_t received() const = 0;
    virtual base::Result<void> append(base::ByteView bytes) = 0;
    /// All is here and safe. Fails with kIncomingDiffers and begins anew.
    virtual base::Result<void> finish() = 0;
};

/// What comes from the hub, on its way into the tablet's store: all that pull asks of it. Called by one thread.
class Inbox {
public:
    virtual ~Inbox() = default;
    /// Up to where the hub's changes were applied; empty at first.
    virtual base::Result<std::string> cursor() = 0;
    /// The whole page together with its cursor, or nothing of it. A form version shows only once its contents are here.
    virtual base::Result<void> apply(const protocol::ChangePage& page) = 0;
    /// The hub does not know our cursor: the next page begins from the start. What is here stays until it is replaced.
    virtual base::Result<void> restart() = 0;

    /// Small ones first.
    virtual base::Result<std::vector<MissingBlob>> missingBlobs() = 0;
    /// \p blob may have been begun before. The Inbox owns it and keeps it until it is finished.
    virtual base::Result<IncomingBlob*> receive(const MissingBlob& blob) = 0;
    /// Installs the form versions whose contents are all here. The reply is how many became usable.
    virtual base::Result<std::uint32_t> installComplete() = 0;
};

} // namespace tashilgar::client
