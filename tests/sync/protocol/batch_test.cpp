#include "sync/protocol/batch.h"

#include "app/base/hash.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/wire.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::protocol;

namespace {

BatchRecord record(int number, std::string xml = "<data>سلام</data>")
{
    BatchRecord made;
    made.instance = base::InstanceId(fmt::format("uuid:00000000-0000-4000-8000-{:012}", number));
    made.form = {base::FormId("tsh_issue"), "3"};
    made.sha256 = base::Sha256::hexOf(base::bytesOf(xml));
    made.madeAt = base::Instant(std::chrono::milliseconds(1'795'325'700'123 + number));
    made.blobs = {{"عکس.jpg", std::string(64, 'a'), 12, "image/jpeg"}};
    made.xml = std::move(xml);
    return made;
}

base::Bytes batchOf(const std::vector<BatchRecord>& records)
{
    BatchWriter writer;
    for (const BatchRecord& one : records)
        REQUIRE(writer.add(one));
    return writer.finish();
}

base::Bytes plainBatch(std::string_view rest)
{
    std::string text = "TSHB\x01";
    text += rest;
    return compress(base::bytesOf(text));
}

std::string piece(std::string_view text)
{
    std::string out;
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(text.size() >> shift & 0xFF);
    return out + std::string(text);
}

} // namespace

TEST_CASE("a batch gives back its records in order", "[protocol][batch]")
{
    const std::vector<BatchRecord> records{record(1), record(2, std::string(300'000, 'x')), record(3, "")};
    const auto decoded = decodeBatch(batchOf(records));
    REQUIRE(decoded);
    CHECK(*decoded == records);
}

TEST_CASE("an empty batch is a batch", "[protocol][batch]")
{
    const auto decoded = decodeBatch(BatchWriter().finish());
    REQUIRE(decoded);
    CHECK(decoded->empty());
}

TEST_CASE("records of one form are packed together: of a hundred each takes less than a third of what it would alone", "[protocol][batch]")
{
    std::vector<BatchRecord> records;
    for (int i = 0; i < 100; ++i) {
        std::string answers;
        for (int question = 0; question < 60; ++question)
            answers += fmt::format("<question_{0}>code_{1}</question_{0}>", question, (i * 7 + question * question) % 13);
        records.push_back(record(i, answers));
    }
    CHECK(batchOf(records).size() * 3 < batchOf({records[0]}).size() * records.size());
}

TEST_CASE("a batch cut anywhere is refused whole", "[protocol][batch]")
{
    const base::Bytes whole = batchOf({record(1), record(2, std::string(5000, 'q'))});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto decoded = decodeBatch(base::ByteView(whole).first(length));
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code == kBatchMalformed);
    }
}

TEST_CASE("a plain batch cut between or inside its records is refused whole, but for its very ends", "[protocol][batch]")
{
    const auto plain = decompress(batchOf({record(1), record(2)}), kMaxBatchPlain);
    REQUIRE(plain);
    std::size_t accepted = 0;
    for (std::size_t length = 0; length <= plain->size(); ++length)
        accepted += decodeBatch(compress(base::ByteView(*plain).first(length))).has_value() ? 1 : 0;
    CHECK(accepted == 3); // after the head, after each record
}

TEST_CASE("any one changed byte of a batch is noticed", "[protocol][batch]")
{
    const base::Bytes whole = batchOf({record(1)});
    for (std::size_t at = 0; at < whole.size(); ++at) {
        base::Bytes changed = whole;
        changed[at] ^= std::byte{0x41};
        const auto decoded = decodeBatch(changed);
        // Bits of the frame's header that mean nothing may change; the records never do.
        if (decoded)
            CHECK(*decoded == std::vector<BatchRecord>{record(1)});
    }
}

TEST_CASE("bytes after a batch are refused", "[protocol][batch]")
{
    base::Bytes twice = batchOf({record(1)});
    const base::Bytes again = twice;
    twice.insert(twice.end(), again.begin(), again.end());
    CHECK_FALSE(decodeBatch(twice));
}

TEST_CASE("a length that promises more than there is costs nothing", "[protocol][batch]")
{
    CHECK_FALSE(decodeBatch(plainBatch("\xFF\xFF\xFF\xFF{}")));
    CHECK_FALSE(decodeBatch(plainBatch(piece("{}") + std::string("\xFF\xFF\xFF\x7F", 4))));
}

TEST_CASE("a batch that unpacks beyond its limit is refused", "[protocol][batch]")
{
    const base::Bytes bomb = compress(base::Bytes(kMaxBatchPlain + 1));
    CHECK(bomb.size() < 100'000);
    const auto decoded = decodeBatch(bomb);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == kBatchTooLarge);
}

TEST_CASE("a header that lies about its types is refused with the number of its record", "[protocol][batch]")
{
    const std::string good = fmt::format(
        R"({{"instanceId":"uuid:1","formId":"f","formVersion":"1","sha256":"{}","madeAt":"2026-11-22T05:35:00.000Z","blobs":[]}})",
        std::string(64, '0'));
    REQUIRE(decodeBatch(plainBatch(piece(good) + piece("<a/>"))));
    for (const std::string& bad : {std::string("[]"), std::string("nonsense"), std::string("{}"),
             std::string(R"({"instanceId":7})"), std::string(20'000, '['), good.substr(0, good.size() - 1)}) {
        const auto decoded = decodeBatch(plainBatch(piece(good) + piece("<a/>") + piece(bad) + piece("<a/>")));
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code == kBatchMalformed);
        CHECK(decoded.error().place == "record 2");
    }
}

TEST_CASE("unknown members of a header are ignored", "[protocol][batch]")
{
    const std::string header = fmt::format(
        R"({{"instanceId":"uuid:1","formId":"f","sha256":"{}","madeAt":"2026-11-22T05:35:00Z","mood":["fine"]}})", std::string(64, '0'));
    const auto decoded = decodeBatch(plainBatch(piece(header) + piece("<a/>")));
    REQUIRE(decoded);
    CHECK(decoded->front().form.version.empty());
}

TEST_CASE("a full batch says so and stays as it was", "[protocol][batch]")
{
    tests::FakeRandom random;
    std::string noise(3'000'000, '\0');
    random.fill(std::as_writable_bytes(std::span(noise)));
    BatchWriter writer;
    REQUIRE(writer.add(record(1, noise)));
    REQUIRE(writer.add(record(2, noise.substr(1))));
    const auto third = writer.add(record(3, noise.substr(2)));
    REQUIRE_FALSE(third);
    CHECK(third.error().code == kBatchTooLarge);
    const base::Bytes bytes = writer.finish();
    CHECK(bytes.size() <= kMaxBatchCompressed);
    const auto decoded = decodeBatch(bytes);
    REQUIRE(decoded);
    CHECK(decoded->size() == 2);
}

TEST_CASE("a record too large for any batch is named", "[protocol][batch]")
{
    BatchWriter writer;
    const auto added = writer.add(record(9, std::string(kMaxRecordXml + 1, 'x')));
    REQUIRE_FALSE(added);
    CHECK(added.error().place == record(9).instance.value());
}

TEST_CASE("random bytes never pass for a batch", "[protocol][batch]")
{
    tests::FakeRandom random(7);
    for (int i = 0; i < 2000; ++i) {
        base::Bytes bytes(random.next() % 400);
        random.fill(bytes);
        CHECK_FALSE(decodeBatch(bytes));
        std::string text = "TSHB\x01";
        text += base::textOf(bytes);
        const auto decoded = decodeBatch(compress(base::bytesOf(text)));
        CHECK((!decoded || bytes.empty()));
    }
}
