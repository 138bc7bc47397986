#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tashilgar::sqlite {
class Database;
}

namespace tashilgar::store {

/// A list as its row says. Private to this folder.
struct ListHead {
    std::int64_t id = 0;
    std::vector<std::string> columns;
    bool entity = false; ///< some row had a version

    /// Nothing when the hub has sent no such list.
    static base::Result<std::optional<ListHead>> read(sqlite::Database& lists, const base::ListName& list);
    /// The one that will take its place once all of its rows are here.
    static base::Result<std::optional<ListHead>> arriving(sqlite::Database& lists, const base::ListName& list);
};

} // namespace tashilgar::store
