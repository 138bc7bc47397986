#include "tests/qml/stage.h"
#include "tests/support/drawn_code.h"

#include <QPainter>
#include <QQuickItem>
#include <QTest>

using namespace tashilgar;
using tests::Stage;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size kSizes[] = {{1280, 800}, {800, 1280}, {360, 740}};

/// A form that is one roster of \p rows rows, all of them there from the start.
std::string longRoster(int rows)
{
    std::string instances;
    for (int i = 1; i <= rows; ++i)
        instances += "<row><name>Person " + std::to_string(i) + "</name><age>" + std::to_string(i % 90) + "</age><sex/></row>";
    return R"xml(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
        xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>People</h:title><model>
        <instance><data id="people" version="1"><row jr:template=""><name/><age/><sex/></row>)xml"
        + instances + R"xml(<orx:meta><orx:instanceID/></orx:meta></data></instance>
        <bind nodeset="/data/row/name" type="string" required="true()"/><bind nodeset="/data/row/age" type="int" constraint=". &lt; 110"/>
        <bind nodeset="/data/row/sex" type="string" required="true()"/></model></h:head><h:body>
        <group ref="/data/row"><label>Person</label><repeat nodeset="/data/row">
        <input ref="/data/row/name"><label>Name</label></input><input ref="/data/row/age"><label>Age</label></input>
        <select1 ref="/data/row/sex"><label>Sex</label><item><label>Woman</label><value>f</value></item>
        <item><label>Man</label><value>m</value></item></select1></repeat></group></h:body></h:html>)xml";
}

void collect(QQuickItem* item, const QString& prefix, std::vector<QQuickItem*>& found)
{
    if (!item->isVisible())
        return;
    if (item->objectName().startsWith(prefix))
        found.push_back(item);
    for (QQuickItem* child : item->childItems())
        collect(child, prefix, found);
}

std::size_t countOf(QQuickWindow& window, const QString& prefix)
{
    std::vector<QQuickItem*> found;
    collect(window.contentItem(), prefix, found);
    return found.size();
}

void key(QQuickWindow& window, int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(&window, static_cast<Qt::Key>(code), modifiers);
    QTest::qWait(30);
}

/// The meeting at its sign-in.
void openSignIn(Stage& stage)
{
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(QStringLiteral("tsh_meeting")));
    REQUIRE(fill.choose(QStringLiteral("/data/head/nbh"), QStringLiteral("JFR"), true));
    REQUIRE(fill.choose(QStringLiteral("/data/signin/mode"), QStringLiteral("list"), true));
    REQUIRE(fill.goTo(QStringLiteral("/data/att")));
    stage.settle();
    REQUIRE(fill.step() == u"roster");
}

} // namespace

TEST_CASE("of a thousand rows only those that are seen exist, as a table and as cards", "[qml][roster]")
{
    for (const Size& size : kSizes) {
        Stage stage(QStringLiteral("en"));
        stage.put(longRoster(1000));
        stage.join();
        QQuickWindow& window = stage.open(size.width, size.height);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("people")));
        stage.settle();
        REQUIRE(fill.step() == u"roster");
        CHECK(fill.roster()->count() == 1000);
        const bool table = size.width >= 600;
        const QString prefix = table ? QStringLiteral("row_") : QStringLiteral("instance_");
        const std::size_t first = countOf(window, prefix);
        CHECK(first >= 4);
        CHECK(first < 40);
        QQuickItem* list = stage.find(table ? QStringLiteral("rosterRows") : QStringLiteral("rosterCards"));
        REQUIRE(list);
        list->setProperty("contentY", 40000);
        stage.settle();
        CHECK(countOf(window, prefix) < first + 12);
        REQUIRE_FALSE(fill.addRepeat(QStringLiteral("/data/row")).isEmpty());
        stage.settle();
        CHECK(stage.find(prefix + QStringLiteral("/data/row[1001]"))); // who was just added is seen
        stage.shoot(QStringLiteral("roster-thousand"));
        stage.expectNoWarnings();
    }
}

