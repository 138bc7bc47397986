#include "app/forms/submission.h"
#include "tests/support/form_builder.h"
#include "tests/support/scenario.h"

using namespace tashilgar::tests;
using namespace tashilgar::forms;

TEST_CASE("a submission has what is relevant, in the order of the form, byte for byte the same", "[forms][submission]")
{
    Scenario scenario(form("Submission",
        place("/data/a"), place("/data/b"), place("/data/rep/n"), bind("/data/b").relevant("/data/a = 'yes'"), bind("/data/orx:meta/orx:instanceID").calculate("'uuid:1'"), input("/data/a"),
        input("/data/b"), repeat("/data/rep").holding(input("/data/rep/n"))));
    scenario.answer("/data/a", "a < b & \"c\"");
    scenario.answer("/data/rep[1]/n", "۱");

    CHECK(scenario.entry().xml()
        == "<data xmlns:orx=\"http://openrosa.org/xforms\" id=\"test\" version=\"1\"><a>a &lt; b &amp; \"c\"</a><rep><n>۱</n></rep>"
           "<orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>");
    scenario.answer("/data/a", "yes");
    CHECK_THAT(scenario.entry().xml(), ContainsSubstring("<a>yes</a><b/>"));
}

TEST_CASE("file names of relevant uploads are what travels beside a record", "[forms][submission]")
{
    Scenario scenario(form("Photos",
        bind("/data/p").type("binary"), bind("/data/q").type("binary").relevant("/data/a = 'yes'"),
        bind("/data/meta/instanceID").preload("uid"), input("/data/a"), control("upload", "/data/p").with("mediatype", "image/*"),
        control("upload", "/data/q").with("mediatype", "audio/*")));
    scenario.answer("/data/a", "yes");
    scenario.answer("/data/p", "one.jpg");
    scenario.answer("/data/q", "two.m4a");
    CHECK(scenario.finalize().attachments == std::vector<std::string>{"one.jpg", "two.m4a"});
    scenario.answer("/data/a", "no");
    CHECK(scenario.finalize().attachments == std::vector<std::string>{"one.jpg"});
}

// Spec: https://getodk.github.io/xforms-spec-entities/
TEST_CASE("entities are created and updated with what is saved to them", "[forms][entities]")
{
    Scenario scenario(form("Door",
        bind("/data/status").with("entities:saveto", "status"), bind("/data/visits").with("entities:saveto", "visits"),
        bind("/data/meta/instanceID").preload("uid"), bind("/data/meta/entity/@create").calculate("if(/data/new = 'yes', 1, '')"),
        bind("/data/meta/entity/@update").calculate("if(/data/new = 'yes', '', 1)"),
        bind("/data/meta/entity/@baseVersion").calculate("'3'"), bind("/data/meta/entity/label").calculate("concat('door ', /data/status)"),
        value("/data/meta/entity/@dataset", "households"), value("/data/meta/entity/@id", "e-1"), input("/data/new"),
        input("/data/status"), input("/data/visits")));
    CHECK(scenario.form().entityListsWritten() == std::vector<std::string>{"households"});

    scenario.answer("/data/new", "yes");
    scenario.answer("/data/status", "done");
    scenario.answer("/data/visits", "2");
    auto entities = scenario.finalize().entities;
    REQUIRE(entities.size() == 1);
    CHECK(entities[0].list == "households");
    CHECK(entities[0].id == "e-1");
    CHECK(entities[0].create);
    CHECK_FALSE(entities[0].update);
    CHECK(entities[0].label == "door done");
    CHECK(entities[0].properties
        == std::vector<std::pair<std::string, std::string>>{{"status", "done"}, {"visits", "2"}});

    scenario.answer("/data/new", "no");
    entities = scenario.finalize().entities;
    REQUIRE(entities.size() == 1);
    CHECK(entities[0].update);
    CHECK(entities[0].baseVersion == "3");
}

TEST_CASE("each row of a repeat may make an entity of its own", "[forms][entities]")
{
    Scenario scenario(form("Commitments",
        bind("/data/rep/what").with("entities:saveto", "body"), bind("/data/rep/meta/entity/@id").calculate("concat('e', position(../../..))"),
        bind("/data/rep/meta/entity/@create").calculate("1"), bind("/data/rep/meta/entity/label").calculate("../../../what"),
        bind("/data/meta/instanceID").preload("uid"), value("/data/rep/meta/entity/@dataset", "issues"), templateOf("/data/rep"),
        repeat("/data/rep").holding(input("/data/rep/what"))));
    scenario.add("/data/rep");
    scenario.add("/data/rep");
    scenario.answer("/data/rep[1]/what", "water");
    scenario.answer("/data/rep[2]/what", "light");

    const auto entities = scenario.finalize().entities;
    REQUIRE(entities.size() == 2);
    CHECK(entities[0].id == "e1");
    CHECK(entities[1].label == "light");
    CHECK(entities[1].properties == std::vector<std::pair<std::string, std::string>>{{"body", "light"}});
}

