#include "platform/capture/code_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace tashilgar::platform
{
namespace
{

/// A photo of 12 megapixels holds no code that 3 would not show, and takes four times as long.
constexpr int kLongestSide = 2000;

} // namespace

std::optional<ReadCode> readCode(const QImage& picture)
{
    if (picture.isNull())
        return std::nullopt;
    const int longer = std::max(picture.width(), picture.height());
    const QImage grey = (longer > kLongestSide
            ? picture.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            : picture)
                            .convertToFormat(QImage::Format_Grayscale8);
    try {
        const ZXing::ImageView view(
            grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
        const ZXing::Result result = ZXing::ReadBarcode(view);
        if (!result.isValid())
            return std::nullopt;
        return ReadCode{ QString::fromStdString(result.text()), QString::fromStdString(ZXing::ToString(result.format())) };
    } catch (const std::exception&) {
        return std::nullopt; // a picture that the library cannot work through shows no code
    }
}

CodeReader::CodeReader(QObject* parent)
    : QObject(parent)
{
}

CodeReader::~CodeReader() = default;

void CodeReader::look(const QImage& picture)
{
    if (!m_worker) {
        m_worker = std::make_unique<LatestOnly<QImage>>([this](const QImage& newest) {
            QMetaObject::invokeMethod(this, [this, found = readCode(newest)] { emit looked(found); }, Qt::QueuedConnection);
        });
    }
    m_worker->offer(picture);
}

} // namespace tashilgar::platform
