#include "app/base/hash.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

#include <thread>

using namespace tashilgar;
using namespace tashilgar::tests;
using protocol::ReceiptState;

TEST_CASE("a record is received, applied to the data bank and receipted, over TLS and over plain HTTP", "[hub][reception]")
{
    const bool tls = GENERATE(true, false);
    OfficeHub office(tls);
    Tablet tablet(office, "n.karimi", tls);
    const HouseVisit visit;
    const auto receipts = tablet.push({visit.record()});
    CHECK(receipts[0].state == ReceiptState::Stored);
    CHECK(tablet.proves(receipts[0], visit.record()));

    const auto again = tablet.push({visit.record()});
    CHECK(again[0].state == ReceiptState::AlreadyStored);
    CHECK(tablet.proves(again[0], visit.record()));
}

TEST_CASE("a record with a photo is complete only when the photo is safe", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::string photo(300'000, 'p');
    HouseVisit visit;
    visit.photo = "door.jpg";
    const auto record = visit.record(photo);
    const auto first = tablet.push({record});
    CHECK(first[0].state == ReceiptState::Stored);
    CHECK(first[0].missingBlobs == std::vector<std::string>{record.blobs[0].sha256});
    CHECK_FALSE(tablet.proves(first[0], record));

    CHECK(tablet.upload(photo) == 204);
    const auto receipts = tablet.askReceipts({record});
    CHECK(receipts[0].state == ReceiptState::AlreadyStored);
    CHECK(tablet.proves(receipts[0], record));

    office.restart();
    CHECK(tablet.proves(tablet.askReceipts({record})[0], record));
}

TEST_CASE("one bad record never holds back the others", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const auto visitOf = [](int number) {
        HouseVisit visit;
        visit.instance = fmt::format("uuid:22222222-0000-4000-8000-{:012}", number);
        visit.household = fmt::format("cccccccc-0000-4000-8000-{:012}", number);
        return visit;
    };
    std::vector<protocol::BatchRecord> records;
    for (int i = 0; i < 7; ++i)
        records.push_back(visitOf(i).record());
    const auto rehash = [](protocol::BatchRecord& record) { record.sha256 = base::Sha256::hexOf(base::bytesOf(record.xml)); };
    records[1].xml += " ";                                  // other bytes than its hash
    records[2].xml = "<house id=\"house\" version=\"1\"><"; // does not parse
    rehash(records[2]);
    HouseVisit future = visitOf(3);
    future.version = "9";
    records[3] = future.record();
    records[4].instance = base::InstanceId("uuid:another");
    HouseVisit unannounced = visitOf(5);
    unannounced.photo = "gone.jpg";
    records[5] = unannounced.record("x");
    records[5].blobs.clear();

    const auto receipts = tablet.push(records);
    const auto reason = [&](std::size_t i) { return receipts[i].reason ? receipts[i].reason->code : std::string("stored"); };
    CHECK(reason(0) == "stored");
    CHECK(reason(1) == protocol::problem::kHashMismatch);
    CHECK(reason(2) == protocol::problem::kRecordMalformed);
    CHECK(reason(3) == protocol::problem::kFormUnknown);
    CHECK(reason(4) == protocol::problem::kRecordMalformed);
    CHECK(reason(5) == protocol::problem::kRecordMalformed);
    CHECK(reason(6) == "stored");
    for (std::size_t i = 1; i < 6; ++i) {
        CHECK(receipts[i].state == ReceiptState::Refused);
        CHECK_FALSE(receipts[i].reason->sentence.empty());
    }
    // Nothing of the refused was kept.
    const auto asked = tablet.askReceipts(records);
    CHECK(asked[0].isComplete());
    CHECK(asked[1].state == ReceiptState::Refused);
    CHECK(asked[6].isComplete());
}

TEST_CASE("a form whose file is damaged on the hub holds back its own records only, until it is mended", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    auto programme = smallProgramme();
    std::string& xml = programme.forms[0].xml;
    xml.replace(xml.find("version=\"1\">"), 12, "version=\"2\">");
    REQUIRE(hub::domain::importProgramme(*office.data().storage, *office.data().blobs, programme, office.clock.now()));
    const std::string sha256 = base::Sha256::hexOf(base::bytesOf(xml));
    base::SystemFiles files;
    REQUIRE(files.writeWhole(office.data().folder / "blobs" / sha256.substr(0, 2) / sha256, base::bytesOf("damaged")));

    std::vector<HouseVisit> visits(3);
    for (std::size_t i = 0; i < visits.size(); ++i) {
        visits[i].instance = fmt::format("uuid:{}", i);
        visits[i].household = fmt::format("household-{}", i);
    }
    visits[1].version = "2";
    const auto receipts = tablet.push({visits[0].record(), visits[1].record(), visits[2].record()});
    CHECK(receipts[0].state == ReceiptState::Stored);
    CHECK(receipts[1].state == ReceiptState::Refused);
    CHECK(receipts[1].reason->code == protocol::problem::kInternal);
    CHECK(receipts[2].state == ReceiptState::Stored);

    REQUIRE(office.data().blobs->store(sha256, base::bytesOf(xml)));
    CHECK(tablet.push({visits[1].record()})[0].state == ReceiptState::Stored);
}

TEST_CASE("the same instanceID with other contents is refused, the first one stands", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    HouseVisit visit;
    const auto first = visit.record();
    tablet.push({first});
    visit.status = "closed_door";
    const auto receipts = tablet.push({visit.record()});
    CHECK(receipts[0].state == ReceiptState::Refused);
    CHECK(receipts[0].reason->code == protocol::problem::kInstanceDiffers);
    CHECK(tablet.proves(tablet.askReceipts({first})[0], first));
}

TEST_CASE("another tablet learns nothing of a record and cannot take its receipt", "[hub][reception]")
{
    OfficeHub office;
    Tablet owner(office, "n.karimi");
    Tablet stranger(office, "z.ahmadi");
    const auto record = HouseVisit().record();
    owner.push({record});
    CHECK(stranger.askReceipts({record})[0].reason->code == protocol::problem::kInstanceUnknown);
    CHECK(stranger.push({record})[0].state == ReceiptState::Refused);
}

TEST_CASE("a tablet that was enrolled again gets the receipts of what it sent before", "[hub][reception]")
{
    OfficeHub office;
    const std::string photo = "a door";
    HouseVisit visit;
    visit.photo = "door.jpg";
    const auto record = visit.record(photo);
    CHECK(Tablet(office, "n.karimi").push({record})[0].missingBlobs.size() == 1);

    Tablet again(office, "n.karimi");
    CHECK(again.askReceipts({record})[0].missingBlobs == std::vector<std::string>{record.blobs[0].sha256});
    CHECK(again.push({record})[0].state == ReceiptState::AlreadyStored);
    CHECK(again.upload(photo) == 204);
    CHECK(again.proves(again.askReceipts({record})[0], record));
    CHECK(again.proves(again.push({record})[0], record));
}

TEST_CASE("a batch that refers to a published form is taken; of a form that is not known here it is asked for whole", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const auto record = HouseVisit().record();
    protocol::BatchWriter writer;
    REQUIRE(writer.add(record));
    const auto send = [&](std::string_view form) {
        const auto dictionary = protocol::FormDictionary::of(form);
        REQUIRE(dictionary);
        const base::Bytes batch = writer.finish(&*dictionary);
        REQUIRE(base::textOf(batch).starts_with("TSHD"));
        return tablet.ask("POST", protocol::kBatchesPath, {}, base::textOf(batch));
    };
    std::string changed = kHouseForm;
    changed.replace(changed.find("<hood/>"), 7, "<hood/><hood2/>");
    const auto unknown = send(changed);
    CHECK(unknown.status == 422);
    CHECK(protocol::decodeProblem(unknown.body)->code == protocol::problem::kDictionaryUnknown);
    const auto taken = send(kHouseForm);
    CHECK(taken.status == 200);
    CHECK(tablet.proves(receiptsIn(taken, questionsOf({record})).front(), record));
}

TEST_CASE("a tablet of another age is told so, in a way that it can tell a person", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    for (const auto& [method, path] : {std::pair{"GET", "/sync/v2/probe"}, {"POST", "/sync/v2/batches"}, {"PATCH", "/sync/v0/blobs/ab"}}) {
        const auto answer = tablet.ask(method, path, {}, "body");
        INFO(path);
        CHECK(answer.status == 426);
        CHECK(answer.headers.at("tashilgar-hub") == office.data().identity->id().value());
        CHECK(protocol::decodeProblem(answer.body)->code == protocol::problem::kVersionUnknown);
    }
    const base::Bytes old = protocol::compress(base::bytesOf("TSHB\x01"));
    const auto answer = tablet.ask("POST", protocol::kBatchesPath, {}, base::textOf(old));
    CHECK(answer.status == 426);
    CHECK(tablet.ask("GET", "/sync/v1/nothing").status == 404);
    CHECK(tablet.ask("PATCH", protocol::kProbePath).status == 405);
}

TEST_CASE("a truncated batch is refused whole and stores nothing", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const auto record = HouseVisit().record();
    protocol::BatchWriter writer;
    REQUIRE(writer.add(record));
    const base::Bytes batch = writer.finish();
    for (const std::size_t length : {std::size_t(0), std::size_t(5), batch.size() / 2, batch.size() - 1}) {
        const auto answer = tablet.ask("POST", protocol::kBatchesPath, {}, base::textOf(batch).substr(0, length));
        CHECK(answer.status == 400);
        CHECK(protocol::decodeProblem(answer.body)->code == protocol::problem::kBatchMalformed);
    }
    CHECK(tablet.askReceipts({record})[0].reason->code == protocol::problem::kInstanceUnknown);
}

TEST_CASE("a batch whose connection breaks in the middle stores nothing, and the hub goes on", "[hub][reception]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const auto record = HouseVisit().record();
    protocol::BatchWriter writer;
    REQUIRE(writer.add(record));
    const base::Bytes batch = writer.finish();
    {
        HttpClient client(office.port(), false);
        client.send(fmt::format("POST {} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Length: {}\r\n\r\n",
            protocol::kBatchesPath, tablet.enrolled.token, batch.size()));
        client.send(base::textOf(batch).substr(0, batch.size() / 2));
    }
    CHECK(tablet.askReceipts({record})[0].reason->code == protocol::problem::kInstanceUnknown);
    CHECK(tablet.push({record})[0].state == ReceiptState::Stored);
}

TEST_CASE("tablets that push at the same time share commits, and each gets its own receipts", "[hub][reception]")
{
    OfficeHub office;
    constexpr int kTablets = 8;
    std::vector<std::unique_ptr<Tablet>> tablets;
    for (int i = 0; i < kTablets; ++i)
        tablets.push_back(std::make_unique<Tablet>(office, "n.karimi"));
    std::vector<std::vector<protocol::BatchRecord>> records(kTablets);
    for (int i = 0; i < kTablets; ++i) {
        for (int j = 0; j < 20; ++j) {
            HouseVisit visit;
            visit.instance = fmt::format("uuid:33333333-0000-4000-8000-{:06}{:06}", i, j);
            visit.household = fmt::format("dddddddd-0000-4000-8000-{:06}{:06}", i, j);
            records[static_cast<std::size_t>(i)].push_back(visit.record());
        }
    }
    // What a tablet says in a thread is looked at here: assertions belong to the test's own thread.
    std::vector<std::vector<HttpAnswer>> answers(kTablets);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kTablets; ++i) {
        threads.emplace_back([&, i] {
            for (const protocol::BatchRecord& record : records[i]) {
                protocol::BatchWriter writer;
                (void)writer.add(record);
                const base::Bytes batch = writer.finish();
                answers[i].push_back(tablets[i]->ask("POST", protocol::kBatchesPath, {}, base::textOf(batch)));
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (std::size_t i = 0; i < kTablets; ++i) {
        for (std::size_t j = 0; j < records[i].size(); ++j) {
            REQUIRE(answers[i][j].status == 200);
            CHECK(tablets[i]->proves(receiptsIn(answers[i][j], questionsOf({records[i][j]})).front(), records[i][j]));
        }
    }
}
