#include "platform/capture/capture.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <QImage>
#include <QImageWriter>

#include <fstream>
#include <sstream>

using namespace tashilgar;
using platform::CaptureKind;
using platform::prepareCapture;

namespace {

std::string contentOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

QString qt(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// Left half red, right half blue.
QImage twoHalves(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, x < width / 2 ? 0xffff0000 : 0xff0000ff);
    return image;
}

/// A JPEG that says in its EXIF: turn me by 90 degrees clockwise, and my maker is "SecretCam".
void writeTurnedJpeg(const std::filesystem::path& file, const QImage& image)
{
    const std::filesystem::path plain = file.string() + ".plain";
    REQUIRE(image.save(qt(plain), "JPG", 95));
    const std::string jpeg = contentOf(plain);
    std::string tiff("MM\0*\0\0\0\x08", 8);
    tiff += std::string("\0\2", 2); // two entries
    tiff += std::string("\x01\x0f\0\2\0\0\0\x0a\0\0\0\x26", 12); // Make, text of 10 bytes at 38
    tiff += std::string("\x01\x12\0\3\0\0\0\1\0\6\0\0", 12); // Orientation 6
    tiff += std::string("\0\0\0\0", 4);
    tiff += std::string("SecretCam\0", 10);
    std::string exif = std::string("Exif\0\0", 6) + tiff;
    const auto length = exif.size() + 2;
    std::string segment("\xff\xe1", 2);
    segment += static_cast<char>(length >> 8);
    segment += static_cast<char>(length & 0xff);
    std::ofstream(file, std::ios::binary) << jpeg.substr(0, 2) << segment << exif << jpeg.substr(2);
}

} // namespace

TEST_CASE("a photo is turned upright, scaled to the wish, and forgets its maker", "[platform]")
{
    const tests::TemporaryFolder folder;
    const auto original = folder / "IMG_0042.jpg";
    writeTurnedJpeg(original, twoHalves(400, 200));
    REQUIRE(contentOf(original).find("SecretCam") != std::string::npos);

    const auto captured = prepareCapture({CaptureKind::Photo, 100}, original, folder / "work");
    REQUIRE(captured);
    CHECK(captured->mediaType == "image/jpeg");
    CHECK(captured->name == "IMG_0042.jpg");
    const QImage image(qt(captured->file));
    CHECK(image.size() == QSize(50, 100));
    CHECK(image.pixelColor(25, 10).red() > 200); // what was left is on top now
    CHECK(image.pixelColor(25, 90).blue() > 200);
    const std::string bytes = contentOf(captured->file);
    CHECK(bytes.find("SecretCam") == std::string::npos);
    CHECK(bytes.find("Exif") == std::string::npos);
}

TEST_CASE("a photo smaller than the wish keeps its size", "[platform]")
{
    const tests::TemporaryFolder folder;
    REQUIRE(twoHalves(80, 60).save(qt(folder / "small.png")));
    const auto captured = prepareCapture({CaptureKind::Photo, 1024}, folder / "small.png", folder / "work");
    REQUIRE(captured);
    CHECK(QImage(qt(captured->file)).size() == QSize(80, 60));
}

TEST_CASE("a photo that is a text, cut or empty is refused in one sentence and leaves nothing", "[platform]")
{
    const tests::TemporaryFolder folder;
    REQUIRE(twoHalves(400, 200).save(qt(folder / "whole.png")));
    std::ofstream(folder / "text.jpg") << "not a photo";
    std::ofstream(folder / "cut.png", std::ios::binary) << contentOf(folder / "whole.png").substr(0, 60);
    std::ofstream(folder / "empty.jpg").flush();
    for (const char* name : {"text.jpg", "cut.png", "empty.jpg"}) {
        const auto captured = prepareCapture({CaptureKind::Photo, 100}, folder / name, folder / "work");
        REQUIRE_FALSE(captured);
        CHECK(captured.error().code == platform::kNotAPhoto);
        CHECK(captured.error().place == name);
    }
    CHECK(std::filesystem::is_empty(folder / "work"));
}

TEST_CASE("a file of 200 MB where a photo was expected is refused before it is read", "[platform]")
{
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "film.mp4").flush();
    std::filesystem::resize_file(folder / "film.mp4", 200'000'000); // sparse: takes no space
    const auto captured = prepareCapture({CaptureKind::Photo, {}}, folder / "film.mp4", folder / "work");
    REQUIRE_FALSE(captured);
    CHECK(captured.error().code == platform::kCaptureTooLarge);
    CHECK(captured.error().text()
        == "film.mp4: the file has 200 MB, and a photo may have at most 30 MB; nothing was changed");
    CHECK_FALSE(std::filesystem::exists(folder / "work"));
}

TEST_CASE("a sound or a document is copied byte for byte with its media type", "[platform]")
{
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "letter.pdf") << "%PDF-1.4 letter";
    std::ofstream(folder / "voice.ogg", std::ios::binary) << std::string("OggS\0\2", 6);
    const auto letter = prepareCapture({CaptureKind::File, {}}, folder / "letter.pdf", folder / "work");
    const auto voice = prepareCapture({CaptureKind::Sound, {}}, folder / "voice.ogg", folder / "work");
    REQUIRE(letter);
    CHECK(letter->mediaType == "application/pdf");
    CHECK(letter->file.extension() == ".pdf");
    CHECK(contentOf(letter->file) == "%PDF-1.4 letter");
    REQUIRE(voice);
    CHECK(contentOf(voice->file) == contentOf(folder / "voice.ogg"));
}

TEST_CASE("a chosen file that is not there any more is told", "[platform]")
{
    const tests::TemporaryFolder folder;
    const auto captured = prepareCapture({CaptureKind::File, {}}, folder / "gone.pdf", folder / "work");
    REQUIRE_FALSE(captured);
    CHECK(captured.error().code == base::kNotFound);
}
