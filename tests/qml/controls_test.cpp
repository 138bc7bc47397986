#include "tests/qml/stage.h"
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

/// One field-list of \p questions.
template <class... Questions>
Control page(const Questions&... questions)
{
    return group("/data/g").with("appearance", "field-list").label("همه").holding(questions...);
}

std::string numbersForm()
{
    return form("Numbers", bind("/data/g/money").type("int"), bind("/data/g/share").type("decimal"), bind("/data/g/card").type("string"), bind("/data/g/long").type("int"),
        bind("/data/g/cars").type("int"), bind("/data/g/way").type("decimal"),
        page(input("/data/g/money").with("appearance", "thousands-sep").label("درآمد ماهانه، ریال"),
            input("/data/g/share").with("appearance", "thousands-sep").label("سهم"), input("/data/g/card").with("appearance", "numbers").label("شماره کارت"), input("/data/g/long").label("عدد"),
            input("/data/g/cars").with("appearance", "counter").label("خودروهایی که گذشتند"),
            input("/data/g/way").with("appearance", "bearing").label("رو به کدام سو؟")));
}

std::string scalesForm()
{
    const auto range = [](const char* ref, const char* label) {
        return control("range", ref).label(label).with("start", "0").with("end", "10").with("step", "1");
    };
    return form("Scales", bind("/data/g/plain").type("int"), bind("/data/g/upright").type("int"), bind("/data/g/tenths").type("decimal"),
        bind("/data/g/picked").type("int"), bind("/data/g/stars").type("int"),
        page(range("/data/g/plain", "چقدر خشنودید؟").item("0", "هیچ").item("5", "کمی").item("10", "بسیار"),
            range("/data/g/upright", "بلندی").with("appearance", "vertical"),
            control("range", "/data/g/tenths").label("دما").with("start", "35").with("end", "42").with("step", "0.5").with("appearance", "no-ticks"),
            control("range", "/data/g/picked").label("سال‌های ماندن").with("start", "0").with("end", "60").with("step", "5").with("appearance", "picker"),
            control("range", "/data/g/stars").label("راه دسترسی").with("start", "1").with("end", "5").with("step", "1").with("appearance", "rating")));
}

} // namespace

TEST_CASE("numbers are marked by thousands while they are typed, of any length, in any digits", "[qml][controls]")
{
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(numbersForm());
        stage.join();
        stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        const bool persian = QString::fromLatin1(language) == u"fa";
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/money")));
        stage.type(QString::fromUtf8("۱۲٣٤567"));
        CHECK(stage.find(QStringLiteral("answer_/data/g/money"))->property("text").toString() == QString::fromUtf8(persian ? "۱٬۲۳۴٬۵۶۷" : "1,234,567"));
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/share")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/money")) == u"1234567");
        stage.type(QString::fromUtf8("9876٫50"));
        CHECK(stage.find(QStringLiteral("answer_/data/g/share"))->property("text").toString() == QString::fromUtf8(persian ? "۹٬۸۷۶٫۵۰" : "9,876.50"));
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/card")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/share")) == u"9876.50");
        stage.type(QStringLiteral("60376912345678901234"));
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/long")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/card")) == u"60376912345678901234"); // digit for digit
        // A form's whole number ends at 32 bits. What is longer stays in the field, and is said to be no answer.
        stage.type(QStringLiteral("99999999999"));
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/card")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/long")).isEmpty());
        CHECK(stage.find(QStringLiteral("answer_/data/g/long"))->property("text").toString().size() == 11);
        CHECK(stage.find(QStringLiteral("problem_/data/g/long")));
        REQUIRE(stage.press(QStringLiteral("more_/data/g/long")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/long")).isEmpty());
        stage.shoot(QStringLiteral("numbers"));
        stage.expectNoWarnings();
    }
}

TEST_CASE("a counter begins at nothing and never goes under it; a bearing is touched or typed", "[qml][controls]")
{
    Stage stage(QStringLiteral("fa"));
    stage.put(numbersForm());
    stage.join();
    stage.open(800, 1280);
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(QStringLiteral("test")));
    stage.settle();
    const QString ref = QStringLiteral("/data/g/cars");
    CHECK(fill.answerOf(ref).isEmpty());
    REQUIRE(stage.press(QStringLiteral("more_") + ref));
    CHECK(fill.answerOf(ref) == u"0"); // none passed is an answer
    REQUIRE(stage.press(QStringLiteral("more_") + ref));
    REQUIRE(stage.press(QStringLiteral("more_") + ref));
    REQUIRE(stage.press(QStringLiteral("less_") + ref));
    CHECK(fill.answerOf(ref) == u"1");
    REQUIRE(stage.press(QStringLiteral("less_") + ref));
    REQUIRE(stage.press(QStringLiteral("less_") + ref));
    CHECK(fill.answerOf(ref) == u"0");
    REQUIRE(stage.press(QStringLiteral("wind_/data/g/way_3")));
    CHECK(fill.answerOf(QStringLiteral("/data/g/way")) == u"135.0");
    stage.shoot(QStringLiteral("counter-bearing"));
    REQUIRE(stage.press(QStringLiteral("wind_/data/g/way_3")));
    CHECK(fill.answerOf(QStringLiteral("/data/g/way")).isEmpty());
    stage.expectNoWarnings();
}

