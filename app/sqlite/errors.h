#pragma once

#include "app/base/error.h"

struct sqlite3;

namespace tashilgar::sqlite {

/// The file is a database of another key, or no database.
inline constexpr base::ErrorCode kWrongKey{"sqlite.wrong-key"};
/// The file is damaged.
inline constexpr base::ErrorCode kCorrupt{"sqlite.corrupt"};
/// Another connection holds the database for longer than the busy time-out.
inline constexpr base::ErrorCode kBusy{"sqlite.busy"};
/// A row would break a rule of the schema (unique, not null, check, foreign key).
inline constexpr base::ErrorCode kConstraint{"sqlite.constraint"};
/// The database was written by a newer version of this program.
inline constexpr base::ErrorCode kNewerSchema{"sqlite.newer-schema"};
/// Any other refusal; the sentence has SQLite's own words, which never hold bound values.
inline constexpr base::ErrorCode kFailed{"sqlite.failed"};

/// What the last failing call on \p connection means. SQLITE_FULL and ENOSPC are base::kDiskFull, SQLITE_INTERRUPT is
/// base::kCancelled, other trouble with the file is base::kIoError. \p place is the database's file name.
base::Error errorOf(::sqlite3* connection, int code, std::string place);

} // namespace tashilgar::sqlite
