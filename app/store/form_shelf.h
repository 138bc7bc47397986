#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::sqlite {
class Database;
}

namespace tashilgar::store {

class AttachmentFiles;

/// A file that a form version brings along: its name as the form asks for it, and its content.
struct FormMedia {
    std::string name;
    std::string sha256;
    std::uint64_t size = 0;
};

/// A published form version as the hub announces it.
struct FormAnnouncement {
    base::FormVersion id;
    std::string title;
    std::string sha256; ///< of the XForm document
    std::uint64_t size = 0;
    std::vector<FormMedia> media;
};

struct InstalledForm {
    base::FormVersion id;
    std::string title;
    std::string sha256;
    bool retired = false; ///< drafts and records keep it; new entries do not
    base::Instant installedAt;
    std::vector<FormMedia> media;
};

/// Installed forms and their versions. A version is here whole, with all of its media, or not at all.
/// One of the parts of Store, which owns it and says which thread.
class FormShelf {
public:
    FormShelf(sqlite::Database& records, AttachmentFiles& attachments, const base::Clock& clock);

    /// The hashes that must be put into AttachmentFiles before install() succeeds: the media and the document itself,
    /// without those that are here.
    base::Result<std::vector<std::string>> missing(const FormAnnouncement& announcement);
    /// Installs a version from content that is all in AttachmentFiles. Again with the same hash, only its title and
    /// media change, and it is no longer retired. Fails with base::kNotFound when a content is not here;
    /// base::kMalformed when the version is here with another hash.
    base::Result<void> install(const FormAnnouncement& announcement);
    base::Result<void> retire(const base::FormVersion& version);

    /// The newest version of each form that takes new entries, by title.
    base::Result<std::vector<InstalledForm>> fillable();
    /// Every version, newest first.
    base::Result<std::vector<InstalledForm>> all();
    /// Fails with base::kNotFound.
    base::Result<InstalledForm> find(const base::FormVersion& version);
    base::Result<std::string> xml(const base::FormVersion& version);

private:
    base::Result<std::vector<FormMedia>> mediaOf(std::int64_t row);
    base::Result<std::vector<InstalledForm>> select(const char* sql);

    sqlite::Database* m_records;
    AttachmentFiles* m_attachments;
    const base::Clock* m_clock;
};

} // namespace tashilgar::store
