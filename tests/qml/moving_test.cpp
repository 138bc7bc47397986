#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <QAccessible>
#include <QQuickItem>
#include <QTest>

using namespace tashilgar;
using tests::Stage;

namespace {

constexpr const char* kForm = R"xml(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:tsh="https://tashilgar.org/ns/forms"><h:head><h:title>حرکت</h:title><model>
<instance><data id="moving" version="1"><kind/><rent/><worry/><family><size/><rooms/></family></data></instance>
<bind nodeset="/data/kind" type="string"/>
<bind nodeset="/data/rent" type="int" relevant="/data/kind = 'rented'"/>
<bind nodeset="/data/worry" type="int"/>
<bind nodeset="/data/family/size" type="int" required="true()"/><bind nodeset="/data/family/rooms" type="int"
  tsh:expected="/data/family/size div . &lt;= 5" tsh:expectedMsg="یک اتاق برای این همه آدم؟ اگر درست است، بگویید چرا."/>
</model></h:head><h:body>
<select1 ref="/data/kind"><label>خانه از کیست؟</label>
  <item><label>مالک</label><value>owned</value></item><item><label>اجاره</label><value>rented</value></item></select1>
<input ref="/data/rent"><label>اجاره ماهانه</label></input>
<range ref="/data/worry" start="1" end="5" step="1"><label>نگرانی</label></range>
<group ref="/data/family"><label>خانوار</label>
  <input ref="/data/family/size"><label>چند نفر؟</label></input><input ref="/data/family/rooms"><label>چند اتاق؟</label></input></group>
</h:body></h:html>)xml";

/// A finger that goes from one place to another, as the touch screen tells it.
void sweep(QQuickWindow& window, QPoint from, int across)
{
    QTest::mousePress(&window, Qt::LeftButton, Qt::NoModifier, from);
    for (int i = 1; i <= 8; ++i)
        QTest::mouseMove(&window, from + QPoint(across * i / 8, 0), 10);
    QTest::mouseRelease(&window, Qt::LeftButton, Qt::NoModifier, from + QPoint(across, 0));
}

struct Filled {
    Filled(int width, int height, const QString& language = QStringLiteral("fa")) : stage(language)
    {
        stage.join();
        stage.put(kForm);
        window = &stage.open(width, height);
        REQUIRE(fill().openForm(QStringLiteral("moving")));
        stage.settle();
    }
    viewmodels::FillController& fill() { return *stage.app().fill(); }

    Stage stage;
    QQuickWindow* window = nullptr;
};

} // namespace

TEST_CASE("a sweep turns the page as paper turns, and only where nothing else is dragged", "[qml][moving]")
{
    Filled page(800, 1280);
    const QPoint free(400, 900);
    sweep(*page.window, free, 200); // to the right: the next page comes from the left
    page.stage.settle();
    CHECK(page.fill().currentRef() == u"/data/worry");
    QQuickItem* slider = page.stage.find(QStringLiteral("block_/data/worry"));
    REQUIRE(slider);
    sweep(*page.window, slider->mapToScene(QPointF(slider->width() / 2, slider->height() - 60)).toPoint(), 200);
    page.stage.settle();
    CHECK(page.fill().currentRef() == u"/data/worry");
    sweep(*page.window, free, -200);
    page.stage.settle();
    CHECK(page.fill().currentRef() == u"/data/kind");
    REQUIRE(page.fill().next());
    page.stage.settle();
    page.stage.app().settings()->setSwipe(false);
    sweep(*page.window, free, -200);
    page.stage.settle();
    CHECK(page.fill().currentRef() == u"/data/worry");
    page.stage.expectNoWarnings();
}

TEST_CASE("a sweep that begins on a choice turns the page and chooses nothing", "[qml][moving]")
{
    Filled page(800, 1280);
    QQuickItem* choice = page.stage.find(QStringLiteral("choice_/data/kind_owned"));
    REQUIRE(choice);
    sweep(*page.window, choice->mapToScene(QPointF(choice->width() / 2, choice->height() / 2)).toPoint(), 200);
    page.stage.settle();
    CHECK(page.fill().answerOf(QStringLiteral("/data/kind")).isEmpty());
    CHECK(page.fill().currentRef() == u"/data/worry");
    page.stage.expectNoWarnings();
}

TEST_CASE("in English the finger goes to the left for the next page", "[qml][moving]")
{
    Filled page(800, 1280, QStringLiteral("en"));
    page.stage.app().settings()->setSwipe(true);
    sweep(*page.window, QPoint(400, 900), -200);
    page.stage.settle();
    CHECK(page.fill().currentRef() == u"/data/worry");
}