TEST_CASE("a received record is read against its form, and a foreign one refused", "[forms][submission]")
{
    Scenario scenario(form("Hub", bind("/data/meta/instanceID").preload("uid"), input("/data/a")));
    scenario.answer("/data/a", "x");
    const std::string xml = scenario.finalize().xml;

    const auto read = readSubmission(scenario.form(), xml);
    REQUIRE(read);
    CHECK(read->instanceId.starts_with("uuid:"));
    const auto which = formOfSubmission(xml);
    REQUIRE(which);
    CHECK(which->form.value() == "test");
    CHECK(which->version == "1");

    const auto refuse = [&](std::string_view record) {
        const auto refused = readSubmission(scenario.form(), record);
        return !refused && refused.error().code == kForeignSubmission;
    };
    CHECK(refuse("<data id=\"other\" version=\"1\"><meta><instanceID>uuid:1</instanceID></meta></data>"));
    CHECK(refuse("<data id=\"test\" version=\"2\"><meta><instanceID>uuid:1</instanceID></meta></data>"));
    CHECK(refuse("<data id=\"test\" version=\"1\"><a>x</a></data>"));
    CHECK(refuse("<data id=\"test\" version=\"1\"><b/><meta><instanceID>uuid:1</instanceID></meta></data>"));
    CHECK_FALSE(readSubmission(scenario.form(), "<data"));
}

TEST_CASE("the fields of a form are its columns, with their repeats and privacy marks", "[forms][submission]")
{
    const auto loaded = Scenario::loaded(form("Fields",
        bind("/data/name").with("tsh:privacy", "personal"), bind("/data/rep/n").type("int").with("tsh:privacy", "sensitive"),
        input("/data/name"), repeat("/data/rep").holding(input("/data/rep/n")),
        select("/data/use").item("home", "Homes").item("shop", "Shops")));

    const auto& all = fields(*loaded);
    REQUIRE(all.size() == 4);
    CHECK(all[0].path == "/data/name");
    CHECK(all[0].personal);
    CHECK(all[1].kind == NodeKind::Repeat);
    CHECK(all[1].repeat == "");
    CHECK(all[2].repeat == "/data/rep");
    CHECK(all[2].type == DataType::Int);
    CHECK(all[2].sensitive);
    CHECK(all[3].multiple);
    CHECK(choiceLabel(*loaded, "/data/use", "shop", "") == "Shops");
    CHECK(choiceLabel(*loaded, "/data/use", "park", "") == "park");
}

TEST_CASE("a form that has no place for an id still makes records with one", "[forms][submission]")
{
    Scenario scenario(form("Plain", input("/data/a")));
    scenario.answer("/data/a", "x");
    CHECK(scenario.entry().xml() == "<data id=\"test\" version=\"1\"><a>x</a></data>");

    const auto finalised = scenario.finalize();
    CHECK(finalised.instanceId.starts_with("uuid:"));
    CHECK_THAT(finalised.xml, ContainsSubstring("<meta><instanceID>" + finalised.instanceId + "</instanceID></meta>"));
    const auto read = readSubmission(scenario.form(), finalised.xml);
    REQUIRE(read);
    CHECK(read->instanceId == finalised.instanceId);
    CHECK(scenario.finalize().instanceId == finalised.instanceId);
}

// Spec: https://getodk.github.io/xforms-spec/#compact-record-representation-(for-sms)
TEST_CASE("tagged answers make one short line, with what would tear it apart behind a backslash", "[forms][submission][compact]")
{
    Scenario scenario(form("Short",
        value("/data/@odk:prefix", "B"), value("/data/a/@odk:tag", "F"), value("/data/b/@odk:tag", "L"), value("/data/c/@odk:tag", "W"),
        value("/data/rep/n/@odk:tag", "N"), bind("/data/c").relevant("/data/b != 'x'"), input("/data/a"), input("/data/b"), input("/data/c"),
        input("/data/d"), repeat("/data/rep").holding(input("/data/rep/n"))));
    CHECK(scenario.entry().compact() == "B");
    scenario.answer("/data/a", "Ali Reza");
    scenario.answer("/data/b", "C:\\x");
    scenario.answer("/data/c", "seen");
    scenario.answer("/data/d", "untagged");
    scenario.answer("/data/rep[1]/n", "1");
    CHECK(scenario.entry().compact() == "B F Ali\\ Reza L C:\\\\x W seen N 1");
    scenario.answer("/data/b", "x");
    CHECK(scenario.entry().compact() == "B F Ali\\ Reza L x N 1");
}

TEST_CASE("a form chooses its delimiter, and one without tags has no short line", "[forms][submission][compact]")
{
    Scenario scenario(form("Short", value("/data/@odk:delimiter", "+"), value("/data/a/@odk:tag", "a"), value("/data/b/@odk:tag", "b"),
        input("/data/a"), input("/data/b")));
    scenario.answer("/data/a", "1 + 2");
    scenario.answer("/data/b", "x");
    CHECK(scenario.entry().compact() == "a+1 \\+ 2+b+x");
    CHECK(Scenario(form("Plain", input("/data/a"))).entry().compact().empty());
}

// Spec: https://getodk.github.io/xforms-spec/#submission-attributes
TEST_CASE("a form may say where, when and under which key its records go, and whether they may be edited", "[forms][submission]")
{
    const auto settings = [](std::string_view attributes) {
        return submissionSettings(*Scenario::loaded(
            form("Sent", input("/data/a"), action("<submission method=\"post\" " + std::string(attributes) + "/>"))));
    };
    const auto all = settings("action=\"https://office.example/submission\" base64RsaPublicKey=\"a2V5\" orx:auto-send=\"true\" "
                              "orx:auto-delete=\"false\" odk:client-editable=\"true\"");
    CHECK(all.url == "https://office.example/submission");
    CHECK(all.publicKey == "a2V5");
    CHECK(all.autoSend == true);
    CHECK(all.autoDelete == false);
    CHECK(all.clientEditable == true);
    const auto none = settings("orx:auto-send=\"perhaps\"");
    CHECK_FALSE(none.autoSend);
    CHECK_FALSE(none.autoDelete);
    CHECK_FALSE(none.clientEditable);
    CHECK(none.publicKey.empty());
}
