#pragma once

namespace tashilgar::platform
{

/// Qt Multimedia may be asked for cameras and microphones. Qt 6.4 ends the whole program when none of its backends can be
/// loaded, which is what a machine without ffmpeg and GStreamer is; so this is asked first. The first call loads a backend
/// and takes a moment; GUI thread.
bool hasMultimedia();

} // namespace tashilgar::platform