TEST_CASE("an unusual answer is asked about once, and goes with a reason in the person's words", "[qml][moving][expected]")
{
    for (const auto& [width, height] : {std::pair(800, 1280), std::pair(360, 740)}) {
        INFO(width);
        Filled page(width, height);
        tests::Stage& stage = page.stage;
        REQUIRE(page.fill().goTo(QStringLiteral("/data/family")));
        stage.settle();
        REQUIRE(page.fill().answer(QStringLiteral("/data/family/size"), QStringLiteral("6")));
        REQUIRE(page.fill().answer(QStringLiteral("/data/family/rooms"), QStringLiteral("1")));
        stage.settle();
        const QString rooms = QStringLiteral("/data/family/rooms");
        REQUIRE(page.fill().goTo(rooms));
        stage.settle();
        QQuickItem* doubt = stage.find(QStringLiteral("doubt_") + rooms);
        REQUIRE(doubt);
        CHECK(doubt->property("sentence").toString().startsWith(QString::fromUtf8("یک اتاق")));
        REQUIRE(stage.press(QStringLiteral("next")));
        CHECK(page.fill().currentRef() == rooms); // it asks once
        stage.shoot(QStringLiteral("doubt"));
        REQUIRE(stage.press(QStringLiteral("next")));
        stage.settle();
        CHECK(page.fill().step() == u"end");
        CHECK(page.fill().stopCount() == 1); // but the record waits for it
        stage.shoot(QStringLiteral("doubt-end"));
        REQUIRE(stage.press(QStringLiteral("giveReason_") + rooms));
        stage.settle();
        REQUIRE(stage.find(QStringLiteral("keepReason")));
        CHECK_FALSE(stage.find(QStringLiteral("keepReason"))->isEnabled());
        REQUIRE(stage.press(QStringLiteral("usualReason_1")));
        REQUIRE(stage.press(QStringLiteral("reasonWords")));
        stage.type(QString::fromUtf8(" خانه تازه است"));
        stage.shoot(QStringLiteral("doubt-reason"));
        REQUIRE(stage.press(QStringLiteral("keepReason")));
        stage.settle();
        CHECK(page.fill().stopCount() == 0);
        REQUIRE(page.fill().goTo(rooms));
        stage.settle();
        QQuickItem* said = stage.find(QStringLiteral("reasonOf_") + rooms);
        REQUIRE(said);
        CHECK(said->property("words").toString().contains(QString::fromUtf8("خانه تازه است")));
        stage.shoot(QStringLiteral("doubt-settled"));
        REQUIRE(page.fill().next());
        CHECK(page.fill().step() == u"end");
        stage.expectNoWarnings();
    }
}

TEST_CASE("the sign beside a question, or a long press on it, says why it is asked", "[qml][moving]")
{
    Filled page(800, 1280);
    REQUIRE(page.stage.press(QStringLiteral("choice_/data/kind_rented")));
    REQUIRE(page.fill().goTo(QStringLiteral("/data/rent")));
    page.stage.settle();
    REQUIRE(page.stage.press(QStringLiteral("why_/data/rent")));
    page.stage.settle();
    QQuickItem* asked = page.stage.find(QStringLiteral("reason_asked"));
    REQUIRE(asked);
    CHECK(asked->property("words").toString() == QString::fromUtf8("به خاطر این پاسخ‌ها پرسیده می‌شود:"));
    page.stage.shoot(QStringLiteral("why"));
    REQUIRE(page.stage.press(QStringLiteral("because_/data/kind")));
    page.stage.settle();
    CHECK(page.fill().currentRef() == u"/data/kind");
    CHECK_FALSE(page.stage.find(QStringLiteral("reason_asked")));
    // the same by a finger that stays
    QQuickItem* block = page.stage.find(QStringLiteral("block_/data/kind"));
    REQUIRE(block);
    const QPoint label = block->mapToScene(QPointF(block->width() - 40, 20)).toPoint();
    QTest::mousePress(page.window, Qt::LeftButton, Qt::NoModifier, label);
    QTest::qWait(1200);
    QTest::mouseRelease(page.window, Qt::LeftButton, Qt::NoModifier, label);
    page.stage.settle();
    CHECK(page.stage.find(QStringLiteral("reason_asked")));
    page.stage.expectNoWarnings();
}

