#include "tests/qml/stage.h"
#include "app/viewmodels/ground.h"
#include "tests/support/form_builder.h"

#include <QQuickItem>
#include <QTest>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

/// Each language, and each width once: the pictures of all of them are those of the gallery.
struct Window {
    const char* language;
    int width;
    int height;
};
constexpr Window kWindows[] = {{"fa", 1280, 800}, {"fa", 360, 740}, {"en", 800, 1280}};

platform::Fix fixAt(double latitude, double longitude, double accuracy, base::Instant at)
{
    platform::Fix fix;
    fix.latitude = latitude;
    fix.longitude = longitude;
    fix.altitudeMetres = 1350;
    fix.accuracyMetres = accuracy;
    fix.time = at;
    return fix;
}

std::string geoForm()
{
    return form("Places", bind("/data/line").type("geotrace"), bind("/data/area").type("geoshape"), bind("/data/point").type("geopoint"),
        bind("/data/spot").type("geopoint"),
        input("/data/line").label("این کوچه را بکشید"), input("/data/area").with("appearance", "placement-map").label("محدوده زمین بازی"),
        input("/data/point").with("appearance", "placement-map").label("جای چاه"),
        input("/data/spot").with("accuracyThreshold", "5").with("unacceptableAccuracyThreshold", "15").label("جای در"));
}

/// Nothing of a page is beyond it, and whatever is pressed is large enough.
void expectTargets(Stage& stage, const QStringList& names)
{
    for (const QString& name : names) {
        INFO(name.toStdString());
        QQuickItem* item = stage.find(name);
        REQUIRE(item);
        CHECK(item->width() >= 48);
        CHECK(item->height() >= 48);
    }
}

} // namespace

TEST_CASE("a line is taken where one stands, while one walks, and by touch, and taken back point by point", "[qml][maps]")
{
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(geoForm());
        stage.join();
        stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        const QString ref = QStringLiteral("/data/line");
        const auto points = [&] { return viewmodels::groundPoints(fill.answerOf(ref)); };
        CHECK(stage.listening);
        for (const double step : {0.0, 0.0004}) {
            stage.app().position()->feed(fixAt(34.3451 + step, 47.0901, 6, stage.store().clock.now()));
            REQUIRE(stage.press(QStringLiteral("addPoint_") + ref));
        }
        REQUIRE(points().size() == 2);
        CHECK(points()[1].accuracy == 6);
        stage.shoot(QStringLiteral("trace-walk"));
        expectTargets(stage, {QStringLiteral("closer_") + ref, QStringLiteral("wider_") + ref, QStringLiteral("undoPoint_") + ref,
                                 QStringLiteral("removePoint_") + ref + QStringLiteral("_0")});

        REQUIRE(stage.press(QStringLiteral("segment_timed")));
        REQUIRE(stage.press(QStringLiteral("record_") + ref));
        stage.app().position()->feed(fixAt(34.3457, 47.0905, 30, stage.store().clock.now()));
        CHECK(points().size() == 2); // too weak
        stage.app().position()->feed(fixAt(34.3458, 47.0905, 4, stage.store().clock.now()));
        CHECK(points().size() == 3);
        stage.shoot(QStringLiteral("trace-timed"));
        REQUIRE(stage.press(QStringLiteral("record_") + ref));
        stage.app().position()->feed(fixAt(34.3470, 47.0905, 4, stage.store().clock.now()));
        CHECK(points().size() == 3);

        REQUIRE(stage.press(QStringLiteral("segment_touch")));
        QQuickItem* ground = stage.find(QStringLiteral("ground_") + ref);
        REQUIRE(ground);
        REQUIRE(stage.pressAt(QStringLiteral("ground_") + ref, QPointF(ground->width() * 0.55, ground->height() - 12)));
        REQUIRE(points().size() == 4);
        CHECK(points()[3].latitude < points()[0].latitude); // lower on the screen is further south
        REQUIRE(stage.press(QStringLiteral("addMiddle_") + ref));
        CHECK(points().size() == 5);
        stage.shoot(QStringLiteral("trace-touch"));
        const QString before = fill.answerOf(ref);
        REQUIRE(stage.drag(QStringLiteral("corner_") + ref + QStringLiteral("_3"), QPointF(24, 24), QPointF(64, 24)));
        CHECK(points()[3].longitude > viewmodels::groundPoints(before)[3].longitude); // east is at the right in every language
        CHECK(points().size() == 5);
        REQUIRE(stage.press(QStringLiteral("undoPoint_") + ref));
        CHECK(fill.answerOf(ref) == before);
        REQUIRE(stage.press(QStringLiteral("undoPoint_") + ref));
        CHECK(points().size() == 4);
        stage.expectNoWarnings();
    }
}

