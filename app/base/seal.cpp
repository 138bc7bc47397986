#include "app/base/seal.h"

#include <algorithm>
#include <cassert>
#include <sodium.h>

namespace tashilgar::base {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(StreamSealer::kHeader == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(StreamSealer::kOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

} // namespace

SecretKey SecretKey::random(Random& random)
{
    SecretKey key;
    random.fill(key.m_bytes);
    return key;
}

std::optional<SecretKey> SecretKey::fromBytes(ByteView bytes)
{
    if (bytes.size() != kSize)
        return std::nullopt;
    SecretKey key;
    std::copy(bytes.begin(), bytes.end(), key.m_bytes.begin());
    return key;
}

SecretKey::~SecretKey() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

SecretKey deriveKey(const SecretKey& key, std::string_view purpose)
{
    Bytes derived(SecretKey::kSize);
    crypto_generichash(raw(derived.data()), derived.size(), raw(bytesOf(purpose).data()), purpose.size(),
        raw(key.bytes().data()), key.bytes().size());
    SecretKey result = *SecretKey::fromBytes(derived);
    sodium_memzero(derived.data(), derived.size());
    return result;
}

Bytes seal(ByteView plain, const SecretKey& key, Random& random)
{
    Bytes sealed(kNonce + plain.size() + kTag);
    random.fill(std::span(sealed).first(kNonce));
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed.data() + kNonce), nullptr, raw(plain.data()), plain.size(),
        nullptr, 0, nullptr, raw(sealed.data()), raw(key.bytes().data()));
    return sealed;
}

Result<Bytes> unseal(ByteView sealed, const SecretKey& key)
{
    if (sealed.size() < kNonce + kTag)
        return fail(kSealBroken, "the sealed bytes are too short");
    Bytes plain(sealed.size() - kNonce - kTag);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain.data()), nullptr, nullptr, raw(sealed.data() + kNonce),
            sealed.size() - kNonce, nullptr, 0, raw(sealed.data()), raw(key.bytes().data()))
        != 0)
        return fail(kSealBroken, "the bytes were sealed with another key or have changed");
    return plain;
}

struct StreamSealer::State {
    crypto_secretstream_xchacha20poly1305_state sodium;
    std::array<std::byte, kHeader> header;
};

StreamSealer::StreamSealer(const SecretKey& key)
    : m_state(std::make_unique<State>())
{
    crypto_secretstream_xchacha20poly1305_init_push(
        &m_state->sodium, raw(m_state->header.data()), raw(key.bytes().data()));
}

StreamSealer::~StreamSealer() = default;
StreamSealer::StreamSealer(StreamSealer&&) noexcept = default;

ByteView StreamSealer::header() const { return m_state->header; }

Bytes StreamSealer::push(ByteView plain, bool last)
{
    assert(last ? plain.size() <= kChunk : plain.size() == kChunk);
    Bytes sealed(plain.size() + kOverhead);
    crypto_secretstream_xchacha20poly1305_push(&m_state->sodium, raw(sealed.data()), nullptr, raw(plain.data()),
        plain.size(), nullptr, 0, last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    return sealed;
}

struct StreamOpener::State {
    crypto_secretstream_xchacha20poly1305_state sodium;
    bool valid = false;
};

StreamOpener::StreamOpener(const SecretKey& key, ByteView header)
    : m_state(std::make_unique<State>())
{
    m_state->valid = header.size() == StreamSealer::kHeader
        && crypto_secretstream_xchacha20poly1305_init_pull(
               &m_state->sodium, raw(header.data()), raw(key.bytes().data()))
            == 0;
}

StreamOpener::~StreamOpener() = default;
StreamOpener::StreamOpener(StreamOpener&&) noexcept = default;

Result<Bytes> StreamOpener::pull(ByteView sealedChunk, bool& last)
{
    if (!m_state->valid || sealedChunk.size() < StreamSealer::kOverhead)
        return fail(kSealBroken, "the sealed file is cut or not one of ours");
    Bytes plain(sealedChunk.size() - StreamSealer::kOverhead);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&m_state->sodium, raw(plain.data()), nullptr, &tag,
            raw(sealedChunk.data()), sealedChunk.size(), nullptr, 0)
        != 0)
        return fail(kSealBroken, "the file was sealed with another key or has changed");
    last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return plain;
}

} // namespace tashilgar::base
