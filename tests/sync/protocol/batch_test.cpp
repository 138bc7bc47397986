#include "sync/protocol/batch.h"

#include "app/base/hash.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/record_columns.h"
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
    std::string text = "TSHB\x02";
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

/// The header, a hash, the markup and no texts.
std::string plainRecord(std::string_view header, std::string_view markup = "<a/>")
{
    return piece(header) + std::string(32, '\0') + piece(markup) + piece("");
}

/// A form with so many questions, and a record of it.
struct Survey {
    std::string form;
    BatchRecord answered;
    explicit Survey(int questions)
    {
        std::string shown;
        std::string xml;
        for (int i = 0; i < questions; ++i) {
            shown += fmt::format("<question_{0}/>", i);
            xml += fmt::format("<question_{0}>code_{1}</question_{0}>", i, (i * 31 + i * i) % 97);
        }
        form = "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model><instance><data id=\"s\" version=\"1\">"
            + shown + "</data></instance></model></h:head><h:body><select1 ref=\"/data/question_0\"><item><value>code_7</value></item></select1></h:body></h:html>";
        answered = record(1, "<data id=\"s\" version=\"1\">" + xml + "</data>");
    }
};

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
    const std::string good = R"({"instanceId":"uuid:1","formId":"f","formVersion":"1","madeAt":"2026-11-22T05:35:00.000Z","blobs":[]})";
    REQUIRE(decodeBatch(plainBatch(plainRecord(good))));
    for (const std::string& bad : {std::string("[]"), std::string("nonsense"), std::string("{}"),
             std::string(R"({"instanceId":7})"), std::string(20'000, '['), good.substr(0, good.size() - 1)}) {
        const auto decoded = decodeBatch(plainBatch(plainRecord(good) + plainRecord(bad)));
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code == kBatchMalformed);
        CHECK(decoded.error().place == "record 2");
    }
}

TEST_CASE("unknown members of a header are ignored", "[protocol][batch]")
{
    const std::string header = R"({"instanceId":"uuid:1","formId":"f","madeAt":"2026-11-22T05:35:00Z","mood":["fine"]})";
    const auto decoded = decodeBatch(plainBatch(plainRecord(header)));
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

TEST_CASE("a batch of a program of another age is named as such, not as damaged", "[protocol][batch]")
{
    const auto decoded = decodeBatch(compress(base::bytesOf("TSHB\x03whatever")));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == kBatchVersionUnknown);
}

TEST_CASE("a lone record that refers to its form takes less than two thirds of it, and comes back the same", "[protocol][batch]")
{
    const Survey survey(60);
    const auto dictionary = FormDictionary::of(survey.form);
    REQUIRE(dictionary);
    BatchWriter writer;
    REQUIRE(writer.add(survey.answered));
    const base::Bytes alone = writer.finish();
    const base::Bytes packed = writer.finish(&*dictionary);
    CHECK(packed.size() * 3 < alone.size() * 2);

    const FindDictionary knows = [&](base::ByteView id) -> base::Result<std::optional<base::Bytes>> {
        CHECK(std::ranges::equal(id, dictionary->id));
        return dictionary->bytes;
    };
    const auto decoded = decodeBatch(packed, knows);
    REQUIRE(decoded);
    CHECK(decoded->front() == survey.answered);
    CHECK(decodeBatch(packed).error().code == kDictionaryUnknown);
    for (std::size_t length = 0; length < packed.size(); ++length)
        CHECK_FALSE(decodeBatch(base::ByteView(packed).first(length), knows));
}

TEST_CASE("a large batch needs no dictionary", "[protocol][batch]")
{
    const auto dictionary = FormDictionary::of(Survey(40).form);
    REQUIRE(dictionary);
    BatchWriter writer;
    REQUIRE(writer.add(record(1, std::string(70'000, 'x'))));
    CHECK(writer.finish(&*dictionary) == writer.finish());
}

TEST_CASE("a dictionary is made of the form alone: answers, labels and calculations are none of it", "[protocol][batch]")
{
    const auto dictionary = FormDictionary::of(R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
      xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>T</h:title><model>
      <instance><d id="f" version="2"><name/><row jr:template=""><age/></row><orx:meta><orx:instanceID/></orx:meta></d></instance>
      <instance id="kinds"><root><item><itextId>l</itextId><name>roof</name></item><item><name>wall</name></item></root></instance>
      <bind nodeset="/d/name" calculate="'secret'"/></model></h:head><h:body><select1 ref="/d/name"><label>Label</label>
      <item><label>Yes</label><value>yes</value></item><item><label>Wall</label><value>wall</value></item></select1></h:body></h:html>)");
    REQUIRE(dictionary);
    const std::string zero(1, '\0');
    CHECK(base::textOf(dictionary->bytes)
        == "roof wall yes <d xmlns:orx=\"http://openrosa.org/xforms\" id=\"f\" version=\"2\"><name>" + zero + "</name><row><age>" + zero
            + "</age></row><orx:meta><orx:instanceID>" + zero + "</orx:instanceID></orx:meta></d>"
            + R"({"instanceId":"uuid:","formId":"f","formVersion":"2","madeAt":"20)");
    CHECK(base::toHex(dictionary->id) == base::Sha256::hexOf(dictionary->bytes).substr(0, 16));
    CHECK_FALSE(FormDictionary::of("<html/>"));
    CHECK_FALSE(FormDictionary::of("no form"));
}

TEST_CASE("a record's markup and texts apart make the same bytes again, whatever they are", "[protocol][batch]")
{
    for (const std::string& xml : {std::string(), std::string("<a/>"), std::string("text"), std::string("<a>1</a>"), std::string("<a>1<b/>2</a> "),
             std::string("<?xml version=\"1.0\"?>\n<a><![CDATA[x>y<z]]>&lt;</a>"), std::string("a<b"), std::string("<"), std::string("x\0y<a>", 6)}) {
        const RecordColumns columns = apart(xml);
        CHECK(joined(columns.markup, columns.texts) == xml);
    }
    tests::FakeRandom random(11);
    for (int i = 0; i < 2000; ++i) {
        std::string xml;
        for (std::uint64_t n = random.next() % 30; n > 0; --n)
            xml += "<>ab\0/ "[random.next() % 7];
        const RecordColumns columns = apart(xml);
        REQUIRE(joined(columns.markup, columns.texts) == xml);
    }
    CHECK_FALSE(joined("<a></a>", "1"));
    CHECK_FALSE(joined(std::string("<a>\0</a>", 8), std::string("1\0002", 3)));
}

TEST_CASE("random bytes never pass for a batch", "[protocol][batch]")
{
    tests::FakeRandom random(7);
    for (int i = 0; i < 2000; ++i) {
        base::Bytes bytes(random.next() % 400);
        random.fill(bytes);
        CHECK_FALSE(decodeBatch(bytes));
        std::string text = "TSHB\x02";
        text += base::textOf(bytes);
        const auto decoded = decodeBatch(compress(base::bytesOf(text)));
        CHECK((!decoded || bytes.empty()));
    }
}
