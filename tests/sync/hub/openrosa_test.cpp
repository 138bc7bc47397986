#include "app/base/csv.h"
#include "app/base/hash.h"
#include "sync/hub/domain/app_users.h"
#include "sync/hub/domain/form_files.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

#include <filesystem>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

struct Part {
    std::string name, content;
    std::string type = "image/jpeg";
};

/// A phone with ODK Collect, as far as the wire sees it.
class Collect {
public:
    Collect(OfficeHub& office, const std::string& username)
        : m_office(office)
    {
        const auto added = office.data().storage->writeNow([&](hub::storage::Writer& writer) -> base::Result<void> {
            auto made = hub::domain::addAppUser(writer, username, "گوشی", office.clock.now(), m_random);
            REQUIRE(made);
            user = *made;
            return {};
        });
        REQUIRE(added);
    }

    std::string path(std::string_view below) const { return fmt::format("/v1/key/{}/projects/1{}", user.token, below); }
    HttpAnswer get(const std::string& target, std::string_view method = "GET")
    {
        HttpClient client(m_office.port(), false);
        return client.request(method, target, {{"X-OpenRosa-Version", "1.0"}, {"Date", "Tue, 01 Dec 2026 03:00:00 PM GMT"}});
    }
    HttpAnswer list() { return get(path("/formList")); }
    HttpAnswer manifest() { return get(path("/forms/house/versions/1/manifest")); }
    HttpAnswer post(const std::string& xml, const std::vector<Part>& files = {}, const std::string& target = "/submission?deviceID=collect:1")
    {
        std::string body = "--line\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"submission.xml\"\r\n"
                           "Content-Type: text/xml\r\n\r\n" + xml + "\r\n";
        for (const Part& file : files)
            body += fmt::format("--line\r\nContent-Disposition: form-data; name=\"{0}\"; filename=\"{0}\"\r\nContent-Type: {1}\r\n\r\n{2}\r\n",
                file.name, file.type, file.content);
        return postBody(body + "--line--\r\n", target);
    }
    HttpAnswer postBody(const std::string& body, const std::string& target = "/submission")
    {
        HttpClient client(m_office.port(), false);
        return client.request("POST", path(target),
            {{"X-OpenRosa-Version", "1.0"}, {"Content-Type", "multipart/form-data; boundary=line"}}, body);
    }

    hub::domain::NewAppUser user;

private:
    OfficeHub& m_office;
    base::SystemRandom m_random;
};

std::string between(const std::string& text, const std::string& from, const std::string& to, std::size_t begin = 0)
{
    const std::size_t at = text.find(from, begin);
    if (at == std::string::npos)
        return {};
    return text.substr(at + from.size(), text.find(to, at + from.size()) - at - from.size());
}

/// An address of the hub without scheme and host.
std::string targetOf(const std::string& url) { return url.substr(url.find('/', 8)); }

hub::storage::Record recordAt(OfficeHub& office, const std::string& instance)
{
    std::optional<hub::storage::Record> found;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        auto record = reader.record(base::InstanceId(instance));
        REQUIRE(record);
        found = *record;
        return {};
    }));
    return found.value_or(hub::storage::Record());
}

std::size_t recordsAt(OfficeHub& office)
{
    std::size_t count = 0;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        count = *reader.recordCount();
        return {};
    }));
    return count;
}

std::optional<hub::storage::Row> householdAt(OfficeHub& office, const std::string& id)
{
    std::optional<hub::storage::Row> found;
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        found = *reader.row(base::ListName("households"), id);
        return {};
    }));
    return found;
}

std::string blobAt(OfficeHub& office, const std::string& sha256)
{
    const auto bytes = office.data().blobs->readAll(sha256, 1 << 20);
    return bytes ? std::string(base::textOf(*bytes)) : std::string("none");
}

void setState(OfficeHub& office, hub::storage::FormState state)
{
    REQUIRE(office.data().storage->writeNow(
        [&](hub::storage::Writer& writer) { return hub::domain::setFormState(writer, base::FormId("house"), state); }));
}

} // namespace

