#pragma once

#include "app/forms/form.h"
#include "app/forms/submission.h"
#include "sync/hub/exports/text_source.h"
#include "sync/hub/storage/storage.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tashilgar::hub::exports {

/// How records become tables.
struct TableOptions {
    /// Labels of choices instead of their values, in this language or the form's own.
    bool labels = false;
    std::string language;
    /// Also what the form marks as personal. Without it a table names nobody.
    bool personal = false;
    /// Also records that were corrected; the main table then has `REPLACES`, the KEY of the record that a correction replaces.
    /// Without it only the newest version of each record is there.
    bool allVersions = false;
};

/// The tables of a form: the main one ("") and one for each repeat, by its path.
std::vector<std::string> tablesOf(const forms::Form& form);

/// One table of a form's records as CSV with a byte order mark, as spreadsheets want it. \p versions are the form's
/// versions, newest first: its columns come first, then those only older versions have. The main table begins with
/// `received` and ends with `KEY` (the instanceID); the table of a repeat ends with `PARENT_KEY` and `KEY`
/// (`<parent's key>/<name>[2]`). Text that a spreadsheet would take for a formula is led by an apostrophe.
/// \p storage outlives it.
std::unique_ptr<TextSource> recordTable(storage::Storage& storage, std::vector<std::shared_ptr<const forms::Form>> versions,
    std::string table, TableOptions options);

} // namespace tashilgar::hub::exports
