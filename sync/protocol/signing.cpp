#include "sync/protocol/signing.h"

#include "app/base/hash.h"

#include <sodium.h>

#include <algorithm>

namespace tashilgar::protocol {
namespace {

static_assert(PublicKey::kSize == crypto_sign_PUBLICKEYBYTES && SigningKey::kSeed == crypto_sign_SEEDBYTES);

const unsigned char* raw(base::ByteView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }

} // namespace

std::optional<PublicKey> PublicKey::fromBytes(base::ByteView bytes)
{
    if (bytes.size() != kSize)
        return std::nullopt;
    PublicKey key;
    std::ranges::copy(bytes, key.m_bytes.begin());
    return key;
}

std::optional<PublicKey> PublicKey::fromText(std::string_view base64Url)
{
    const auto bytes = base::fromBase64(base64Url);
    return bytes ? fromBytes(*bytes) : std::nullopt;
}

std::string PublicKey::id() const
{
    const base::Sha256::Digest digest = base::Sha256::of(m_bytes);
    return base::toHex(base::ByteView(digest).first(16));
}

bool PublicKey::verifies(std::string_view text, std::string_view signature) const
{
    const auto bytes = base::fromBase64(signature);
    return bytes && bytes->size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(raw(*bytes), raw(base::bytesOf(text)), text.size(), raw(m_bytes)) == 0;
}

SigningKey SigningKey::random(base::Random& random)
{
    std::array<std::byte, kSeed> seed{};
    random.fill(seed);
    SigningKey key = *fromSeed(seed);
    sodium_memzero(seed.data(), seed.size());
    return key;
}

std::optional<SigningKey> SigningKey::fromSeed(base::ByteView seed)
{
    if (seed.size() != kSeed)
        return std::nullopt;
    SigningKey key;
    std::array<std::byte, PublicKey::kSize> publicHalf{};
    crypto_sign_seed_keypair(raw(publicHalf.data()), raw(key.m_secret.data()), raw(seed));
    return key;
}

SigningKey::~SigningKey() { sodium_memzero(m_secret.data(), m_secret.size()); }

PublicKey SigningKey::publicKey() const { return *PublicKey::fromBytes(base::ByteView(m_secret).last(PublicKey::kSize)); }

std::string SigningKey::sign(std::string_view text) const
{
    std::array<std::byte, crypto_sign_BYTES> signature{};
    crypto_sign_detached(raw(signature.data()), nullptr, raw(base::bytesOf(text)), text.size(), raw(m_secret));
    return base::toBase64Url(signature);
}

} // namespace tashilgar::protocol
