#pragma once

#include <QImage>
#include <QString>

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

namespace tashilgar::tests {

/// A code of \p text, black on white with its quiet border, \p pixels wide.
inline QImage drawnCode(const QString& text, int pixels, ZXing::BarcodeFormat format = ZXing::BarcodeFormat::QRCode)
{
    const ZXing::BitMatrix bits = ZXing::MultiFormatWriter(format).setMargin(4).setEncoding(ZXing::CharacterSet::UTF8).encode(text.toStdString(), pixels, pixels);
    QImage image(bits.width(), bits.height(), QImage::Format_RGB32);
    for (int y = 0; y < bits.height(); ++y)
        for (int x = 0; x < bits.width(); ++x)
            image.setPixel(x, y, bits.get(x, y) ? 0xff000000 : 0xffffffff);
    return image;
}

} // namespace tashilgar::tests
