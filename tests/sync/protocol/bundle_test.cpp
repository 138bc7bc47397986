#include "app/base/hash.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/bundle.h"
#include "sync/protocol/receipt_file.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::protocol;
using tests::FakeRandom;

namespace {

class MemoryFile final : public base::ReadableFile, public base::WritableFile {
public:
    base::Bytes bytes;
    std::uint64_t size() const override { return bytes.size(); }
    base::Result<base::Bytes> read(std::uint64_t offset, std::size_t length) override
    {
        const std::size_t from = std::min<std::size_t>(offset, bytes.size());
        const std::size_t count = std::min(length, bytes.size() - from);
        return base::Bytes(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.begin() + static_cast<std::ptrdiff_t>(from + count));
    }
    base::Result<void> write(base::ByteView more) override
    {
        bytes.insert(bytes.end(), more.begin(), more.end());
        return {};
    }
    base::Result<void> sync() override { return {}; }
};

struct Ends {
    FakeRandom random{7};
    SigningKey hub = SigningKey::random(random);
    SigningKey otherHub = SigningKey::random(random);
    SigningKey tablet = SigningKey::random(random);
    base::Bytes photo = base::Bytes(200'000, std::byte{'p'});
    base::Bytes batch;

    Ends()
    {
        BatchWriter writer;
        const std::string xml = "<data/>";
        REQUIRE(writer.add({base::InstanceId("uuid:1"), {base::FormId("visit"), "1"}, base::Sha256::hexOf(base::bytesOf(xml)), {},
            {{"a.jpg", base::Sha256::hexOf(photo), photo.size(), "image/jpeg"}}, xml}));
        batch = writer.finish();
    }
    MemoryFile bundle()
    {
        MemoryFile file;
        auto writer = BundleWriter::begin(file, {base::HubId(hub.publicKey().id()), base::DeviceId("d1"), {}}, hub.publicKey(), tablet, random);
        REQUIRE(writer);
        REQUIRE(writer->addBatch(batch));
        REQUIRE(writer->beginBlob(base::Sha256::hexOf(photo), photo.size()));
        REQUIRE(writer->addBytes(photo));
        REQUIRE(writer->finish());
        return file;
    }
    /// Everything, or the first failure.
    base::Result<std::size_t> readThrough(MemoryFile& file) const
    {
        auto reader = BundleReader::open(file, hub);
        if (!reader)
            return base::fail(reader.error());
        std::size_t sections = 0;
        while (true) {
            const auto section = reader->next();
            if (!section)
                return base::fail(section.error());
            if (!*section)
                return sections;
            ++sections;
        }
    }
};

} // namespace

TEST_CASE("a bundle gives back its batches and files to its hub, and says which tablet made it", "[protocol][bundle]")
{
    Ends ends;
    MemoryFile file = ends.bundle();
    auto reader = BundleReader::open(file, ends.hub);
    REQUIRE(reader);
    CHECK(reader->head().device.value() == "d1");
    CHECK(reader->isFrom(ends.tablet.publicKey()));
    CHECK_FALSE(reader->isFrom(ends.otherHub.publicKey()));
    const auto first = reader->next();
    REQUIRE(first);
    CHECK(std::get<BundleReader::Batch>(**first).bytes == ends.batch);
    const auto second = reader->next();
    REQUIRE(second);
    CHECK(std::get<BundleReader::Blob>(**second).size == ends.photo.size());
    base::Bytes read;
    while (true) {
        const auto piece = reader->read();
        REQUIRE(piece);
        if (piece->empty())
            break;
        read.insert(read.end(), piece->begin(), piece->end());
    }
    CHECK(read == ends.photo);
    const auto end = reader->next();
    REQUIRE(end);
    CHECK_FALSE(*end);
}

TEST_CASE("nothing of a record can be read in a bundle without the hub's key", "[protocol][bundle]")
{
    Ends ends;
    MemoryFile file = ends.bundle();
    CHECK(base::textOf(file.bytes).find("uuid:1") == std::string_view::npos);
    CHECK(base::textOf(file.bytes).find("pppp") == std::string_view::npos);
    CHECK(BundleReader::open(file, ends.otherHub).error().code == kBundleForeign);
}

TEST_CASE("a bundle that was cut, lengthened or changed anywhere is refused", "[protocol][bundle]")
{
    Ends ends;
    const MemoryFile whole = ends.bundle();
    REQUIRE(*ends.readThrough(*std::make_unique<MemoryFile>(whole)) == 2);
    for (std::size_t size = 0; size < whole.bytes.size(); size += size < 1000 ? 1 : 997) {
        MemoryFile cut = whole;
        cut.bytes.resize(size);
        INFO("cut at " << size);
        CHECK(ends.readThrough(cut).error().code == kBundleMalformed);
    }
    MemoryFile longer = whole;
    longer.bytes.push_back(std::byte{0});
    CHECK_FALSE(ends.readThrough(longer));
    for (std::size_t at = 0; at < whole.bytes.size(); at += at < 1000 ? 1 : 997) {
        MemoryFile changed = whole;
        changed.bytes[at] ^= std::byte{1};
        auto reader = BundleReader::open(changed, ends.hub);
        const bool trusted = reader && reader->isFrom(ends.tablet.publicKey()) && ends.readThrough(changed);
        INFO("changed at " << at);
        CHECK_FALSE(trusted);
    }
}

TEST_CASE("a file of receipts is the hub's word to one tablet, as a whole", "[protocol][bundle]")
{
    Ends ends;
    Receipt refused{base::InstanceId("uuid:2"), std::string(64, 'a'), ReceiptState::Refused, {}, Problem{"form-unknown", "no"}, {}, {}, {}};
    std::vector<Receipt> receipts(1200, refused);
    const base::DeviceId device("d1");
    const std::string file = writeReceiptFile(receipts, device, ends.hub);
    CHECK(readReceiptFile(file, device, ends.hub.publicKey()).value() == receipts);

    CHECK_FALSE(readReceiptFile(file, base::DeviceId("d2"), ends.hub.publicKey()));
    CHECK_FALSE(readReceiptFile(file, device, ends.otherHub.publicKey()));
    CHECK_FALSE(readReceiptFile(file.substr(0, file.size() - 200'000), device, ends.hub.publicKey()));
    std::string forged = file;
    forged.replace(forged.find("form-unknown"), 4, "FORM");
    CHECK_FALSE(readReceiptFile(forged, device, ends.hub.publicKey()));
}
