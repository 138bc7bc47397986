#include "app/forms/audit.h"
#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using namespace tashilgar::forms;
using namespace std::chrono_literals;

namespace {

std::string audited(std::string_view more = {})
{
    std::string text = form("Audited", bind("/data/meta/audit").type("binary"), bind("/data/meta/instanceID").preload("uid"),
        bind("/data/age").type("int").constraint(". < 120"), input("/data/age"), input("/data/name"),
        repeat("/data/rep").holding(input("/data/rep/n")));
    const std::string_view mark = "type=\"binary\"";
    return text.insert(text.find(mark) + mark.size(), " " + std::string(more));
}

/// A form with an audit question and the log of its filling; the clock stands at 1,000,000 ms.
struct Audited {
    explicit Audited(std::string_view attributes = {}, std::string_view earlier = {})
        : scenario(audited(attributes))
        , clock(base::Instant(1'000'000ms))
        , log(*auditSettings(scenario.form()), clock, "sara", earlier)
    {
        scenario.adjust = [this](EntryHost& host) { host.audit = &log; };
        scenario.reopen();
    }
    Scenario scenario;
    FakeClock clock;
    AuditLog log;
};

} // namespace

// Spec: https://docs.getodk.org/form-audit-log/
TEST_CASE("the log tells what was seen, when and for how long", "[forms][audit]")
{
    Audited a;
    const std::string age = "/data/age";
    a.log.note(AuditEvent::FormStart);
    a.scenario.entry().enterScreen({&age, 1});
    a.clock.advance(1500ms);
    a.scenario.answer(age, "30");
    a.scenario.entry().leaveScreen();
    a.scenario.add("/data/rep");
    a.clock.advance(500ms);
    a.scenario.remove("/data/rep[2]");
    a.log.note(AuditEvent::FormSave);

    CHECK(a.log.csv()
        == "event,node,start,end\n"
           "form start,,1000000,\n"
           "question,/data/age,1000000,1001500\n"
           "add repeat,/data/rep[2],1001500,\n"
           "delete repeat,/data/rep[2],1002000,\n"
           "form save,,1002000,\n");
}

TEST_CASE("finalising names the log in the record and sends it along", "[forms][audit]")
{
    Audited a;
    const auto finalised = a.scenario.finalize();
    CHECK(finalised.attachments == std::vector<std::string>{"audit.csv"});
    CHECK_THAT(finalised.xml, ContainsSubstring("<audit>audit.csv</audit>"));
    CHECK_THAT(a.log.csv(), ContainsSubstring("form finalize,,1000000,\n"));

    a.scenario.answer("/data/age", "200");
    CHECK_FALSE(a.scenario.entry().finalize());
    CHECK_THAT(a.log.csv(), ContainsSubstring("constraint error,/data/age,1000000,\nfinalize error,,1000000,\n"));

    Scenario plain(audited());
    CHECK(plain.finalize().attachments.empty());
}

TEST_CASE("changed answers are written where the form asks, quoted as CSV wants, with the person", "[forms][audit]")
{
    Audited a("odk:track-changes=\"true\" odk:identify-user=\"true\"");
    const std::string name = "/data/name";
    a.scenario.answer(name, "a,b");
    a.scenario.entry().enterScreen({&name, 1});
    a.scenario.answer(name, "say \"hi\"");
    a.scenario.entry().enterScreen({&name, 1});
    a.scenario.entry().leaveScreen();
    CHECK(a.log.csv()
        == "event,node,start,end,old-value,new-value,user\n"
           "question,/data/name,1000000,1000000,\"a,b\",\"say \"\"hi\"\"\",sara\n"
           "question,/data/name,1000000,1000000,,,sara\n");
}

TEST_CASE("a group on one screen is one event, and one for each question where changes are tracked", "[forms][audit]")
{
    const std::vector<std::string> refs{"/data/age", "/data/name"};
    Audited plain;
    plain.scenario.entry().enterScreen(refs, "/data");
    plain.scenario.entry().leaveScreen();
    CHECK(plain.log.csv() == "event,node,start,end\ngroup questions,/data,1000000,1000000\n");

    Audited tracked("odk:track-changes=\"true\"");
    tracked.scenario.entry().enterScreen(refs, "/data");
    tracked.scenario.answer("/data/name", "Ali");
    tracked.scenario.entry().leaveScreen();
    CHECK_THAT(tracked.log.csv(), ContainsSubstring("group questions,/data,1000000,1000000,,\n"));
    CHECK_THAT(tracked.log.csv(), ContainsSubstring("question,/data/name,1000000,1000000,,Ali\n"));
}

TEST_CASE("locations need all three parameters; the most accurate young one is written, a mocked one with 0", "[forms][audit]")
{
    Audited none("odk:location-priority=\"balanced\" odk:location-min-interval=\"60\"");
    CHECK_FALSE(none.log.settings().location);

    Audited a("odk:location-priority=\"high-accuracy\" odk:location-min-interval=\"10\" odk:location-max-age=\"60\"");
    REQUIRE(a.log.settings().location);
    CHECK(a.log.settings().location->minInterval == 10s);
    a.log.note(AuditEvent::FormStart);
    a.log.see({35.7, 51.4, 4.5, false});
    a.log.see({35.8, 51.5, 30, false});
    a.log.note(AuditEvent::FormSave);
    a.clock.advance(61s);
    a.log.note(AuditEvent::FormSave);
    a.log.see({1, 2, 9, true});
    a.log.note(AuditEvent::FormExit);
    CHECK(a.log.csv()
        == "event,node,start,end,latitude,longitude,accuracy\n"
           "form start,,1000000,,,,\n"
           "form save,,1000000,,35.7,51.4,4.5\n"
           "form save,,1061000,,,,\n"
           "form exit,,1061000,,1,2,0\n");
}

namespace {

/// A clock whose wall can be set back while time goes on.
class TurnedClock final : public base::Clock {
public:
    base::Instant now() const override { return base::Instant(wall); }
    std::chrono::milliseconds monotonic() const override { return passed; }
    std::chrono::milliseconds wall{5'000'000}, passed{10};
};

} // namespace

TEST_CASE("a clock set back in between does not turn the log around", "[forms][audit]")
{
    TurnedClock clock;
    AuditLog log({}, clock);
    clock.wall = 1ms;
    clock.passed += 700ms;
    log.note(AuditEvent::FormExit);
    CHECK_THAT(log.csv(), ContainsSubstring("form exit,,5000700,\n"));
}

TEST_CASE("a later sitting goes on where the earlier one ended, with the reason of a change", "[forms][audit]")
{
    const std::string earlier = "event,node,start,end,change-reason\nform start,,5,,\n";
    Audited a("odk:track-changes-reasons=\"on-form-edit\"", earlier);
    CHECK(a.log.settings().reasonsOnEdit);
    a.log.noteReason("the number was wrong");
    CHECK(a.log.csv() == earlier + "change reason,,1000000,,the number was wrong\n");
}
