#pragma once

#include "sync/hub/domain/reception.h"

#include <optional>
#include <string>
#include <vector>

/// Records that come by OpenRosa: the same intake as that of batches (reception.h), but nothing was announced. What a record
/// is, its own XML says; which files belong to it, too; and they may come in several requests, each with the same XML.
/// Spec: https://docs.getodk.org/openrosa-form-submission/
namespace tashilgar::hub::domain {

/// Another file of this name has come for the same record; the first one stands.
inline constexpr base::ErrorCode kFileDiffers{"hub.file-differs"};

/// A file that came with a record, whole and safe on disk.
struct ArrivedFile {
    std::string name;
    std::string sha256;
    std::uint64_t size = 0;
    std::string mediaType;
};

/// Looks at a record alone: its form, whether it fits, which files it names. An encrypted one is looked at as far as its
/// manifest goes. What is no record is in `refusal`. Reads and parses, so it belongs on a worker's thread. Fails only as
/// the storage does.
base::Result<CheckedRecord> checkSubmission(storage::Reader& reader, FormLibrary& library, std::string xml, base::Instant now);

struct KeptSubmission {
    std::optional<protocol::Problem> refusal;
    bool isNew = false;
    std::vector<std::string> missing; ///< names of files that have not come
};

/// Stores the record, or finds it stored, and the files that came with it. Of a correction the files that the record before
/// has, and that did not come again, are its own. Fails with kFileDiffers, and as the storage does; nothing is kept then.
base::Result<KeptSubmission> keepSubmission(storage::Writer& writer, const Caller& caller, const CheckedRecord& record,
    const std::vector<ArrivedFile>& files, const HubIdentity& identity, base::Instant now);

} // namespace tashilgar::hub::domain
