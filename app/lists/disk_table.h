#pragma once

#include "app/forms/list_table.h"
#include "app/sqlite/database.h"

#include <filesystem>
#include <set>

namespace tashilgar::lists {

/// One list, asked row by row or by condition. An index is made at the first question that it would help, and stays in
/// the file. Used by one thread.
class DiskTable final : public forms::ListTable {
public:
    /// Fails with base::kNotFound when \p path is no table of \p fingerprint, with the errors of the database
    /// otherwise.
    static base::Result<std::shared_ptr<DiskTable>> open(
        const std::filesystem::path& path, const sqlite::OpenOptions& options, std::string_view fingerprint);

    const std::vector<std::string>& columns() const override { return m_columns; }
    Row rowCount() const override { return m_rows; }
    base::Result<std::vector<std::string>> cells(Row row) override;
    base::Result<void> rowsWhere(const forms::RowCondition& condition, std::vector<Row>& found) override;

private:
    explicit DiskTable(sqlite::Database database);
    base::Result<void> indexFor(const forms::RowCondition& condition);
    base::Result<void> makeIndex(const std::set<std::string>& columns);
    std::string columnOf(const std::string& name, char kind) const;

    sqlite::Database m_database;
    std::vector<std::string> m_columns;
    std::set<std::string> m_indexes;
    std::string m_selectCells;
    Row m_rows = 0;
};

} // namespace tashilgar::lists
