#pragma once

#include "app/sqlite/database.h"

#include <string>

namespace tashilgar::sqlite {

/// Everything until commit(), or nothing. Takes the write lock at once, so it never fails half-way for a lock. Goes
/// before the Database does. Transactions do not nest; within one, Savepoint does.
class Transaction {
public:
    static base::Result<Transaction> begin(Database& database);
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    /// Rolls back what was not committed.
    ~Transaction();

    /// Durable on success when the database is Synchronous::Full. On failure everything is rolled back.
    base::Result<void> commit();

private:
    explicit Transaction(Database& database);
    Database* m_database;
};

/// A part of a transaction that can be undone alone: one record of a batch that is refused while the others stand.
class Savepoint {
public:
    static base::Result<Savepoint> begin(Database& database);
    Savepoint(Savepoint&&) noexcept;
    Savepoint& operator=(Savepoint&&) = delete;
    /// Undoes what was not released.
    ~Savepoint();

    base::Result<void> release();

private:
    explicit Savepoint(Database& database);
    Database* m_database;
};

} // namespace tashilgar::sqlite