TEST_CASE("a table is filled from the keyboard alone", "[qml][roster]")
{
    for (const char* language : {"fa", "en"}) {
        Stage stage(QString::fromLatin1(language));
        stage.put(longRoster(3));
        stage.join();
        QQuickWindow& window = stage.open(1280, 800);
        viewmodels::FillController& fill = *stage.app().fill();
        REQUIRE(fill.openForm(QStringLiteral("people")));
        stage.settle();
        REQUIRE(stage.press(QStringLiteral("cell_0_0"))); // a touch opens the cell
        REQUIRE(stage.find(QStringLiteral("cellField")));
        stage.type(QStringLiteral("Mehri"));
        key(window, Qt::Key_Return); // kept, and one row down
        CHECK(fill.answerOf(QStringLiteral("/data/row[1]/name")) == u"Mehri");
        CHECK_FALSE(stage.find(QStringLiteral("cellField")));
        key(window, Qt::Key_Tab);
        stage.type(QStringLiteral("4"));
        CHECK(stage.find(QStringLiteral("cellField"))); // typing opens the cell
        stage.type(QStringLiteral("1"));
        key(window, Qt::Key_Tab);
        CHECK(fill.answerOf(QStringLiteral("/data/row[2]/age")) == u"41");
        key(window, Qt::Key_Return); // the choice opens as a sheet
        stage.settle();
        REQUIRE(stage.press(QStringLiteral("choice_/data/row[2]/sex_f")));
        stage.settle();
        CHECK(fill.answerOf(QStringLiteral("/data/row[2]/sex")) == u"f");
        CHECK_FALSE(stage.find(QStringLiteral("closeCell")));
        REQUIRE(window.activeFocusItem());
        CHECK(window.activeFocusItem()->objectName() == u"rosterRest");
        key(window, Qt::Key_Down);
        key(window, Qt::Key_D, Qt::ControlModifier);
        CHECK(fill.answerOf(QStringLiteral("/data/row[3]/sex")) == u"f");
        key(window, language == std::string_view("fa") ? Qt::Key_Right : Qt::Key_Left); // back to the age
        stage.type(QStringLiteral("130"));
        key(window, Qt::Key_Escape);
        CHECK(fill.answerOf(QStringLiteral("/data/row[3]/age")) == u"3");
        stage.type(QStringLiteral("130"));
        key(window, Qt::Key_Return);
        CHECK(fill.answerOf(QStringLiteral("/data/row[3]/age")) == u"130");
        stage.shoot(QStringLiteral("roster-problem"));
        key(window, Qt::Key_Delete, Qt::ControlModifier);
        CHECK(fill.roster()->count() == 2);
        REQUIRE(stage.press(QStringLiteral("undo")));
        CHECK(fill.answerOf(QStringLiteral("/data/row[3]/age")) == u"130");
        stage.expectNoWarnings();
    }
}

TEST_CASE("typing in a cell outlives the tablet", "[qml][roster][typing]")
{
    Stage stage(QStringLiteral("en"));
    stage.put(longRoster(3));
    stage.join();
    stage.open(1280, 800);
    viewmodels::FillController& fill = *stage.app().fill();
    REQUIRE(fill.openForm(QStringLiteral("people")));
    stage.settle();
    REQUIRE(stage.press(QStringLiteral("cell_1_0")));
    stage.type(QStringLiteral("Half a na"));
    CHECK(fill.answerOf(QStringLiteral("/data/row[2]/name")) == u"Person 2");
    const auto drafts = stage.store()->drafts().list();
    REQUIRE(drafts->size() == 1);
    const auto draft = stage.store()->drafts().read(drafts->front().id);
    REQUIRE(draft->typed);
    CHECK(draft->typed->text == "Half a na");
    CHECK(draft->journal.empty());
}

