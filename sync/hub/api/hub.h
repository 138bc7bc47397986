#pragma once

#include "app/base/clock.h"
#include "app/base/limits.h"
#include "sync/hub/api/attempt_limiter.h"
#include "sync/hub/domain/form_library.h"
#include "sync/hub/domain/identity.h"
#include "sync/hub/http/router.h"
#include "sync/hub/storage/blob_files.h"
#include "sync/hub/storage/storage.h"

#include <atomic>

namespace tashilgar::hub::api {

/// What a hub lets strangers cost it.
struct Limits {
    std::uint64_t maxBlob = base::kMaxAttachment;
    std::size_t maxUploadsOfDevice = 1000;     ///< begun and not ended
    std::uint64_t maxUploadBytesOfDevice = 1024u * 1024 * 1024; ///< what those would weigh; a tablet sends a few at a time
    std::uint64_t maxSubmission = 100'000'000; ///< what an OpenRosa client is advised to put into one request; Central's
    int maxBatchesAtOnce = 32;                 ///< each holds up to twice 72 MB while it is read: packed and plain bytes, and the records made of them
};

/// The parts every resource works with. Owned by whoever composed the hub; outlives the server.
struct Hub {
    storage::Storage& storage;
    storage::BlobFiles& blobs;
    domain::FormLibrary& forms;
    const domain::HubIdentity& identity;
    const base::Clock& clock;
    base::Random& random;
    http::Workers& workers;
    Limits limits;
    AttemptLimiter attempts;
    std::atomic<int> batchesAtOnce{0};
    /// "https://hub.example.org", as clients reach it; empty: as each request says in its Host.
    std::string publicUrl = {};
};

/// Every address the hub answers at.
http::Router routes(Hub& hub);

} // namespace tashilgar::hub::api
