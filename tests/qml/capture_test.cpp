#include "tests/qml/stage.h"
#include "tests/support/drawn_code.h"

#include <QPainter>
#include <QQuickItem>
#include <QTest>

#include <fstream>

using namespace tashilgar;
using tests::Stage;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size kSizes[] = {{1280, 800}, {800, 1280}, {360, 740}};

/// A form of one question: \p body is its element, the bind of type \p type.
std::string formOf(const std::string& type, const std::string& body)
{
    return R"(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
        xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms"><h:head><h:title>عکس و کد</h:title><model><instance>
        <data id="capture" version="1"><q/><orx:meta><orx:instanceID/></orx:meta></data></instance>
        <bind nodeset="/data/q" type=")"
        + type + "\"/></model></h:head><h:body>" + body + "</h:body></h:html>";
}

std::string photoForm(const std::string& attributes = {})
{
    return formOf("binary", "<upload ref=\"/data/q\" mediatype=\"image/*\" " + attributes + "><label>عکس نمای خانه</label></upload>");
}

/// A wall of fine bricks with a face-like pattern in the middle: whatever is sharp is seen to be.
QImage wall(int width = 960, int height = 720)
{
    QImage picture(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.setPixel(x, y, y % 12 < 2 || (x + y / 12 % 2 * 10) % 20 < 2 ? 0xffb09070 : 0xff804838);
    return picture;
}

QImage scene(const QImage& code)
{
    QImage picture(1280, 720, QImage::Format_RGB32);
    picture.fill(QColor(120, 116, 110));
    QPainter(&picture).drawImage(640 - code.width() / 2, 360 - code.height() / 2, code);
    return picture;
}

/// Turns the event loop until \p condition holds.
template <class Condition>
bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

QImage kept(Stage& stage)
{
    const QString preview = stage.app().fill()->previewOf(QStringLiteral("/data/q"));
    return QImage::fromData(QByteArray::fromBase64(preview.mid(preview.indexOf(u',') + 1).toLatin1()));
}

/// How much neighbouring pixels differ around a place: sharp bricks give much, a block nothing.
int roughness(const QImage& picture, QPoint centre, int radius)
{
    int sum = 0;
    for (int y = centre.y() - radius; y < centre.y() + radius; ++y)
        for (int x = centre.x() - radius; x < centre.x() + radius; ++x)
            sum += std::abs(qGray(picture.pixel(x, y)) - qGray(picture.pixel(x + 1, y)));
    return sum / (4 * radius * radius);
}

void open(Stage& stage, const std::string& form, const Size& size)
{
    stage.put(form);
    stage.join();
    stage.open(size.width, size.height);
    REQUIRE(stage.app().fill()->openForm(QStringLiteral("capture")));
    stage.settle();
}

void drag(Stage& stage, QQuickItem* item, QPointF from, QPointF to)
{
    QQuickWindow* window = item->window();
    const auto at = [&](double part) { return item->mapToScene(from + (to - from) * part).toPoint(); };
    QTest::mousePress(window, Qt::LeftButton, Qt::NoModifier, at(0));
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(window, at(step / 10.0));
    QTest::mouseRelease(window, Qt::LeftButton, Qt::NoModifier, at(1));
    stage.settle(60);
}

} // namespace

