#pragma once

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/store/store.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tashilgar::cli {

/// The store of a tablet without a screen, and the world it works in.
struct HeadlessTablet {
    base::SystemFiles files;
    base::SystemClock clock;
    base::SystemRandom random;
    std::unique_ptr<store::Store> store;

    struct Place {
        std::string folder;
        std::string keyFile; ///< empty: "store.key" in the folder
    };
    /// Opens the store in the folder of \p place, or makes it. Its key is the 32 bytes of the key file, made where there is
    /// none, for its owner only: good for scripts and tests; the app keeps its own in a vault.
    /// Fails as store::Store::open() does, and with base::kMalformed for a file that is no key.
    static base::Result<std::unique_ptr<HeadlessTablet>> open(const Place& place);
};

} // namespace tashilgar::cli
