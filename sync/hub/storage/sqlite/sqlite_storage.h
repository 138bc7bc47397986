#pragma once

#include "app/base/files.h"
#include "app/sqlite/database.h"
#include "sync/hub/storage/storage.h"

#include <filesystem>

namespace tashilgar::hub::storage {

struct SqliteOptions {
    sqlite::Synchronous synchronous = sqlite::Synchronous::Full;
    std::string vfs; ///< as sqlite::OpenOptions::vfs
    base::SecretKey key;
};

/// A hub in one file, "hub.db" in \p folder: one writer's thread and as many readers as ask at once, over a write-ahead
/// log. Several processes may have it open; then their writers wait for each other. \p files outlives it.
/// Fails as sqlite::Database::open does.
base::Result<std::unique_ptr<Storage>> openSqliteStorage(
    base::Files& files, const std::filesystem::path& folder, const SqliteOptions& options);

} // namespace tashilgar::hub::storage
