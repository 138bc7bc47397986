#include "tests/sync/openrosa/village.h"

using namespace tashilgar;
using namespace tashilgar::tests;
using client::Reason;

namespace {

std::vector<std::string> askedFor(const Village& village, std::size_t from)
{
    std::vector<std::string> paths;
    for (std::size_t i = from; i < village.server.seen.size(); ++i)
        paths.push_back(village.server.seen[i].target.substr(village.server.base.size()));
    return paths;
}

} // namespace

TEST_CASE("forms, their files and entity lists arrive from an OpenRosa server", "[sync][openrosa]")
{
    Village village;
    village.server.forms["visit"].lists["doors"] = "name,label,__version,street\nd1,One,3,North\nd2,\"Two, left\",1,\n";
    village.joined();
    const auto status = village.round();
    INFO((status.error ? status.error->text() : "no error"));
    CHECK(status.reason == Reason::NothingToDo);
    CHECK(status.formsThisRound == 1);

    const auto forms = village.tablet->forms().fillable();
    REQUIRE(forms);
    REQUIRE(forms->size() == 1);
    CHECK(forms->front().title == "Form visit");
    CHECK(*village.tablet->forms().xml(forms->front().id) == village.server.forms.at("visit").xml);
    REQUIRE(forms->front().media.size() == 1);
    CHECK(forms->front().media.front().name == "map.png");
    const auto row = village.tablet->lists().row(base::ListName("doors"), "d1");
    REQUIRE(row);
    CHECK(row->version == 3);
    CHECK(*village.tablet->lists().count(base::ListName("doors")) == 2);
}

TEST_CASE("what is here with the server's hash is not asked for again", "[sync][openrosa]")
{
    Village village;
    village.server.forms["visit"].lists["doors"] = "name,label,__version\nd1,One,1\n";
    village.joined();
    village.round();
    const std::size_t before = village.server.seen.size();
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(askedFor(village, before) == std::vector<std::string>{"/formList", "/forms/visit/manifest"});

    village.server.forms["visit"].media["map.png"] = "a better map";
    village.server.forms["visit"].lists["doors"] = "name,label,__version\nd1,ONE,2\n";
    const std::size_t after = village.server.seen.size();
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(askedFor(village, after)
        == std::vector<std::string>{"/formList", "/forms/visit/manifest", "/forms/visit/attachments/map.png", "/forms/visit/attachments/doors.csv"});
    CHECK(village.tablet->lists().row(base::ListName("doors"), "d1")->version == 2);
}

TEST_CASE("a new version takes the place of the old one, and a form that is no longer listed keeps its drafts only", "[sync][openrosa]")
{
    Village village;
    village.joined();
    village.round();
    village.server.forms["visit"].version = "2";
    village.server.forms["visit"].xml = "<x/>";
    CHECK(village.round().reason == Reason::NothingToDo);
    REQUIRE(village.tablet->forms().fillable()->size() == 1);
    CHECK(village.tablet->forms().fillable()->front().id.version == "2");

    village.server.forms.clear();
    CHECK(village.round().reason == Reason::NothingToDo);
    CHECK(village.tablet->forms().fillable()->empty());
    CHECK(village.tablet->forms().xml({base::FormId("visit"), "1"}));
}

TEST_CASE("a form whose bytes are not what the list announced is passed over and the others arrive", "[sync][openrosa]")
{
    Village village;
    village.server.forms["broken"] = {"1", "<broken/>", {}, {}, true};
    village.joined();
    village.server.instead = [](const client::Request& request) {
        return request.target.ends_with("/forms/broken.xml") ? std::optional(reply(200, "<html>Sign in</html>")) : std::nullopt;
    };
    const auto status = village.round();
    CHECK(status.reason == Reason::HubTrouble);
    CHECK(status.error->place == "broken");
    REQUIRE(village.tablet->forms().fillable()->size() == 1);
    CHECK(village.tablet->forms().fillable()->front().id.form.value() == "visit");
}

TEST_CASE("a manifest that leads out of the form's folder or to another host is not followed", "[sync][openrosa]")
{
    for (const char* const file : {"<filename>../../keys/store</filename><downloadUrl>/x</downloadUrl>",
             "<filename>a.png</filename><downloadUrl>https://evil.example.org/a.png</downloadUrl>"}) {
        Village village;
        village.joined();
        village.server.instead = [&](const client::Request& request) {
            const std::string manifest = std::string("<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\"><mediaFile>") + file
                + "<hash>md5:0</hash></mediaFile></manifest>";
            return request.target.ends_with("/manifest") ? std::optional(reply(200, manifest)) : std::nullopt;
        };
        CHECK(village.round().reason != Reason::NothingToDo);
        CHECK(village.tablet->forms().fillable()->empty());
        CHECK(std::ranges::all_of(village.server.seen, [](const auto& r) { return r.address.host == "central.example.org"; }));
    }
}

TEST_CASE("a list of entities that is cut on its way stays as it was", "[sync][openrosa]")
{
    Village village;
    village.server.forms["visit"].lists["doors"] = "name,label,__version\nd1,One,1\n";
    village.joined();
    village.round();
    village.server.forms["visit"].lists["doors"] = "name,label,__version\nd1,\"never ends";
    CHECK(village.round().reason == Reason::TabletTrouble);
    CHECK(village.tablet->lists().row(base::ListName("doors"), "d1")->version == 1);
}
