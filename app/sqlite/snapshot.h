#pragma once

#include "app/sqlite/database.h"

namespace tashilgar::sqlite {

/// While it lives, every reading of the database sees the same state, whatever other connections commit meanwhile. Within
/// a transaction or another Snapshot it does nothing, for there that is so already. Goes before the Database does; nothing
/// is written through the same Database meanwhile.
class Snapshot {
public:
    static base::Result<Snapshot> begin(Database& database);
    Snapshot(Snapshot&&) noexcept;
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

private:
    explicit Snapshot(Database* database)
        : m_database(database)
    {
    }
    Database* m_database; ///< nothing when the one around it ends the reading
};

} // namespace tashilgar::sqlite
