#pragma once

#include "app/base/files.h"
#include "sync/hub/main/composition.h"

#include <memory>

namespace CLI {
class App;
}

/// What the commands of `tashilgar-hub` share. Private to this folder.
namespace tashilgar::hub {

/// The machine as it is; lives as long as the program.
HubWorld systemWorld();

/// The hub in \p folder. Fails with base::kNotFound where there is none: a slip in the name must not make an empty one, whose
/// key no tablet knows.
base::Result<std::unique_ptr<HubData>> openHub(const std::filesystem::path& folder);

/// Adds the option --data to \p command.
void addDataOption(CLI::App& command, std::filesystem::path& folder);

/// Tells \p error on standard error and gives the status to end with.
int sayWhyNot(const base::Error& error);

} // namespace tashilgar::hub
