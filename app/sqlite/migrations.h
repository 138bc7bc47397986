#pragma once

#include "app/sqlite/database.h"

#include <span>

namespace tashilgar::sqlite {

/// One step of a schema: a file NNNN_what_it_does.sql, never edited after release. Embedded by
/// tashilgar_embed_migrations() (CMakeLists.txt of this folder).
struct Migration {
    int number = 0;
    std::string_view name; ///< "0001_first"
    std::string_view sql;
};

/// The last step a database has seen; 0 for a new one.
base::Result<int> schemaNumber(Database& database);

/// Brings \p database to the last of \p steps (numbered from 1 without gaps), each step in one transaction with its
/// number. Fails with kNewerSchema, untouched, when the database has seen steps that are not here.
base::Result<void> migrate(Database& database, std::span<const Migration> steps);

} // namespace tashilgar::sqlite
