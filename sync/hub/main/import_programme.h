#pragma once

#include "sync/hub/domain/programme_import.h"
#include "sync/hub/main/composition.h"

#include <filesystem>

namespace tashilgar::hub {

/// Reads a programme's folder (programme_folder.h) and brings the hub to what it says.
base::Result<domain::ImportReport> importFolder(
    HubData& data, const std::filesystem::path& folder, const std::filesystem::path& forms);

} // namespace tashilgar::hub
