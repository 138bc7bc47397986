#include "app/base/hash.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/sync/hub/office.h"

#include <filesystem>
#include <thread>

using namespace tashilgar;
using namespace tashilgar::tests;

namespace {

const std::string kBytes = [] {
    std::string bytes(200'000, '\0');
    FakeRandom random(5);
    random.fill(std::as_writable_bytes(std::span(bytes)));
    return bytes;
}();

std::string hashOf(std::string_view bytes) { return base::Sha256::hexOf(base::bytesOf(bytes)); }

HttpAnswer create(Tablet& tablet, const std::string& sha256, std::uint64_t length)
{
    return tablet.ask("POST", protocol::kBlobsPath,
        {{"Upload-Length", std::to_string(length)}, {"Upload-Metadata", "sha256 " + base::toBase64(base::bytesOf(sha256))}});
}

HttpAnswer append(Tablet& tablet, const std::string& sha256, std::uint64_t offset, std::string_view bytes)
{
    return tablet.ask("PATCH", fmt::format("{}/{}", protocol::kBlobsPath, sha256),
        {{"Upload-Offset", std::to_string(offset)}, {"Content-Type", std::string(protocol::kOffsetType)}}, bytes);
}

HttpAnswer offset(Tablet& tablet, const std::string& sha256)
{
    return tablet.ask("HEAD", fmt::format("{}/{}", protocol::kBlobsPath, sha256));
}

std::string codeOf(const HttpAnswer& answer)
{
    const auto problem = protocol::decodeProblem(answer.body);
    return problem ? problem->code : std::string("none");
}

} // namespace

TEST_CASE("a file is sent piece by piece and goes on where it was cut, over a restart too", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::string sha256 = hashOf(kBytes);
    CHECK(create(tablet, sha256, kBytes.size()).status == 201);
    CHECK(offset(tablet, sha256).headers.at("upload-offset") == "0");
    const auto first = append(tablet, sha256, 0, std::string_view(kBytes).substr(0, 100'001));
    CHECK(first.status == 204);
    CHECK(first.headers.at("upload-offset") == "100001");
    office.restart();
    const auto asked = offset(tablet, sha256);
    CHECK(asked.headers.at("upload-offset") == "100001");
    CHECK(asked.headers.at("upload-length") == "200000");
    CHECK(append(tablet, sha256, 100'001, std::string_view(kBytes).substr(100'001)).status == 204);

    const auto again = create(tablet, sha256, kBytes.size());
    CHECK(again.status == 200);
    CHECK(again.headers.at("upload-offset") == "200000");
    CHECK(*office.data().blobs->readAll(sha256, 1 << 20) == base::Bytes(base::bytesOf(kBytes).begin(), base::bytesOf(kBytes).end()));
}

TEST_CASE("what came before a connection broke is kept", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::string sha256 = hashOf(kBytes);
    create(tablet, sha256, kBytes.size());
    {
        HttpClient client(office.port(), false);
        client.send(fmt::format("PATCH {}/{} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {}\r\nContent-Type: {}\r\n"
                                "Upload-Offset: 0\r\nContent-Length: {}\r\n\r\n",
            protocol::kBlobsPath, sha256, tablet.enrolled.token, protocol::kOffsetType, kBytes.size()));
        client.send(std::string_view(kBytes).substr(0, 150'000));
        client.hangUp();
        CHECK(client.receive().status == 400);
    }
    const auto reached = offset(tablet, sha256);
    REQUIRE(reached.status == 200);
    CHECK(reached.headers.at("upload-offset") == "150000");
    CHECK(append(tablet, sha256, 150'000, std::string_view(kBytes).substr(150'000)).status == 204);
}

TEST_CASE("a piece at the wrong offset is refused with the right one", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::string sha256 = hashOf(kBytes);
    create(tablet, sha256, kBytes.size());
    append(tablet, sha256, 0, std::string_view(kBytes).substr(0, 1000));
    const auto wrong = append(tablet, sha256, 500, "x");
    CHECK(wrong.status == 409);
    CHECK(codeOf(wrong) == protocol::problem::kOffsetWrong);
    CHECK(wrong.headers.at("upload-offset") == "1000");
}

TEST_CASE("a file that is not what was announced is forgotten", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::string sha256 = hashOf("something else");
    create(tablet, sha256, kBytes.size());
    const auto answer = append(tablet, sha256, 0, kBytes);
    CHECK(answer.status == 460);
    CHECK(codeOf(answer) == protocol::problem::kBlobMismatch);
    CHECK(offset(tablet, sha256).headers.at("upload-offset") == "0");
}

TEST_CASE("a file of 200 MB is refused before it is sent, with a sentence", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const auto refused = create(tablet, hashOf("big"), 200'000'000);
    CHECK(refused.status == 413);
    CHECK(codeOf(refused) == protocol::problem::kTooLarge);
    CHECK(protocol::decodeProblem(refused.body)->sentence.find("200 MB") != std::string::npos);
}

TEST_CASE("a body beyond the limit of its route is refused though it is still being sent", "[hub][blobs]")
{
    hub::ServeOptions options;
    options.limits.maxBlob = 100'000;
    const bool tls = GENERATE(false, true);
    OfficeHub office(tls, options);
    Tablet tablet(office, "n.karimi", tls);
    const auto answer = append(tablet, hashOf(kBytes), 0, std::string(8'000'000, 'x'));
    CHECK(answer.status == 413);
    CHECK(codeOf(answer) == protocol::problem::kTooLarge);
}

TEST_CASE("a file announced anew with fewer bytes goes on from what fits, and is whole in the end", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    const std::string bytes = kBytes.substr(0, 70'000);
    const std::string sha256 = hashOf(bytes);
    create(tablet, sha256, 200'000);
    REQUIRE(append(tablet, sha256, 0, bytes.substr(0, 65'536) + std::string(65'536, 'z')).status == 204);
    create(tablet, sha256, bytes.size());
    CHECK(offset(tablet, sha256).headers.at("upload-offset") == "65536");
    CHECK(append(tablet, sha256, 65'536, bytes.substr(65'536)).status == 204);
    const auto stored = office.data().blobs->readAll(sha256, 1 << 20);
    INFO((stored ? std::string() : stored.error().text()));
    REQUIRE(stored);
    CHECK(base::textOf(*stored) == bytes);
}

TEST_CASE("more bytes than were announced are refused", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    create(tablet, hashOf(kBytes), 1000);
    CHECK(append(tablet, hashOf(kBytes), 0, kBytes).status == 413);
}

TEST_CASE("an upload without a hash or a length, or with a path for a hash, is refused", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    CHECK(create(tablet, "../../../etc/passwd", 10).status == 400);
    CHECK(tablet.ask("POST", protocol::kBlobsPath, {{"Upload-Length", "10"}}).status == 400);
    CHECK(tablet.ask("HEAD", fmt::format("{}/..%2F..%2Fhub.key", protocol::kBlobsPath)).status == 404);
    CHECK(tablet.ask("GET", fmt::format("{}/..%2F..%2Fhub.key", protocol::kBlobsPath)).status == 404);
}

TEST_CASE("what a tablet has begun and not ended is limited by weight too, and what it goes on with counts once", "[hub][blobs]")
{
    hub::ServeOptions options;
    options.limits.maxUploadBytesOfDevice = 300'000;
    OfficeHub office(false, options);
    Tablet tablet(office, "n.karimi");
    CHECK(create(tablet, hashOf(kBytes), kBytes.size()).status == 201);
    CHECK(create(tablet, hashOf(kBytes), kBytes.size()).status == 201);
    const auto refused = create(tablet, hashOf("other"), 150'000);
    CHECK(refused.status == 429);
    CHECK(codeOf(refused) == protocol::problem::kBusy);
    Tablet other(office, "z.ahmadi");
    CHECK(create(other, hashOf("other"), 150'000).status == 201);
    CHECK(append(tablet, hashOf(kBytes), 0, kBytes).status == 204);
    CHECK(create(tablet, hashOf("other"), 150'000).status == 201);
}

TEST_CASE("an upload that nobody went on with is forgotten while the hub serves", "[hub][blobs]")
{
    hub::ServeOptions options;
    options.sweepEvery = std::chrono::milliseconds(20);
    OfficeHub office(false, options);
    Tablet tablet(office, "n.karimi");
    const std::string old = hashOf(kBytes);
    create(tablet, old, kBytes.size());
    append(tablet, old, 0, kBytes.substr(0, 1000));
    office.clock.advance(std::chrono::hours(24 * 15));
    create(tablet, hashOf("young"), 150'000);
    bool known = true;
    for (int i = 0; i < 1000 && known; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        REQUIRE(office.data().storage->read([&](hub::storage::Reader& reader) -> base::Result<void> {
            known = reader.upload(tablet.enrolled.device, old)->has_value();
            return {};
        }));
    }
    CHECK_FALSE(known);
    CHECK(offset(tablet, old).status == 404);
    CHECK(offset(tablet, hashOf("young")).status == 200);
    CHECK_FALSE(std::filesystem::exists(
        office.data().folder / "blobs" / old.substr(0, 2) / fmt::format("{}-{}.part", old, tablet.enrolled.device.value())));
}

TEST_CASE("an empty file is a file", "[hub][blobs]")
{
    OfficeHub office;
    Tablet tablet(office, "n.karimi");
    CHECK(create(tablet, hashOf(""), 0).status == 201);
    CHECK(create(tablet, hashOf(""), 0).status == 200);
}

TEST_CASE("two tablets send the same file; neither disturbs the other", "[hub][blobs]")
{
    OfficeHub office;
    Tablet one(office, "n.karimi");
    Tablet two(office, "z.ahmadi");
    const std::string sha256 = hashOf(kBytes);
    create(one, sha256, kBytes.size());
    create(two, sha256, kBytes.size());
    append(two, sha256, 0, std::string(5000, 'z')); // wrong bytes
    CHECK(append(one, sha256, 0, kBytes).status == 204);
    CHECK(offset(two, sha256).headers.at("upload-offset") == "200000");
}
