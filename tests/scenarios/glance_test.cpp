#include "app/forms/glance.h"
#include "tests/scenarios/shipped_form.h"

#include <algorithm>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

using Walked = std::vector<std::pair<forms::Event::Kind, std::string>>;

Walked listed(const forms::Entry& entry)
{
    Walked walked;
    for (const forms::Event& event : entry.events())
        walked.emplace_back(event.kind, event.ref);
    return walked;
}

Walked ahead(const forms::Entry& entry)
{
    Walked walked;
    for (auto event = forms::firstEvent(entry); event && walked.size() < 2000; event = forms::eventAfter(entry, *event))
        walked.emplace_back(event->kind, event->ref);
    return walked;
}

Walked back(const forms::Entry& entry)
{
    Walked walked;
    for (auto event = forms::lastEvent(entry); event && walked.size() < 2000; event = forms::eventBefore(entry, *event))
        walked.emplace_back(event->kind, event->ref);
    std::reverse(walked.begin(), walked.end());
    return walked;
}

} // namespace

TEST_CASE("a form walked step by step, either way, is the form as events() lists it", "[scenario][glance]")
{
    for (const char* id : {"tsh_household", "tsh_issue", "tsh_meeting", "tsh_asset", "tsh_followup", "tsh_block"}) {
        INFO(id);
        ShippedForm form(id);
        const forms::Entry& entry = form.scenario().entry();
        CHECK(ahead(entry) == listed(entry));
        CHECK(back(entry) == listed(entry));
    }
    ShippedForm meeting("tsh_meeting");
    meeting.answer("tab_role", "main");
    meeting.answer("nbh", "JFR");
    meeting.answer("mode", "list");
    meeting.add("att");
    meeting.answer("how", "new", 2);
    meeting.add("agenda");
    meeting.answer("has_dec", "yes");
    const forms::Entry& entry = meeting.scenario().entry();
    CHECK(ahead(entry) == listed(entry));
    CHECK(back(entry) == listed(entry));
    CHECK(ahead(entry).size() > 40);
}

TEST_CASE("a repeat is left as a whole, either way", "[scenario][glance]")
{
    ShippedForm meeting("tsh_meeting");
    meeting.answer("tab_role", "main");
    meeting.answer("mode", "list");
    const forms::Entry& entry = meeting.scenario().entry();
    const auto after = forms::eventAfter(entry, {forms::Event::Kind::PromptRepeat, meeting.ref("agenda", 0)});
    REQUIRE(after);
    CHECK(after->ref == meeting.ref("signin", 1));
    const auto before = forms::eventBefore(entry, {forms::Event::Kind::Repeat, meeting.ref("agenda", 0)});
    REQUIRE(before);
    CHECK(before->ref == meeting.ref("invited", 1));
}

TEST_CASE("a glance shows what a view shows, but not what is offered", "[scenario][glance]")
{
    ShippedForm meeting("tsh_meeting");
    meeting.answer("tab_role", "main");
    const std::string ref = meeting.ref("mtg_kind", 1);
    meeting.answer("mtg_kind", "women");
    const auto glance = forms::glance(meeting.scenario().entry(), ref);
    REQUIRE(glance);
    CHECK(glance->choices.empty());
    CHECK(glance->value == "women");
    CHECK(glance->label == meeting.scenario().view(ref).label);
    CHECK(forms::chosenLabels(meeting.scenario().entry(), ref) == std::vector<std::string>{"نشست زنان"});
    meeting.answer("topics", "water street");
    CHECK(forms::chosenLabels(meeting.scenario().entry(), meeting.ref("topics", 1)).size() == 2);
}

TEST_CASE("the head of a column is the label without what it takes from a row", "[scenario][glance]")
{
    ShippedForm household("tsh_household");
    const forms::Form& form = household.scenario().form();
    CHECK(forms::columnLabel(form, "/data/iv/person/p_gender", "English (en)") == "sex");
    CHECK(forms::columnLabel(form, "/data/iv/person/age", "فارسی (fa)") == "سن (سال کامل)");
    CHECK(forms::fieldsWithin(form, "/data/iv/person").size() == 8);
    CHECK(forms::fieldsWithin(form, "/data/nowhere").empty());
}
