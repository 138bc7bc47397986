#include "sync/hub/main/composition.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <array>
#include <thread>

using namespace tashilgar;
using namespace tashilgar::tests;
using hub::HubData;
using hub::RunningHub;

namespace {

hub::ServeOptions plain()
{
    hub::ServeOptions options;
    options.plainHttp = true;
    return options;
}

} // namespace

TEST_CASE("two that begin on one fresh folder at the same moment end with one hub, which opens again", "[hub][folder]")
{
    base::SystemFiles files;
    const FakeClock clock;
    base::SystemRandom random;
    for (int round = 0; round < 15; ++round) {
        const TemporaryFolder folder;
        std::array<std::string, 2> problems, hubs, pins;
        const auto begin = [&](std::size_t i) {
            auto data = HubData::open(folder / "hub", {files, clock, random});
            if (!data) {
                problems[i] = data.error().text();
                return;
            }
            hubs[i] = (*data)->identity->id().value();
            const auto tls = (*data)->tlsIdentity();
            pins[i] = tls ? tls->pin : tls.error().text();
        };
        std::thread other(begin, 1);
        begin(0);
        other.join();
        INFO(problems[0] + problems[1]);
        REQUIRE(problems[0].empty());
        REQUIRE(problems[1].empty());
        CHECK(hubs[0] == hubs[1]);
        CHECK(pins[0] == pins[1]);
        const auto again = HubData::open(folder / "hub", {files, clock, random});
        REQUIRE(again);
        CHECK((*again)->identity->id().value() == hubs[0]);
        CHECK((*again)->tlsIdentity()->pin == pins[0]);
    }
}

TEST_CASE("a folder is served by one hub at a time; others may still open it", "[hub][folder]")
{
    base::SystemFiles files;
    const FakeClock clock;
    base::SystemRandom random;
    const TemporaryFolder folder;
    const auto one = HubData::open(folder / "hub", {files, clock, random});
    const auto two = HubData::open(folder / "hub", {files, clock, random});
    REQUIRE(one);
    REQUIRE(two);
    {
        const auto serving = RunningHub::start(**one, plain());
        REQUIRE(serving);
        const auto second = RunningHub::start(**two, plain());
        REQUIRE_FALSE(second);
        CHECK(second.error().code == hub::kFolderInUse);
        CHECK((*two)->storage->read([](hub::storage::Reader& reader) -> base::Result<void> {
            CHECK(reader.recordCount());
            return {};
        }));
    }
    CHECK(RunningHub::start(**two, plain()));
}

TEST_CASE("a second hub on a folder forgets no upload of the one that serves it", "[hub][folder]")
{
    base::SystemFiles files;
    FakeClock clock;
    base::SystemRandom random;
    const TemporaryFolder folder;
    const auto one = HubData::open(folder / "hub", {files, clock, random});
    REQUIRE(one);
    const auto serving = RunningHub::start(**one, plain());
    REQUIRE(serving);
    const base::DeviceId device("d1");
    const std::string sha256(64, 'a');
    REQUIRE((*one)->storage->writeNow([&](hub::storage::Writer& writer) -> base::Result<void> {
        TASHILGAR_TRY(writer.setProgramme({"p", "P"}, {{"zahra", "Zahra", "facilitator", ""}}));
        TASHILGAR_TRY(writer.addDevice({device, "t", "zahra", "key", clock.now(), {}}, "hash"));
        return writer.addUpload({device, sha256, 100, clock.now()});
    }));
    {
        const auto upload = (*one)->blobs->upload(device, sha256, 100);
        REQUIRE(upload);
        REQUIRE((*upload)->append(base::Bytes(40)));
        REQUIRE((*upload)->flush());
    }
    clock.advance(std::chrono::hours(24 * 30));
    const auto two = HubData::open(folder / "hub", {files, clock, random});
    REQUIRE(two);
    CHECK_FALSE(RunningHub::start(**two, plain()));
    CHECK(files.exists(folder / "hub/blobs/aa" / (sha256 + "-d1.part")));
}