TEST_CASE("the list of forms says where each form is, byte for byte what was published", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    const auto list = phone.list();
    CHECK(list.status == 200);
    CHECK(list.headers.at("content-type").starts_with("text/xml"));
    CHECK(list.headers.at("x-openrosa-version") == "1.0");
    CHECK(list.headers.at("x-openrosa-accept-content-length") == "100000000");
    CHECK(list.headers.at("date").ends_with(" GMT"));
    CHECK(between(list.body, "<formID>", "</formID>") == "house");
    CHECK(between(list.body, "<version>", "</version>") == "1");
    CHECK(between(list.body, "<name>", "</name>") == "خانه");
    const std::string url = between(list.body, "<downloadUrl>", "</downloadUrl>");
    CHECK(url.starts_with("http://"));
    const auto form = phone.get(targetOf(url));
    CHECK(form.status == 200);
    CHECK(form.body == kHouseForm);
    CHECK(between(list.body, "<hash>", "</hash>").size() == 4 + 32);
    CHECK(phone.get(phone.path("/forms/house.xml")).body == kHouseForm);
    CHECK(phone.get(phone.path("/formList?formID=other")).body.find("<xform>") == std::string::npos);
}

TEST_CASE("a client that does not say which OpenRosa it speaks is told so", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HttpClient client(office.port(), false);
    const auto answer = client.request("GET", phone.path("/formList"));
    CHECK(answer.status == 400);
    CHECK(answer.body.find("<OpenRosaResponse") != std::string::npos);
}

TEST_CASE("an entity list is a file of its form: what the person's office may see, with versions", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    const auto manifest = phone.manifest();
    CHECK(manifest.status == 200);
    CHECK(between(manifest.body, "<mediaFile type=\"", "\"") == "entityList");
    CHECK(between(manifest.body, "<filename>", "</filename>") == "households.csv");
    const auto csv = phone.get(targetOf(between(manifest.body, "<downloadUrl>", "</downloadUrl>")));
    REQUIRE(csv.status == 200);
    const auto rows = base::readCsv(csv.body);
    REQUIRE(rows);
    REQUIRE(rows->size() == 2); // the other household is of another office
    CHECK((*rows)[0] == base::CsvRow{"name", "label", "__version", "neighbourhood", "status", "visits", "geometry"});
    CHECK((*rows)[1] == base::CsvRow{"bbbbbbbb-0000-4000-8000-000000000001", "B01-001", "1", "JFR", "closed_door", "1", "34.3450 47.0900 0 6"});
    const auto integrity = phone.get(targetOf(between(manifest.body, "<integrityUrl>", "</integrityUrl>"))
        + "?id=bbbbbbbb-0000-4000-8000-000000000001,bbbbbbbb-0000-4000-8000-000000000002");
    CHECK(between(integrity.body, "000000000001\"><deleted>", "<") == "false");
    CHECK(between(integrity.body, "000000000002\"><deleted>", "<") == "true");
}

TEST_CASE("the mark of an entity list changes when a row of its area does, and not before", "[hub][openrosa]")
{
    OfficeHub office;
    Collect here(office, "n.karimi");
    Collect there(office, "z.ahmadi");
    const auto mark = [](Collect& phone) { return between(phone.manifest().body, "<hash>", "</hash>"); };
    const std::string before = mark(here);
    const std::string beforeThere = mark(there);
    CHECK(before != beforeThere);
    CHECK(mark(here) == before);
    CHECK(here.post(HouseVisit().xml()).status == 201);
    CHECK(mark(here) != before);
    CHECK(mark(there) == beforeThere);
}

TEST_CASE("a plain list is a file whose hash is that of its bytes", "[hub][openrosa]")
{
    OfficeHub office;
    auto programme = smallProgramme();
    std::string form = kHouseForm;
    form.replace(form.find("version=\"1\""), 11, "version=\"2\"");
    form.replace(form.find("file-csv/households.csv"), 23, "file-csv/bodies.csv");
    programme.forms = {{"house.xml", form, {}}};
    REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
    Collect phone(office, "n.karimi");
    const auto manifest = phone.get(phone.path("/forms/house/versions/2/manifest"));
    CHECK(manifest.body.find("<mediaFile><filename>bodies.csv</filename>") != std::string::npos);
    const auto csv = phone.get(targetOf(between(manifest.body, "<downloadUrl>", "</downloadUrl>")));
    CHECK(csv.body == "name,label\r\nmunicipality,شهرداری\r\nabfa,آب و فاضلاب\r\n");
    CHECK(between(manifest.body, "<hash>", "</hash>") == "md5:0a4e63fa6ace324fc31a777230d87426");
    CHECK(between(phone.list().body, "<version>", "</version>") == "2");
    CHECK(phone.get(phone.path("/forms/house/versions/1.xml")).status == 200); // drafts of yesterday
}

