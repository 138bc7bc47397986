#pragma once

#include "app/base/files.h"
#include "sync/hub/domain/programme_import.h"

#include <filesystem>

namespace tashilgar::hub {

/// Reads a programme from \p folder: `programme.json` (`{programme: {id, name}, people?: [{username, name, role,
/// office}]}`) and a list for each .csv file beside it; and the forms of \p forms (or of its folder `forms`, where that is empty): each .xml file,
/// its media in `<name>-media` or `media` beside it. Fails naming the file.
base::Result<domain::ProgrammeFiles> readProgrammeFolder(
    base::Files& files, const std::filesystem::path& folder, const std::filesystem::path& forms);

} // namespace tashilgar::hub
