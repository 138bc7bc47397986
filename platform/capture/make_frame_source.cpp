#include "platform/capture/make_frame_source.h"

#include "platform/capture/qt_frame_source.h"
#include "platform/capture/recorded_frame_source.h"

namespace tashilgar::platform
{

std::unique_ptr<FrameSource> makeFrameSource(const std::filesystem::path& recorded)
{
    if (recorded.empty())
        return std::make_unique<QtFrameSource>();
    return std::make_unique<RecordedFrameSource>(recorded, std::chrono::milliseconds(100));
}

} // namespace tashilgar::platform
