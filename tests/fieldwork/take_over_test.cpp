#include "tests/fieldwork/workplace.h"

using namespace tashilgar;
using fieldwork::Filling;
using tests::Workplace;

namespace {

/// The household form after its author went on with it.
std::unique_ptr<Filling> startEdited(Workplace& place, const std::vector<std::pair<std::string, std::string>>& edits)
{
    std::string xml = tests::householdForm();
    for (const auto& [from, to] : edits) {
        for (std::size_t at = xml.find(from); at != std::string::npos; at = xml.find(from, at + to.size()))
            xml.replace(at, from.size(), to);
    }
    const base::FormVersion version{base::FormId("household"), "1 #2"};
    place.install(version, "خانوار", xml);
    auto filling = Filling::start(*place.library, version);
    REQUIRE(filling);
    return std::move(*filling);
}

std::string valueOf(const Filling& filling, const std::string& ref) { return filling.entry().view(ref)->value; }

std::unique_ptr<Filling> filled(Workplace& place)
{
    auto filling = place.start();
    REQUIRE(filling->answer("/data/name", "شیرین"));
    REQUIRE(filling->answer("/data/age", "33"));
    REQUIRE(filling->addRepeat("/data/member"));
    REQUIRE(filling->addRepeat("/data/member"));
    REQUIRE(filling->answer("/data/member[2]/who", "علی"));
    REQUIRE(filling->answer("/data/member[2]/relation", "son"));
    REQUIRE(filling->attach("/data/photo", place.file("face.jpg", "picture")));
    REQUIRE(filling->setCurrentRef("/data/age"));
    return filling;
}

} // namespace

TEST_CASE("an entry of an edited form takes over answers, rows, files and the place", "[fieldwork][preview]")
{
    Workplace place;
    const auto before = filled(place);
    const auto after = startEdited(place, {{"<label>سن</label>", "<label>سن به سال</label>"}});
    REQUIRE(after->takeOver(*before));
    for (const char* ref : {"/data/name", "/data/age", "/data/photo", "/data/total", "/data/member[2]/who", "/data/member[2]/relation"})
        CHECK(valueOf(*after, ref) == valueOf(*before, ref));
    CHECK(after->attachment("/data/photo"));
    CHECK(after->currentRef() == "/data/age");
    CHECK(after->unsaved() == 0);
    place.restart();
    CHECK(valueOf(*place.resume(after->draft()), "/data/member[2]/who") == "علی");
}

TEST_CASE("what the edited form does not have, or has as another kind, is left out; the rest stays", "[fieldwork][preview]")
{
    Workplace place;
    const auto before = filled(place);
    SECTION("a question that got another name")
    {
        const auto after = startEdited(place, {{"/data/age", "/data/years"}, {"<age/>", "<years/>"}});
        REQUIRE(after->takeOver(*before));
        CHECK(valueOf(*after, "/data/name") == "شیرین");
    }
    SECTION("a number that became a date")
    {
        const auto after = startEdited(place,
            {{R"(<bind nodeset="/data/age" type="int" constraint=". &lt; 120")", R"(<bind nodeset="/data/age" type="date")"}});
        REQUIRE(after->takeOver(*before));
        CHECK(valueOf(*after, "/data/age").empty());
        CHECK(valueOf(*after, "/data/name") == "شیرین");
    }
    SECTION("a question that may only be read now")
    {
        const auto after = startEdited(place,
            {{R"(<bind nodeset="/data/name" type="string")", R"x(<bind nodeset="/data/name" type="string" readonly="true()")x"}});
        REQUIRE(after->takeOver(*before));
        CHECK(valueOf(*after, "/data/name").empty());
        CHECK(valueOf(*after, "/data/age") == "33");
    }
}

TEST_CASE("an entry that nobody touched hands nothing over and begins no draft", "[fieldwork][preview]")
{
    Workplace place;
    const auto before = place.start();
    const auto after = startEdited(place, {{"<label>سن</label>", "<label>سن به سال</label>"}});
    REQUIRE(after->takeOver(*before));
    CHECK(*place.store->drafts().count() == 0);
}
