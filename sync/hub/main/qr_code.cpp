#include "sync/hub/main/qr_code.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <png.h>

#include <vector>

namespace tashilgar::hub {
namespace {

constexpr int kPixelsPerModule = 8;
constexpr int kQuietZone = 4; // modules, as ISO/IEC 18004 asks
constexpr int kErrorCorrection = 3; // of 0-8: survives a thumb or a fold, and stays coarse enough for a cheap camera

} // namespace

base::Result<void> writeQrCode(const std::string& text, const std::filesystem::path& path)
{
    std::vector<png_byte> pixels;
    png_image image{};
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setMargin(kQuietZone).setEncoding(ZXing::CharacterSet::UTF8).setEccLevel(kErrorCorrection);
        const ZXing::BitMatrix modules = writer.encode(text, 0, 0);
        const int side = modules.width() * kPixelsPerModule;
        image.version = PNG_IMAGE_VERSION;
        image.width = image.height = static_cast<png_uint_32>(side);
        image.format = PNG_FORMAT_GRAY;
        pixels.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                pixels.push_back(modules.get(x / kPixelsPerModule, y / kPixelsPerModule) ? 0 : 255);
        }
    } catch (const std::exception&) {
        return base::fail(base::kTooLarge, "this text does not fit into a QR code");
    }
    if (png_image_write_to_file(&image, path.c_str(), 0, pixels.data(), 0, nullptr) == 0)
        return base::fail(base::kIoError, "the image could not be written", path.string());
    return {};
}

} // namespace tashilgar::hub