TEST_CASE("a record with its photo is stored at once, and is the person's like one from a tablet", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HouseVisit visit;
    visit.photo = "1795.jpg";
    const auto answer = phone.post(visit.xml(), {{"1795.jpg", "a photo"}});
    INFO(answer.body);
    CHECK(answer.status == 201);
    CHECK(answer.body.find("<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"") != std::string::npos);
    const auto record = recordAt(office, visit.instance);
    CHECK(record.username == "n.karimi");
    CHECK(record.device == phone.user.id);
    REQUIRE(record.blobs.size() == 1);
    CHECK(blobAt(office, record.blobs[0].sha256) == "a photo");
    CHECK(record.blobs[0].mediaType == "image/jpeg");
    REQUIRE(householdAt(office, visit.household));
    CHECK(householdAt(office, visit.household)->values.at("status") == "done");
}

TEST_CASE("files may come in several requests, each with the same record", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HouseVisit visit;
    visit.photo = "1795.jpg";
    CHECK(phone.post(visit.xml(), {{"*isIncomplete*", "yes", "text/plain"}}).status == 202);
    CHECK(recordAt(office, visit.instance).blobs.at(0).sha256.empty());
    CHECK(phone.post(visit.xml(), {{"1795.jpg", "a photo"}}).status == 201);
    CHECK(blobAt(office, recordAt(office, visit.instance).blobs.at(0).sha256) == "a photo");
    CHECK(phone.post(visit.xml(), {{"1795.jpg", "a photo"}}).status == 201);
    CHECK(phone.post(visit.xml()).status == 201);
    CHECK(recordsAt(office) == 1);
    CHECK(householdAt(office, visit.household)->version == 1);
}

TEST_CASE("a file may come before its record, and a file nobody named is let go", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HouseVisit visit;
    visit.photo = "1795.jpg";
    const auto file = [](std::string_view name, std::string_view content) {
        return fmt::format("--line\r\nContent-Disposition: form-data; name=\"{0}\"; filename=\"{0}\"\r\n\r\n{1}\r\n", name, content);
    };
    CHECK(phone.postBody(file("1795.jpg", "a photo") + file("other.jpg", "not named") + file("xml_submission_file", visit.xml()) + "--line--").status
        == 201);
    CHECK(blobAt(office, recordAt(office, visit.instance).blobs.at(0).sha256) == "a photo");
    CHECK(blobAt(office, base::Sha256::hexOf(base::bytesOf("not named"))) == "none");
    CHECK(phone.post(visit.xml(), {{"stray.jpg", "a stray"}}).status == 201);
    CHECK(blobAt(office, base::Sha256::hexOf(base::bytesOf("a stray"))) == "none");
}

TEST_CASE("another record, or another file, under a taken name is refused and the first one stands", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    Collect other(office, "z.ahmadi");
    HouseVisit visit;
    visit.photo = "1795.jpg";
    CHECK(phone.post(visit.xml(), {{"1795.jpg", "a photo"}}).status == 201);
    HouseVisit forged = visit;
    forged.status = "closed_door";
    CHECK(phone.post(forged.xml()).status == 409);
    CHECK(phone.post(visit.xml(), {{"1795.jpg", "another photo"}}).status == 409);
    CHECK(other.post(visit.xml()).status == 409);
    CHECK(blobAt(office, recordAt(office, visit.instance).blobs.at(0).sha256) == "a photo");
    CHECK(householdAt(office, visit.household)->values.at("status") == "done");
}

TEST_CASE("a correction replaces its record and keeps the photo that did not come again", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HouseVisit first;
    first.photo = "1795.jpg";
    CHECK(phone.post(first.xml(), {{"1795.jpg", "a photo"}}).status == 201);
    HouseVisit second = first;
    second.instance = "uuid:11111111-0000-4000-8000-000000000002";
    second.corrects = first.instance;
    second.baseVersion = "1";
    second.status = "closed_door";
    CHECK(phone.post(second.xml()).status == 201);
    const auto record = recordAt(office, second.instance);
    CHECK(record.replaces.value() == first.instance);
    CHECK(record.blobs.at(0).sha256 == base::Sha256::hexOf(base::bytesOf("a photo")));
    REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
        const auto newest = reader.records(base::FormId("house"), 0, 10, false, hub::storage::Reader::Versions::Newest);
        REQUIRE(newest);
        REQUIRE(newest->size() == 1);
        CHECK(newest->front().instance.value() == second.instance);
        return {};
    }));
}

