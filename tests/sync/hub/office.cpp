#include "tests/sync/hub/office.h"

#include "app/base/hash.h"
#include "sync/hub/domain/enrolment.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

namespace tashilgar::tests {

const std::string kHouseForm = R"xml(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"
  xmlns:orx="http://openrosa.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/entities">
  <h:head><h:title>خانه</h:title><model entities:entities-version="2024.1.0">
    <instance><house id="house" version="1">
      <hood/><status/><loc/><phone/><photo/>
      <member jr:template=""><name/><skill/></member>
      <meta><instanceID/><entity dataset="households" id="" create="" update="" baseVersion="" trunkVersion="" branchId=""><label/></entity></meta>
    </house></instance>
    <instance id="households" src="jr://file-csv/households.csv"/>
    <bind nodeset="/house/hood" type="string" entities:saveto="neighbourhood"/>
    <bind nodeset="/house/status" type="string" entities:saveto="status"/>
    <bind nodeset="/house/loc" type="geopoint" entities:saveto="geometry"/>
    <bind nodeset="/house/phone" type="string" xmlns:tsh="https://tashilgar.org/ns/forms" tsh:privacy="personal"/>
    <bind nodeset="/house/photo" type="binary"/>
    <bind nodeset="/house/member/name" type="string"/>
    <bind nodeset="/house/member/skill" type="string"/>
    <bind nodeset="/house/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
    <bind nodeset="/house/meta/entity/@id" type="string"/>
    <bind nodeset="/house/meta/entity/@create" type="string"/>
    <bind nodeset="/house/meta/entity/@update" type="string"/>
    <bind nodeset="/house/meta/entity/@baseVersion" type="string"/>
    <bind nodeset="/house/meta/entity/@trunkVersion" type="string"/>
    <bind nodeset="/house/meta/entity/@branchId" type="string"/>
    <bind nodeset="/house/meta/entity/label" type="string" calculate="/house/status"/>
  </model></h:head>
  <h:body>
    <input ref="/house/hood"><label>محله</label></input>
    <select1 ref="/house/status"><label>وضعیت</label>
      <item><label>تکمیل شد</label><value>done</value></item>
      <item><label>در بسته</label><value>closed_door</value></item>
    </select1>
    <input ref="/house/loc"><label>مکان</label></input>
    <input ref="/house/phone"><label>تلفن</label></input>
    <upload ref="/house/photo" mediatype="image/*"><label>عکس</label></upload>
    <group ref="/house/member"><label>عضو</label><repeat nodeset="/house/member">
      <input ref="/house/member/name"><label>نام</label></input>
      <select ref="/house/member/skill"><label>مهارت</label>
        <item><label>خیاطی</label><value>sewing</value></item>
        <item><label>بنایی</label><value>masonry</value></item>
      </select>
    </repeat></group>
  </h:body>
</h:html>
)xml";

std::string HouseVisit::xml() const
{
    std::string change = baseVersion.empty() ? "create=\"1\"" : fmt::format("update=\"1\" baseVersion=\"{}\"", baseVersion);
    if (!branchId.empty())
        change += fmt::format(" trunkVersion=\"{}\" branchId=\"{}\"", trunkVersion, branchId);
    return fmt::format("<house id=\"house\" version=\"{}\" xmlns:entities=\"http://www.opendatakit.org/xforms/entities\">"
                       "<hood>{}</hood><status>{}</status><loc>34.3451 47.0901 0 6</loc><phone>+989181234567</phone><photo>{}</photo>"
                       "<member><name>=زهرا, م.</name><skill>sewing masonry</skill></member><member><name>کرم</name><skill/></member>"
                       "<meta><instanceID>{}</instanceID>{}"
                       "<entity dataset=\"households\" id=\"{}\" {}><label>خانه {}</label></entity></meta></house>",
        version, neighbourhood, status, photo, instance,
        corrects.empty() ? std::string() : fmt::format("<deprecatedID>{}</deprecatedID>", corrects), household, change, status);
}

protocol::BatchRecord HouseVisit::record(std::string_view photoBytes) const
{
    protocol::BatchRecord made;
    made.instance = base::InstanceId(instance);
    made.form = {base::FormId("house"), version};
    made.xml = xml();
    made.sha256 = base::Sha256::hexOf(base::bytesOf(made.xml));
    made.madeAt = base::Instant(std::chrono::milliseconds(1'795'325'600'000));
    if (!photo.empty())
        made.blobs = {{photo, base::Sha256::hexOf(base::bytesOf(photoBytes)), photoBytes.size(), "image/jpeg"}};
    return made;
}

hub::domain::ProgrammeFiles smallProgramme()
{
    hub::domain::ProgrammeFiles files;
    files.programme = {"demo", "برنامه نمایشی"};
    files.people = {{"n.karimi", "ن. کریمی", "facilitator", "office_1"}, {"z.ahmadi", "ز. احمدی", "facilitator", "office_2"},
        {"p.bagheri", "پ. باقری", "province", ""}};
    files.lists = {
        {"neighbourhoods", "name,label,office\nJFR,جعفرآباد,office_1\nDLT,دولت‌آباد,office_2\n"},
        {"bodies", "name,label\nmunicipality,شهرداری\nabfa,آب و فاضلاب\n"},
        {"issue_types", "name,label\npothole,چاله\n"},
        {"households", "name,label,neighbourhood,status,visits,geometry,__version\n"
                       "bbbbbbbb-0000-4000-8000-000000000001,B01-001,JFR,closed_door,1,34.3450 47.0900 0 6,1\n"
                       "bbbbbbbb-0000-4000-8000-000000000002,D01-001,DLT,done,1,,2\n"},
    };
    files.forms = {{"house.xml", kHouseForm, {}}};
    return files;
}

