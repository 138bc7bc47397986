#include "app/fieldwork/record_words.h"
#include "app/fieldwork/submission_review.h"
#include "tests/fieldwork/workplace.h"

#include <fmt/format.h>

using namespace tashilgar;
using fieldwork::SubmissionReview;
using tests::Workplace;

namespace {

const std::string kVisit = R"form(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:tsh="https://tashilgar.org/ns/forms">
<h:head><h:title>مراجعه</h:title><model>
  <instance><data id="visit" version="1">
    <deviceid/><nbh/><place><block/></place><hh_code/><resp/><members/><address/>
    <room><remark/></room>
    <meta><instanceID/><instanceName/></meta></data></instance>
  <bind nodeset="/data/deviceid" type="string"/>
  <bind nodeset="/data/nbh" type="string"/>
  <bind nodeset="/data/place/block" type="string"/>
  <bind nodeset="/data/hh_code" type="string" calculate="concat('B03-', '017')"/>
  <bind nodeset="/data/resp" type="string" tsh:privacy="personal"/>
  <bind nodeset="/data/members" type="int"/>
  <bind nodeset="/data/address" type="string"/>
  <bind nodeset="/data/room/remark" type="string"/>
</model></h:head><h:body>
  <input ref="/data/nbh"><label>محله</label></input><input ref="/data/place/block"><label>بلوک</label></input>
  <input ref="/data/resp"><label>نام</label></input><input ref="/data/members"><label>چند نفر</label></input>
  <input ref="/data/address"><label>نشانی</label></input>
  <group ref="/data/room"><repeat nodeset="/data/room"><input ref="/data/room/remark"><label>توضیح</label></input></repeat></group>
</h:body></h:html>)form";

std::string record(const std::string& name)
{
    return fmt::format("<data id=\"visit\" version=\"1\"><deviceid>tablet-7</deviceid><nbh>JFR</nbh><place><block>JFR-B03</block></place>"
                       "<hh_code>B03-017</hh_code><resp>{}</resp><members>17</members><address>کوچه یاس پلاک ۱۲</address>"
                       "<room><remark>نم دارد</remark></room><room><remark>سقف ترک دارد</remark></room>"
                       "<meta><instanceID>uuid:1</instanceID></meta></data>",
        name);
}

bool has(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

std::size_t found(Workplace& place, const std::string& words)
{
    store::RecordFilter filter;
    filter.words = words;
    return SubmissionReview(*place.library).keys(filter, {}, 100)->size();
}

} // namespace

TEST_CASE("a record is found by its texts and codes; figures, the tablet's own and personal answers stand apart", "[fieldwork][records]")
{
    forms::Diagnostics diagnostics;
    const auto form = forms::Form::load(kVisit, diagnostics);
    REQUIRE(form);
    const auto words = fieldwork::recordWords(**form, "B03-017 مراجعه", record("شیرین کریمی"));
    CHECK(words.neighbourhood == "JFR");
    CHECK(words.block == "JFR-B03");
    CHECK(words.door == "B03-017");
    for (const char* word : {"B03-017", "مراجعه", "کوچه یاس پلاک ۱۲", "نم دارد", "سقف"})
        CHECK(has(words.words, word));
    for (const char* word : {"tablet-7", "17 ", "شیرین", "uuid"})
        CHECK_FALSE(has(words.words + " ", std::string(" ") + word));
    CHECK(has(words.personal, "شیرین کریمی"));

    const auto titled = fieldwork::recordWords(**form, "خانه شیرین کریمی", record("شیرین کریمی"));
    CHECK_FALSE(has(titled.words, "خانه شیرین")); // a title that repeats a personal answer is as personal
    CHECK(has(titled.personal, "خانه شیرین"));
    CHECK(fieldwork::recordWords(**form, "title", "no xml").words == " title مراجعه");
}

TEST_CASE("a finished record is found at once, and one of an older store when it was prepared", "[fieldwork][records]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "گلستان"));
    REQUIRE(filling->finish());
    CHECK(found(place, "گلستان") == 1);

    store::NewSubmission older; // without words, as a store of the first version leaves it after its migration
    older.id = base::InstanceId("uuid:old");
    older.form = tests::kHousehold;
    older.name = "بوستان";
    older.xml = "<data id=\"household\" version=\"1\"><name>بوستان</name><meta><instanceID>uuid:old</instanceID></meta></data>";
    REQUIRE(place.store->submissions().finalise(older));
    CHECK(found(place, "بوستان") == 0);
    SubmissionReview review(*place.library);
    CHECK(*review.prepareSearch(10) == 1);
    CHECK(*review.prepareSearch(10) == 0);
    CHECK(found(place, "بوستان") == 1);
}

TEST_CASE("a duplicated draft has the same answers, files and place, and becomes a record of its own", "[fieldwork][records]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "شیرین"));
    REQUIRE(filling->addRepeat("/data/member"));
    REQUIRE(filling->answer("/data/member[1]/relation", "wife"));
    REQUIRE(filling->attach("/data/photo", place.file("a.jpg", "photo")));
    REQUIRE(filling->setCurrentRef("/data/age"));
    REQUIRE(filling->leave());
    SubmissionReview review(*place.library);
    const auto copy = review.duplicate(filling->draft());
    REQUIRE(copy);
    REQUIRE(review.drafts()->size() == 2);
    CHECK(review.placeReached(review.drafts()->front(), "") == "سن");

    const auto first = place.resume(filling->draft());
    const auto second = place.resume(*copy);
    CHECK(second->entry().view("/data/member[1]/relation")->value == "wife");
    CHECK(second->currentRef() == "/data/age");
    const auto one = first->finish();
    const auto two = second->finish();
    REQUIRE(one);
    REQUIRE(two);
    CHECK(*one != *two);
    CHECK(review.read(*two)->files.size() == 1);
    // Each its own entity, too.
    CHECK(place.store->lists().search(base::ListName("households"), "", 10)->size() == 2);
}

TEST_CASE("a correction has no second draft", "[fieldwork][records]")
{
    Workplace place;
    const auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "شیرین"));
    const auto id = filling->finish();
    REQUIRE(id);
    const auto correction = fieldwork::Filling::correct(*place.library, *id);
    REQUIRE(correction);
    REQUIRE((*correction)->answer("/data/age", "4"));
    SubmissionReview review(*place.library);
    CHECK(review.duplicate((*correction)->draft()).error().code == fieldwork::kOneCorrection);
    CHECK(review.drafts()->front().correction);
}