TEST_CASE("somebody else's correction does not get the photo", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    Collect other(office, "z.ahmadi");
    HouseVisit first;
    first.photo = "1795.jpg";
    CHECK(phone.post(first.xml(), {{"1795.jpg", "a photo"}}).status == 201);
    HouseVisit second = first;
    second.instance = "uuid:11111111-0000-4000-8000-000000000002";
    second.corrects = first.instance;
    CHECK(other.post(second.xml()).status == 202);
}

TEST_CASE("a record that its tablet brings by the other door is the same record", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    Tablet tablet(office, "n.karimi");
    HouseVisit visit;
    visit.photo = "1795.jpg";
    CHECK(phone.post(visit.xml()).status == 202);
    const auto record = visit.record("a photo");
    CHECK(tablet.askReceipts({record}).front().reason->code == protocol::problem::kInstanceUnknown);
    const auto receipt = tablet.push({record}).front();
    CHECK(receipt.state == protocol::ReceiptState::AlreadyStored);
    CHECK(receipt.missingBlobs == std::vector<std::string>{record.blobs[0].sha256});
    CHECK(tablet.upload("a photo") == 204);
    CHECK(tablet.proves(tablet.askReceipts({record}).front(), record));
    CHECK(recordsAt(office) == 1);
}

TEST_CASE("a closed form takes the rest of what it has and nothing new; a closing one is only not offered", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HouseVisit begun;
    begun.photo = "1795.jpg";
    CHECK(phone.post(begun.xml()).status == 202);
    setState(office, hub::storage::FormState::Closing);
    CHECK(phone.list().body.find("<xform>") == std::string::npos);
    HouseVisit second;
    second.instance = "uuid:11111111-0000-4000-8000-000000000002";
    second.household = "aaaaaaaa-0000-4000-8000-000000000002";
    CHECK(phone.post(second.xml()).status == 201);
    setState(office, hub::storage::FormState::Closed);
    HouseVisit third;
    third.instance = "uuid:11111111-0000-4000-8000-000000000003";
    third.household = "aaaaaaaa-0000-4000-8000-000000000003";
    const auto refused = phone.post(third.xml());
    CHECK(refused.status == 409);
    CHECK(refused.body.find("no more submissions") != std::string::npos);
    CHECK(phone.post(begun.xml(), {{"1795.jpg", "a photo"}}).status == 201);
    // A tablet of the programme brings what was recorded while it was open.
    Tablet tablet(office, "n.karimi");
    CHECK(tablet.push({third.record()}).front().state == protocol::ReceiptState::Stored);
    setState(office, hub::storage::FormState::Open);
    CHECK(phone.list().body.find("<formID>house</formID>") != std::string::npos);
}

TEST_CASE("an encrypted record is kept with its files, and its answers are in no table", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    const std::string manifest
        = "<data id=\"house\" version=\"1\" encrypted=\"yes\" xmlns=\"http://opendatakit.org/submissions\">"
          "<base64EncryptedKey>a2V5</base64EncryptedKey><orx:meta xmlns:orx=\"http://openrosa.org/xforms\"><orx:instanceID>uuid:e1</orx:instanceID>"
          "</orx:meta><media><file>1795.jpg.enc</file></media><encryptedXmlFile>submission.xml.enc</encryptedXmlFile>"
          "<base64EncryptedElementSignature>c2ln</base64EncryptedElementSignature></data>";
    CHECK(phone.post(manifest, {{"submission.xml.enc", "sealed", "application/octet-stream"}}).status == 202);
    CHECK(phone.post(manifest, {{"1795.jpg.enc", "sealed photo", "application/octet-stream"}}).status == 201);
    const auto record = recordAt(office, "uuid:e1");
    CHECK(record.encrypted);
    CHECK(record.blobs.size() == 2);
    CHECK(recordsAt(office) == 1);
}

