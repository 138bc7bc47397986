#pragma once

#include "platform/capture/frame_source.h"

#include <filesystem>
#include <memory>

namespace tashilgar::platform
{

/// The pictures of \p recorded, ten a second, as a camera; where it is empty, the cameras of this machine.
std::unique_ptr<FrameSource> makeFrameSource(const std::filesystem::path& recorded);

} // namespace tashilgar::platform
