#pragma once

#include "sync/hub/storage/storage.h"

#include <functional>
#include <map>
#include <string>

namespace tashilgar::hub::exports {

/// What \p column of \p row says, or nothing.
inline std::string valueOf(const storage::Row& row, const std::string& column)
{
    const auto found = row.values.find(column);
    return found == row.values.end() ? std::string() : found->second;
}

/// Shows each row of \p list to \p see, in the list's order. No rows where there is no such list.
base::Result<void> eachRow(storage::Reader& reader, const std::string& list, const std::function<void(const storage::Row&)>& see);

/// The labels of a list by their keys.
base::Result<std::map<std::string, std::string>> labelsOf(storage::Reader& reader, const std::string& list);

/// \p labels's text for \p key, or the key itself.
inline std::string labelOr(const std::map<std::string, std::string>& labels, const std::string& key)
{
    const auto found = labels.find(key);
    return found == labels.end() || found->second.empty() ? key : found->second;
}

/// What a spreadsheet would run as a formula, behind an apostrophe; numbers and telephone numbers stay as they are. For every
/// cell of every CSV, names of columns and keys too: tablets choose most of them.
std::string harmlessCell(std::string text);

/// An issue or commitment that somebody still has to act on. (DOMAIN: status of an issue.)
bool isOpenIssue(const std::string& status);

} // namespace tashilgar::hub::exports