TEST_CASE("what is no record of a published form is refused with the number clients know", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HouseVisit other;
    other.version = "9";
    CHECK(phone.post(other.xml()).status == 404);
    CHECK(phone.post("<house id=\"house\" version=\"1\"><hood>JFR</hood></house>").status == 400); // no instanceID
    CHECK(phone.post("not xml").status == 400);
    CHECK(phone.post("").status == 400);
    CHECK(phone.post("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><house id=\"house\" version=\"1\">&b;</house>").status
        == 400);
    CHECK(phone.postBody("--line--\r\n").status == 400);
    CHECK(phone.postBody("no multipart").status == 400);
    HouseVisit traversing;
    traversing.photo = "../../../etc/passwd";
    CHECK(phone.post(traversing.xml(), {{"../../../etc/passwd", "root"}}).status == 400);
    CHECK(recordsAt(office) == 0);
}

TEST_CASE("a submission or a file beyond its limit is refused as too large, and nothing of it stays", "[hub][openrosa]")
{
    hub::ServeOptions options;
    options.limits.maxBlob = 1000;
    options.limits.maxSubmission = 100'000;
    OfficeHub office(false, options);
    Collect phone(office, "n.karimi");
    HouseVisit visit;
    visit.photo = "1795.jpg";
    const auto file = phone.post(visit.xml(), {{"1795.jpg", std::string(1001, 'x')}});
    CHECK(file.status == 413);
    CHECK(file.body.find("<OpenRosaResponse") != std::string::npos);
    CHECK(recordsAt(office) == 0);
    const auto whole = phone.postBody(std::string(9'000'000, 'x')); // its length is said, so it is refused before it is read
    CHECK(whole.status == 413);
    CHECK(whole.body.find("<OpenRosaResponse") != std::string::npos);
    CHECK(phone.post("<house>" + std::string(5'000'000, 'x') + "</house>").status == 413);
    CHECK(std::filesystem::is_empty(office.data().folder / "blobs/received"));
}

TEST_CASE("HEAD on the submission address says that one may send, and how much", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HttpClient client(office.port(), false);
    client.send("HEAD " + phone.path("/submission?deviceID=x") + " HTTP/1.1\r\nHost: hub\r\nX-OpenRosa-Version: 1.0\r\n\r\n");
    const auto answer = client.receive(true);
    CHECK(answer.status == 204);
    CHECK(answer.headers.at("x-openrosa-version") == "1.0");
    CHECK(answer.headers.at("x-openrosa-accept-content-length") == "100000000");
}

TEST_CASE("a token opens this door and its project, and no other; one that was revoked opens none", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    Tablet tablet(office, "n.karimi");
    HttpClient client(office.port(), false);
    CHECK(client.request("GET", protocol::kChangesPath, {{"Authorization", "Bearer " + phone.user.token}}).status == 401);
    CHECK(phone.get(fmt::format("/v1/key/{}/projects/1/formList", tablet.enrolled.token)).status == 401);
    CHECK(phone.get("/v1/key/guess/projects/1/formList").status == 401);
    CHECK(phone.get(fmt::format("/v1/key/{}/projects/2/formList", phone.user.token)).status == 404);
    CHECK(phone.list().status == 200);
    REQUIRE(office.data().storage->writeNow(
        [&](hub::storage::Writer& writer) { return hub::domain::signOff(writer, phone.user.id, office.clock.now()); }));
    CHECK(phone.list().status == 401);
    CHECK(phone.post(HouseVisit().xml()).status == 401);
    CHECK(recordsAt(office) == 0);
}

TEST_CASE("what somebody writes into a Host header reaches no document", "[hub][openrosa]")
{
    OfficeHub office;
    Collect phone(office, "n.karimi");
    HttpClient client(office.port(), false);
    client.send("GET " + phone.path("/formList") + " HTTP/1.1\r\nHost: a\"><script>\r\nX-OpenRosa-Version: 1.0\r\n\r\n");
    const auto answer = client.receive();
    CHECK(answer.status == 400);
    CHECK(answer.body.find("script") == std::string::npos);
}
