#include "app/viewmodels/roster_model.h"

#include "tests/viewmodels/desk.h"

using namespace tashilgar;
using tests::Desk;
using viewmodels::RosterModel;

namespace {

constexpr const char* kMeeting = R"xml(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Meeting</h:title><model>
<instance><data id="meeting" version="1">
  <topic/><who jr:template=""><no/><g><how>card</how><card/><pick/><name/><sex/><age/></g></who>
  <who><no/><g><how>card</how><card/><pick/><name/><sex/><age/></g></who>
  <pic><image/><note/></pic><orx:meta><orx:instanceID/></orx:meta></data></instance>
<instance id="people"><root>
  <item><name>p1</name><label>Zahra M.</label></item><item><name>p2</name><label>Karam B.</label></item>
  <item><name>p3</name><label>Mehrdad S.</label></item></root></instance>
<bind nodeset="/data/topic" type="string"/>
<bind nodeset="/data/who/no" type="string" calculate="position(..)"/>
<bind nodeset="/data/who/g/how" type="string" required="true()"/>
<bind nodeset="/data/who/g/card" type="barcode" relevant="../how = 'card'" required="true()"/>
<bind nodeset="/data/who/g/pick" type="string" relevant="../how = 'pick'" required="true()"/>
<bind nodeset="/data/who/g/name" type="string" relevant="../how = 'new'" required="true()"/>
<bind nodeset="/data/who/g/sex" type="string" relevant="../how = 'new'" required="true()"/>
<bind nodeset="/data/who/g/age" type="int" constraint=". &lt; 120" jr:constraintMsg="under 120"/>
<bind nodeset="/data/pic/image" type="binary"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/>
</model></h:head>
<h:body>
<input ref="/data/topic"><label>Topic</label></input>
<group ref="/data/who"><label>Attendee</label><repeat nodeset="/data/who">
  <group ref="/data/who/g" appearance="field-list">
  <select1 ref="/data/who/g/how"><label><output value="/data/who/no"/>: how</label>
    <item><label>Card</label><value>card</value></item><item><label>List</label><value>pick</value></item>
    <item><label>New</label><value>new</value></item></select1>
  <input ref="/data/who/g/card"><label>Card</label></input>
  <select1 ref="/data/who/g/pick" appearance="autocomplete"><label>From the list</label>
    <itemset nodeset="instance('people')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
  <input ref="/data/who/g/name"><label>Name</label></input>
  <select1 ref="/data/who/g/sex"><label>Sex</label>
    <item><label>Woman</label><value>f</value></item><item><label>Man</label><value>m</value></item></select1>
  <input ref="/data/who/g/age"><label>Age</label></input>
  </group></repeat></group>
<group ref="/data/pic"><label>Pictures</label><repeat nodeset="/data/pic">
  <upload ref="/data/pic/image" mediatype="image/*"><label>Picture</label></upload>
  <input ref="/data/pic/note"><label>Note</label></input></repeat></group>
</h:body></h:html>)xml";

/// The controller at the page of the attendees.
struct Table : Desk {
    Table()
        : Desk(kMeeting)
    {
        REQUIRE(fill->openForm("meeting"));
        REQUIRE(fill->next());
        REQUIRE(fill->step() == u"roster");
    }
    RosterModel& rows() { return *fill->roster(); }
    viewmodels::SignIn& signIn() { return *fill->roster()->signIn(); }
    QVariantMap cell(int row, int column) { return rows().data(rows().index(row), RosterModel::CellsRole).toList()[column].toMap(); }
    QString name(int row) { return rows().data(rows().index(row), RosterModel::NameRole).toString(); }
};

enum Column { How, Card, Pick, Name, Sex, Age };

} // namespace

TEST_CASE("a repeat of short questions is a table, one of pictures is walked", "[viewmodels][roster]")
{
    Table table;
    CHECK(table.rows().countText() == u"Attendee: 1");
    REQUIRE(table.rows().columns().size() == 6);
    CHECK(table.rows().columns()[How].toMap()["label"] == "how");
    CHECK(table.rows().columns()[Age].toMap()["control"] == "Integer");
    CHECK(table.cell(0, How)["shown"] == "Card");
    CHECK(table.cell(0, Card)["asked"].toBool());
    CHECK_FALSE(table.cell(0, Pick)["asked"].toBool());
    REQUIRE(table.fill->goTo("/data/pic"));
    CHECK(table.fill->step() != u"roster");
}

TEST_CASE("a cell is answered in place, and what is not accepted is told in its row", "[viewmodels][roster]")
{
    Table table;
    REQUIRE(table.rows().answer(0, Age, "۱۳۰"));
    CHECK(table.cell(0, Age)["value"] == "130");
    CHECK(table.cell(0, Age)["problem"] == "under 120");
    CHECK(table.rows().data(table.rows().index(0), RosterModel::ProblemRole) == "Age: under 120");
    CHECK_FALSE(table.fill->next());
    CHECK(table.fill->step() == u"roster");
    CHECK(table.rows().data(table.rows().index(0), RosterModel::ProblemRole) == "Card: This answer is needed.");
    CHECK(table.fill->next());
    REQUIRE(table.fill->goTo("/data/who[1]/g/age"));
    CHECK(table.fill->step() == u"roster");
    CHECK(table.rows().placeOf("/data/who[1]/g/age") == QVariantList({0, Age}));
    CHECK(table.rows().nextAsked(0, Card, 1) == QVariantList({0, Age}));
    CHECK(table.rows().nextAsked(0, Age, 1).isEmpty());
    table.rows().open(0, How);
    REQUIRE(table.rows().cell()->count() == 1);
    CHECK(table.rows().cell()->rows()[0].choices->total() == 3);
}

