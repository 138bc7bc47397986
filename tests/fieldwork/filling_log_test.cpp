#include "tests/fieldwork/workplace.h"

#include <algorithm>

using namespace tashilgar;
using fieldwork::Filling;
using tests::Workplace;

namespace {

const base::FormVersion kLogged{base::FormId("logged"), "1"};

/// \p asked: attributes of the audit question's bind.
std::string loggedForm(const std::string& asked)
{
    return R"(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
  xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms">
<h:head><h:title>Logged</h:title><model>
<instance><data id="logged" version="1"><name/><age/><orx:meta><orx:instanceID/><orx:audit/></orx:meta></data></instance>
<bind nodeset="/data/name" type="string"/><bind nodeset="/data/age" type="int"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string"/>
<bind nodeset="/data/orx:meta/orx:audit" type="binary" )"
        + asked + R"(/></model></h:head><h:body>
<input ref="/data/name"><label>Name</label></input><input ref="/data/age"><label>Age</label></input></h:body></h:html>)";
}

std::unique_ptr<Filling> begin(Workplace& place)
{
    auto filling = Filling::start(*place.library, kLogged);
    REQUIRE(filling);
    return std::move(*filling);
}

/// The log of the only record, without its times.
std::string logOf(Workplace& place, const base::InstanceId& record)
{
    const auto read = place.store->submissions().read(record);
    REQUIRE(read);
    const auto file = std::find_if(read->files.begin(), read->files.end(), [](const auto& one) { return one.name == "audit.csv"; });
    REQUIRE(file != read->files.end());
    CHECK(read->xml.find("audit.csv") != std::string::npos);
    const auto bytes = place.store->attachments().readAll(file->sha256, 1'000'000);
    REQUIRE(bytes);
    return {reinterpret_cast<const char*>(bytes->data()), bytes->size()};
}

/// "event,node" of each line after the head.
std::vector<std::string> eventsOf(const std::string& log)
{
    std::vector<std::string> events;
    std::size_t at = log.find('\n') + 1;
    while (at < log.size()) {
        const std::size_t end = log.find('\n', at);
        const std::string line = log.substr(at, end - at);
        events.push_back(line.substr(0, line.find(',', line.find(',') + 1)));
        at = end + 1;
    }
    return events;
}

} // namespace

TEST_CASE("a form that asks for it gets a log with its record: screens, changes, and each sitting", "[fieldwork][audit]")
{
    Workplace place;
    place.install(kLogged, "Logged", loggedForm("odk:track-changes=\"true\""));
    base::DraftId draft;
    {
        const auto filling = begin(place);
        filling->enterScreen({"/data/name"});
        REQUIRE(filling->answer("/data/name", "Mehri"));
        place.clock.advance(std::chrono::seconds(5));
        filling->enterScreen({"/data/age"});
        draft = filling->draft();
        REQUIRE(filling->leave());
    }
    place.restart();
    const auto filling = place.resume(draft);
    filling->enterScreen({"/data/age"});
    REQUIRE(filling->answer("/data/age", "41"));
    filling->enterEnd();
    const auto record = filling->finish();
    REQUIRE(record);
    const std::string log = logOf(place, *record);
    CHECK(log.starts_with("event,node,start,end,old-value,new-value\n"));
    CHECK(eventsOf(log)
        == std::vector<std::string>{"form start,", "question,/data/name", "question,/data/age", "form save,", "form exit,", "form resume,",
            "question,/data/age", "end screen,", "form finalize,", "form exit,"});
    CHECK(log.find(",,Mehri\n") != std::string::npos);
    CHECK(log.find(",,41\n") != std::string::npos);
}

TEST_CASE("an answer in a table is in the log although no screen told of its cell", "[fieldwork][audit]")
{
    Workplace place;
    place.install(kLogged, "Logged", loggedForm("odk:track-changes=\"true\""));
    const auto filling = begin(place);
    filling->enterScreen({}, "/data/table");
    REQUIRE(filling->answer("/data/age", "41"));
    const auto record = filling->finish();
    REQUIRE(record);
    const std::string log = logOf(place, *record);
    CHECK(std::count(log.begin(), log.end(), '\n') == 6);
    CHECK(log.find("question,/data/age,") != std::string::npos);
}

TEST_CASE("where the form asks for places, the best young one is in each line", "[fieldwork][audit]")
{
    Workplace place;
    place.install(kLogged, "Logged",
        loggedForm("odk:location-priority=\"balanced\" odk:location-min-interval=\"10\" odk:location-max-age=\"60\""));
    const auto filling = begin(place);
    REQUIRE(filling->answer("/data/age", "41"));
    const auto record = filling->finish();
    REQUIRE(record);
    CHECK(logOf(place, *record).find(",34.3,47,5\n") != std::string::npos);
}

