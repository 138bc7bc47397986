#include "app/viewmodels/fill_controller.h"

#include "app/fieldwork/submission_review.h"
#include "tests/viewmodels/desk.h"

#include <QTemporaryFile>
#include <QTest>

#include <chrono>

using namespace tashilgar;
using viewmodels::FillController;

namespace {

constexpr const char* kForm = R"xml(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Visit</h:title><model>
<instance><data id="visit" version="1">
  <door/><place><block/><members/></place><person jr:template=""><name/><age/></person><photo/>
  <orx:meta><orx:instanceID/><orx:instanceName/></orx:meta></data></instance>
<bind nodeset="/data/door" type="string" required="true()"/>
<bind nodeset="/data/place/block" type="string"/>
<bind nodeset="/data/place/members" type="int" constraint=". &lt;= 20" jr:constraintMsg="20 at most"/>
<bind nodeset="/data/person/name" type="string"/>
<bind nodeset="/data/person/age" type="int"/>
<bind nodeset="/data/photo" type="binary"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/>
<bind nodeset="/data/orx:meta/orx:instanceName" type="string" calculate="/data/door"/>
</model></h:head>
<h:body>
<input ref="/data/door"><label>Door</label></input>
<group ref="/data/place" appearance="field-list"><label>Place</label>
  <input ref="/data/place/block"><label>Block</label></input>
  <input ref="/data/place/members"><label>Members</label></input></group>
<group ref="/data/person"><label>People</label><repeat nodeset="/data/person">
  <input ref="/data/person/name"><label>Name</label></input>
  <input ref="/data/person/age"><label>Age</label></input></repeat></group>
<upload ref="/data/photo" mediatype="image/*"><label>Photo</label></upload>
</h:body></h:html>)xml";

struct Desk : tests::Desk {
    Desk() : tests::Desk(kForm) {}
};

} // namespace

TEST_CASE("a form is walked page by page: a field-list is one page, a repeat of short questions too", "[viewmodels][fill]")
{
    Desk desk;
    FillController& fill = *desk.fill;
    REQUIRE(fill.openForm("visit"));
    CHECK(fill.step() == u"question");
    CHECK(fill.stepRequired());
    REQUIRE(fill.answer("/data/door", "B03-017"));
    REQUIRE(fill.next());
    CHECK(fill.step() == u"list");
    CHECK(fill.stepTitle() == u"Place");
    CHECK(fill.questions()->count() == 2);
    REQUIRE(fill.next());
    CHECK(fill.step() == u"roster");
    CHECK(fill.roster()->count() == 0);
    CHECK(fill.roster()->add() == 0);
    CHECK(fill.step() == u"roster");
    REQUIRE(fill.roster()->answer(0, 0, "Mehri"));
    CHECK(fill.answerOf("/data/person[1]/name") == u"Mehri");
    REQUIRE(fill.openCard("/data/person[1]")); // as on a narrow window
    CHECK(fill.step() == u"list");
    CHECK(fill.stepTitle() == u"People, 1");
    CHECK(fill.questions()->count() == 2);
    CHECK(fill.nextText() == u"Back to the list");
    REQUIRE(fill.next());
    CHECK(fill.step() == u"roster");
    REQUIRE(fill.back());
    CHECK(fill.step() == u"list");
    REQUIRE(fill.next());
    REQUIRE(fill.next());
    CHECK(fill.currentRef() == u"/data/photo");
    REQUIRE(fill.next());
    CHECK(fill.step() == u"end");
    CHECK(fill.stopCount() == 0);
}

TEST_CASE("where a person wants whole pages a short group is one, and the same question stays in sight", "[viewmodels][fill]")
{
    constexpr const char* kGrouped = R"xml(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms">
<h:head><h:title>Grouped</h:title><model><instance><data id="grouped" version="1"><a><x/><y/></a><b><r><n/></r></b></data></instance>
<bind nodeset="/data/a/x" type="string" required="true()"/><bind nodeset="/data/a/y" type="int"/><bind nodeset="/data/b/r/n" type="string"/>
</model></h:head><h:body><group ref="/data/a"><label>A</label>
<input ref="/data/a/x"><label>X</label></input><input ref="/data/a/y"><label>Y</label></input></group>
<group ref="/data/b"><label>B</label><group ref="/data/b/r"><label>R</label><repeat nodeset="/data/b/r">
<input ref="/data/b/r/n"><label>N</label></input></repeat></group></group></h:body></h:html>)xml";
    tests::Desk desk(kGrouped);
    FillController& fill = *desk.fill;
    REQUIRE(fill.openForm("grouped"));
    CHECK(fill.step() == u"question");
    REQUIRE(fill.answer("/data/a/x", "one"));
    REQUIRE(fill.next());
    CHECK(fill.currentRef() == u"/data/a/y");
    fill.setPaging(viewmodels::Paging::Groups);
    CHECK(fill.step() == u"list");
    CHECK(fill.questions()->count() == 2);
    CHECK(fill.questions()->rowOf("/data/a/y") == 1);
    CHECK_FALSE(fill.canGoBack());
    REQUIRE(fill.next());
    CHECK(fill.step() == u"roster"); // a group that holds a repeat is no page
    fill.setPaging(viewmodels::Paging::Questions);
    REQUIRE(fill.back());
    CHECK(fill.currentRef() == u"/data/a/y");
    CHECK(fill.step() == u"question");
}

