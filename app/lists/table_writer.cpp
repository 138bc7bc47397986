#include "app/lists/table_writer.h"

#include <cmath>
#include <fmt/format.h>

namespace tashilgar::lists {
namespace {

constexpr std::string_view kFrame = R"(
CREATE TABLE list (layout INTEGER NOT NULL, fingerprint TEXT NOT NULL, rows INTEGER NOT NULL) STRICT;
CREATE TABLE list_column (place INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
)";

} // namespace

TableWriter::TableWriter(sqlite::Database& database)
    : m_database(database)
{
}

base::Result<void> TableWriter::begin(std::span<const std::string> columns)
{
    TASHILGAR_TRY(m_database.runScript(std::string(kFrame)));
    std::string create = "CREATE TABLE row (id INTEGER PRIMARY KEY";
    std::string insert = "INSERT INTO row VALUES (?";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        create += fmt::format(", c{0} TEXT NOT NULL, s{0} REAL", i);
        insert += ", ?, ?";
        TASHILGAR_TRY(m_database.run("INSERT INTO list_column VALUES (?, ?)", i, columns[i]));
    }
    TASHILGAR_TRY(m_database.run(create + ") STRICT"));
    auto prepared = m_database.prepare(insert + ")");
    if (!prepared)
        return base::fail(std::move(prepared).error());
    m_insert = std::move(*prepared);
    return {};
}

base::Result<void> TableWriter::row(std::span<const std::string_view> cells)
{
    if (m_rows > INT32_MAX)
        return base::fail(base::kTooLarge, "this list has too many rows");
    m_insert->reset();
    m_insert->bind(1, m_rows++);
    int place = 1;
    for (const std::string_view cell : cells) {
        m_insert->bind(++place, cell);
        const double size = forms::sizeOfCell(cell);
        ++place;
        if (!std::isnan(size))
            m_insert->bind(place, size);
    }
    return m_insert->run();
}

base::Result<void> TableWriter::finish(std::string_view fingerprint)
{
    m_insert.reset();
    return m_database.run("INSERT INTO list VALUES (?, ?, ?)", kLayout, fingerprint, m_rows);
}

} // namespace tashilgar::lists
