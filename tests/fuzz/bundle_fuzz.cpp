#include "sync/protocol/bundle.h"
#include "sync/protocol/receipt_file.h"

#include <algorithm>
#include <array>
#include <cstdint>

using namespace tashilgar;

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

void readThrough(base::ReadableFile& file, const protocol::SigningKey& hub)
{
    auto bundle = protocol::BundleReader::open(file, hub);
    while (bundle) {
        const auto section = bundle->next();
        if (!section || !*section)
            return;
    }
}

} // namespace

/// Any bytes are a bundle or are refused; and so is a real one of whose sealed inside somebody with the key made any bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto* first = reinterpret_cast<const std::byte*>(data);
    static const std::array<std::byte, protocol::SigningKey::kSeed> seed{};
    static const protocol::SigningKey hub = *protocol::SigningKey::fromSeed(seed);
    MemoryFile raw;
    raw.bytes.assign(first, first + size);
    readThrough(raw, hub);
    (void)protocol::readReceiptFile(base::textOf(raw.bytes), base::DeviceId("d"), hub.publicKey());

    static base::SystemRandom random;
    MemoryFile made;
    auto writer = protocol::BundleWriter::begin(made, {base::HubId(hub.publicKey().id()), base::DeviceId("d"), {}}, hub.publicKey(), hub, random);
    if (writer && writer->addBytes(raw.bytes) && writer->finish())
        readThrough(made, hub);
    return 0;
}
