#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/folder_lock.h"
#include "app/lists/table_cache.h"
#include "app/store/store.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tashilgar::cli {

/// The store of a tablet without a screen, and the world it works in.
struct HeadlessTablet {
    base::SystemFiles files;
    base::SystemClock clock;
    base::SystemRandom random;
    std::optional<base::FolderLock> lock; ///< nobody else uses this store
    std::optional<base::SecretKey> key; ///< of the store
    std::unique_ptr<store::Store> store;
    std::optional<lists::TableCache> tables;

    struct Place {
        std::string folder;
        std::string keyFile; ///< empty: "store.key" in the folder
    };
    /// Opens the store in the folder of \p place, or makes it. Its key is the 32 bytes of the key file, made where there is
    /// none, for its owner only: good for scripts and tests; the app keeps its own in a vault.
    /// Fails as store::Store::open() does, with base::kMalformed for a file that is no key, with base::kNotFound for one that
    /// is missing beside a store, and with base::kBusy while another program uses the store for longer than kLockPatience.
    static base::Result<std::unique_ptr<HeadlessTablet>> open(const Place& place);
};

} // namespace tashilgar::cli
