#include "sync/hub/domain/enrolment.h"
#include "sync/hub/main/composition.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/receipt.h"
#include "sync/protocol/wire.h"
#include "tests/power/hub_walk.h"
#include "tests/support/catch.h"
#include "tests/support/counts.h"
#include "tests/support/power_vfs.h"
#include "tests/sync/hub/office.h"

#include <fmt/format.h>

#include <algorithm>

using namespace tashilgar;
using tests::HubPromises;
using tests::PowerDisk;
using tests::PowerFiles;
using Pretend = tests::PowerFiles::Pretend;

namespace {

/// Seeds per cut point; Forget needs one.
std::uint64_t seedsWanted() { return tests::repetitions("TASHILGAR_POWER_SEEDS", 5, 50); }

struct Outcome {
    std::uint64_t cutPoints = 0;
    std::uint64_t runs = 0;
    std::vector<std::string> losses;
};

/// The hub's walk, cut before each of its syncs and once at its end, in each way.
Outcome cutEverywhere(Pretend pretend, sqlite::Synchronous synchronous)
{
    Outcome outcome;
    {
        PowerDisk disk;
        HubPromises promises;
        REQUIRE(tests::walkHub(disk, promises, pretend, synchronous));
        REQUIRE(promises.receipted.size() >= 3);
        outcome.cutPoints = disk.syncs() + 1;
    }
    for (std::uint64_t at = 1; at <= outcome.cutPoints; ++at) {
        PowerDisk disk;
        disk.cutAt(at);
        HubPromises promises;
        tests::walkHub(disk, promises, pretend, synchronous);
        for (const auto& [cut, name] : {std::pair(PowerDisk::Cut::Forget, "forget"), std::pair(PowerDisk::Cut::Tear, "tear"),
                 std::pair(PowerDisk::Cut::Reorder, "reorder")}) {
            for (std::uint64_t seed = 1; seed <= (cut == PowerDisk::Cut::Forget ? 1 : seedsWanted()); ++seed) {
                const auto left = disk.afterCut(cut, seed * 1000 + at);
                ++outcome.runs;
                for (const std::string& loss : tests::hubLosses(*left, promises))
                    outcome.losses.push_back(fmt::format("sync {}, {} {}: {}", at, name, seed, loss));
            }
        }
    }
    return outcome;
}

bool anyHas(const std::vector<std::string>& sentences, std::string_view words)
{
    return std::ranges::any_of(sentences, [&](const std::string& s) { return s.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("power lost at any moment takes nothing that the hub gave a receipt for", "[power][hub]")
{
    const Outcome outcome = cutEverywhere(Pretend::Nothing, sqlite::Synchronous::Full);
    std::string first;
    for (std::size_t i = 0; i < outcome.losses.size() && i < 10; ++i)
        first += outcome.losses[i] + "\n";
    INFO(first);
    CHECK(outcome.losses.empty());
    WARN(outcome.cutPoints << " cut points, " << outcome.runs << " runs, " << outcome.losses.size() << " losses");
}

TEST_CASE("without synchronous commits the hub's walk is caught losing records", "[power][hub]")
{
    CHECK(anyHas(cutEverywhere(Pretend::Nothing, sqlite::Synchronous::Off).losses, "is gone"));
}

TEST_CASE("without the sync of a blob's file the hub's walk is caught losing a photo", "[power][hub]")
{
    CHECK(anyHas(cutEverywhere(Pretend::FileSync, sqlite::Synchronous::Full).losses, "a photo"));
}

TEST_CASE("without the sync of the blobs' folders the hub's walk is caught losing a photo", "[power][hub]")
{
    CHECK(anyHas(cutEverywhere(Pretend::FolderSync, sqlite::Synchronous::Full).losses, "a photo"));
}

namespace {

/// A hub on \p disk with one tablet.
struct Office {
    explicit Office(PowerDisk& disk)
        : vfs(disk)
        , files(disk)
    {
        auto opened = hub::HubData::open("/hub", {files, clock, random, vfs.name(), sqlite::Synchronous::Full, true});
        REQUIRE(opened);
        data = std::move(*opened);
        const auto imported = hub::domain::importProgramme(*data->storage, *data->blobs, tests::smallProgramme(), clock.now());
        INFO((imported ? std::string() : imported.error().text()));
        REQUIRE(imported);
        std::string code;
        REQUIRE(data->storage->writeNow([&](hub::storage::Writer& writer) -> base::Result<void> {
            code = *hub::domain::inviteDevice(writer, "n.karimi", clock.now(), random);
            return {};
        }));
        hub::ServeOptions options;
        options.plainHttp = true;
        auto started = hub::RunningHub::start(*data, options);
        REQUIRE(started);
        running = std::move(*started);
        tests::HttpClient client(running->port(), false);
        const auto enrolled = protocol::decodeEnrolReply(client.request("POST", protocol::kEnrolPath, {},
            protocol::encode(protocol::EnrolRequest::make(code, "t", protocol::SigningKey::random(random)))).body);
        REQUIRE(enrolled);
        token = enrolled->token;
    }

    tests::HttpAnswer ask(std::string_view method, const std::string& path, std::string_view body,
        std::vector<std::pair<std::string, std::string>> headers = {})
    {
        headers.emplace_back("Authorization", "Bearer " + token);
        tests::HttpClient client(running->port(), false); // the hub closes a connection whose request it did not read to its end
        return client.request(method, path, headers, body);
    }
    tests::HttpAnswer push(const protocol::BatchRecord& record)
    {
        protocol::BatchWriter writer;
        REQUIRE(writer.add(record));
        const base::Bytes batch = writer.finish();
        return ask("POST", std::string(protocol::kBatchesPath), base::textOf(batch));
    }
    protocol::Receipt receiptOf(const protocol::BatchRecord& record)
    {
        const auto asked = tests::questionsOf({record});
        return tests::receiptsIn(ask("POST", std::string(protocol::kReceiptsPath), protocol::encodeReceiptQuestions(asked)), asked).front();
    }

    const tests::FakeClock clock;
    base::SystemRandom random;
    tests::PowerVfs vfs;
    PowerFiles files;
    std::unique_ptr<hub::HubData> data;
    std::unique_ptr<hub::RunningHub> running;
    std::string token;
};

void checkSaysFull(const tests::HttpAnswer& answer)
{
    CHECK(answer.status == 507);
    const auto problem = protocol::decodeProblem(answer.body);
    REQUIRE(problem);
    CHECK(problem->code == protocol::problem::kDiskFull);
    CHECK(problem->sentence.find("safe on the tablet") != std::string::npos);
}

} // namespace

TEST_CASE("a hub with a full disk says so, acknowledges nothing, and goes on when there is room again", "[power][hub]")
{
    PowerDisk disk;
    Office office(disk);
    tests::HouseVisit visit;
    visit.status = std::string(200'000, 'x');
    const auto record = visit.record();

    disk.setRoom(0);
    checkSaysFull(office.push(record));
    CHECK(office.receiptOf(record).reason->code == protocol::problem::kInstanceUnknown);

    disk.setRoom(std::nullopt);
    CHECK(office.push(record).status == 200);
    CHECK(office.receiptOf(record).isComplete());
}

TEST_CASE("a disk that fills in the middle of a photo keeps its record waiting, and the photo comes when there is room", "[power][hub]")
{
    PowerDisk disk;
    Office office(disk);
    const std::string photo(400'000, 'p');
    tests::HouseVisit visit;
    visit.photo = "door.jpg";
    const auto record = visit.record(photo);
    const std::string& sha256 = record.blobs[0].sha256;
    const std::string path = fmt::format("{}/{}", protocol::kBlobsPath, sha256);
    const auto append = [&](std::uint64_t from) {
        return office.ask("PATCH", path, std::string_view(photo).substr(from),
            {{"Upload-Offset", std::to_string(from)}, {"Content-Type", std::string(protocol::kOffsetType)}});
    };
    REQUIRE(office.push(record).status == 200);
    REQUIRE(office.ask("POST", std::string(protocol::kBlobsPath), {},
                {{"Upload-Length", std::to_string(photo.size())}, {"Upload-Metadata", "sha256 " + base::toBase64(base::bytesOf(sha256))}})
                .status
        == 201);

    disk.setRoom(150'000); // two of its segments
    checkSaysFull(append(0));
    CHECK_FALSE(office.receiptOf(record).isComplete());

    disk.setRoom(std::nullopt);
    const auto asked = office.ask("HEAD", path, {});
    REQUIRE(asked.status == 200);
    CHECK(append(std::stoull(asked.headers.at("upload-offset"))).status == 204);
    CHECK(office.receiptOf(record).isComplete());
    CHECK(base::textOf(*office.data->blobs->readAll(sha256, 1 << 20)) == photo);
}
