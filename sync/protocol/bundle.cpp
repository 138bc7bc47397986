#include "sync/protocol/bundle.h"

#include "app/base/zones.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/sealed_box.h"
#include "sync/protocol/wire.h"

#include <boost/json.hpp>

#include <algorithm>

namespace tashilgar::protocol {

using base::Result;

namespace {

constexpr std::string_view kMagic = "TSHX\x01";
constexpr std::string_view kSigned = "tashilgar-bundle-1\n"; // a signature made for this and for nothing else
constexpr std::size_t kMaxHead = 4096;
constexpr std::byte kBatch{'B'};
constexpr std::byte kBlob{'F'};
constexpr std::byte kEnd{'E'};
constexpr std::size_t kHashSize = 32;

tl::unexpected<base::Error> malformed(std::string_view what)
{
    return base::fail(kBundleMalformed, "the bundle is damaged: " + std::string(what));
}

/// Little-endian.
template <std::size_t Size>
base::Bytes packed(std::uint64_t number)
{
    base::Bytes bytes(Size);
    for (std::byte& byte : bytes) {
        byte = static_cast<std::byte>(number & 0xFF);
        number >>= 8;
    }
    return bytes;
}

std::uint64_t unpacked(base::ByteView bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
        number = number << 8 | std::to_integer<std::uint64_t>(bytes[i - 1]);
    return number;
}

Result<base::Bytes> readExactly(base::ReadableFile& file, std::uint64_t offset, std::size_t size)
{
    auto bytes = file.read(offset, size);
    if (bytes && bytes->size() != size)
        return malformed("it ends too early");
    return bytes;
}

} // namespace

BundleWriter::BundleWriter(base::WritableFile& file, const base::SecretKey& key)
    : m_file(&file)
    , m_sealer(key)
{
}

Result<BundleWriter> BundleWriter::begin(base::WritableFile& file, const BundleHead& head, const PublicKey& hub,
    const SigningKey& device, base::Random& random)
{
    const base::SecretKey key = base::SecretKey::random(random);
    const auto wrapped = sealFor(hub, key.bytes());
    if (!wrapped)
        return base::fail(base::kMalformed, "the hub's key is damaged on this tablet; enrol again");
    const std::string json = boost::json::serialize(boost::json::object{{"hubId", head.hub.value()},
        {"deviceId", head.device.value()}, {"madeAt", base::toIsoUtc(head.madeAt)}, {"key", base::toBase64Url(*wrapped)}});
    const std::string signature = device.sign(std::string(kSigned) + json);

    BundleWriter writer(file, key);
    TASHILGAR_TRY(file.write(base::bytesOf(kMagic)));
    TASHILGAR_TRY(file.write(packed<2>(json.size())));
    TASHILGAR_TRY(file.write(base::bytesOf(json)));
    TASHILGAR_TRY(file.write(packed<2>(signature.size())));
    TASHILGAR_TRY(file.write(base::bytesOf(signature)));
    TASHILGAR_TRY(file.write(writer.m_sealer.header()));
    return writer;
}

Result<void> BundleWriter::add(base::ByteView plain)
{
    while (!plain.empty()) {
        const std::size_t count = std::min(plain.size(), base::StreamSealer::kChunk - m_pending.size());
        m_pending.insert(m_pending.end(), plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(count));
        plain = plain.subspan(count);
        if (m_pending.size() == base::StreamSealer::kChunk) {
            TASHILGAR_TRY(m_file->write(m_sealer.push(m_pending, false)));
            m_pending.clear();
        }
    }
    return {};
}

Result<void> BundleWriter::addBatch(base::ByteView batch)
{
    TASHILGAR_TRY(add(base::ByteView(&kBatch, 1)));
    TASHILGAR_TRY(add(packed<4>(batch.size())));
    return add(batch);
}

Result<void> BundleWriter::beginBlob(std::string_view sha256, std::uint64_t size)
{
    const auto hash = base::fromHex(sha256);
    if (!hash || hash->size() != kHashSize)
        return base::fail(base::kMalformed, "is no hash", std::string(sha256));
    TASHILGAR_TRY(add(base::ByteView(&kBlob, 1)));
    TASHILGAR_TRY(add(*hash));
    return add(packed<8>(size));
}

Result<void> BundleWriter::addBytes(base::ByteView bytes) { return add(bytes); }

Result<void> BundleWriter::finish()
{
    TASHILGAR_TRY(add(base::ByteView(&kEnd, 1)));
    return m_file->write(m_sealer.push(m_pending, true));
}

BundleReader::BundleReader(base::ReadableFile& file, BundleHead head, std::string signedText, std::string signature,
    std::uint64_t offset, base::StreamOpener opener)
    : m_file(&file)
    , m_head(std::move(head))
    , m_signedText(std::move(signedText))
    , m_signature(std::move(signature))
    , m_offset(offset)
    , m_opener(std::move(opener))
{
}

Result<BundleReader> BundleReader::open(base::ReadableFile& file, const SigningKey& hub)
{
    std::uint64_t offset = kMagic.size();
    const auto magic = readExactly(file, 0, kMagic.size());
    if (!magic)
        return base::fail(magic.error());
    if (base::textOf(*magic) != kMagic)
        return malformed("it is none, or of a later kind");
    const auto text = [&]() -> Result<std::string> {
        const auto size = readExactly(file, offset, 2);
        if (!size)
            return base::fail(size.error());
        const std::uint64_t count = unpacked(*size);
        if (count > kMaxHead)
            return malformed("its head is too long");
        const auto bytes = readExactly(file, offset + 2, static_cast<std::size_t>(count));
        if (!bytes)
            return base::fail(bytes.error());
        offset += 2 + count;
        return std::string(base::textOf(*bytes));
    };
    const auto json = text();
    if (!json)
        return base::fail(json.error());
    const auto signature = text();
    if (!signature)
        return base::fail(signature.error());
    const auto header = readExactly(file, offset, base::StreamSealer::kHeader);
    if (!header)
        return base::fail(header.error());
    offset += header->size();

    BundleHead head;
    std::string wrapped;
    try {
        const boost::json::value read = boost::json::parse(*json);
        const auto part = [&](std::string_view name) { return boost::json::value_to<std::string>(read.at(name)); };
        head.hub = base::HubId(part("hubId"));
        head.device = base::DeviceId(part("deviceId"));
        wrapped = part("key");
        const auto made = base::parseIso(part("madeAt"), *base::Zone::system());
        if (!made)
            return malformed("its time is none");
        head.madeAt = *made;
    } catch (const std::exception&) {
        return malformed("its head cannot be read");
    }
    if (head.hub.value() != hub.publicKey().id())
        return base::fail(kBundleForeign, "the bundle is for another hub", head.hub.value());
    const auto sealed = base::fromBase64(wrapped);
    const auto opened = sealed ? openSealed(hub, *sealed) : std::nullopt;
    const auto key = opened ? base::SecretKey::fromBytes(*opened) : std::nullopt;
    if (!key)
        return malformed("its key does not open");
    return BundleReader(file, std::move(head), std::string(kSigned) + *json, *signature, offset, base::StreamOpener(*key, *header));
}

bool BundleReader::isFrom(const PublicKey& device) const { return device.verifies(m_signedText, m_signature); }

Result<bool> BundleReader::fill()
{
    if (m_last)
        return false;
    const auto sealed = m_file->read(m_offset, base::StreamSealer::kChunk + base::StreamSealer::kOverhead);
    if (!sealed)
        return base::fail(sealed.error());
    auto plain = m_opener.pull(*sealed, m_last);
    if (!plain)
        return malformed("it was cut or changed");
    m_offset += sealed->size();
    m_plain.erase(m_plain.begin(), m_plain.begin() + static_cast<std::ptrdiff_t>(m_at));
    m_at = 0;
    m_plain.insert(m_plain.end(), plain->begin(), plain->end());
    return true;
}

Result<base::Bytes> BundleReader::take(std::size_t size)
{
    while (m_plain.size() - m_at < size) {
        const auto more = fill();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            return malformed("a section ends too early");
    }
    const auto from = m_plain.begin() + static_cast<std::ptrdiff_t>(m_at);
    m_at += size;
    return base::Bytes(from, from + static_cast<std::ptrdiff_t>(size));
}

Result<base::Bytes> BundleReader::read()
{
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_blobLeft, base::StreamSealer::kChunk));
    auto bytes = take(size);
    if (bytes)
        m_blobLeft -= size;
    return bytes;
}