TEST_CASE("the outline finds questions, hidden ones too, and shows only what is left when asked", "[qml][moving]")
{
    Filled page(1280, 800);
    REQUIRE(page.stage.press(QStringLiteral("outlineSearch")));
    page.stage.type(QString::fromUtf8("اجاره"));
    page.stage.settle();
    page.stage.shoot(QStringLiteral("outline-search"));
    REQUIRE(page.stage.press(QStringLiteral("found_/data/rent"))); // hidden: it says why
    page.stage.settle();
    CHECK(page.stage.find(QStringLiteral("reason_hidden")));
    REQUIRE(page.stage.press(QStringLiteral("because_/data/kind")));
    page.stage.settle();
    CHECK(page.fill().currentRef() == u"/data/kind");

    REQUIRE(page.fill().goTo(QStringLiteral("/data/family/size")));
    REQUIRE(page.fill().answer(QStringLiteral("/data/family/size"), QStringLiteral("3")));
    REQUIRE(page.fill().answer(QStringLiteral("/data/family/rooms"), QStringLiteral("2")));
    REQUIRE(page.fill().goTo(QStringLiteral("/data/kind")));
    page.stage.settle(500);
    QQuickItem* search = page.stage.find(QStringLiteral("outlineSearch"));
    search->setProperty("text", QString());
    page.stage.settle();
    CHECK(page.stage.find(QStringLiteral("outline_/data/family")));
    REQUIRE(page.stage.press(QStringLiteral("onlyLeft")));
    page.stage.settle();
    CHECK_FALSE(page.stage.find(QStringLiteral("outline_/data/family")));
    page.stage.shoot(QStringLiteral("outline-left"));
    page.stage.expectNoWarnings();
}

TEST_CASE("a form is walked with the keyboard alone", "[qml][moving]")
{
    Filled page(800, 1280);
    QTest::keyClick(page.window, Qt::Key_2);
    CHECK(page.fill().answerOf(QStringLiteral("/data/kind")) == u"rented");
    QTest::keyClick(page.window, Qt::Key_PageDown);
    CHECK(page.fill().currentRef() == u"/data/rent");
    QTest::keyClick(page.window, Qt::Key_PageUp);
    CHECK(page.fill().currentRef() == u"/data/kind");
    QTest::keyClick(page.window, Qt::Key_F1);
    page.stage.settle();
    CHECK(page.stage.find(QStringLiteral("reason_asked")));
    QTest::keyClick(page.window, Qt::Key_Escape);
    page.stage.settle();
    QTest::keyClick(page.window, Qt::Key_F, Qt::ControlModifier);
    page.stage.settle();
    CHECK(page.stage.find(QStringLiteral("outlineSearch")));
}

TEST_CASE("whatever the keyboard can reach has a name for the screen reader", "[qml][names]")
{
    QAccessible::setActive(true);
    for (const char* language : {"fa", "en"}) {
        Stage stage(QString::fromLatin1(language));
        stage.join();
        stage.work();
        stage.open(1280, 800);
        int seen = 0;
        QStringList kinds;
        const auto look = [&](const QString& page) {
            stage.settle(40);
            const QStringList nameless = stage.names([&seen, &kinds](QQuickItem& item) {
                if (!item.activeFocusOnTab() || !item.isEnabled())
                    return false;
                ++seen;
                QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&item);
                const bool none = !told || told->text(QAccessible::Name).trimmed().isEmpty();
                if (none)
                    kinds << QString::fromLatin1(item.metaObject()->className()) + u' ' + item.parentItem()->objectName();
                return none;
            });
            INFO(page.toStdString() << ", " << language << ": " << nameless.join(u' ').toStdString() << kinds.join(u' ').toStdString());
            CHECK(nameless.isEmpty());
        };
        for (const char* place : {"today", "forms", "records", "outbox", "settings"}) {
            REQUIRE(stage.press(QStringLiteral("place_") + QString::fromLatin1(place)));
            look(QString::fromLatin1(place));
        }
        for (const char* form : {"tsh_household", "tsh_issue", "tsh_meeting"}) {
            viewmodels::FillController& fill = *stage.app().fill();
            REQUIRE(fill.openForm(QString::fromLatin1(form)));
            for (int i = 0; i < 40 && fill.step() != u"end"; ++i) {
                look(fill.currentRef());
                if (!fill.next())
                    fill.next();
            }
            look(QStringLiteral("end"));
            fill.close();
        }
        CHECK(seen > 200);
    }
    QAccessible::setActive(false);
}
