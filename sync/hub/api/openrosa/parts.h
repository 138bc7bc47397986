#pragma once

#include "sync/hub/domain/openrosa_submission.h"
#include "sync/hub/http/multipart.h"
#include "sync/hub/storage/blob_files.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tashilgar::hub::api::openrosa {

/// Takes the parts of a submission: the record, of which it asks at once which files belong to it, and those files, which go
/// to the disk as they come. Files that the record does not name, and fields, are let go. Used by one worker at a time.
class SubmissionParts final : public http::PartTaker {
public:
    using Inspect = std::function<base::Result<domain::CheckedRecord>(std::string xml)>;

    SubmissionParts(storage::BlobFiles& blobs, std::uint64_t largestFile, Inspect inspect)
        : m_blobs(blobs)
        , m_largestFile(largestFile)
        , m_inspect(std::move(inspect))
    {
    }

    base::Result<void> begin(const http::PartHead& head) override;
    base::Result<void> take(base::ByteView bytes) override;
    base::Result<void> end() override;
    /// The body ended: what came before the record is looked at. Fails with http::kMultipartBroken when there is no record.
    base::Result<void> finish();

    const domain::CheckedRecord& record() const { return *m_record; }
    /// Safe on disk, all of them named by the record.
    const std::vector<domain::ArrivedFile>& files() const { return m_files; }

private:
    enum class Kind { Record, File, LetGo };
    struct Early {
        domain::ArrivedFile file;
        std::unique_ptr<storage::BlobUpload> upload;
    };
    bool isWanted(const std::string& name) const;
    base::Result<void> keep(domain::ArrivedFile file, storage::BlobUpload& upload);

    storage::BlobFiles& m_blobs;
    std::uint64_t m_largestFile;
    Inspect m_inspect;
    Kind m_kind = Kind::LetGo;
    std::string m_xml;
    std::optional<domain::CheckedRecord> m_record;
    domain::ArrivedFile m_file;
    std::unique_ptr<storage::BlobUpload> m_upload;
    std::vector<Early> m_early; ///< came before the record: nobody knows yet whether they belong to it
    std::vector<domain::ArrivedFile> m_files;
};

} // namespace tashilgar::hub::api::openrosa