TEST_CASE("a value that is not accepted is kept, told, and stops only the finishing", "[viewmodels][fill]")
{
    Desk desk;
    FillController& fill = *desk.fill;
    REQUIRE(fill.openForm("visit"));
    REQUIRE(fill.goTo("/data/place/members"));
    REQUIRE(fill.answer("/data/place/members", "120"));
    const QVariantMap members = fill.questions()->at(1);
    CHECK(members["value"].toString() == "120");
    CHECK(members["problem"].toString() == "20 at most");
    CHECK_FALSE(fill.next());
    CHECK(fill.next()); // who insists goes on
    CHECK_FALSE(fill.finish());
    CHECK(fill.step() == u"end");
    REQUIRE(fill.stopCount() == 2);
    CHECK(fill.missing()->firstStop() == u"/data/door");
    REQUIRE(fill.goTo(fill.missing()->firstStop()));
    CHECK(fill.nextText() == "Back to what is left");
    REQUIRE(fill.answer("/data/door", "B03-017"));
    REQUIRE(fill.next());
    CHECK(fill.step() == u"end");
    CHECK(fill.stopCount() == 1);
    REQUIRE(fill.answer("/data/place/members", "12"));
    QString finished;
    QObject::connect(&fill, &FillController::finished, &fill, [&finished](const QString& id) { finished = id; });
    REQUIRE(fill.finish());
    CHECK(finished.startsWith(u"uuid:"));
    CHECK_FALSE(fill.isOpen());
    const auto waiting = desk.store->submissions().waiting(10);
    REQUIRE(waiting);
    CHECK(waiting->size() == 1);
}

TEST_CASE("a draft is found again where it was left, after the process died", "[viewmodels][fill]")
{
    Desk desk;
    REQUIRE(desk.fill->openForm("visit"));
    REQUIRE(desk.fill->answer("/data/door", "B03-017"));
    REQUIRE(desk.fill->next());
    REQUIRE(desk.fill->answer("/data/place/block", "3"));
    desk.fill = std::make_unique<FillController>(*desk.library); // as if killed: nothing was closed
    const auto drafts = desk.store->drafts().list();
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    REQUIRE(desk.fill->resumeDraft(QString::fromStdString(drafts->front().id.value())));
    CHECK(desk.fill->currentRef() == u"/data/place");
    CHECK(desk.fill->place() == u"B03-017");
    CHECK(desk.fill->answerOf("/data/place/block") == u"3");
}

TEST_CASE("what was typed when the battery died is in the field again, and is no answer", "[viewmodels][fill][typing]")
{
    Desk desk;
    REQUIRE(desk.fill->openForm("visit"));
    desk.fill->keepTyped("/data/door", "B03-0");
    CHECK(desk.fill->answerOf("/data/door").isEmpty());
    const QString draft = desk.die();
    REQUIRE(desk.fill->resumeDraft(draft));
    CHECK(desk.fill->currentRef() == u"/data/door");
    CHECK(desk.fill->hasTyped("/data/door"));
    CHECK(desk.fill->typedIn("/data/door") == u"B03-0");
    CHECK(desk.fill->answerOf("/data/door").isEmpty());
    CHECK_FALSE(desk.fill->hasTyped("/data/place/block"));
    desk.fill->goToEnd();
    CHECK(desk.fill->stopCount() == 1); // it is not counted as an answer
    REQUIRE(desk.fill->answer("/data/door", "B03-017"));
    CHECK(desk.fill->typedRef().isEmpty());
    const QString again = desk.die();
    REQUIRE(desk.fill->resumeDraft(again));
    CHECK_FALSE(desk.fill->hasTyped("/data/door"));
    CHECK(desk.fill->answerOf("/data/door") == u"B03-017");
}

TEST_CASE("a page that is no longer asked for gives way to the one before it", "[viewmodels][fill]")
{
    std::string xml(kForm);
    xml.replace(xml.find("<bind nodeset=\"/data/photo\""), 27, "<bind nodeset=\"/data/photo\" relevant=\"/data/door != 'x'\"");
    tests::Desk desk(xml);
    REQUIRE(desk.fill->openForm("visit"));
    REQUIRE(desk.fill->goTo("/data/photo"));
    CHECK(desk.fill->currentRef() == u"/data/photo");
    REQUIRE(desk.fill->answer("/data/door", "x"));
    CHECK(desk.fill->step() == u"roster");
    REQUIRE(desk.fill->answer("/data/door", "y"));
    REQUIRE(desk.fill->next());
    CHECK(desk.fill->currentRef() == u"/data/photo");
}