OfficeHub::OfficeHub(bool tls, hub::ServeOptions options, base::Files* files)
    : m_files(files ? files : &m_systemFiles)
    , m_options(std::move(options))
{
    m_options.plainHttp = !tls;
    start();
    const auto report = hub::domain::importProgramme(*m_data->storage, *m_data->blobs, smallProgramme(), clock.now());
    INFO((report ? std::string() : report.error().text()));
    REQUIRE(report);
    REQUIRE(report->warnings.empty());
}

void OfficeHub::start()
{
    auto data = hub::HubData::open(m_folder / "hub", {*m_files, clock, m_random});
    INFO((data ? std::string() : data.error().text()));
    REQUIRE(data);
    m_data = std::move(*data);
    auto running = hub::RunningHub::start(*m_data, m_options);
    INFO((running ? std::string() : running.error().text()));
    REQUIRE(running);
    m_running = std::move(*running);
}

void OfficeHub::restart()
{
    m_running.reset();
    m_data.reset();
    start();
}

std::string OfficeHub::invite(const std::string& username)
{
    std::string code;
    const auto invited = m_data->storage->writeNow([&](hub::storage::Writer& writer) -> base::Result<void> {
        auto made = hub::domain::inviteDevice(writer, username, clock.now(), m_random);
        if (!made)
            return base::fail(made.error());
        code = *made;
        return {};
    });
    REQUIRE(invited);
    return code;
}

Tablet::Tablet(OfficeHub& office, const std::string& username, bool tls)
    : m_office(office)
    , m_tls(tls)
{
    base::SystemRandom random;
    const auto request = protocol::EnrolRequest::make(office.invite(username), "تبلت", protocol::SigningKey::random(random));
    HttpClient client(office.port(), tls);
    const HttpAnswer answer = client.request("POST", protocol::kEnrolPath, {}, protocol::encode(request));
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    const auto reply = protocol::decodeEnrolReply(answer.body);
    REQUIRE(reply);
    enrolled = *reply;
}

HttpAnswer Tablet::ask(std::string_view method, std::string_view path, std::vector<std::pair<std::string, std::string>> headers,
    std::string_view body)
{
    HttpClient client(m_office.port(), m_tls);
    headers.emplace_back("Authorization", "Bearer " + enrolled.token);
    return client.request(method, path, headers, body);
}

std::vector<protocol::ReceiptQuestion> questionsOf(const std::vector<protocol::BatchRecord>& records)
{
    std::vector<protocol::ReceiptQuestion> questions;
    for (const protocol::BatchRecord& record : records)
        questions.push_back({record.instance, record.sha256});
    return questions;
}

std::vector<protocol::Receipt> receiptsIn(const HttpAnswer& answer, const std::vector<protocol::ReceiptQuestion>& asked)
{
    const auto packing = answer.headers.find("content-encoding");
    const auto plain = packing == answer.headers.end() ? base::Result<base::Bytes>(base::Bytes()) : protocol::decompress(base::bytesOf(answer.body), protocol::kMaxJson);
    REQUIRE(plain);
    auto receipts = protocol::decodeReceipts(packing == answer.headers.end() ? std::string_view(answer.body) : base::textOf(*plain));
    REQUIRE(receipts);
    REQUIRE(receipts->size() == asked.size());
    protocol::nameReceipts(*receipts, asked);
    return *receipts;
}

std::vector<protocol::Receipt> Tablet::push(const std::vector<protocol::BatchRecord>& records)
{
    protocol::BatchWriter writer;
    for (const protocol::BatchRecord& record : records)
        REQUIRE(writer.add(record));
    const base::Bytes batch = writer.finish();
    const HttpAnswer answer
        = ask("POST", protocol::kBatchesPath, {{"Content-Type", std::string(protocol::kBatchType)}}, base::textOf(batch));
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return receiptsIn(answer, questionsOf(records));
}

std::vector<protocol::Receipt> Tablet::askReceipts(const std::vector<protocol::BatchRecord>& records)
{
    const auto questions = questionsOf(records);
    const HttpAnswer answer = ask("POST", protocol::kReceiptsPath, {}, protocol::encodeReceiptQuestions(questions));
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return receiptsIn(answer, questions);
}

int Tablet::upload(std::string_view bytes)
{
    const std::string sha256 = base::Sha256::hexOf(base::bytesOf(bytes));
    const HttpAnswer created = ask("POST", protocol::kBlobsPath,
        {{"Upload-Length", std::to_string(bytes.size())}, {"Upload-Metadata", "sha256 " + base::toBase64(base::bytesOf(sha256))}});
    if (created.status != 201)
        return created.status;
    return ask("PATCH", created.headers.at("location"), {{"Upload-Offset", "0"}, {"Content-Type", std::string(protocol::kOffsetType)}}, bytes)
        .status;
}

protocol::ChangePage Tablet::pull(const std::string& cursor, std::size_t limit)
{
    const HttpAnswer answer = ask("GET", fmt::format("{}?cursor={}&limit={}", protocol::kChangesPath, cursor, limit));
    INFO(answer.body);
    if (answer.status == 204)
        return {cursor, false, {}};
    REQUIRE(answer.status == 200);
    const auto page = protocol::decodeChangePage(answer.body);
    REQUIRE(page);
    return *page;
}

bool Tablet::proves(const protocol::Receipt& receipt, const protocol::BatchRecord& record) const
{
    protocol::ReceiptText text{record.instance, record.sha256, {}, enrolled.device, enrolled.hub, {}};
    for (const protocol::BlobRef& blob : record.blobs)
        text.blobs.push_back(blob.sha256);
    return protocol::verify(receipt, text, enrolled.receiptKey).has_value();
}

} // namespace tashilgar::tests
