#pragma once

#include <filesystem>

namespace tashilgar::shell {

/// From now on the program, and Qt, log to standard error and to \p folder / tashilgar.log: two files of a megabyte, the
/// older one thrown away. What a person answered never goes there, neither do keys, tokens and invitations.
void startLogging(const std::filesystem::path& folder);

} // namespace tashilgar::shell
