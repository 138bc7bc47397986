#include "tests/qml/stage.h"

#include <QQuickItem>
#include <QTest>

#include <chrono>

using namespace tashilgar;
using tests::Stage;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size kSizes[] = {{1280, 800}, {800, 1280}, {360, 740}};

struct Question {
    std::string name;
    std::string bind; ///< attributes of the bind
    std::string body; ///< the element, its ref left out as REF
};

/// A form of \p questions, all in one field-list when \p together.
std::string formOf(const std::vector<Question>& questions, bool together, const std::string& lists = {})
{
    std::string instance, binds, body;
    for (const Question& question : questions) {
        const std::string ref = std::string("/data/") + (together ? "g/" : "") + question.name;
        instance += "<" + question.name + "/>";
        binds += "<bind nodeset=\"" + ref + "\" " + question.bind + "/>";
        std::string element = question.body;
        element.replace(element.find("REF"), 3, "ref=\"" + ref + "\"");
        body += element;
    }
    if (together) {
        instance = "<g>" + instance + "</g>";
        body = "<group ref=\"/data/g\" appearance=\"field-list\"><label>All</label>" + body + "</group>";
    }
    return R"(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
        xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>Questions</h:title><model><instance><data id="questions" version="1">)"
        + instance + "<orx:meta><orx:instanceID/></orx:meta></data></instance>" + lists + binds + "</model></h:head><h:body>" + body
        + "</h:body></h:html>";
}

std::string items(int count)
{
    std::string list;
    for (int i = 1; i <= count; ++i)
        list += "<item><label>Choice " + std::to_string(i) + "</label><value>c" + std::to_string(i) + "</value></item>";
    return list;
}

std::string villages(int count)
{
    std::string list = "<instance id=\"villages\"><root>";
    for (int i = 1; i <= count; ++i)
        list += "<item><name>v" + std::to_string(i) + "</name><label>روستای كاني‌سفيد " + std::to_string(i) + "</label></item>";
    return list + "</root></instance>";
}

constexpr const char* kFromVillages = R"(<itemset nodeset="instance('villages')/root/item"><value ref="name"/><label ref="label"/></itemset>)";

} // namespace

TEST_CASE("a day is touched in a month, Jalali or Gregorian, or typed", "[qml][calendar]")
{
    const std::string form = formOf({{"day", "type=\"date\"", "<input REF><label>Next visit</label></input>"},
                                        {"gday", "type=\"date\"", "<input REF appearance=\"gregorian\"><label>Letter of</label></input>"},
                                        {"month", "type=\"date\"", "<input REF appearance=\"month-year\"><label>Since which month?</label></input>"},
                                        {"year", "type=\"date\"", "<input REF appearance=\"year persian\"><label>Built in</label></input>"},
                                        {"typed", "type=\"date\"", "<input REF appearance=\"no-calendar\"><label>Born on</label></input>"},
                                        {"moment", "type=\"dateTime\"", "<input REF><label>Began at</label></input>"}},
        false);
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            INFO(language << " " << size.width);
            Stage stage(QString::fromLatin1(language));
            stage.put(form);
            stage.join();
            stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            REQUIRE(fill.openForm(QStringLiteral("questions")));
            stage.settle();
            REQUIRE(stage.press(QStringLiteral("calendar_/data/day_2026-11-25")));
            CHECK(fill.answerOf(QStringLiteral("/data/day")) == u"2026-11-25");
            QQuickItem* cell = stage.find(QStringLiteral("calendar_/data/day_2026-11-26"));
            REQUIRE(cell);
            CHECK(cell->width() >= 48);
            CHECK(cell->height() >= 48);
            stage.shoot(QStringLiteral("date-day"));
            CHECK_FALSE(cell->property("second").toString().isEmpty());
            stage.app().settings()->setGregorian(false);
            stage.settle();
            cell = stage.find(QStringLiteral("calendar_/data/day_2026-11-26"));
            REQUIRE(cell);
            CHECK(cell->property("second").toString().isEmpty());
            stage.shoot(QStringLiteral("date-jalali-alone"));
            stage.app().settings()->setGregorian(true);
            stage.settle();
            REQUIRE(stage.press(QStringLiteral("calendarNext_/data/day")));
            REQUIRE(stage.press(QStringLiteral("calendar_/data/day_2026-12-22"))); // 1 Dey
            CHECK(fill.answerOf(QStringLiteral("/data/day")) == u"2026-12-22");
            REQUIRE(stage.press(QStringLiteral("calendarTitle_/data/day")));
            stage.shoot(QStringLiteral("date-months"));
            fill.next();
            stage.settle();
            REQUIRE(stage.press(QStringLiteral("calendar_/data/gday_2026-11-05")));
            CHECK(fill.answerOf(QStringLiteral("/data/gday")) == u"2026-11-05");
            stage.shoot(QStringLiteral("date-gregorian"));
            fill.next();
            stage.settle();
            REQUIRE(stage.press(QStringLiteral("calendar_/data/month_2026-08-23"))); // Shahrivar
            CHECK(fill.answerOf(QStringLiteral("/data/month")) == u"2026-08-23");
            stage.shoot(QStringLiteral("date-month-year"));
            fill.next();
            stage.settle();
            REQUIRE(stage.press(QStringLiteral("calendar_/data/year_2026-03-21")));
            CHECK(fill.answerOf(QStringLiteral("/data/year")) == u"2026-03-21");
            stage.shoot(QStringLiteral("date-year"));
            fill.next();
            stage.settle();
            CHECK_FALSE(stage.find(QStringLiteral("calendarTitle_/data/typed")));
            REQUIRE(stage.find(QStringLiteral("dayOf_/data/typed")));
            stage.shoot(QStringLiteral("date-typed"));
            fill.next();
            stage.settle();
            stage.shoot(QStringLiteral("date-time"));
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("a day is found by keys alone", "[qml][calendar]")
{
    Stage stage(QStringLiteral("fa"));
    stage.put(formOf({{"day", "type=\"date\"", "<input REF><label>Next visit</label></input>"}}, false));
    stage.join();
    QQuickWindow& window = stage.open(1280, 800);
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(QStringLiteral("questions")));
    stage.settle();
    QQuickItem* cell = stage.find(QStringLiteral("calendar_/data/day_2026-11-22"));
    REQUIRE(cell);
    for (QQuickItem* above = cell; above; above = above->parentItem()) {
        if (above->activeFocusOnTab()) {
            above->forceActiveFocus();
            break;
        }
    }
    QTest::keyClick(&window, Qt::Key_Left); // a day on: Persian reads to the left
    QTest::keyClick(&window, Qt::Key_Down); // and a week
    QTest::keyClick(&window, Qt::Key_Return);
    CHECK(fill.answerOf(QStringLiteral("/data/day")) == u"2026-11-30");
    stage.expectNoWarnings();
}

