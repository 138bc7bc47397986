#include "platform/capture/photo.h"

#include "platform/capture/capture.h"

#include <QColorSpace>
#include <QImageReader>
#include <QSaveFile>

#include <algorithm>

namespace tashilgar::platform
{
namespace
{

/// At 85 a text on a letter stays sharp and a photo of 2,000 pixels has about 500 kB.
constexpr int kJpegQuality = 85;
/// Decoded pictures may take this much memory: 64 megapixels. A "photo" that unfolds beyond it is an attack or a map.
constexpr int kMegabytesDecoded = 256;

} // namespace

base::Result<WrittenPhoto> writePhoto(const std::filesystem::path& source, const std::filesystem::path& folder,
    const std::string& stem, std::optional<int> maxPixels)
{
    const std::string place = source.filename().string();
    QImageReader reader(QString::fromStdString(source.string()));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(kMegabytesDecoded);

    // Scaling while decoding keeps a large JPEG from filling the memory of a small tablet.
    const QSize size = reader.size();
    const int longer = std::max(size.width(), size.height());
    if (size.isValid() && maxPixels && *maxPixels > 0 && longer > *maxPixels)
        reader.setScaledSize(size.scaled(*maxPixels, *maxPixels, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    QImage image = reader.read();
    if (image.isNull())
        return base::fail(kNotAPhoto, "the file is no picture that this tablet can read; choose another one", place);

    const bool seeThrough = image.hasAlphaChannel();
    image.convertTo(seeThrough ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    for (const QString& key : image.textKeys())
        image.setText(key, {});
    QImage bare(image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format());
    WrittenPhoto photo{ folder / (stem + (seeThrough ? ".png" : ".jpg")), seeThrough ? "image/png" : "image/jpeg" };
    QSaveFile file(QString::fromStdString(photo.file.string()));
    const bool written = file.open(QIODevice::WriteOnly)
        && bare.save(&file, seeThrough ? "PNG" : "JPG", seeThrough ? -1 : kJpegQuality) && file.commit();
    if (!written)
        return base::fail(file.error() == QFileDevice::ResourceError ? base::kDiskFull : base::kIoError,
            "the photo could not be written: " + file.errorString().toStdString(), place);
    return photo;
}

} // namespace tashilgar::platform
