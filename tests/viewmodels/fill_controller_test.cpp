#include "app/viewmodels/fill_controller.h"

#include "app/fieldwork/submission_review.h"
#include "app/viewmodels/display_text.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_store.h"

#include <QTemporaryFile>

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

/// A store with one small form, and the controller over it.
struct Desk {
    Desk()
    {
        tests::qtApplication();
        viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
        viewmodels::DisplayText::instance().setZone(*base::Zone::named("Asia/Tehran"));
        const auto document = store->attachments().add(base::bytesOf(kForm));
        REQUIRE(document);
        REQUIRE(store->forms().install({{base::FormId("visit"), "1"}, "Visit", document->sha256, document->size, {}}));
        fieldwork::Surroundings surroundings;
        surroundings.store = &*store;
        surroundings.files = &store.files;
        surroundings.clock = &store.clock;
        surroundings.random = &store.random;
        surroundings.zone = *base::Zone::named("Asia/Tehran");
        library = std::make_unique<fieldwork::FormLibrary>(surroundings);
        fill = std::make_unique<FillController>(*library);
    }

    tests::TemporaryStore store;
    std::unique_ptr<fieldwork::FormLibrary> library;
    std::unique_ptr<FillController> fill;
};

} // namespace

TEST_CASE("a form is walked page by page: a field-list is one page, a repeat asks for more", "[viewmodels][fill]")
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
    CHECK(fill.step() == u"repeat");
    const QString first = fill.addRepeat(fill.currentRef());
    CHECK(first == u"/data/person[1]");
    CHECK(fill.currentRef() == u"/data/person[1]/name");
    REQUIRE(fill.answer("/data/person[1]/name", "Mehri"));
    REQUIRE(fill.next());
    REQUIRE(fill.next());
    CHECK(fill.step() == u"repeat");
    const QVariantList people = fill.questions()->at(0)["instances"].toList();
    REQUIRE(people.size() == 1);
    CHECK(people[0].toMap()["title"].toString() == "People, 1");
    CHECK(people[0].toMap()["second"].toString().contains(QStringLiteral("Mehri")));
    REQUIRE(fill.next());
    CHECK(fill.currentRef() == u"/data/photo");
    REQUIRE(fill.next());
    CHECK(fill.step() == u"end");
    CHECK(fill.stopCount() == 0);
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