TEST_CASE("a process that dies loses the times of few screens, and no answer", "[fieldwork][audit]")
{
    Workplace place;
    place.install(kLogged, "Logged", loggedForm(""));
    base::DraftId draft;
    {
        const auto filling = begin(place);
        REQUIRE(filling->answer("/data/name", "Mehri"));
        for (int i = 0; i < 25; ++i) {
            filling->enterScreen({i % 2 == 0 ? "/data/name" : "/data/age"});
            REQUIRE(filling->setCurrentRef("/data/age"));
        }
        draft = filling->draft();
    }
    place.restart();
    const auto filling = place.resume(draft);
    CHECK(filling->entry().view("/data/name")->value == "Mehri");
    const auto record = filling->finish();
    REQUIRE(record);
    const std::string log = logOf(place, *record);
    const auto events = eventsOf(log);
    CHECK(std::count(events.begin(), events.end(), "question,/data/age") >= 9);
    CHECK(std::count(events.begin(), events.end(), "form resume,") == 1);
}

TEST_CASE("a form without an audit question sends no log", "[fieldwork][audit]")
{
    Workplace place;
    const auto filling = place.start();
    filling->enterScreen({"/data/name"});
    REQUIRE(filling->answer("/data/name", "Mehri"));
    REQUIRE(filling->leave());
    const auto draft = place.store->drafts().read(filling->draft());
    REQUIRE(draft);
    CHECK(draft->files.empty());
}

namespace {

const std::string kRooms = R"(<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
  xmlns:orx="http://openrosa.org/xforms" xmlns:odk="http://www.opendatakit.org/xforms" xmlns:jr="http://openrosa.org/javarosa"
  xmlns:tsh="https://tashilgar.org/ns/forms">
<h:head><h:title>Logged</h:title><model>
<instance><data id="logged" version="1"><house jr:template=""><rooms/></house><orx:meta><orx:instanceID/><orx:audit/></orx:meta></data></instance>
<bind nodeset="/data/house/rooms" type="int" tsh:expected=". &gt; 1"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string"/>
<bind nodeset="/data/orx:meta/orx:audit" type="binary" odk:track-changes-reasons="on-form-edit"/></model></h:head><h:body>
<group ref="/data/house"><repeat nodeset="/data/house"><input ref="/data/house/rooms"><label>Rooms</label></input></repeat></group></h:body></h:html>)";

}

TEST_CASE("what the form does not expect is finished with a reason, which is kept at once and stands in the log", "[fieldwork][audit][expected]")
{
    Workplace place;
    place.install(kLogged, "Logged", kRooms);
    base::DraftId draft;
    {
        const auto filling = begin(place);
        for (int i = 0; i < 2; ++i)
            REQUIRE(filling->addRepeat("/data/house"));
        CHECK(filling->overrule("/data/house[1]/rooms", "so it is").error().code == base::kNotFound); // nothing to say there
        REQUIRE(filling->answer("/data/house[1]/rooms", "1"));
        REQUIRE(filling->answer("/data/house[2]/rooms", "1"));
        CHECK(filling->doubts().size() == 2);
        CHECK(filling->finish().error().code == fieldwork::kReasonWanted);
        CHECK(filling->overrule("/data/house[1]/rooms", "  ").error().code == fieldwork::kReasonWanted);
        REQUIRE(filling->overrule("/data/house[1]/rooms", "one room, and a yard"));
        REQUIRE(filling->overrule("/data/house[2]/rooms", "a shop"));
        draft = filling->draft();
    } // the process dies here
    place.restart();
    auto filling = place.resume(draft);
    CHECK(filling->overruled("/data/house[1]/rooms") == "one room, and a yard");
    REQUIRE(filling->leave());
    filling = place.resume(draft); // from the snapshot
    CHECK(filling->doubts().empty());
    REQUIRE(filling->answer("/data/house[1]/rooms", "1")); // given anew: said anew
    CHECK(filling->doubts().size() == 1);
    REQUIRE(filling->removeRepeat("/data/house[1]"));
    REQUIRE(filling->doubts().size() == 1); // the second is the first now, and its reason may not go to another house
    REQUIRE(filling->overrule("/data/house[1]/rooms", "a shop, indeed"));
    CHECK_FALSE(filling->asksWhyChanged());
    const auto record = filling->finish();
    REQUIRE(record);
    const std::string log = logOf(place, *record);
    CHECK(log.starts_with("event,node,start,end,change-reason\n"));
    CHECK(log.find(",\"a shop, indeed\"\n") != std::string::npos);
    const auto events = eventsOf(log);
    CHECK(std::count(events.begin(), events.end(), "expectation overruled,/data/house[1]/rooms") == 1);

    const auto correction = Filling::correct(*place.library, *record);
    REQUIRE(correction);
    CHECK((*correction)->asksWhyChanged());
    REQUIRE((*correction)->answer("/data/house[1]/rooms", "2"));
    (*correction)->sayWhyChanged("counted again");
    const auto second = (*correction)->finish();
    REQUIRE(second);
    CHECK(logOf(place, *second).find("change reason,") != std::string::npos);
    CHECK(logOf(place, *second).find(",counted again\n") != std::string::npos);
}
