#include "app/sqlite/errors.h"

#include <cerrno>
#include <sqlite3.h>

namespace tashilgar::sqlite {

base::Error errorOf(sqlite3* connection, int code, std::string place)
{
    const int extended = connection ? sqlite3_extended_errcode(connection) : code;
    const std::string words = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {base::kDiskFull, "the disk is full", std::move(place)};
    case SQLITE_NOTADB:
        return {kWrongKey, "the database does not open with this key", std::move(place)};
    case SQLITE_CORRUPT:
        return {kCorrupt, "the database is damaged: " + words, std::move(place)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {kBusy, "the database is in use by somebody else", std::move(place)};
    case SQLITE_CONSTRAINT:
        return {kConstraint, words, std::move(place)};
    case SQLITE_INTERRUPT:
        return {base::kCancelled, "stopped before it was finished", std::move(place)};
    case SQLITE_TOOBIG:
        return {base::kTooLarge, "the value is too large for the database", std::move(place)};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY: {
        const int system = connection ? sqlite3_system_errno(connection) : 0;
        // A write that fails with ENOSPC is SQLITE_FULL, but growing the shared index of the log is an I/O error.
        if (system == ENOSPC || system == EDQUOT || extended == SQLITE_IOERR_SHMSIZE)
            return {base::kDiskFull, "the disk is full", std::move(place)};
        return {base::kIoError, "the disk refuses: " + words, std::move(place)};
    }
    default:
        return {kFailed, words, std::move(place)};
    }
}

} // namespace tashilgar::sqlite
