#include "platform/capture/capture.h"

#include "app/base/limits.h"
#include "platform/capture/photo.h"

#include <QMimeDatabase>
#include <QUuid>

#include <fmt/format.h>

namespace tashilgar::platform
{
namespace
{

constexpr std::uint64_t kMegabyte = 1'000'000;

std::string_view nameOf(CaptureKind kind)
{
    switch (kind) {
    case CaptureKind::Photo:
        return "a photo";
    case CaptureKind::Sound:
        return "a sound";
    case CaptureKind::Video:
        return "a video";
    case CaptureKind::File:
        break;
    }
    return "a file";
}

/// Copies with a kernel that shares blocks where it can. A half copy is removed.
base::Result<void> copyWhole(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    if (std::filesystem::copy_file(from, to, error))
        return {};
    std::error_code ignored;
    std::filesystem::remove(to, ignored);
    if (error == std::errc::no_space_on_device)
        return base::fail(base::kDiskFull, "no space is left on this tablet for a copy of the file");
    return base::fail(base::kIoError, "the file could not be copied: " + error.message());
}

} // namespace

std::uint64_t largestCapture(CaptureKind kind)
{
    return kind == CaptureKind::Photo ? base::kMaxPhoto : base::kMaxAttachment;
}

base::Result<Captured> prepareCapture(
    const CaptureWish& wish, const std::filesystem::path& chosen, const std::filesystem::path& workFolder)
{
    const std::string name = chosen.filename().string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(chosen, error))
        return base::fail(base::kNotFound, "the chosen file is not there any more", name);
    const std::uintmax_t size = std::filesystem::file_size(chosen, error);
    if (error)
        return base::fail(base::kIoError, "the chosen file cannot be read: " + error.message(), name);
    if (size > largestCapture(wish.kind))
        return base::fail(kCaptureTooLarge,
            fmt::format("the file has {} MB, and {} may have at most {} MB; nothing was changed", size / kMegabyte,
                nameOf(wish.kind), largestCapture(wish.kind) / kMegabyte),
            name);
    std::filesystem::create_directories(workFolder, error);
    if (error)
        return base::fail(base::kIoError, "the folder for captures cannot be made: " + error.message());

    const std::string id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    if (wish.kind == CaptureKind::Photo) {
        auto photo = writePhoto(chosen, workFolder, id, wish.maxPixels);
        if (!photo)
            return base::fail(photo.error());
        return Captured{ std::move(photo->file), std::move(photo->mediaType), name };
    }
    const QString path = QString::fromStdString(chosen.string());
    Captured captured{ workFolder / (id + chosen.extension().string()),
        QMimeDatabase().mimeTypeForFile(path).name().toStdString(), name };
    if (auto copied = copyWhole(chosen, captured.file); !copied)
        return base::fail(copied.error().code, copied.error().sentence, name);
    return captured;
}

} // namespace tashilgar::platform
