#pragma once

#include "sync/hub/domain/form_library.h"
#include "sync/hub/domain/identity.h"
#include "sync/hub/storage/blob_files.h"
#include "sync/hub/storage/storage.h"
#include "sync/protocol/receipt.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tashilgar::hub::domain {

/// The bundle was not made by the tablet that it names.
inline constexpr base::ErrorCode kBundleUntrusted{"hub.bundle-untrusted"};

/// What a bundle is taken into; all outlive the call.
struct BundleTarget {
    storage::Storage& storage;
    storage::BlobFiles& blobs;
    FormLibrary& forms;
    const HubIdentity& identity;
    const base::Clock& clock;
    std::uint64_t maxBlob; ///< bytes
};

struct BundleTaken {
    base::DeviceId device;
    std::string deviceName;
    std::uint32_t files = 0;              ///< that were not here before
    std::vector<protocol::Receipt> receipts; ///< one for each record, as the wire would have answered when all of it had come
};

/// Takes what a tablet exported, with the guarantees of the wire: a record is stored whole or refused with its reason, files
/// count by their hash, receipts are signed once all of a record is safe on the disk. The file is read to its end before
/// anything of it is stored, so one that was cut or changed leaves nothing; taken twice it changes nothing.
/// Fails with protocol::kBundleMalformed and kBundleForeign, with kBundleUntrusted, kDeviceUnknown, kDeviceRevoked, and as
/// the storage does.
base::Result<BundleTaken> takeBundle(base::ReadableFile& file, BundleTarget target);

} // namespace tashilgar::hub::domain
