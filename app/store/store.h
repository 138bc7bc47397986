#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/result.h"
#include "app/base/seal.h"
#include "app/sqlite/database.h"
#include "app/store/arrivals.h"
#include "app/store/attachment_files.h"
#include "app/store/draft_box.h"
#include "app/store/entity_lists.h"
#include "app/store/form_shelf.h"
#include "app/store/record_index.h"
#include "app/store/settings_box.h"
#include "app/store/submission_box.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tashilgar::store {

/// Whoever opens a Store with `sweep` holds this file of its folder locked alone (base::FolderLock), from before the key is
/// looked for until the end: of two programs that begin, or sweep, each would take the other's work away.
inline constexpr std::string_view kLockFile = "in-use.lock";

struct StoreOptions {
    /// Removes attachments that no row names. False for a second Store of the same program, whose fellow may be writing
    /// one.
    bool sweep = true;
    /// For tests: the VFS below the databases, and a Synchronous that loses.
    std::string vfs;
    sqlite::Synchronous recordsSynchronous = sqlite::Synchronous::Full;
};

/// What the tablet keeps, encrypted from the first row. DESIGN.md of this folder has the tables.
///
/// One thread uses a Store and its parts. Another thread opens a Store of its own on the same folder (sweep = false);
/// the two see each other's commits. `files`, `clock` and `random` outlive it.
class Store {
public:
    /// Whether a store was begun in \p folder.
    static bool isIn(const base::Files& files, const std::filesystem::path& folder) { return files.exists(folder / "records.db"); }
    /// Opens the store in \p folder, or makes it. Fails with sqlite::kWrongKey, sqlite::kNewerSchema, base::kDiskFull,
    /// base::kIoError, sqlite::kCorrupt.
    static base::Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder, const base::SecretKey& key,
        base::Files& files, const base::Clock& clock, base::Random& random, const StoreOptions& options = {});
    ~Store();

    FormShelf& forms() { return *m_forms; }
    DraftBox& drafts() { return *m_drafts; }
    SubmissionBox& submissions() { return *m_submissions; }
    RecordIndex& recordIndex() { return *m_recordIndex; }
    EntityLists& lists() { return *m_lists; }
    Arrivals& arrivals() { return *m_arrivals; }
    AttachmentFiles& attachments() { return *m_attachments; }
    SettingsBox& settings() { return *m_settings; }

    /// Changes when anything was written, here or by another Store on this folder. Cheap enough to ask often.
    std::int64_t changeNumber();
    /// Moves the write-ahead logs into the databases. For quiet moments: off the path of an answer.
    base::Result<void> checkpoint();

private:
    Store(sqlite::Database records, sqlite::Database lists);
    base::Result<void> sweepAttachments();

    sqlite::Database m_recordsDatabase;
    sqlite::Database m_listsDatabase;
    std::unique_ptr<AttachmentFiles> m_attachments;
    std::unique_ptr<FormShelf> m_forms;
    std::unique_ptr<DraftBox> m_drafts;
    std::unique_ptr<SubmissionBox> m_submissions;
    std::unique_ptr<RecordIndex> m_recordIndex;
    std::unique_ptr<EntityLists> m_lists;
    std::unique_ptr<SettingsBox> m_settings;
    std::unique_ptr<Arrivals> m_arrivals;
};

} // namespace tashilgar::store