TEST_CASE("a scale has no answer until it is touched; its high end is where its language reads on", "[qml][controls]")
{
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(scalesForm());
        stage.join();
        QQuickWindow& window = stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        stage.shoot(QStringLiteral("scales-untouched"));
        for (const char* name : {"plain", "upright", "tenths", "picked", "stars"})
            CHECK(fill.answerOf(QStringLiteral("/data/g/") + QString::fromLatin1(name)).isEmpty());
        QQuickItem* slider = stage.find(QStringLiteral("slider_/data/g/plain"));
        REQUIRE(slider);
        CHECK(slider->height() >= 48);
        // Touching where the handle rests is the low end, not nothing.
        const bool rightToLeft = QString::fromLatin1(language) == u"fa";
        REQUIRE(stage.pressAt(QStringLiteral("slider_/data/g/plain"), QPointF(rightToLeft ? slider->width() - 10 : 10, 28)));
        CHECK(fill.answerOf(QStringLiteral("/data/g/plain")) == u"0");
        REQUIRE(stage.drag(QStringLiteral("slider_/data/g/plain"), QPointF(rightToLeft ? slider->width() - 16 : 16, 28), QPointF(slider->width() / 2, 28)));
        CHECK(fill.answerOf(QStringLiteral("/data/g/plain")) == u"5");
        REQUIRE(stage.press(QStringLiteral("more_/data/g/plain")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/plain")) == u"6");
        REQUIRE(stage.press(QStringLiteral("clear_/data/g/plain")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/plain")).isEmpty());
        slider->forceActiveFocus();
        QTest::keyClick(&window, rightToLeft ? Qt::Key_Left : Qt::Key_Right);
        CHECK(fill.answerOf(QStringLiteral("/data/g/plain")) == u"1");
        stage.expectNoWarnings();
    }
}

TEST_CASE("an upright scale, tenths, a picker and stars", "[qml][controls]")
{
    for (const char* language : {"fa", "en"}) {
        Stage stage(QString::fromLatin1(language));
        stage.put(scalesForm());
        stage.join();
        stage.open(800, 1700); // all of the page is in reach of the finger
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        QQuickItem* upright = stage.find(QStringLiteral("slider_/data/g/upright"));
        REQUIRE(upright);
        REQUIRE(stage.pressAt(QStringLiteral("slider_/data/g/upright"), QPointF(28, 20)));
        CHECK(fill.answerOf(QStringLiteral("/data/g/upright")) == u"10"); // up is more
        QQuickItem* tenths = stage.find(QStringLiteral("slider_/data/g/tenths"));
        REQUIRE(tenths);
        REQUIRE(stage.pressAt(QStringLiteral("slider_/data/g/tenths"), QPointF(tenths->width() / 2, 28)));
        CHECK(fill.answerOf(QStringLiteral("/data/g/tenths")) == u"38.5");
        REQUIRE(stage.press(QStringLiteral("picker_/data/g/picked")));
        stage.settle(100);
        stage.shoot(QStringLiteral("range-picker"));
        REQUIRE(stage.press(QStringLiteral("pick_3")));
        stage.settle(250);
        CHECK(fill.answerOf(QStringLiteral("/data/g/picked")) == u"15");
        REQUIRE(stage.press(QStringLiteral("star_/data/g/stars_3")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/stars")) == u"4");
        stage.shoot(QStringLiteral("scales"));
        REQUIRE(stage.press(QStringLiteral("star_/data/g/stars_3")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/stars")).isEmpty());
        stage.expectNoWarnings();
    }
}

TEST_CASE("a rank is dragged by its handle, up and down, or moved by a button", "[qml][controls]")
{
    const std::string xml = form("Rank", bind("/data/needs").type("odk:rank"),
        control("odk:rank", "/data/needs").label("کدام مهم‌تر است؟").item("water", "آب").item("light", "روشنایی")
            .item("waste", "پسماند؛ و این گزینه چندین واژه دارد تا در پهنای کم به سطر دوم برود").item("park", "پارک"));
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(xml);
        stage.join();
        stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        CHECK(fill.answerOf(QStringLiteral("/data/needs")).isEmpty());
        const auto middle = [&stage](const char* value) {
            QQuickItem* row = stage.find(QStringLiteral("rank_/data/needs_") + QString::fromLatin1(value));
            REQUIRE(row);
            return row->mapToScene(QPointF(0, row->height() / 2)).y();
        };
        const auto drag = [&](const char* value, const char* onto) {
            const double way = middle(onto) - middle(value);
            REQUIRE(stage.drag(QStringLiteral("handle_/data/needs_") + QString::fromLatin1(value), QPointF(24, 24), QPointF(24, 24 + way + (way > 0 ? 4 : -4))));
        };
        drag("water", "waste");
        CHECK(fill.answerOf(QStringLiteral("/data/needs")) == u"light waste water park");
        drag("park", "light");
        CHECK(fill.answerOf(QStringLiteral("/data/needs")) == u"park light waste water");
        REQUIRE(stage.press(QStringLiteral("down_/data/needs_park")));
        CHECK(fill.answerOf(QStringLiteral("/data/needs")) == u"light park waste water");
        stage.shoot(QStringLiteral("rank"));
        // A finger that trembles on the handle changes nothing.
        REQUIRE(stage.drag(QStringLiteral("handle_/data/needs_park"), QPointF(24, 24), QPointF(24, 30)));
        CHECK(fill.answerOf(QStringLiteral("/data/needs")) == u"light park waste water");
        stage.expectNoWarnings();
    }
}

TEST_CASE("texts that are hidden, addresses that open, answers of other programs", "[qml][controls]")
{
    const std::string xml = form("Texts", bind("/data/g/code").type("string"), bind("/data/g/site").type("string"), bind("/data/g/pulse").type("int"),
        bind("/data/g/seen").type("string").readonly("true()"), value("/data/g/seen", "https://example.org/a"),
        page(input("/data/g/code").with("appearance", "masked").label("رمز"), input("/data/g/site").with("appearance", "url").label("نشانی وب"),
            input("/data/g/pulse").with("appearance", "ex:org.example.pulse(side='left')").label("نبض"),
            input("/data/g/seen").with("appearance", "url").label("پیوند"), input("/data/g/long").with("rows", "2").label("یادداشت")));
    for (const auto& [language, width, height] : kWindows) {
        INFO(language << " " << width);
        Stage stage(QString::fromLatin1(language));
        stage.put(xml);
        stage.join();
        stage.open(width, height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/code")));
        stage.type(QStringLiteral("4711"));
        QObject* field = qvariant_cast<QObject*>(stage.find(QStringLiteral("answer_/data/g/code"))->property("input"));
        REQUIRE(field);
        CHECK(field->property("displayText").toString() != u"4711");
        REQUIRE(stage.press(QStringLiteral("unmask_/data/g/code")));
        CHECK(field->property("displayText").toString() == u"4711");
        REQUIRE(stage.press(QStringLiteral("unmask_/data/g/code")));
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/site")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/code")) == u"4711");
        stage.type(QStringLiteral("example.org"));
        CHECK_FALSE(stage.find(QStringLiteral("openUrl_/data/g/site")));
        fill.answer(QStringLiteral("/data/g/site"), QStringLiteral("https://example.org"));
        stage.settle(60);
        CHECK(stage.find(QStringLiteral("openUrl_/data/g/site")));
        CHECK(stage.find(QStringLiteral("openUrl_/data/g/seen")));
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/pulse")));
        stage.type(QString::fromUtf8("۷۲"));
        REQUIRE(stage.press(QStringLiteral("answer_/data/g/code")));
        CHECK(fill.answerOf(QStringLiteral("/data/g/pulse")) == u"72");
        stage.shoot(QStringLiteral("texts"));
        stage.expectNoWarnings();
    }
}

TEST_CASE("a day is read in the calendar that the form asks for", "[qml][controls]")
{
    const std::string xml = form("Days", bind("/data/day").type("date"), bind("/data/far").type("date"),
        input("/data/day").with("appearance", "ethiopian islamic").label("روز جشن"), input("/data/far").with("appearance", "myanmar").label("روز دیگر"));
    for (const char* language : {"fa", "en"}) {
        Stage stage(QString::fromLatin1(language));
        stage.put(xml);
        stage.join();
        stage.open(800, 1280);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("test")));
        stage.settle();
        REQUIRE(stage.press(QStringLiteral("calendar_/data/day_2026-11-22")));
        CHECK(fill.answerOf(QStringLiteral("/data/day")) == u"2026-11-22");
        QQuickItem* line = stage.find(QStringLiteral("other_ethiopian_/data/day"));
        REQUIRE(line);
        CHECK(line->property("text").toString().contains(QString::fromUtf8(language == std::string("fa") ? "۲۰۱۹" : "13 Hedar 2019")));
        CHECK(stage.find(QStringLiteral("other_islamic_/data/day")));
        stage.shoot(QStringLiteral("date-calendars"));
        fill.next();
        stage.settle();
        REQUIRE(stage.press(QStringLiteral("calendar_/data/far_2026-11-22")));
        CHECK(fill.answerOf(QStringLiteral("/data/far")) == u"2026-11-22");
        stage.expectNoWarnings();
    }
}