TEST_CASE("an area is drawn by touch, measured as it grows, goes on where it was left, and tells when its sides cross", "[qml][maps]")
{
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(geoForm());
        stage.join();
        stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        const QString ref = QStringLiteral("/data/area");
        REQUIRE(fill.goTo(ref));
        stage.settle();
        CHECK_FALSE(stage.listening); // placement-map begins without the receiver
        QQuickItem* ground = stage.find(QStringLiteral("ground_") + ref);
        REQUIRE(ground);
        const double w = ground->width(), h = ground->height();
        for (const QPointF& place : {QPointF(w * 0.25, h * 0.35), QPointF(w * 0.7, h * 0.3), QPointF(w * 0.65, h * 0.75)})
            REQUIRE(stage.pressAt(QStringLiteral("ground_") + ref, place));
        CHECK(viewmodels::groundPoints(fill.answerOf(ref)).size() == 4); // closed on the first
        CHECK_FALSE(stage.find(QStringLiteral("traceTrouble_") + ref));
        CHECK(stage.find(QStringLiteral("measure_") + ref)->property("text").toString().size() > 1);
        stage.shoot(QStringLiteral("area-three"));

        const auto draft = stage.store()->drafts().list();
        fill.close();
        REQUIRE(fill.resumeDraft(QString::fromStdString(draft->front().id.value())));
        stage.settle();
        QQuickItem* again = stage.find(QStringLiteral("ground_") + ref);
        REQUIRE(again);
        const viewmodels::GroundPoint first = viewmodels::groundCorners(fill.answerOf(ref))[0];
        // Between the second and the third side: the new last side crosses the first.
        REQUIRE(stage.pressAt(QStringLiteral("ground_") + ref, QPointF(again->width() * 0.6, 30)));
        REQUIRE(viewmodels::groundCorners(fill.answerOf(ref)).size() == 4);
        CHECK(viewmodels::groundCorners(fill.answerOf(ref))[0].latitude == first.latitude);
        CHECK(stage.find(QStringLiteral("traceTrouble_") + ref));
        stage.shoot(QStringLiteral("area-crossed"));
        REQUIRE(stage.press(QStringLiteral("undoPoint_") + ref));
        CHECK_FALSE(stage.find(QStringLiteral("traceTrouble_") + ref));
        stage.expectNoWarnings();
    }
}

TEST_CASE("a point is placed by hand, by touch and by keys, and looked at again", "[qml][maps]")
{
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(geoForm());
        stage.join();
        QQuickWindow& window = stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        const QString ref = QStringLiteral("/data/point");
        REQUIRE(fill.goTo(ref));
        stage.settle();
        REQUIRE(stage.press(QStringLiteral("byHand_") + ref)); // the receiver begins
        stage.settle(100);
        REQUIRE(stage.press(QStringLiteral("coordinates_") + ref));
        stage.type(QString::fromUtf8("۳۴.۳۴۵۱۲، ۴۷.۰۹۰۰۸"));
        stage.shoot(QStringLiteral("point-by-hand"));
        REQUIRE(stage.press(QStringLiteral("placePoint_") + ref));
        const auto placed = viewmodels::groundPoints(fill.answerOf(ref));
        REQUIRE(placed.size() == 1);
        CHECK(std::abs(placed[0].latitude - 34.34512) < 1e-6);
        CHECK(std::abs(placed[0].longitude - 47.09008) < 1e-6); // to the last digit
        REQUIRE(stage.find(QStringLiteral("retake_") + ref));
        stage.shoot(QStringLiteral("point-placed"));
        REQUIRE(stage.press(QStringLiteral("retake_") + ref));
        stage.settle(100);
        QQuickItem* ground = stage.find(QStringLiteral("ground_") + ref);
        REQUIRE(ground);
        for (QQuickItem* above = ground; above; above = above->parentItem()) {
            if (above->activeFocusOnTab()) {
                above->forceActiveFocus();
                break;
            }
        }
        QTest::keyClick(&window, Qt::Key_Up); // the ground moves down: the cross is further north
        QTest::keyClick(&window, Qt::Key_Right);
        REQUIRE(stage.press(QStringLiteral("placePoint_") + ref));
        const auto moved = viewmodels::groundPoints(fill.answerOf(ref));
        CHECK(moved[0].latitude > placed[0].latitude);
        CHECK(moved[0].longitude > placed[0].longitude);
        stage.expectNoWarnings();
    }
}

