#pragma once

#include "sync/hub/storage/storage.h"

/// How lists of texts and maps stand in a column. Private to this folder.
namespace tashilgar::hub::storage {

std::string textsToJson(const std::vector<std::string>& texts);
base::Result<std::vector<std::string>> textsFromJson(std::string_view json);
std::string valuesToJson(const std::map<std::string, std::string>& values);
base::Result<std::map<std::string, std::string>> valuesFromJson(std::string_view json);
std::string changesToJson(const std::map<std::string, std::pair<std::string, std::string>>& changes);
base::Result<std::map<std::string, std::pair<std::string, std::string>>> changesFromJson(std::string_view json);

} // namespace tashilgar::hub::storage