TEST_CASE("going on in a form of four thousand questions does not wait for what tells of all of them", "[viewmodels][fill][lazy]")
{
    const auto formOf = [](int groups) {
        std::string instance, binds, body;
        for (int g = 0; g < groups; ++g) {
            const std::string group = "g" + std::to_string(g);
            instance += "<" + group + ">";
            body += "<group ref=\"/data/" + group + "\"><label>Part " + std::to_string(g) + "</label>";
            for (int q = 0; q < 10; ++q) {
                const std::string name = "q" + std::to_string(q);
                instance += "<" + name + "/>";
                binds += "<bind nodeset=\"/data/" + group + "/" + name + "\" type=\"int\"/>";
                body += "<input ref=\"/data/" + group + "/" + name + "\"><label>Question " + name + "</label></input>";
            }
            instance += "</" + group + ">";
            body += "</group>";
        }
        return R"(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
            xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>Large</h:title><model><instance><data id="large" version="1">)"
            + instance + "<orx:meta><orx:instanceID/></orx:meta></data></instance>" + binds
            + "</model></h:head><h:body>" + body + "</h:body></h:html>";
    };
    // What that costs on the screen is in `make bench`; here, that a move waits for nothing that grows with the form.
    tests::Desk large(formOf(400));
    REQUIRE(large.fill->openForm("large"));
    for (int i = 0; i < 30; ++i) {
        REQUIRE(large.fill->answer(large.fill->currentRef(), "7"));
        REQUIRE(large.fill->next());
        REQUIRE(large.fill->isSurveying());
    }
    REQUIRE(QTest::qWaitFor([&] { return !large.fill->isSurveying(); }, 30'000));
    CHECK(large.fill->outline()->rowCount() == 400);
    tests::Desk small(formOf(4));
    REQUIRE(small.fill->openForm("large"));
    REQUIRE(small.fill->answer(small.fill->currentRef(), "7"));
    REQUIRE(small.fill->next());
    REQUIRE(QTest::qWaitFor([&] { return !small.fill->isSurveying(); }, 30'000));
    CHECK(small.fill->outline()->rowCount() == 4);
}

TEST_CASE("how far a large form is comes in pieces, and is right in the end", "[viewmodels][fill][lazy]")
{
    Desk desk;
    REQUIRE(desk.fill->openForm("visit"));
    CHECK(desk.fill->progressText() == "Question 1 of about 4");
    REQUIRE(desk.fill->answer("/data/door", "1"));
    REQUIRE(desk.fill->next());
    CHECK(desk.fill->progressText() == "Question 2 of about 4");
    REQUIRE(desk.fill->outline()->rowCount() == 2);
    CHECK(desk.fill->outline()->rows()[0].label == u"Place");
    CHECK(desk.fill->outline()->rows()[0].state == u"here");
    REQUIRE(desk.fill->answer("/data/place/block", "3"));
    QTest::qWait(250);
    CHECK(desk.fill->outline()->rows()[0].detail == u"1 of 2");
}

TEST_CASE("a file becomes the answer, and one that is not there changes nothing", "[viewmodels][fill]")
{
    Desk desk;
    REQUIRE(desk.fill->openForm("visit"));
    QTemporaryFile photo;
    photo.setFileTemplate(photo.fileTemplate() + QStringLiteral(".png"));
    REQUIRE(photo.open());
    photo.write("picture");
    photo.close();
    REQUIRE(desk.fill->attachFile("/data/photo", photo.fileName()));
    CHECK(desk.fill->answerOf("/data/photo").endsWith(u".png"));
    const QString kept = desk.fill->answerOf("/data/photo");
    CHECK_FALSE(desk.fill->attachFile("/data/photo", "/nowhere/photo.png"));
    CHECK_FALSE(desk.fill->trouble().isEmpty());
    CHECK(desk.fill->answerOf("/data/photo") == kept);
    CHECK(desk.fill->previewOf("/data/photo").startsWith(u"data:image"));
    REQUIRE(desk.fill->answer("/data/door", "1"));
    CHECK(desk.fill->trouble().isEmpty());
}

TEST_CASE("a form that is not here says so and opens nothing", "[viewmodels][fill]")
{
    Desk desk;
    CHECK_FALSE(desk.fill->openForm("unknown"));
    CHECK_FALSE(desk.fill->isOpen());
    CHECK_FALSE(desk.fill->trouble().isEmpty());
    CHECK_FALSE(desk.fill->answer("/data/door", "1"));
    CHECK_FALSE(desk.fill->next());
    CHECK_FALSE(desk.fill->finish());
}

TEST_CASE("times and moments are written with the zone in force", "[viewmodels][fill]")
{
    Desk desk;
    REQUIRE(desk.fill->openForm("visit"));
    CHECK(desk.fill->timeAnswer("18:42") == "18:42:00.000+03:30");
    CHECK(desk.fill->dateTimeAnswer("2026-11-22", "09:05") == "2026-11-22T09:05:00.000+03:30");
    CHECK(desk.fill->timeAnswer("").isEmpty());
}