TEST_CASE("a photo is taken from the camera, blurred and kept, and the sharp one is nowhere", "[qml][capture][photo]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            INFO(language << " " << size.width);
            Stage stage(QString::fromLatin1(language));
            stage.show(wall());
            open(stage, photoForm(), size);
            stage.shoot(QStringLiteral("photo-question"));
            REQUIRE(stage.press(QStringLiteral("take_/data/q")));
            REQUIRE(eventually([&] { return stage.app().camera()->state() == u"running"; }));
            stage.settle(100);
            QQuickItem* shutter = stage.find(QStringLiteral("shutter"));
            REQUIRE(shutter);
            CHECK(shutter->width() == 80);
            stage.shoot(QStringLiteral("photo-live"));
            REQUIRE(stage.press(QStringLiteral("shutter")));
            REQUIRE(stage.app().photo()->step() == u"shot");
            CHECK(stage.app().camera()->state() == u"off"); // nothing looks any more
            REQUIRE(stage.press(QStringLiteral("tool_blur")));
            QQuickItem* paper = stage.find(QStringLiteral("photoPaper"));
            REQUIRE(paper);
            const QPointF middle(paper->width() / 2, paper->height() / 2);
            drag(stage, paper, middle - QPointF(30, 0), middle + QPointF(30, 0));
            CHECK(stage.app().photo()->blurred() == 1);
            REQUIRE(eventually([&] { return !stage.app().photo()->sizeText().isEmpty(); }));
            stage.shoot(QStringLiteral("photo-blurred"));
            REQUIRE(stage.press(QStringLiteral("keepPhoto")));
            stage.settle();
            const QImage photo = kept(stage);
            REQUIRE(photo.size() == QSize(960, 720));
            CHECK(roughness(photo, {480, 360}, 10) <= 2);
            CHECK(roughness(photo, {120, 90}, 10) > 4);
            CHECK(std::filesystem::is_empty(stage.store().folder / "captures"));
            stage.shoot(QStringLiteral("photo-kept"));
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("a photo is cropped, turned, marked and written on, and each step is taken back", "[qml][capture][photo]")
{
    Stage stage(QStringLiteral("fa"));
    stage.show(wall());
    open(stage, photoForm("appearance=\"annotate new\""), {800, 1280});
    viewmodels::PhotoController& photo = *stage.app().photo();
    REQUIRE(stage.press(QStringLiteral("take_/data/q")));
    CHECK_FALSE(stage.find(QStringLiteral("photoFromFile"))); // "new": no files
    REQUIRE(eventually([&] { return stage.app().camera()->state() == u"running"; }));
    stage.settle(100);
    REQUIRE(stage.press(QStringLiteral("shutter")));
    CHECK(photo.tool() == u"pen"); // as "annotate" asks
    const QImage plain = photo.picture();
    QQuickItem* paper = stage.find(QStringLiteral("photoPaper"));
    const QPointF middle(paper->width() / 2, paper->height() / 2);
    drag(stage, paper, middle - QPointF(200, 60), middle + QPointF(200, 60));
    const QImage lined = photo.picture();
    CHECK(lined != plain);
    REQUIRE(stage.press(QStringLiteral("tool_arrow")));
    drag(stage, paper, middle + QPointF(-200, 120), middle + QPointF(0, 20));
    CHECK(photo.picture() != lined);
    REQUIRE(stage.press(QStringLiteral("tool_words")));
    drag(stage, paper, middle + QPointF(-100, 150), middle + QPointF(-100, 150));
    stage.type(QString::fromUtf8("ترک دیوار"));
    stage.shoot(QStringLiteral("photo-words"));
    const QImage before = photo.picture();
    REQUIRE(stage.press(QStringLiteral("photoWordsDone")));
    CHECK(photo.picture() != before);
    stage.settle();
    stage.shoot(QStringLiteral("photo-marked"));
    REQUIRE(stage.press(QStringLiteral("tool_crop")));
    drag(stage, paper, middle - QPointF(220, 150), middle + QPointF(220, 160));
    CHECK(photo.picture().width() < plain.width());
    REQUIRE(stage.press(QStringLiteral("tool_rotate")));
    CHECK(photo.picture().width() < photo.picture().height());
    stage.shoot(QStringLiteral("photo-turned"));
    for (int i = 0; i < 5; ++i)
        REQUIRE(stage.press(QStringLiteral("photoUndo")));
    CHECK(photo.picture() == plain);
    CHECK_FALSE(photo.canUndo());
    stage.expectNoWarnings();
}

TEST_CASE("the photo page stands above a sheet, and gives it back", "[qml][capture][photo]")
{
    Stage stage(QStringLiteral("fa"));
    stage.show(wall());
    open(stage, photoForm(), {800, 1280});
    REQUIRE(stage.press(QStringLiteral("outline")));
    stage.settle();
    REQUIRE(stage.find(QStringLiteral("closeSheet")));
    stage.app().photo()->begin(QStringLiteral("/data/q"), QStringLiteral("q"), {}, 0); // as from a question in the sheet
    REQUIRE(eventually([&] { return stage.app().camera()->state() == u"running"; }));
    stage.settle(100);
    REQUIRE(stage.press(QStringLiteral("shutter")));
    CHECK(stage.app().photo()->step() == u"shot"); // the touch was not the sheet's
    stage.app().photo()->close();
    stage.settle();
    REQUIRE(stage.find(QStringLiteral("closeSheet")));
    stage.expectNoWarnings();
}

TEST_CASE("a photo is scaled to what the form asks, and one that was kept is worked on again", "[qml][capture][photo]")
{
    Stage stage(QStringLiteral("fa"));
    stage.show(wall());
    open(stage, photoForm("orx:max-pixels=\"480\""), {800, 1280});
    viewmodels::PhotoController& photo = *stage.app().photo();
    REQUIRE(stage.press(QStringLiteral("take_/data/q")));
    REQUIRE(eventually([&] { return stage.app().camera()->state() == u"running"; }));
    stage.settle(100);
    REQUIRE(stage.press(QStringLiteral("shutter")));
    CHECK(photo.picture().size() == QSize(480, 360));
    REQUIRE(stage.press(QStringLiteral("keepPhoto")));
    stage.settle();
    CHECK(kept(stage).size() == QSize(480, 360));
    REQUIRE(stage.press(QStringLiteral("edit_/data/q")));
    CHECK(photo.picture().size() == QSize(480, 360));
    REQUIRE(stage.press(QStringLiteral("tool_rotate")));
    REQUIRE(stage.press(QStringLiteral("keepPhoto")));
    stage.settle();
    CHECK(kept(stage).size() == QSize(360, 480));
    stage.expectNoWarnings();
}

TEST_CASE("without a camera a file stands for it, and a file that is no picture is told", "[qml][capture][photo]")
{
    for (const Size& size : kSizes) {
        Stage stage(QStringLiteral("fa"));
        open(stage, photoForm("appearance=\"new\""), size);
        REQUIRE(stage.press(QStringLiteral("take_/data/q")));
        REQUIRE(eventually([&] { return stage.app().camera()->state() == u"none"; }));
        stage.settle(100);
        CHECK_FALSE(stage.find(QStringLiteral("shutter")));
        stage.shoot(QStringLiteral("photo-no-camera"));
        const auto text = stage.store().folder / "text.jpg";
        std::ofstream(text) << "no picture";
        CHECK_FALSE(stage.app().photo()->load(QString::fromStdString(text.string())));
        CHECK_FALSE(stage.app().photo()->trouble().isEmpty());
        const auto file = stage.store().folder / "wall.jpg";
        REQUIRE(wall(400, 300).save(QString::fromStdString(file.string())));
        REQUIRE(stage.app().photo()->load(QString::fromStdString(file.string())));
        REQUIRE(stage.press(QStringLiteral("keepPhoto")));
        CHECK(kept(stage).size() == QSize(400, 300));
        stage.expectNoWarnings();
    }
}

TEST_CASE("a selfie begins with the camera that looks at the person", "[qml][capture][photo]")
{
    Stage stage(QStringLiteral("fa"));
    stage.show(wall());
    QImage me(640, 480, QImage::Format_RGB32);
    me.fill(Qt::blue);
    stage.show(wall());
    stage.show(me, true);
    open(stage, photoForm("appearance=\"new-front\""), {360, 740});
    REQUIRE(stage.press(QStringLiteral("take_/data/q")));
    REQUIRE(eventually([&] { return stage.app().camera()->state() == u"running"; }));
    stage.settle(100);
    CHECK(stage.app().camera()->isToward());
    CHECK(stage.app().camera()->frame().pixelColor(5, 5) == QColor(Qt::blue));
    REQUIRE(stage.press(QStringLiteral("turnCamera")));
    CHECK(eventually([&] { return stage.app().camera()->frame().pixelColor(5, 5) != QColor(Qt::blue); }));
    stage.expectNoWarnings();
}

TEST_CASE("a code is read by the camera once, and the camera stops", "[qml][capture][code]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            stage.show(scene(tests::drawnCode(QStringLiteral("TSH-0042"), 240)));
            open(stage, formOf("barcode", "<input ref=\"/data/q\"><label>کد کنتور</label></input>"), size);
            stage.shoot(QStringLiteral("code-question"));
            REQUIRE(stage.press(QStringLiteral("answer_/data/q")));
            stage.type(QStringLiteral("TS")); // half typed, and then scanned
            REQUIRE(stage.press(QStringLiteral("scan_/data/q")));
            REQUIRE(eventually([&] { return stage.app().fill()->answerOf(QStringLiteral("/data/q")) == u"TSH-0042"; }));
            stage.settle(100);
            CHECK(stage.app().camera()->state() == u"off");
            stage.shoot(QStringLiteral("code-read"));
            stage.app().fill()->next();
            CHECK(stage.app().fill()->answerOf(QStringLiteral("/data/q")) == u"TSH-0042");
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("a code is read from a picture, a picture without one says so, and a hidden answer is not shown", "[qml][capture][code]")
{
    Stage stage(QStringLiteral("fa"));
    open(stage, formOf("barcode", "<input ref=\"/data/q\" appearance=\"hidden-answer\"><label>کد کنتور</label></input>"), {360, 740});
    const auto blank = stage.store().folder / "blank.png";
    const auto card = stage.store().folder / "card.png";
    REQUIRE(wall(300, 300).save(QString::fromStdString(blank.string())));
    REQUIRE(tests::drawnCode(QStringLiteral("SECRET-1"), 300).save(QString::fromStdString(card.string())));
    viewmodels::CaptureController& capture = *stage.app().capture();
    capture.takeCode(QStringLiteral("/data/q"));
    capture.chosen(QString::fromStdString(blank.string()));
    CHECK_FALSE(capture.trouble().isEmpty());
    stage.settle(100);
    stage.shoot(QStringLiteral("code-none"));
    capture.takeCode(QStringLiteral("/data/q"));
    capture.chosen(QString::fromStdString(card.string()));
    CHECK(capture.trouble().isEmpty());
    CHECK(stage.app().fill()->answerOf(QStringLiteral("/data/q")) == u"SECRET-1");
    stage.settle();
    CHECK_FALSE(stage.find(QStringLiteral("answer_/data/q")));
    REQUIRE(stage.find(QStringLiteral("hidden_/data/q")));
    stage.shoot(QStringLiteral("code-hidden"));
    REQUIRE(stage.press(QStringLiteral("remove_/data/q")));
    CHECK(stage.app().fill()->answerOf(QStringLiteral("/data/q")).isEmpty());
    stage.expectNoWarnings();
}

TEST_CASE("the office's code is read by the camera and joins at once", "[qml][capture][enrol]")
{
    Stage stage(QStringLiteral("fa"), false);
    stage.joinAnswer = base::fail(base::ErrorCode{"client.code-unknown"}, "not known");
    stage.show(scene(tests::drawnCode(QStringLiteral("TSHL1-ABCD-EFGH"), 260)));
    stage.open(800, 1280);
    stage.app().enrolment()->goTo(QStringLiteral("code"));
    stage.settle();
    REQUIRE(stage.press(QStringLiteral("enrolScan")));
    REQUIRE(eventually([&] { return !stage.app().enrolment()->trouble().isEmpty(); }));
    stage.settle(100);
    CHECK(stage.app().camera()->state() == u"off");
    QQuickItem* field = stage.find(QStringLiteral("enrolCode"));
    REQUIRE(field);
    CHECK(field->property("text").toString() == u"TSHL1-ABCD-EFGH");
    stage.shoot(QStringLiteral("enrol-scanned"));
    stage.expectNoWarnings();
}

TEST_CASE("a resident signs, takes a line back, and the tablet is turned to them", "[qml][capture][signature]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            open(stage, formOf("binary", "<upload ref=\"/data/q\" mediatype=\"image/*\" appearance=\"signature\"><label>با شرکت در گفتگو موافقم</label></upload>"), size);
            stage.shoot(QStringLiteral("signature-empty"));
            QQuickItem* paper = stage.find(QStringLiteral("paper_/data/q"));
            REQUIRE(paper);
            const double w = paper->width(), h = paper->height();
            drag(stage, paper, {w * 0.2, h * 0.7}, {w * 0.6, h * 0.3});
            drag(stage, paper, {w * 0.1, h * 0.1}, {w * 0.9, h * 0.1});
            REQUIRE(stage.press(QStringLiteral("undoStroke_/data/q")));
            REQUIRE(eventually([&] { return !stage.app().fill()->answerOf(QStringLiteral("/data/q")).isEmpty(); }));
            const QImage mark = kept(stage);
            REQUIRE(mark.width() == 1200);
            CHECK(qGray(mark.pixel(480, mark.height() / 2)) < 60); // on the line
            CHECK(qGray(mark.pixel(600, mark.height() / 10)) == 255); // the second one was taken back
            CHECK(mark.pixelColor(2, 2) == QColor(Qt::white));
            stage.shoot(QStringLiteral("signature"));
            REQUIRE(stage.press(QStringLiteral("turn_/data/q")));
            stage.settle(100);
            CHECK(paper->mapToScene({0, 0}).y() > paper->mapToScene({0, h}).y());
            stage.shoot(QStringLiteral("signature-turned"));
            REQUIRE(stage.press(QStringLiteral("turn_/data/q")));
            REQUIRE(stage.press(QStringLiteral("clear_/data/q")));
            CHECK(stage.app().fill()->answerOf(QStringLiteral("/data/q")).isEmpty());
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("a kept signature is not drawn over by chance, and a drawing goes on where it was left", "[qml][capture][signature]")
{
    for (const std::string appearance : {"signature", "draw"}) {
        Stage stage(QStringLiteral("fa"));
        open(stage, formOf("binary", "<upload ref=\"/data/q\" mediatype=\"image/*\" appearance=\"" + appearance + "\"><label>نقشه کوچه</label></upload>"), {800, 1280});
        QQuickItem* paper = stage.find(QStringLiteral("paper_/data/q"));
        REQUIRE(paper);
        const double w = paper->width(), h = paper->height();
        drag(stage, paper, {w * 0.1, h * 0.5}, {w * 0.4, h * 0.5});
        stage.app().fill()->next(); // does not wait for the finger's rest
        stage.app().fill()->back();
        stage.settle();
        const QImage first = kept(stage);
        REQUIRE_FALSE(first.isNull());
        paper = stage.find(QStringLiteral("paper_/data/q"));
        drag(stage, paper, {w * 0.6, h * 0.5}, {w * 0.9, h * 0.5});
        stage.app().fill()->next();
        const QImage second = kept(stage);
        CHECK(qGray(second.pixel(300, second.height() / 2)) < 90); // what was there is there
        CHECK((qGray(second.pixel(900, second.height() / 2)) < 90) == (appearance == "draw"));
        stage.expectNoWarnings();
    }
}
