#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"
#include "sync/protocol/message.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tashilgar::protocol {

/// A file that a form shows or reads, a blob by its hash. A form's `x.csv` is no media where the hub has a list x.
struct MediaFile {
    std::string name;
    std::string sha256;
    std::uint64_t size = 0;
    friend bool operator==(const MediaFile&, const MediaFile&) = default;
};

/// A published form version; its XML is the blob \p sha256.
struct FormPublished {
    base::FormVersion form;
    std::string title;
    std::string sha256;
    std::uint64_t size = 0;
    std::vector<MediaFile> media;
    friend bool operator==(const FormPublished&, const FormPublished&) = default;
};

/// No new entries; drafts and old records keep the version.
struct FormRetired {
    base::FormVersion form;
    friend bool operator==(const FormRetired&, const FormRetired&) = default;
};

/// A list begins anew: what was in it goes.
struct ListReset {
    base::ListName list;
    /// In the order of the file, `name` included.
    std::vector<std::string> columns;
    bool entities = false; ///< an entity list: rows have versions and forms may write it
    friend bool operator==(const ListReset&, const ListReset&) = default;
};

/// One row. `key` is the value of the column `name`; `values` holds the other columns, empty ones left out.
struct ListRow {
    std::string key;
    std::int64_t version = 1; ///< of an entity; 1 in a plain list
    std::map<std::string, std::string> values;
    friend bool operator==(const ListRow&, const ListRow&) = default;
};

/// Rows that are new or differ, whole, in the hub's order; and the keys of rows that went or are no longer to be seen.
struct ListRows {
    base::ListName list;
    std::vector<ListRow> upsert;
    std::vector<std::string> remove;
    friend bool operator==(const ListRows&, const ListRows&) = default;
};

/// What the programme is called and who works in it; replaces what was known.
struct ProgrammeChanged {
    std::string name;
    std::vector<Person> people;
    friend bool operator==(const ProgrammeChanged&, const ProgrammeChanged&) = default;
};

using Change = std::variant<FormPublished, FormRetired, ListReset, ListRows, ProgrammeChanged>;

/// Applied in one transaction together with its cursor.
struct ChangePage {
    std::string cursor; ///< to ask with next; opaque
    bool more = false;  ///< ask again at once
    std::vector<Change> changes;
    friend bool operator==(const ChangePage&, const ChangePage&) = default;
};

std::string encode(const ChangePage& page);
/// Changes of a kind this version does not know are left out. Fails with kMalformed.
base::Result<ChangePage> decodeChangePage(std::string_view json);

} // namespace tashilgar::protocol
