#include "app/sqlite/snapshot.h"

#include <utility>

namespace tashilgar::sqlite {

Snapshot::Snapshot(Snapshot&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

base::Result<Snapshot> Snapshot::begin(Database& database)
{
    if (database.inTransaction())
        return Snapshot(nullptr);
    TASHILGAR_TRY(database.run("BEGIN"));
    return Snapshot(&database);
}

Snapshot::~Snapshot()
{
    if (m_database && m_database->inTransaction())
        (void)m_database->run("COMMIT"); // nothing was written: it only ends the reading
}

} // namespace tashilgar::sqlite