TEST_CASE("among other questions a long or minimal select opens as a sheet, and finds words however they are written", "[qml][choices]")
{
    const std::string form = formOf({{"village", "type=\"string\"", std::string("<select1 REF appearance=\"autocomplete\"><label>Village</label>") + kFromVillages + "</select1>"},
                                        {"several", "type=\"string\"", std::string("<select REF appearance=\"minimal\"><label>Villages visited</label>") + kFromVillages + "</select>"},
                                        {"few", "type=\"string\"", "<select1 REF appearance=\"minimal\"><label>One of six</label>" + items(6) + "</select1>"},
                                        {"note", "type=\"string\"", "<input REF><label>Remark</label></input>"}},
        true, villages(10'000));
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            stage.put(form);
            stage.join();
            QQuickWindow& window = stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            REQUIRE(fill.openForm(QStringLiteral("questions")));
            stage.settle();
            stage.shoot(QStringLiteral("choice-fields"));
            REQUIRE(stage.press(QStringLiteral("field_/data/g/village")));
            stage.settle(100);
            stage.shoot(QStringLiteral("choice-sheet"));
            REQUIRE(stage.press(QStringLiteral("search_/data/g/village")));
            const auto before = std::chrono::steady_clock::now();
            for (const QChar c : QString::fromUtf8("کانی سفید ۷۷۷۷")) { // the list has Arabic letters, a ZWNJ and Latin digits
                QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
                QCoreApplication::sendEvent(&window, &down);
            }
            const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - before;
            WARN("14 letters typed over 10,000 choices: " << spent.count() << " ms");
            stage.settle(50);
            stage.shoot(QStringLiteral("choice-search"));
            REQUIRE(stage.press(QStringLiteral("choice_/data/g/village_v7777")));
            stage.settle(100);
            CHECK(fill.answerOf(QStringLiteral("/data/g/village")) == u"v7777");
            CHECK_FALSE(stage.find(QStringLiteral("search_/data/g/village")));
            REQUIRE(stage.press(QStringLiteral("field_/data/g/several")));
            stage.settle(100);
            REQUIRE(stage.press(QStringLiteral("choice_/data/g/several_v1")));
            REQUIRE(stage.press(QStringLiteral("choice_/data/g/several_v2")));
            CHECK(fill.answerOf(QStringLiteral("/data/g/several")) == u"v1 v2");
            CHECK(stage.find(QStringLiteral("chosen_/data/g/several_v2")));
            stage.shoot(QStringLiteral("choice-several"));
            REQUIRE(stage.press(QStringLiteral("chosen_/data/g/several_v1")));
            CHECK(fill.answerOf(QStringLiteral("/data/g/several")) == u"v2");
            REQUIRE(stage.press(QStringLiteral("closeChoices")));
            stage.settle(100);
            REQUIRE(stage.find(QStringLiteral("field_/data/g/few")));
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("choices stand side by side where the form asks for columns and they fit", "[qml][choices]")
{
    const std::string form = formOf({{"three", "type=\"string\"", "<select1 REF appearance=\"columns-3 no-buttons\"><label>Three a row</label>" + items(6) + "</select1>"},
                                        {"pack", "type=\"string\"", "<select REF appearance=\"columns\"><label>As they fit</label>" + items(7) + "</select>"},
                                        {"likert", "type=\"string\"", "<select1 REF appearance=\"likert\"><label>How much?</label>" + items(5) + "</select1>"},
                                        {"wide", "type=\"string\"",
                                            "<select1 REF appearance=\"columns-4\"><label>Words that need room</label><item><label>A label of many words that would not be read in a quarter of a page</label><value>a</value></item>"
                                            "<item><label>Short</label><value>b</value></item></select1>"}},
        true);
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            INFO(language << " " << size.width);
            Stage stage(QString::fromLatin1(language));
            stage.put(form);
            stage.join();
            stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            REQUIRE(fill.openForm(QStringLiteral("questions")));
            stage.settle();
            const auto place = [&stage](const char* name) {
                QQuickItem* item = stage.find(QString::fromLatin1(name));
                REQUIRE(item);
                CHECK(item->height() >= 48);
                return item->mapToScene(QPointF(0, 0));
            };
            CHECK(place("choice_/data/g/three_c1").y() == place("choice_/data/g/three_c3").y());
            CHECK(place("choice_/data/g/three_c4").y() > place("choice_/data/g/three_c3").y());
            fill.choose(QStringLiteral("/data/g/three"), QStringLiteral("c2"), true);
            fill.choose(QStringLiteral("/data/g/pack"), QStringLiteral("c1"), true);
            stage.shoot(QStringLiteral("choice-columns"));
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("a quick select goes on by itself", "[qml][choices]")
{
    Stage stage(QStringLiteral("en"));
    stage.put(formOf({{"a", "type=\"string\"", "<select1 REF appearance=\"quick\"><label>Quick</label>" + items(3) + "</select1>"},
                         {"b", "type=\"string\"", "<input REF><label>Next</label></input>"}},
        false));
    stage.join();
    stage.open(800, 1280);
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(QStringLiteral("questions")));
    stage.settle();
    REQUIRE(stage.press(QStringLiteral("choice_/data/a_c2")));
    stage.settle(400);
    CHECK(fill.currentRef() == u"/data/b");
    CHECK(fill.answerOf(QStringLiteral("/data/a")) == u"c2");
    stage.expectNoWarnings();
}

TEST_CASE("what is typed is on the disk before it is an answer, and stands in the field again after the battery died", "[qml][typing]")
{
    const std::string form = formOf({{"name", "type=\"string\"", "<input REF><label>Name</label></input>"},
                                        {"age", "type=\"int\"", "<input REF><label>Age</label></input>"},
                                        {"long", "type=\"string\"", "<input REF appearance=\"multiline\"><label>Remark</label></input>"}},
        true);
    Stage stage(QStringLiteral("fa"));
    stage.put(form);
    stage.join();
    stage.open(800, 1280);
    viewmodels::FillController& fill = *stage.app().fill();
    for (const auto& [name, words, plain] : {std::tuple{"name", "مهری", "مهری"}, std::tuple{"age", "۴۱", "41"}, std::tuple{"long", "یک یادداشت", "یک یادداشت"}}) {
        const QString ref = QStringLiteral("/data/g/") + QString::fromLatin1(name);
        REQUIRE(fill.openForm(QStringLiteral("questions")));
        stage.settle();
        REQUIRE(stage.press(QStringLiteral("answer_") + ref));
        stage.type(QString::fromUtf8(words));
        CHECK(fill.answerOf(ref).isEmpty());
        const auto drafts = stage.store()->drafts().list();
        REQUIRE(drafts->size() == 1);
        const base::DraftId id = drafts->front().id;
        const auto draft = stage.store()->drafts().read(id);
        REQUIRE(draft->typed);
        CHECK(draft->typed->text == plain);
        CHECK(draft->journal.empty());

        // The same draft as another process finds it after the battery died.
        viewmodels::FillController other(stage.library());
        REQUIRE(other.resumeDraft(QString::fromStdString(id.value())));
        CHECK(other.typedIn(ref) == QString::fromUtf8(plain));
        CHECK(other.answerOf(ref).isEmpty());

        fill.close(); // leaving a page makes it the answer
        CHECK_FALSE(stage.store()->drafts().read(id)->typed);
        CHECK(stage.store()->drafts().read(id)->journal.size() == 1);
        REQUIRE(stage.store()->drafts().keepTyped(id, {ref.toStdString(), plain}));
        REQUIRE(fill.resumeDraft(QString::fromStdString(id.value())));
        stage.settle();
        CHECK(stage.find(QStringLiteral("answer_") + ref)->property("text").toString() == QString::fromUtf8(words));
        fill.close();
        REQUIRE(stage.store()->drafts().setAside(id));
    }
    stage.expectNoWarnings();
}
