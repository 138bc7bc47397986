#pragma once

#include "app/base/clock.h"
#include "sync/hub/domain/form_library.h"
#include "sync/hub/storage/blob_files.h"
#include "sync/hub/storage/storage.h"

#include <string>
#include <utility>
#include <vector>

namespace tashilgar::hub::domain {

/// A form version is published already with other contents: it needs a new version.
inline constexpr base::ErrorCode kVersionTaken{"hub.version-taken"};

/// A programme as its office hands it in, read from wherever it was.
struct ProgrammeFiles {
    storage::Programme programme;
    std::vector<protocol::Person> people; ///< where it is empty, the list `staff` says who they are
    std::vector<std::pair<std::string, std::string>> lists; ///< name and CSV; with a column __version it is an entity list
    struct FormFile {
        std::string name; ///< for messages
        std::string xml;
        std::vector<std::pair<std::string, std::string>> media; ///< file name and bytes
    };
    std::vector<FormFile> forms;
};

struct ImportReport {
    std::size_t people = 0;
    std::size_t lists = 0;
    std::size_t rows = 0;
    std::size_t forms = 0;
    std::vector<std::string> warnings;
};

/// Brings in what \p files say. Plain lists are replaced where they differ; entity lists are only seeded: a row that is
/// there stays as it is, for the data bank knows better, and columns are only added. People are added and changed, never
/// removed: signOffAllOf() ends what one who left may do. A newer version of a form retires the older ones. Blobs are safe
/// before the rows that name them. Done a second time it changes nothing.
base::Result<ImportReport> importProgramme(
    storage::Storage& storage, storage::BlobFiles& blobs, const ProgrammeFiles& files, base::Instant now);

} // namespace tashilgar::hub::domain
