#include "platform/capture/photo.h"

#include "platform/capture/capture.h"

#include <QBuffer>
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

bool isTooLarge(const QSize& size, std::optional<int> maxPixels)
{
    return size.isValid() && maxPixels && *maxPixels > 0 && std::max(size.width(), size.height()) > *maxPixels;
}

QSize smaller(const QSize& size, int maxPixels)
{
    return size.scaled(maxPixels, maxPixels, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

} // namespace

base::Result<QImage> readPhoto(const std::filesystem::path& source, std::optional<int> maxPixels)
{
    QImageReader reader(QString::fromStdString(source.string()));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(kMegabytesDecoded);

    // Scaling while decoding keeps a large JPEG from filling the memory of a small tablet.
    if (const QSize size = reader.size(); isTooLarge(size, maxPixels))
        reader.setScaledSize(smaller(size, *maxPixels));
    QImage image = reader.read();
    if (image.isNull())
        return base::fail(kNotAPhoto, "the file is no picture that this tablet can read; choose another one",
            source.filename().string());
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    for (const QString& key : image.textKeys())
        image.setText(key, {});
    return image;
}

QImage scaledDown(const QImage& picture, std::optional<int> maxPixels)
{
    if (!isTooLarge(picture.size(), maxPixels))
        return picture;
    return picture.scaled(smaller(picture.size(), *maxPixels), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QByteArray encodedPhoto(const QImage& picture)
{
    // A picture over the same pixels has no texts, colour profile or resolution to write.
    const QImage bare(
        picture.constBits(), picture.width(), picture.height(), picture.bytesPerLine(), picture.format());
    const bool seeThrough = picture.hasAlphaChannel();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return bare.save(&buffer, seeThrough ? "PNG" : "JPG", seeThrough ? -1 : kJpegQuality) ? bytes : QByteArray();
}

base::Result<WrittenPhoto> writePicture(
    const QImage& picture, const std::filesystem::path& folder, const std::string& stem)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const bool seeThrough = picture.hasAlphaChannel();
    WrittenPhoto photo{ folder / (stem + (seeThrough ? ".png" : ".jpg")), seeThrough ? "image/png" : "image/jpeg" };
    const QByteArray bytes = encodedPhoto(picture);
    QSaveFile file(QString::fromStdString(photo.file.string()));
    const bool written
        = !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return base::fail(file.error() == QFileDevice::ResourceError ? base::kDiskFull : base::kIoError,
            "the photo could not be written: " + file.errorString().toStdString(), stem);
    return photo;
}

base::Result<WrittenPhoto> writePhoto(const std::filesystem::path& source, const std::filesystem::path& folder,
    const std::string& stem, std::optional<int> maxPixels)
{
    auto image = readPhoto(source, maxPixels);
    if (!image)
        return base::fail(image.error());
    return writePicture(*image, folder, stem);
}

} // namespace tashilgar::platform
