#include "app/viewmodels/fill_reasons.h"

#include "tests/viewmodels/desk.h"

using namespace tashilgar;

namespace {

constexpr const char* kForm = R"xml(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
  xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Why</h:title><model>
<instance><data id="why" version="1"><kind/><rented/><rent/><family><size/><rooms/></family><sum/><crowded/></data></instance>
<bind nodeset="/data/kind" type="string"/>
<bind nodeset="/data/rented" type="string" calculate="if(/data/kind = 'flat', 'yes', 'no')"/>
<bind nodeset="/data/rent" type="int" relevant="/data/rented = 'yes'" required="/data/kind = 'flat'"/>
<bind nodeset="/data/family" relevant="/data/kind != ''"/>
<bind nodeset="/data/family/size" type="int" constraint=". &lt;= 20 or /data/kind = 'hall'" jr:constraintMsg="20 at most"/>
<bind nodeset="/data/family/rooms" type="int"/>
<bind nodeset="/data/sum" type="int" readonly="true()" calculate="/data/family/size * 2"/>
<bind nodeset="/data/crowded" type="string"/>
</model></h:head>
<h:body>
<select1 ref="/data/kind"><label>Kind of home</label>
  <item><label>Flat</label><value>flat</value></item><item><label>Hall</label><value>hall</value></item></select1>
<input ref="/data/rent"><label>Rent of a month</label><hint>In toman</hint></input>
<group ref="/data/family"><label>Family</label>
  <input ref="/data/family/size"><label>How many people</label></input>
  <input ref="/data/family/rooms"><label>Rooms</label></input></group>
<input ref="/data/sum"><label>Beds</label></input>
<input ref="/data/crowded"><label>نام كوچه</label></input>
</h:body></h:html>)xml";

struct Desk : tests::Desk {
    Desk() : tests::Desk(kForm) { REQUIRE(fill->openForm("why")); }
    /// The controller's entry is its own; what it says of a place comes back as a page reads it.
    QVariantMap reason(const char* ref, QStringView what)
    {
        for (const QVariant& one : fill->why(QString::fromLatin1(ref))["reasons"].toList()) {
            if (one.toMap()["what"].toString() == what)
                return one.toMap();
        }
        return {};
    }
};

} // namespace

TEST_CASE("a hidden question says which answer hides it, through the calculation between them", "[viewmodels][why]")
{
    Desk desk;
    REQUIRE(desk.fill->answer("/data/kind", "hall"));
    const QVariantMap why = desk.fill->why("/data/rent");
    CHECK(why["hidden"].toBool());
    const QVariantMap hidden = desk.reason("/data/rent", u"hidden");
    CHECK(hidden["sentence"].toString() == u"It is not asked now, because of these answers:");
    REQUIRE(hidden["answers"].toList().size() == 1);
    const QVariantMap answer = hidden["answers"].toList()[0].toMap();
    CHECK(answer["ref"].toString() == u"/data/kind");
    CHECK(answer["label"].toString() == u"Kind of home");
    CHECK(answer["value"].toString() == u"Hall");
    CHECK(answer["reachable"].toBool());
    CHECK(hidden["rule"].toString() == u"/data/rented = 'yes'");
}

TEST_CASE("a question in a hidden part says so of the part", "[viewmodels][why]")
{
    Desk desk;
    const QVariantMap hidden = desk.reason("/data/family/size", u"hidden");
    CHECK(hidden["sentence"].toString() == u"All of “Family” is not asked now, because of these answers:");
    REQUIRE(hidden["answers"].toList().size() == 1);
    CHECK(hidden["answers"].toList()[0].toMap()["value"].toString() == u"no answer");
}

TEST_CASE("needed, refused and worked out each name what they follow from", "[viewmodels][why]")
{
    Desk desk;
    REQUIRE(desk.fill->answer("/data/kind", "flat"));
    CHECK(desk.reason("/data/rent", u"asked")["answers"].toList().size() == 1);
    CHECK(desk.reason("/data/rent", u"needed")["sentence"].toString() == u"Its answer is needed because of these answers:");
    REQUIRE(desk.fill->answer("/data/family/size", "21"));
    const QVariantMap refused = desk.reason("/data/family/size", u"refused");
    CHECK(refused["sentence"].toString() == u"What is written is not accepted. 20 at most");
    REQUIRE(refused["answers"].toList().size() == 1); // not the question itself
    CHECK(refused["answers"].toList()[0].toMap()["ref"].toString() == u"/data/kind");
    const QVariantMap worked = desk.reason("/data/sum", u"worked");
    REQUIRE(worked["answers"].toList().size() == 1);
    CHECK(worked["answers"].toList()[0].toMap()["value"].toString() == u"21");
    CHECK(desk.reason("/data/sum", u"readonly").isEmpty());
    CHECK(desk.reason("/data/crowded", u"asked")["sentence"].toString() == u"It is asked of everybody.");
    CHECK(desk.fill->why("/data/nowhere").isEmpty());
}

TEST_CASE("a question is found by its label, hint, name or answer, however it is written, hidden ones too", "[viewmodels][search]")
{
    Desk desk;
    REQUIRE(desk.fill->answer("/data/kind", "hall"));
    const auto refs = [&desk](const QString& words) {
        QStringList found;
        for (const QVariant& one : desk.fill->find(words))
            found << one.toMap()["ref"].toString() + (one.toMap()["asked"].toBool() ? QString() : QStringLiteral(" hidden"));
        return found;
    };
    CHECK(refs("people MANY") == QStringList{"/data/family/size"});
    CHECK(refs("toman") == QStringList{"/data/rent hidden"});
    CHECK(refs("crowd") == QStringList{"/data/crowded"});
    CHECK(refs("hall") == QStringList{"/data/kind"});
    CHECK(refs(QString::fromUtf8("کوچه")) == QStringList{"/data/crowded"}); // ک for ك
    CHECK(refs("family") == QStringList{});
    CHECK(refs("  ").isEmpty());
    CHECK(desk.fill->find("people").at(0).toMap()["second"].toString() == u"Family");
}

TEST_CASE("a number chooses where a page has one select", "[viewmodels][fill]")
{
    Desk desk;
    CHECK_FALSE(desk.fill->chooseNumber(3));
    CHECK_FALSE(desk.fill->chooseNumber(0));
    REQUIRE(desk.fill->chooseNumber(2));
    CHECK(desk.fill->answerOf("/data/kind") == u"hall");
}