TEST_CASE("a point as good as the form wants is taken by itself, unless a person waits", "[qml][maps]")
{
    Stage stage(QStringLiteral("fa"));
    stage.put(geoForm());
    stage.join();
    stage.open(800, 1280);
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(QStringLiteral("test")));
    const QString ref = QStringLiteral("/data/spot");
    REQUIRE(fill.goTo(ref));
    stage.settle();
    CHECK(stage.app().position()->wanted() == 5);
    CHECK(stage.app().position()->limit() == 15);
    const auto feed = [&stage](double accuracy, int times) {
        for (int i = 0; i < times; ++i)
            stage.app().position()->feed(fixAt(34.3451, 47.0901, accuracy, stage.store().clock.now()));
        stage.settle(60);
    };
    feed(7, 4);
    CHECK_FALSE(stage.find(QStringLiteral("taking_") + ref));
    feed(4, 3);
    REQUIRE(stage.find(QStringLiteral("taking_") + ref));
    stage.shoot(QStringLiteral("point-taking"));
    REQUIRE(stage.press(QStringLiteral("wait_") + ref));
    CHECK_FALSE(stage.find(QStringLiteral("taking_") + ref));
    CHECK(fill.answerOf(ref).isEmpty());
    REQUIRE(stage.press(QStringLiteral("takePoint_") + ref));
    CHECK(fill.answerOf(ref).startsWith(QStringLiteral("34.345")));
    REQUIRE(stage.press(QStringLiteral("retake_") + ref));
    feed(4, 3);
    REQUIRE(stage.find(QStringLiteral("taking_") + ref));
    QQuickItem* waited = stage.find(QStringLiteral("taking_") + ref);
    REQUIRE(waited);
    REQUIRE(QTest::qWaitFor([&] { return stage.find(QStringLiteral("retake_") + ref) != nullptr; }, 8'000));
    stage.expectNoWarnings();
}

TEST_CASE("choices that are places are touched on the grid or in a list", "[qml][maps]")
{
    const std::string wells = form("Wells",
        secondary("wells", "<root><item><name>w1</name><label>چاه شمالی</label><geometry>34.3460 47.0900 0 0</geometry></item>"
                           "<item><name>w2</name><label>جوی</label><geometry>34.3440 47.0880 0 0;34.3445 47.0900 0 0;34.3440 47.0930 0 0</geometry></item>"
                           "<item><name>w3</name><label>زمین</label><geometry>34.3450 47.0910 0 0;34.3458 47.0910 0 0;34.3458 47.0925 0 0;34.3450 47.0925 0 0;34.3450 47.0910 0 0</geometry></item>"
                           "<item><name>w4</name><label>بی‌جا</label></item></root>"),
        select1("/data/well").with("appearance", "map").label("کدام؟").itemset("instance('wells')/root/item"),
        select("/data/several").with("appearance", "map").label("کدام‌ها؟").itemset("instance('wells')/root/item"),
        select1("/data/quick").with("appearance", "map quick").label("زود").itemset("instance('wells')/root/item"),
        input("/data/after").label("بعد"));
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(wells);
        stage.join();
        stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        // All is seen at first: the middle of what there is is the middle of the grid.
        const auto touch = [&](const QString& ref, double latitude, double longitude) {
            QQuickItem* ground = stage.find(QStringLiteral("ground_") + ref);
            REQUIRE(ground);
            QObject* view = qvariant_cast<QObject*>(ground->parentItem()->property("ground"));
            REQUIRE(view);
            QPointF place;
            QMetaObject::invokeMethod(view, "screenOf", Q_RETURN_ARG(QPointF, place), Q_ARG(double, latitude), Q_ARG(double, longitude));
            REQUIRE(stage.pressAt(QStringLiteral("ground_") + ref, place));
        };
        touch(QStringLiteral("/data/well"), 34.3460, 47.0900);
        CHECK(fill.answerOf(QStringLiteral("/data/well")) == u"w1");
        touch(QStringLiteral("/data/well"), 34.3454, 47.0918); // inside the area
        CHECK(fill.answerOf(QStringLiteral("/data/well")) == u"w3");
        stage.shoot(QStringLiteral("choice-map"));
        touch(QStringLiteral("/data/well"), 34.34425, 47.0890); // on the line
        CHECK(fill.answerOf(QStringLiteral("/data/well")) == u"w2");
        REQUIRE(stage.press(QStringLiteral("asList_/data/well")));
        stage.settle(100);
        REQUIRE(stage.press(QStringLiteral("choice_/data/well_w4")));
        CHECK(fill.answerOf(QStringLiteral("/data/well")) == u"w4");
        fill.next();
        stage.settle();
        touch(QStringLiteral("/data/several"), 34.3460, 47.0900);
        touch(QStringLiteral("/data/several"), 34.3454, 47.0918);
        CHECK(fill.answerOf(QStringLiteral("/data/several")) == u"w1 w3");
        stage.shoot(QStringLiteral("choice-map-several"));
        REQUIRE(stage.press(QStringLiteral("chosen_/data/several_w1")));
        CHECK(fill.answerOf(QStringLiteral("/data/several")) == u"w3");
        fill.next();
        stage.settle();
        touch(QStringLiteral("/data/quick"), 34.3460, 47.0900);
        stage.settle(400);
        CHECK(fill.currentRef() == u"/data/after");
        fill.back();
        CHECK(fill.answerOf(QStringLiteral("/data/quick")) == u"w1");
        stage.expectNoWarnings();
    }
}

