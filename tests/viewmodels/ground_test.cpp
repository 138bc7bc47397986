#include "app/viewmodels/ground.h"
#include "app/viewmodels/map_view.h"
#include "tests/support/catch.h"

using namespace tashilgar::viewmodels;

TEST_CASE("a square of a hundred metres has its length and its area", "[viewmodels][ground]")
{
    const QString shape = QStringLiteral("34.3000000 47.0000000 0 0; 34.3008993 47.0000000 0 0; 34.3008993 47.0010886 0 0; 34.3 47.0010886 0 0; 34.3 47 0 0");
    const auto corners = groundCorners(shape);
    REQUIRE(corners.size() == 4);
    CHECK(groundPoints(shape).size() == 5);
    CHECK(groundLength(corners) == Approx(300).epsilon(0.002));
    CHECK(groundArea(corners) == Approx(10'000).epsilon(0.004));
    CHECK_FALSE(crossesItself(corners));
}

TEST_CASE("sides that cross are found, neighbours that meet are not", "[viewmodels][ground]")
{
    const auto bow = groundCorners(QStringLiteral("34 47;34.001 47.001;34.001 47;34 47.001"));
    CHECK(crossesItself(bow));
    CHECK_FALSE(crossesItself(groundCorners(QStringLiteral("34 47;34.001 47;34.001 47.001"))));
}

TEST_CASE("what is no place on Earth is no point of a line", "[viewmodels][ground]")
{
    CHECK(groundPoints(QStringLiteral("here; 91 47; 34 181; 34; 34 47")).size() == 1);
    CHECK(groundPoints(QString()).empty());
    CHECK(geopointOf({34.5, 47.25, {}, 4.24}) == u"34.5000000 47.2500000 0.0 4.2");
}

TEST_CASE("a place that is shown stands where the finger finds it again", "[viewmodels][map]")
{
    MapView map;
    map.setWidth(400);
    map.setHeight(300);
    map.show(34.3, 47.0, 1);
    CHECK(map.screenOf(34.3, 47.0).x() == Approx(200));
    CHECK(map.screenOf(34.3, 47.0).y() == Approx(150));
    CHECK(map.screenOf(34.3008993, 47.0).y() == Approx(50).margin(0.5)); // 100 m north is 100 pixels up
    const QVariantList place = map.placeAt(310, 40);
    const QPointF again = map.screenOf(place[0].toDouble(), place[1].toDouble());
    CHECK(again.x() == Approx(310));
    CHECK(again.y() == Approx(40));
}

TEST_CASE("going closer keeps what is under the fingers there", "[viewmodels][map]")
{
    MapView map;
    map.setWidth(400);
    map.setHeight(300);
    map.show(34.3, 47.0, 4);
    const QVariantList held = map.placeAt(50, 60);
    map.zoom(2, 50, 60);
    CHECK(map.metresPerPixel() == Approx(2).epsilon(0.001));
    CHECK(map.placeAt(50, 60)[0].toDouble() == Approx(held[0].toDouble()));
    CHECK(map.placeAt(50, 60)[1].toDouble() == Approx(held[1].toDouble()));
    for (int i = 0; i < 40; ++i)
        map.zoom(2, 50, 60);
    CHECK(map.metresPerPixel() == Approx(MapView::kClosest));
    const QPointF before = map.screenOf(34.3, 47.0);
    map.pan(30, -20);
    CHECK(map.screenOf(34.3, 47.0).x() == Approx(before.x() + 30).margin(0.01));
    CHECK(map.screenOf(34.3, 47.0).y() == Approx(before.y() - 20).margin(0.01));
}

TEST_CASE("all of it is seen, and the scale is a round length of a handy size", "[viewmodels][map]")
{
    MapView map;
    map.setWidth(400);
    map.setHeight(300);
    CHECK_FALSE(map.fit({QString(), QStringLiteral("nowhere")}));
    REQUIRE(map.fit({QStringLiteral("34.30 47.00"), QStringLiteral("34.31 47.02;34.29 47.01")}));
    for (const char* place : {"34.30 47.00", "34.31 47.02", "34.29 47.01"}) {
        const QPointF at = map.path(QString::fromLatin1(place))[0].toPointF();
        CHECK(at.x() >= 39);
        CHECK(at.x() <= 361);
        CHECK(at.y() >= 39);
        CHECK(at.y() <= 261);
    }
    for (const double metresPerPixel : {0.06, 0.3, 1.0, 7.0, 130.0, 9'000.0}) {
        map.show(34.3, 47, metresPerPixel);
        CHECK(map.scalePixels() >= 59.9);
        CHECK(map.scalePixels() <= 161);
        CHECK(map.gridLeft() >= 0);
        CHECK(map.gridLeft() <= map.scalePixels());
    }
}

TEST_CASE("a finger means the point or line near it before the area around it", "[viewmodels][map]")
{
    MapView map;
    map.setWidth(400);
    map.setHeight(400);
    map.show(34.3, 47.0, 1);
    const QString area = QStringLiteral("34.3010 46.9990;34.3010 47.0010;34.2990 47.0010;34.2990 46.9990;34.3010 46.9990");
    const QString point = QStringLiteral("34.3000 47.0000 0 0");
    const QStringList all{area, point};
    CHECK(map.hit(all, 210, 205) == 1);
    CHECK(map.hit(all, 260, 260) == 0);
    CHECK(map.hit(all, 395, 395) == -1);
    CHECK(map.hit({point, area}, 210, 205) == 0); // though the area is drawn over it
    CHECK(map.hit({QStringLiteral("34.3010 46.9990;34.2990 47.0010")}, 205, 190) == 0);
}
