#pragma once

#include "app/base/files.h"
#include "app/base/result.h"
#include "app/base/seal.h"
#include "app/store/store.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tashilgar::store {

/// The folder of the copy is not there: the card is out, the drive is not mounted. Nothing was written anywhere else.
inline constexpr base::ErrorCode kCopyGone{"store.copy-gone"};
/// The folder holds the copy of another tablet or key.
inline constexpr base::ErrorCode kCopyForeign{"store.copy-foreign"};
/// What was written reads back differently: the card is worn out or was torn out.
inline constexpr base::ErrorCode kCopyUnread{"store.copy-unread"};

/// The key of a tablet's copies. It follows from the store's key, which the vault of the tablet keeps, and says nothing of it.
base::SecretKey copyKey(const base::SecretKey& storeKey);
/// As the office reads it out: base64url.
std::optional<base::SecretKey> keyFromText(std::string_view text);

/// Where this tablet's copy stands below \p root: several tablets may share a card.
std::filesystem::path copyFolderIn(const std::filesystem::path& root, const base::SecretKey& copyKey);
/// The folder at \p root, or just below it, whose copy \p copyKey opens; nothing when there is none.
std::optional<std::filesystem::path> findCopy(base::Files& files, const std::filesystem::path& root, const base::SecretKey& copyKey);

/// What a folder with copies says of itself in plain words: nobody learns more from it than that it is one.
struct CopyAbout {
    std::string keyId;
    std::string officeKeyId; ///< empty: the tablet belonged to no office
    std::string box; ///< the key of the copy, sealed for the holder of the office's receipt key (base::sealForHolder); base64url
};
/// Fails with kCopyGone, base::kMalformed.
base::Result<CopyAbout> readAbout(base::Files& files, const std::filesystem::path& folder);
/// Unsent records and drafts, sealed, at a second place: a card, a USB stick, any folder. DESIGN.md of this folder has the
/// format. Reads the store and writes the folder, nothing the other way round. Belongs to the store's thread, which is best
/// one of its own; what is pointed at outlives it.
class SecondCopy {
public:
    SecondCopy(Store& store, base::Files& files, const base::SecretKey& storeKey, std::filesystem::path folder);

    /// Makes the folder ready, once, when a person has chosen it; again when the tablet joins an office, so that the office can
    /// unlock it. Fails with kCopyForeign, base::kDiskFull, base::kIoError.
    base::Result<void> begin();
    /// Whether begin() was here: a folder of the same name on the tablet's own disk, while the card is out, is not.
    bool isThere() const;

    struct Report {
        std::uint32_t wanted = 0; ///< unsent records and drafts of the store
        std::uint32_t present = 0; ///< of them, whole in the copy, read back
        std::uint32_t written = 0;
        std::uint32_t removed = 0; ///< of records that have their receipts, and drafts that changed or ended
        std::optional<base::Error> trouble; ///< why `present` is less: kCopyGone, kCopyUnread, base::kDiskFull, base::kIoError
    };
    /// Brings the copy to the state of the store, as far as the folder takes it. What the store does not know of stays: it may be
    /// what is left of a store that was lost, until restoreCopy() has brought it in. \p stop is asked between two files.
    Report run(const std::function<bool()>& stop = {});
    /// Reads everything that is there and removes what does not open, so that run() writes it anew: once after a card came
    /// back. The reply is how many.
    base::Result<std::uint32_t> check(const std::function<bool()>& stop = {});

private:
    bool accounted(const std::string& name, const std::set<std::string>& late) const;

    Store* m_store;
    base::Files* m_files;
    base::SecretKey m_key;
    std::filesystem::path m_folder;
};

struct Restored {
    std::uint32_t records = 0;
    std::uint32_t drafts = 0;
    std::uint32_t already = 0; ///< records and drafts that the store has
    std::uint32_t differing = 0; ///< of which the store has another content: it stays as it is
    std::uint32_t broken = 0; ///< files of the copy that do not open
    std::uint32_t filesMissing = 0; ///< photos and the like that the copy does not have
};
/// Puts what a copy holds into \p store, each record with its instanceID, bytes and time: the hub takes each once, however
/// often it is restored and sent. A draft whose record is there too is left out. Fails with kCopyGone, kCopyForeign (the key
/// is of another copy), and as the store does when it cannot write.
base::Result<Restored> restoreCopy(
    Store& store, base::Files& files, const std::filesystem::path& folder, const base::SecretKey& copyKey);

} // namespace tashilgar::store