TEST_CASE("the parts of a picture of the form are choices, one or several", "[qml][maps]")
{
    const char* const body = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 240">
        <circle id="head" cx="100" cy="40" r="34" fill="#eee" stroke="#444"/>
        <rect id="trunk" x="65" y="80" width="70" height="90" fill="#eee" stroke="#444"/>
        <g id="legs" fill="#eee" stroke="#444"><rect x="68" y="175" width="28" height="60"/><rect x="104" y="175" width="28" height="60"/></g></svg>)";
    const auto labelled = [](Control control) {
        return control.with("appearance", "image-map").inside("<label ref=\"jr:itext('ache')\"/>").item("head", "سر").item("trunk", "تنه").item("legs", "پاها");
    };
    const std::string xml = form("Aches",
        itext("<translation lang=\"fa\"><text id=\"ache\"><value>کجا درد می‌کند؟</value><value form=\"image\">jr://images/body.svg</value></text></translation>"),
        labelled(select1("/data/one")), labelled(select("/data/many")),
        select1("/data/plain").with("appearance", "image-map").label("بی‌تصویر").item("a", "الف").item("b", "ب"));
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(xml, {{"body.svg", body}});
        stage.join();
        stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        const auto touch = [&stage](const QString& ref, double x, double y) {
            QQuickItem* picture = stage.find(QStringLiteral("picture_") + ref);
            REQUIRE(picture);
            REQUIRE(stage.pressAt(QStringLiteral("picture_") + ref, QPointF(picture->width() * x / 200, picture->height() * y / 240)));
        };
        touch(QStringLiteral("/data/one"), 100, 40);
        CHECK(fill.answerOf(QStringLiteral("/data/one")) == u"head");
        touch(QStringLiteral("/data/one"), 5, 5); // beside everything
        CHECK(fill.answerOf(QStringLiteral("/data/one")) == u"head");
        stage.shoot(QStringLiteral("image-map"));
        REQUIRE(stage.press(QStringLiteral("asList_/data/one")));
        stage.settle(100);
        REQUIRE(stage.press(QStringLiteral("choice_/data/one_legs")));
        fill.next();
        stage.settle();
        touch(QStringLiteral("/data/many"), 80, 200);
        touch(QStringLiteral("/data/many"), 100, 120);
        CHECK(fill.answerOf(QStringLiteral("/data/many")) == u"trunk legs");
        touch(QStringLiteral("/data/many"), 118, 200); // the other leg is the same choice
        CHECK(fill.answerOf(QStringLiteral("/data/many")) == u"trunk");
        fill.next();
        stage.settle();
        CHECK(stage.find(QStringLiteral("choice_/data/plain_a"))); // without a picture there are rows
        stage.expectNoWarnings();
    }
}
