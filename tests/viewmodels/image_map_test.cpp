#include "app/viewmodels/image_map.h"
#include "tests/support/catch.h"

using namespace tashilgar::viewmodels;

namespace {

QString dataUrl(const std::string& svg)
{
    return QStringLiteral("data:image/*;base64,") + QString::fromLatin1(QByteArray::fromStdString(svg).toBase64());
}

} // namespace

TEST_CASE("the parts of a picture are found by the finger, those drawn last first", "[viewmodels][image-map]")
{
    ImageMap map;
    map.setSource(dataUrl(R"svg(<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" id="whole" viewBox="10 20 200 100">
        <rect id="floor" x="10" y="20" width="200" height="100"/>
        <g transform="translate(50 0) scale(2)"><path id="head" d="M0 20h20v20h-20z"/></g>
        <g id="arms"><circle cx="180" cy="40" r="10"/><circle cx="180" cy="100" r="10"/></g>
        <defs><rect id="hidden" x="0" y="0" width="500" height="500"/></defs></svg>)svg"));
    REQUIRE(map.usable());
    CHECK(map.width() == 200);
    CHECK(map.height() == 100);
    const QStringList all{"floor", "head", "arms", "hidden"};
    CHECK(map.areaAt(5, 5, all) == u"floor");
    CHECK(map.areaAt(50, 30, all) == u"head"); // 60 of the drawing, in a square that was doubled and moved
    CHECK(map.areaAt(50, 30, {"floor"}) == u"floor"); // what is no choice is seen through
    CHECK(map.areaAt(170, 20, all) == u"arms");
    CHECK(map.areaAt(170, 80, all) == u"arms");
    CHECK(map.areaAt(170, 50, all) == u"floor");
    CHECK(map.areaAt(-5, 5, all).isEmpty());
    CHECK(map.outline("arms").size() == 2);
    CHECK(map.outline("nothing").isEmpty());
}

TEST_CASE("curves and arcs bound an area as they are drawn", "[viewmodels][image-map]")
{
    const auto holds = [](const char* path, double x, double y) {
        ImageMap map;
        map.setSource(dataUrl(std::string(R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path id="a" d=")") + path + "\"/></svg>"));
        return map.areaAt(x, y, {"a"}) == u"a";
    };
    CHECK(holds("M0 50A50 50 0 0 1 100 50Z", 50, 10)); // the upper half of a disc
    CHECK_FALSE(holds("M0 50A50 50 0 0 1 100 50Z", 50, 60));
    CHECK_FALSE(holds("M0 50A50 50 0 0 1 100 50Z", 5, 5));
    CHECK(holds("M0 50a50,50 0 01100 0z", 50, 10)); // flags and numbers without blanks
    CHECK(holds("M0,0 Q100,0 100,100 L0 100z", 60, 50));
    CHECK_FALSE(holds("M0,0 Q100,0 100,100 L0 100z", 95, 5));
    CHECK(holds("M0 0C50 0 100 50 100 100S0 150 0 100", 30, 60));
    CHECK(holds("m10 10 l80 0 0 80 -80 0z m20 20 h40 v40 h-40 z", 15, 15));
    CHECK_FALSE(holds("m10 10 l80 0 0 80 -80 0z m20 20 h40 v40 h-40 z", 50, 50)); // a hole
    CHECK(holds("M10 10 H90 V90 H10 Z nonsense", 50, 50));
}

TEST_CASE("a picture that is no drawing has nothing to touch", "[viewmodels][image-map]")
{
    ImageMap map;
    map.setSource(QStringLiteral("data:image/*;base64,iVBORw0KGgo="));
    CHECK_FALSE(map.usable());
    map.setSource(QString());
    CHECK_FALSE(map.usable());
    CHECK(map.areaAt(1, 1, {"a"}).isEmpty());
}

TEST_CASE("a drawing that is out of measure is shown without places to touch, and at once", "[viewmodels][image-map]")
{
    std::string path = "M0 0";
    for (int i = 0; i < 60'000; ++i)
        path += "c1 1 1 1 1 1";
    ImageMap map;
    map.setSource(dataUrl("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\"><path id=\"a\" d=\"" + path + "\"/></svg>"));
    CHECK_FALSE(map.usable());
    map.setSource(dataUrl(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan inf" width="100" height="inf"><path id="a" d="M0 0 L nan 5 L 9 9 L 9 0"/></svg>)"));
    CHECK_FALSE(map.usable());
    std::string many = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">";
    for (int i = 0; i < 40'000; ++i)
        many += "<rect id=\"r" + std::to_string(i) + "\" width=\"2\" height=\"2\"/>";
    map.setSource(dataUrl(many + "</svg>")); // in one go through the drawing
    CHECK(map.areaAt(1, 1, {QStringLiteral("r7"), QStringLiteral("r39999")}) == u"r39999");
}