TEST_CASE("a name is picked in one touch, into the empty row that a repeat begins with", "[viewmodels][roster][sign-in]")
{
    Table table;
    REQUIRE(table.signIn().available());
    CHECK(table.signIn().names()->total() == 3);
    REQUIRE(table.signIn().pick("p1"));
    CHECK(table.rows().count() == 1);
    CHECK(table.fill->answerOf("/data/who[1]/g/how") == u"pick");
    CHECK(table.name(0) == u"Zahra M.");
    REQUIRE(table.signIn().pick("p2"));
    CHECK(table.rows().countText() == u"Attendee: 2");
    CHECK_FALSE(table.signIn().pick("p1"));
    CHECK(table.signIn().notice().contains(u"signed in already"));
    CHECK(table.rows().count() == 2);
    CHECK(table.signIn().names()->chosenCount() == 2);
    CHECK_FALSE(table.signIn().waiting());
}

TEST_CASE("a typed name asks what it must know, a card is told from a name, Enter takes the only match", "[viewmodels][roster][sign-in]")
{
    Table table;
    REQUIRE(table.signIn().type("Mehri K."));
    CHECK(table.fill->answerOf("/data/who[1]/g/name") == u"Mehri K.");
    CHECK(table.name(0) == u"Mehri K.");
    REQUIRE(table.signIn().needs()->count() == 1);
    CHECK(table.signIn().needs()->rows()[0].ref == u"/data/who[1]/g/sex");
    CHECK(table.signIn().waiting());
    REQUIRE(table.fill->choose("/data/who[1]/g/sex", "f", true));
    CHECK_FALSE(table.signIn().waiting());
    REQUIRE(table.signIn().enter("KC000123"));
    CHECK(table.fill->answerOf("/data/who[2]/g/card") == u"KC000123");
    REQUIRE(table.signIn().enter("mehrd"));
    CHECK(table.fill->answerOf("/data/who[3]/g/pick") == u"p3");
    CHECK_FALSE(table.signIn().enter("nobody"));
    CHECK_FALSE(table.signIn().notice().isEmpty());
    CHECK(table.rows().count() == 3);
}

TEST_CASE("the last addition and the last removal are taken back", "[viewmodels][roster][undo]")
{
    Table table;
    REQUIRE(table.signIn().pick("p1"));
    REQUIRE(table.signIn().pick("p2"));
    REQUIRE(table.rows().undo());
    CHECK(table.rows().count() == 1);
    CHECK(table.signIn().names()->chosenCount() == 1);
    REQUIRE(table.signIn().pick("p2"));
    REQUIRE(table.rows().answer(0, Age, "41"));
    REQUIRE(table.rows().remove(0));
    CHECK(table.rows().count() == 1);
    CHECK_FALSE(table.rows().undoText().isEmpty());
    CHECK(table.fill->answerOf("/data/who[1]/g/pick") == u"p2");
    REQUIRE(table.rows().undo());
    CHECK(table.rows().count() == 2);
    CHECK(table.fill->answerOf("/data/who[2]/g/pick") == u"p1");
    CHECK(table.fill->answerOf("/data/who[2]/g/age") == u"41");
    CHECK_FALSE(table.rows().undo());
    CHECK(table.signIn().names()->chosenCount() == 2);
}

TEST_CASE("the first name of a meeting is taken back into an empty row", "[viewmodels][roster][undo]")
{
    Table table;
    REQUIRE(table.signIn().pick("p1"));
    REQUIRE(table.rows().undo());
    CHECK(table.rows().count() == 1);
    CHECK(table.fill->answerOf("/data/who[1]/g/how") == u"card");
    CHECK(table.signIn().names()->chosenCount() == 0);
    REQUIRE(table.signIn().pick("p1"));
    CHECK(table.rows().count() == 1);
}

TEST_CASE("eighty people are signed in, each on the disk before the next", "[viewmodels][roster][sign-in]")
{
    Table table;
    for (int i = 1; i <= 80; ++i) {
        REQUIRE(table.signIn().type("Person " + QString::number(i)));
        REQUIRE(table.fill->choose(table.signIn().needs()->rows()[0].ref, i % 2 ? "f" : "m", true));
    }
    CHECK(table.rows().countText() == u"Attendee: 80");
    const QString draft = table.die();
    REQUIRE(table.fill->resumeDraft(draft));
    CHECK(table.fill->step() == u"roster");
    CHECK(table.rows().count() == 80);
    CHECK(table.name(79) == u"Person 80");
}
