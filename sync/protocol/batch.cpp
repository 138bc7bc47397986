#include "sync/protocol/batch.h"

#include "app/base/zones.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/json.h"
#include "sync/protocol/record_columns.h"
#include "sync/protocol/wire.h"

#include <algorithm>

namespace tashilgar::protocol {
namespace {

constexpr std::string_view kMagic = "TSHB";
constexpr std::byte kVersion{2};
/// Before the id of the dictionary and the frame; without them the frame is all.
constexpr std::string_view kWithDictionary = "TSHD";
/// Beyond this the records are each other's dictionary, and packing twice takes time.
constexpr std::size_t kWorthADictionary = 64u * 1024;
constexpr std::size_t kHashSize = 32;
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
    boost::json::object header{{"instanceId", record.instance.value()}, {"formId", record.form.form.value()},
        {"formVersion", record.form.version}, {"madeAt", base::toIsoUtc(record.madeAt)}};
    boost::json::array blobs;
    for (const BlobRef& blob : record.blobs)
        blobs.push_back(boost::json::object{
            {"name", blob.name}, {"sha256", blob.sha256}, {"size", blob.size}, {"mediaType", blob.mediaType}});
    if (!blobs.empty())
        header["blobs"] = std::move(blobs);
    return json::write(header);
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
    record.madeAt = members.time("madeAt");
    if (record.instance.empty() || record.instance.value().size() > 200)
        members.fault("the instanceId is empty or too long");
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
    const auto hash = base::fromHex(record.sha256);
    if (!hash || hash->size() != kHashSize || header.size() > kMaxRecordHeader || record.xml.size() > kMaxRecordXml
        || record.blobs.size() > kMaxBlobsOfRecord)
        return base::fail(kBatchTooLarge, "this record is too large to be sent", record.instance.value());
    const RecordColumns columns = apart(record.xml);
    const std::size_t more = header.size() + kHashSize + columns.markup.size() + columns.texts.size() + 3 * kLengthSize;
    if (m_records == kMaxBatchRecords || compressedBound(m_plain.size() + more) > kMaxBatchCompressed)
        return base::fail(kBatchTooLarge, "the batch is full");
    appendText(m_plain, header);
    m_plain.insert(m_plain.end(), hash->begin(), hash->end());
    appendText(m_plain, columns.markup);
    appendText(m_plain, columns.texts);
    ++m_records;
    return {};
}

base::Bytes BatchWriter::finish(const FormDictionary* dictionary) const
{
    base::Bytes packed = compress(m_plain, Effort::Sender);
    if (!dictionary || m_plain.size() > kWorthADictionary)
        return packed;
    const base::Bytes frame = compress(m_plain, Effort::Sender, dictionary->bytes);
    if (kWithDictionary.size() + dictionary->id.size() + frame.size() >= packed.size())
        return packed;
    const base::ByteView mark = base::bytesOf(kWithDictionary);
    packed.assign(mark.begin(), mark.end());
    packed.insert(packed.end(), dictionary->id.begin(), dictionary->id.end());
    packed.insert(packed.end(), frame.begin(), frame.end());
    return packed;
}

namespace {

/// The plain bytes, by the dictionary that the batch names.
base::Result<base::Bytes> unpack(base::ByteView packed, const FindDictionary& find)
{
    base::Bytes dictionary;
    if (base::textOf(packed).starts_with(kWithDictionary)) {
        packed = packed.subspan(kWithDictionary.size());
        if (packed.size() < FormDictionary::kIdSize)
            return base::fail(kBatchMalformed, "the batch is cut");
        const base::ByteView id = packed.first(FormDictionary::kIdSize);
        packed = packed.subspan(FormDictionary::kIdSize);
        auto found = find ? find(id) : base::Result<std::optional<base::Bytes>>(std::nullopt);
        if (!found)
            return base::fail(found.error());
        if (!*found)
            return base::fail(kDictionaryUnknown, "the batch was packed for a form that is not known here");
        dictionary = std::move(**found);
    }
    auto plain = decompress(packed, kMaxBatchPlain, dictionary);
    if (!plain)
        return base::fail(plain.error().code == base::kTooLarge ? kBatchTooLarge : kBatchMalformed, plain.error().sentence);
    return plain;
}

/// The next record of \p cursor; the hash, the markup and the texts follow the header.
base::Result<BatchRecord> decodeRecord(Cursor& cursor)
{
    std::string_view header;
    std::string_view markup;
    std::string_view texts;
    base::ByteView hash;
    if (!cursor.takeText(kMaxRecordHeader, header) || !cursor.take(kHashSize, hash) || !cursor.takeText(kMaxRecordXml, markup)
        || !cursor.takeText(kMaxRecordXml, texts))
        return base::fail(base::kMalformed, "the batch is cut, or a length in it is wrong");
    auto record = decodeHeader(header);
    if (!record)
        return record;
    record->sha256 = base::toHex(hash);
    auto xml = joined(markup, texts);
    if (!xml || xml->size() > kMaxRecordXml)
        return base::fail(base::kMalformed, "the markup of a record does not fit its texts");
    record->xml = std::move(*xml);
    return record;
}

} // namespace

base::Result<std::vector<BatchRecord>> decodeBatch(base::ByteView packed, const FindDictionary& find)
{
    if (packed.size() > kMaxBatchCompressed)
        return base::fail(kBatchTooLarge, "the batch is larger than 8 MB");
    const auto plain = unpack(packed, find);
    if (!plain)
        return base::fail(plain.error());

    Cursor cursor(*plain);
    base::ByteView head;
    if (!cursor.take(kMagic.size() + 1, head) || base::textOf(head).substr(0, kMagic.size()) != kMagic)
        return base::fail(kBatchMalformed, "this is no batch");
    if (head.back() != kVersion)
        return base::fail(kBatchVersionUnknown, "the programs on the tablet and at the office are of different ages; the older one must be updated");

    std::vector<BatchRecord> records;
    while (!cursor.atEnd()) {
        if (records.size() == kMaxBatchRecords)
            return base::fail(kBatchTooLarge, "the batch holds too many records");
        auto record = decodeRecord(cursor);
        if (!record)
            return base::fail(kBatchMalformed, record.error().sentence, fmt::format("record {}", records.size() + 1));
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
