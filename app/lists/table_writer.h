#pragma once

#include "app/forms/list_table.h"
#include "app/sqlite/database.h"

#include <optional>

namespace tashilgar::lists {

/// The layout of the file; a table of another one is made again.
inline constexpr int kLayout = 1;
/// Each column of a list takes two of SQLite, which allows 2,000.
inline constexpr std::size_t kMaxColumns = 900;

/// Writes the rows of a list as they are read into a new database. What it does is DESIGN.md of this folder.
class TableWriter final : public forms::ListRows {
public:
    /// \p database is empty, in a transaction of the caller's, and outlives the writer.
    explicit TableWriter(sqlite::Database& database);

    base::Result<void> begin(std::span<const std::string> columns) override;
    base::Result<void> row(std::span<const std::string_view> cells) override;
    /// Names what the table was made of; nothing is a table without it.
    base::Result<void> finish(std::string_view fingerprint);

private:
    sqlite::Database& m_database;
    std::optional<sqlite::Statement> m_insert;
    std::int64_t m_rows = 0;
};

} // namespace tashilgar::lists
