#include "sync/protocol/batch.h"

#include "app/base/zones.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/json.h"
#include "sync/protocol/wire.h"

#include <algorithm>

namespace tashilgar::protocol {
namespace {

constexpr std::string_view kMagic = "TSHB";
constexpr std::byte kVersion{1};
constexpr std::size_t kLengthSize = 4;

void appendLength(base::Bytes& bytes, std::size_t length)
{
    for (std::size_t shift = 0; shift < 8 * kLengthSize; shift += 8)
        bytes.push_back(static_cast<std::byte>(length >> shift & 0xFF));
}

void appendText(base::Bytes& bytes, std::string_view text)
{
    appendLength(bytes, text.size());
    const base::ByteView view = base::bytesOf(text);
    bytes.insert(bytes.end(), view.begin(), view.end());
}

std::string encodeHeader(const BatchRecord& record)
{
    boost::json::array blobs;
    for (const BlobRef& blob : record.blobs)
        blobs.push_back(boost::json::object{
            {"name", blob.name}, {"sha256", blob.sha256}, {"size", blob.size}, {"mediaType", blob.mediaType}});
    return json::write(boost::json::object{{"instanceId", record.instance.value()}, {"formId", record.form.form.value()},
        {"formVersion", record.form.version}, {"sha256", record.sha256}, {"madeAt", base::toIsoUtc(record.madeAt)},
        {"blobs", std::move(blobs)}});
}

base::Result<BatchRecord> decodeHeader(std::string_view text)
{
    const auto value = json::parse(text, "record header");
    if (!value)
        return base::fail(value.error());
    json::Members members(*value, "record header");
    BatchRecord record;
    record.instance = base::InstanceId(members.text("instanceId"));
    record.form = {base::FormId(members.text("formId")), members.optionalText("formVersion")};
    record.sha256 = members.text("sha256");
    record.madeAt = members.time("madeAt");
    if (record.instance.empty() || record.instance.value().size() > 200)
        members.fault("the instanceId is empty or too long");
    if (!isSha256Hex(record.sha256))
        members.fault("\"sha256\" is no SHA-256");
    if (const boost::json::array* blobs = members.array("blobs", false)) {
        if (blobs->size() > kMaxBlobsOfRecord)
            members.fault("the record names too many files");
        for (const boost::json::value& item : *blobs) {
            json::Members blob(item, "record header, blobs");
            BlobRef ref{blob.text("name"), blob.text("sha256"), blob.count("size"), blob.optionalText("mediaType")};
            if (!isSha256Hex(ref.sha256))
                blob.fault("\"sha256\" is no SHA-256");
            if (!blob.isSound())
                return base::fail(blob.error());
            record.blobs.push_back(std::move(ref));
        }
    }
    if (!members.isSound())
        return base::fail(members.error());
    return record;
}

/// Walks over length-prefixed pieces; every step says whether it was possible.
class Cursor {
public:
    explicit Cursor(base::ByteView bytes)
        : m_rest(bytes)
    {
    }
    bool atEnd() const { return m_rest.empty(); }
    bool take(std::size_t length, base::ByteView& piece)
    {
        if (length > m_rest.size())
            return false;
        piece = m_rest.first(length);
        m_rest = m_rest.subspan(length);
        return true;
    }
    bool takeText(std::size_t limit, std::string_view& text)
    {
        base::ByteView head;
        if (!take(kLengthSize, head))
            return false;
        std::size_t length = 0;
        for (std::size_t i = kLengthSize; i-- > 0;)
            length = length << 8 | std::to_integer<std::size_t>(head[i]);
        base::ByteView body;
        if (length > limit || !take(length, body))
            return false;
        text = base::textOf(body);
        return true;
    }

private:
    base::ByteView m_rest;
};

} // namespace

BatchWriter::BatchWriter()
{
    const base::ByteView magic = base::bytesOf(kMagic);
    m_plain.assign(magic.begin(), magic.end());
    m_plain.push_back(kVersion);
}

base::Result<void> BatchWriter::add(const BatchRecord& record)
{
    const std::string header = encodeHeader(record);
    if (header.size() > kMaxRecordHeader || record.xml.size() > kMaxRecordXml || record.blobs.size() > kMaxBlobsOfRecord)
        return base::fail(kBatchTooLarge, "this record is too large to be sent", record.instance.value());
    const std::size_t more = header.size() + record.xml.size() + 2 * kLengthSize;
    if (m_records == kMaxBatchRecords || compressedBound(m_plain.size() + more) > kMaxBatchCompressed)
        return base::fail(kBatchTooLarge, "the batch is full");
    appendText(m_plain, header);
    appendText(m_plain, record.xml);
    ++m_records;
    return {};
}

base::Bytes BatchWriter::finish() { return compress(m_plain, Effort::Sender); }

base::Result<std::vector<BatchRecord>> decodeBatch(base::ByteView compressed)
{
    if (compressed.size() > kMaxBatchCompressed)
        return base::fail(kBatchTooLarge, "the batch is larger than 8 MB");
    const auto plain = decompress(compressed, kMaxBatchPlain);
    if (!plain)
        return base::fail(plain.error().code == base::kTooLarge ? kBatchTooLarge : kBatchMalformed, plain.error().sentence);

    Cursor cursor(*plain);
    base::ByteView head;
    if (!cursor.take(kMagic.size() + 1, head) || base::textOf(head).substr(0, kMagic.size()) != kMagic)
        return base::fail(kBatchMalformed, "this is no batch");
    if (head.back() != kVersion)
        return base::fail(kBatchMalformed, "this batch is of a version that is not known here");

    std::vector<BatchRecord> records;
    while (!cursor.atEnd()) {
        if (records.size() == kMaxBatchRecords)
            return base::fail(kBatchTooLarge, "the batch holds too many records");
        std::string_view header;
        std::string_view xml;
        if (!cursor.takeText(kMaxRecordHeader, header) || !cursor.takeText(kMaxRecordXml, xml))
            return base::fail(
                kBatchMalformed, "the batch is cut, or a length in it is wrong", fmt::format("record {}", records.size() + 1));
        auto record = decodeHeader(header);
        if (!record)
            return base::fail(kBatchMalformed, record.error().sentence, fmt::format("record {}", records.size() + 1));
        record->xml = xml;
        records.push_back(std::move(*record));
    }
    return records;
}

bool isSha256Hex(std::string_view text)
{
    return text.size() == 64
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace tashilgar::protocol
