#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tashilgar::sqlite {
class Database;
}

namespace tashilgar::store {

using ListValues = std::vector<std::pair<std::string, std::string>>;

/// One row as the hub sends it.
struct ListRow {
    std::string key; ///< `name` of an entity, the first column of a plain list
    std::int64_t version = 0; ///< 0 in plain lists
    ListValues values; ///< by column
};

/// One change to one list.
struct ListChange {
    base::ListName list;
    bool reset = false; ///< the list begins anew with `columns`
    std::vector<std::string> columns; ///< of a reset, in order
    std::vector<ListRow> upsert;
    std::vector<std::string> remove;
};

/// What a finalised record does to an entity. Spec: https://getodk.github.io/xforms-spec-entities/
struct EntityWrite {
    base::ListName list;
    base::EntityId id;
    bool create = false;
    bool update = false;
    std::string label; ///< empty: unchanged
    ListValues properties;
    std::string baseVersion; ///< also trunkVersion, branchId: as in the submission
    std::string trunkVersion;
    std::string branchId;
};

/// A row as forms and people see it: the hub's, with what was recorded on this tablet and has not come back yet.
struct SeenRow {
    std::string key;
    std::int64_t version = 0;
    std::string trunkVersion;
    std::string branchId;
    bool local = false; ///< holds changes of this tablet that the hub has not sent back
    ListValues values;
};

/// Entity lists and plain lists: rows of the hub, changed by Arrivals; over them what this tablet has recorded since.
///
/// The hub's rows live in `lists`, which can be pulled again; the tablet's own changes in `records`, written by
/// SubmissionBox. Each call reads one state of the hub's rows, although the sync thread may be changing them. A local
/// change ends when the hub's row has reached its version.
/// One of the parts of Store, which owns it and says which thread.
class EntityLists {
public:
    EntityLists(sqlite::Database& lists, sqlite::Database& records, std::string branchSalt);

    base::Result<std::vector<base::ListName>> names();
    base::Result<bool> has(const base::ListName& list);
    base::Result<std::uint64_t> count(const base::ListName& list);
    /// The list as a CSV file, in the hub's order of columns, local rows included. An entity list has name, label and
    /// at its end __version, __trunkVersion and __branchId. Fails with base::kNotFound.
    base::Result<std::string> csv(const base::ListName& list);
    /// Fails with base::kNotFound.
    base::Result<SeenRow> row(const base::ListName& list, std::string_view key);
    /// Rows of which each word of \p words begins a word, however it was typed (base::foldForSearch).
    base::Result<std::vector<SeenRow>> search(const base::ListName& list, std::string_view words, std::uint32_t limit);
    /// Forgets local changes that the hub's rows have reached, after those are safe on the disk.
    base::Result<void> forgetReached();

private:
    struct Local;
    base::Result<std::map<std::string, Local>> locals(const base::ListName& list);
    std::string branchOf(const base::ListName& list, std::string_view key, std::int64_t version) const;

    sqlite::Database* m_lists;
    sqlite::Database* m_records;
    std::string m_branchSalt;
};

/// Applies one change of the hub to `lists`, inside the caller's transaction.
base::Result<void> applyListChange(sqlite::Database& lists, const ListChange& change);
/// Every list that began anew is whole: each takes the place of the one before. Within the caller's transaction.
base::Result<void> finishArrivingLists(sqlite::Database& lists);
/// Writes what \p write asks into `records`, inside the caller's transaction.
base::Result<void> applyEntityWrite(sqlite::Database& records, const base::InstanceId& by, const EntityWrite& write);

} // namespace tashilgar::store
