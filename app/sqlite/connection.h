#pragma once

#include "app/sqlite/errors.h"

#include <map>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace tashilgar::sqlite {

/// The connection with its idle statements, shared by a Database and the statements that are out. Private to this
/// folder.
struct Connection {
    /// Idle statements of one SQL text that are kept; more are finalised.
    static constexpr std::size_t kIdlePerText = 4;

    sqlite3* handle = nullptr;
    std::string place; ///< file name without its folder, for errors
    std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle;

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection()
    {
        for (auto& [sql, statements] : idle) {
            for (sqlite3_stmt* statement : statements)
                sqlite3_finalize(statement);
        }
        sqlite3_close_v2(handle);
    }
    base::Error error(int code) const { return errorOf(handle, code, place); }
};

} // namespace tashilgar::sqlite
