#include "platform/capture/code_reader.h"
#include "tests/platform/events.h"
#include "tests/support/catch.h"
#include "tests/support/drawn_code.h"
#include "tests/support/qt_application.h"

#include <QPainter>

using namespace tashilgar;
using platform::readCode;
using tests::drawnCode;

namespace {

/// The code as a camera sees it: in a corner of a grey scene, turned, and lit or unlit. \p white and \p black are the
/// lightest and darkest grey of the paper.
QImage seen(const QImage& code, double degrees, int white, int black)
{
    QImage scene(1280, 720, QImage::Format_RGB32);
    scene.fill(QColor(white * 2 / 3, white * 2 / 3, white * 2 / 3));
    QImage paper = code.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < paper.height(); ++y) {
        for (int x = 0; x < paper.width(); ++x) {
            const int grey = qGray(paper.pixel(x, y)) > 127 ? white : black;
            paper.setPixel(x, y, qRgb(grey, grey, grey));
        }
    }
    QPainter painter(&scene);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(900, 380);
    painter.rotate(degrees);
    painter.drawImage(-paper.width() / 2, -paper.height() / 2, paper);
    return scene;
}

} // namespace

TEST_CASE("a QR code is read upright, turned, upside down and in the dark", "[platform][code]")
{
    const QImage code = drawnCode(QStringLiteral("KC000123"), 220);
    for (const double degrees : {0.0, 17.0, 45.0, 90.0, 180.0, 263.0}) {
        INFO(degrees);
        CHECK(readCode(seen(code, degrees, 255, 0)) == platform::ReadCode{QStringLiteral("KC000123"), QStringLiteral("QRCode")});
        CHECK(readCode(seen(code, degrees, 46, 12)) == platform::ReadCode{QStringLiteral("KC000123"), QStringLiteral("QRCode")});
    }
}

TEST_CASE("a bar code of a meter and an invitation in Persian are read as they were written", "[platform][code]")
{
    const auto meter = readCode(seen(drawnCode(QStringLiteral("TSH-0042-17"), 300, ZXing::BarcodeFormat::Code128), 4, 230, 30));
    REQUIRE(meter);
    CHECK(meter->text == u"TSH-0042-17");
    CHECK(meter->format == u"Code128");
    const QString invitation = QString::fromUtf8("دفتر جعفرآباد 192.168.1.5:8443");
    const auto read = readCode(drawnCode(invitation, 400));
    REQUIRE(read);
    CHECK(read->text == invitation);
}

TEST_CASE("a large photo with a small code in it is read, a photo without one says nothing", "[platform][code]")
{
    QImage photo(4000, 3000, QImage::Format_RGB32);
    photo.fill(Qt::gray);
    CHECK_FALSE(readCode(photo));
    QPainter(&photo).drawImage(2500, 1800, drawnCode(QStringLiteral("B03-017"), 300));
    const auto read = readCode(photo);
    REQUIRE(read);
    CHECK(read->text == u"B03-017");
    CHECK_FALSE(readCode(QImage()));
}

TEST_CASE("the reader looks at the newest picture and forgets those that came meanwhile", "[platform][code]")
{
    tests::qtApplication();
    platform::CodeReader reader;
    std::vector<QString> read;
    QObject::connect(&reader, &platform::CodeReader::looked, &reader, [&](const std::optional<platform::ReadCode>& found) {
        read.push_back(found ? found->text : QString());
    });
    const QImage first = seen(drawnCode(QStringLiteral("first"), 220), 0, 255, 0);
    const QImage last = seen(drawnCode(QStringLiteral("last"), 220), 0, 255, 0);
    for (int i = 0; i < 50; ++i)
        reader.look(first); // no event is handled meanwhile, and look() does not wait
    CHECK(read.empty());
    reader.look(last);
    CHECK(tests::eventually([&] { return !read.empty() && read.back() == u"last"; }));
    CHECK(read.size() < 25);
}
