#include "app/sqlite/transaction.h"

#include <cassert>
#include <sqlite3.h>
#include <utility>

namespace tashilgar::sqlite {

Transaction::Transaction(Database& database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

base::Result<Transaction> Transaction::begin(Database& database)
{
    assert(!database.inTransaction());
    TASHILGAR_TRY(database.run("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after some failures (a full disk); a second ROLLBACK would only complain.
    if (m_database && m_database->inTransaction())
        (void)m_database->run("ROLLBACK");
}

base::Result<void> Transaction::commit()
{
    assert(m_database);
    auto done = m_database->run("COMMIT");
    if (!done && m_database->inTransaction())
        (void)m_database->run("ROLLBACK");
    m_database = nullptr;
    return done;
}

Savepoint::Savepoint(Database& database)
    : m_database(&database)
{
}

Savepoint::Savepoint(Savepoint&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

base::Result<Savepoint> Savepoint::begin(Database& database)
{
    assert(database.inTransaction());
    TASHILGAR_TRY(database.run("SAVEPOINT part"));
    return Savepoint(database);
}

Savepoint::~Savepoint()
{
    if (m_database && m_database->inTransaction()) {
        (void)m_database->run("ROLLBACK TO part");
        (void)m_database->run("RELEASE part");
    }
}

base::Result<void> Savepoint::release()
{
    assert(m_database);
    TASHILGAR_TRY(m_database->run("RELEASE part"));
    m_database = nullptr;
    return {};
}

} // namespace tashilgar::sqlite