TEST_CASE("people sign in by a touch on their name, by a new name, and by card", "[qml][roster][sign-in]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            stage.join();
            stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            openSignIn(stage);
            stage.shoot(QStringLiteral("sign-in-begin"));
            if (QQuickItem* table = stage.find(QStringLiteral("rosterTable"))) { // the whole width, where there is no camera
                CHECK(table->width() == table->parentItem()->width());
                CHECK(table->x() == 0);
            }
            REQUIRE(stage.press(QStringLiteral("signInSearch")));
            stage.type(QString::fromUtf8("زهرا"));
            stage.shoot(QStringLiteral("sign-in-search"));
            REQUIRE(stage.press(QStringLiteral("signIn_7d0f7c0e-1111-4a4a-8b8b-000000000021")));
            CHECK(fill.roster()->count() == 1);
            CHECK(fill.answerOf(QStringLiteral("/data/att[1]/att_g/a_pick")) == u"7d0f7c0e-1111-4a4a-8b8b-000000000021");
            stage.type(QString::fromUtf8("مهری ک"));
            REQUIRE(stage.press(QStringLiteral("signInTyped")));
            CHECK(fill.roster()->count() == 2);
            stage.shoot(QStringLiteral("sign-in-new"));
            REQUIRE(stage.press(QStringLiteral("choice_/data/att[2]/att_g/a_gender_in_female")));
            REQUIRE(stage.press(QStringLiteral("choice_/data/att[2]/att_g/a_age_in_a30_44")));
            CHECK_FALSE(fill.roster()->signIn()->waiting());
            stage.type(QStringLiteral("KC000777"));
            QTest::keyClick(stage.find(QStringLiteral("signInSearch"))->window(), Qt::Key_Return);
            stage.settle();
            CHECK(fill.roster()->count() == 3);
            CHECK(fill.answerOf(QStringLiteral("/data/att[3]/att_g/a_card")) == u"KC000777");
            stage.shoot(QStringLiteral("sign-in"));
            stage.type(QStringLiteral("KC000777")); // the scanner read it twice
            QTest::keyClick(stage.find(QStringLiteral("signInSearch"))->window(), Qt::Key_Return);
            stage.settle();
            CHECK(fill.roster()->count() == 3);
            REQUIRE(stage.press(QStringLiteral("undo")));
            CHECK(fill.roster()->count() == 2);
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("cards before the camera sign people in, one after the other", "[qml][roster][sign-in][capture]")
{
    const auto card = [](const QString& code) {
        QImage picture(1280, 720, QImage::Format_RGB32);
        picture.fill(QColor(120, 116, 110));
        QPainter(&picture).drawImage(520, 240, tests::drawnCode(code, 240));
        return picture;
    };
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            INFO(language << " " << size.width);
            Stage stage(QString::fromLatin1(language));
            stage.show(card(QStringLiteral("KC000123")));
            stage.join();
            stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            openSignIn(stage);
            viewmodels::SignIn& signIn = *fill.roster()->signIn();
            if (size.width < 840)
                REQUIRE(stage.press(QStringLiteral("signInScan")));
            const auto after = [&](auto condition) { return QTest::qWaitFor(condition, 10'000); };
            REQUIRE(after([&] { return !signIn.accepted().isEmpty(); }));
            CHECK(signIn.acceptedKnown());
            CHECK(signIn.accepted().contains(QString::fromUtf8("زهرا")));
            CHECK(fill.answerOf(QStringLiteral("/data/att[1]/att_g/a_card")) == u"KC000123");
            stage.settle();
            REQUIRE(stage.find(QStringLiteral("cardAccepted")));
            CHECK_FALSE(stage.find(QStringLiteral("undo"))); // its own way back is the only one
            stage.shoot(QStringLiteral("sign-in-card"));
            CHECK(fill.roster()->count() == 1); // it lies there still, and counts once

            stage.show(card(QStringLiteral("KC000777")));
            stage.app().camera()->tryAgain(); // the folder is read anew
            REQUIRE(after([&] { return fill.roster()->count() == 2; }));
            CHECK_FALSE(signIn.acceptedKnown());
            stage.settle();
            stage.shoot(QStringLiteral("sign-in-card-unknown"));
            REQUIRE(stage.press(QStringLiteral("cardName")));
            CHECK(fill.roster()->count() == 1);
            CHECK(stage.find(QStringLiteral("signInSearch"))->hasActiveFocus());

            CHECK_FALSE(signIn.card(QStringLiteral("KC000123"))); // came before
            CHECK_FALSE(signIn.notice().isEmpty());
            CHECK_FALSE(signIn.card(QStringLiteral("https://example.org"))); // no card at all
            CHECK(signIn.notice().contains(u"https://example.org"));
            CHECK(fill.roster()->count() == 1);
            stage.expectNoWarnings();
        }
    }
}

TEST_CASE("the ways of a block are a table where it fits, else a page each", "[qml][roster]")
{
    for (const char* language : {"fa", "en"}) {
        for (const Size& size : kSizes) {
            Stage stage(QString::fromLatin1(language));
            stage.join();
            stage.open(size.width, size.height);
            viewmodels::FillController& fill = *stage.app().fill();
            REQUIRE(fill.openForm(QStringLiteral("tsh_block")));
            REQUIRE(fill.goTo(QStringLiteral("/data/way")));
            if (fill.roster()->count() == 0)
                fill.roster()->add();
            fill.roster()->add();
            REQUIRE(fill.roster()->answer(0, 0, QString::fromUtf8("کوچه شهید رضایی، از میدان تا مدرسه و پله‌های کنار مسیل")));
            REQUIRE(fill.roster()->answer(0, 1, QStringLiteral("2.5")));
            stage.settle();
            stage.shoot(QStringLiteral("roster-ways"));
            const bool table = stage.find(QStringLiteral("cell_0_0")) != nullptr;
            CHECK((table || size.width < 1000)); // five columns fit 800 in one language, not in the other
            CHECK((!table || size.width > 600));
            if (!table) {
                REQUIRE(stage.press(QStringLiteral("instance_/data/way[1]")));
                CHECK(fill.step() == u"list");
                stage.shoot(QStringLiteral("roster-card"));
                REQUIRE(stage.press(QStringLiteral("next")));
                std::ignore = fill.step() == u"list" && stage.press(QStringLiteral("next")); // insists
                CHECK(fill.step() == u"roster");
            }
            stage.expectNoWarnings();
        }
    }
}