Result<std::optional<BundleReader::Section>> BundleReader::next()
{
    while (m_blobLeft > 0)
        TASHILGAR_TRY(read());
    const auto kind = take(1);
    if (!kind)
        return base::fail(kind.error());
    if (kind->front() == kEnd) {
        const auto more = fill();
        if (!more)
            return base::fail(more.error());
        if (*more || m_at != m_plain.size() || m_offset != m_file->size())
            return malformed("something follows its end");
        return std::optional<Section>();
    }
    if (kind->front() == kBatch) {
        const auto size = take(4);
        if (!size)
            return base::fail(size.error());
        if (unpacked(*size) > kMaxBatchCompressed)
            return malformed("a batch is larger than agreed");
        auto bytes = take(static_cast<std::size_t>(unpacked(*size)));
        if (!bytes)
            return base::fail(std::move(bytes).error());
        return std::optional<Section>(Batch{std::move(*bytes)});
    }
    if (kind->front() != kBlob)
        return malformed("a section of an unknown kind");
    const auto head = take(kHashSize + 8);
    if (!head)
        return base::fail(head.error());
    m_blobLeft = unpacked(base::ByteView(*head).subspan(kHashSize));
    return std::optional<Section>(Blob{base::toHex(base::ByteView(*head).first(kHashSize)), m_blobLeft});
}

} // namespace tashilgar::protocol
