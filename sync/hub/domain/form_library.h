#pragma once

#include "app/forms/form.h"
#include "sync/hub/storage/blob_files.h"
#include "sync/hub/storage/storage.h"
#include "sync/protocol/batch.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace tashilgar::hub::domain {

/// This hub has no such version of a form.
inline constexpr base::ErrorCode kFormUnknown{"hub.form-unknown"};
/// This version was published, but its file cannot be read here, or not as a form.
inline constexpr base::ErrorCode kFormUnreadable{"hub.form-unreadable"};

/// The published forms, parsed. Each is read once and kept: there are tens of them. Any thread may ask.
class FormLibrary {
public:
    explicit FormLibrary(storage::BlobFiles& blobs)
        : m_blobs(blobs)
    {
    }
    /// Fails with kFormUnknown, with kFormUnreadable, and as the storage does.
    base::Result<std::shared_ptr<const forms::Form>> form(storage::Reader& reader, const base::FormVersion& version);

    /// All versions of every published form, the last published first. A version that cannot be read is left out and its
    /// failure added to \p unreadable. Fails as the storage does.
    base::Result<std::map<base::FormId, std::vector<std::shared_ptr<const forms::Form>>>> allVersions(
        storage::Reader& reader, std::vector<base::Error>& unreadable);

    /// MD5 of a file of a form, which OpenRosa asks for. Read once and kept. Fails as BlobFiles::open() does.
    base::Result<std::string> md5Of(const std::string& sha256, std::uint64_t size);
    /// What a batch was packed with, where it was made of a published form. Fails as the storage does.
    base::Result<std::optional<base::Bytes>> dictionary(storage::Reader& reader, base::ByteView id);

private:
    storage::BlobFiles& m_blobs;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_md5BySha256;
    std::map<std::string, std::shared_ptr<const forms::Form>> m_bySha256;
    std::map<std::string, protocol::FormDictionary> m_dictionaries; ///< by the hash of the form's file; empty for one that shows nothing
};

} // namespace tashilgar::hub::domain
