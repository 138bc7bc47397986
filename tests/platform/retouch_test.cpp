#include "platform/capture/retouch.h"
#include "tests/support/catch.h"

using namespace tashilgar;

namespace {

/// Fine black and white squares: whatever stays sharp keeps them.
QImage checks(int width, int height)
{
    QImage picture(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.setPixel(x, y, (x / 2 + y / 2) % 2 ? 0xff000000 : 0xffffffff);
    return picture;
}

} // namespace

TEST_CASE("what a brush went over becomes coarse blocks, and the rest stays as it was", "[platform][retouch]")
{
    const QImage before = checks(800, 600);
    QImage after = before;
    const QRect changed = platform::coarsen(after, {QPointF(200, 300), QPointF(500, 300)}, 24);
    const int side = platform::blockOf(before.size());
    CHECK(side == 20);
    for (int x = 200; x <= 500; ++x) { // without a gap along the whole way
        INFO(x);
        CHECK(qGray(after.pixel(x, 300)) > 100);
        CHECK(qGray(after.pixel(x, 300)) < 155);
    }
    CHECK(after.pixel(205, 301) == after.pixel(205 / side * side, 301 / side * side)); // one colour in a block
    CHECK(changed.contains(QRect(180, 280, 340, 40)));
    int different = 0;
    for (int y = 0; y < 600; ++y)
        for (int x = 0; x < 800; ++x)
            if (!changed.contains(x, y))
                different += after.pixel(x, y) != before.pixel(x, y);
    CHECK(different == 0);
}

TEST_CASE("blurring the same place again takes nothing back and spreads nothing", "[platform][retouch]")
{
    QImage once = checks(640, 480);
    platform::coarsen(once, {QPointF(100, 100)}, 40);
    QImage twice = once;
    platform::coarsen(twice, {QPointF(100, 100)}, 40);
    CHECK(once == twice);
}

TEST_CASE("blurring at the edge and beyond stays inside of the picture", "[platform][retouch]")
{
    QImage picture = checks(101, 67); // no whole number of blocks
    const QRect changed = platform::coarsen(picture, {QPointF(-30, -30), QPointF(130, 90)}, 24);
    CHECK(picture.rect().contains(changed));
    CHECK(qGray(picture.pixel(100, 66)) > 60);
    CHECK(qGray(picture.pixel(100, 66)) < 195);
    CHECK(platform::coarsen(picture, {}, 24).isEmpty());
}

TEST_CASE("a line, a dot and an arrow are drawn where the finger was", "[platform][retouch]")
{
    QImage picture(200, 100, QImage::Format_RGB32);
    picture.fill(Qt::white);
    const QRect line = platform::drawLine(picture, {QPointF(20, 20), QPointF(80, 20)}, 6, Qt::red);
    CHECK(picture.pixelColor(50, 20) == QColor(Qt::red));
    CHECK(line.contains(QPoint(50, 20)));
    platform::drawLine(picture, {QPointF(150, 20)}, 6, Qt::red);
    CHECK(picture.pixelColor(150, 20) == QColor(Qt::red));
    platform::drawArrow(picture, {20, 80}, {180, 80}, 6, Qt::blue);
    CHECK(picture.pixelColor(100, 80) == QColor(Qt::blue));
    CHECK(picture.pixelColor(165, 88) == QColor(Qt::blue)); // the head is at its end
    CHECK(picture.pixelColor(35, 88) == QColor(Qt::white)); // and not at its beginning
    CHECK(platform::drawArrow(picture, {50, 50}, {52, 50}, 6, Qt::blue).isEmpty()); // a touch is no arrow
}

TEST_CASE("a crop keeps what lies in the box, however it was drawn, and never nothing", "[platform][retouch]")
{
    QImage picture = checks(400, 300);
    picture.setPixelColor(150, 120, Qt::red);
    const QImage part = platform::cropped(picture, QRectF(QPointF(300, 200), QPointF(100, 100))); // upwards
    CHECK(part.size() == QSize(200, 100));
    CHECK(part.pixelColor(50, 20) == QColor(Qt::red));
    CHECK(platform::cropped(picture, QRectF(398, 298, 1, 1)).size() == QSize(platform::kLeastCrop, platform::kLeastCrop));
    CHECK(platform::cropped(picture, QRectF(500, 500, 10, 10)).size() == picture.size());
    const QImage turned = platform::turned(picture);
    CHECK(turned.size() == QSize(300, 400));
    CHECK(turned.pixelColor(299 - 120, 150) == QColor(Qt::red));
}
