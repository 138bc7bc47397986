#include "sync/protocol/sealed_box.h"

#include <sodium.h>

#include <array>

namespace tashilgar::protocol {
namespace {

const unsigned char* raw(base::ByteView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }

using Twin = std::array<std::byte, crypto_box_PUBLICKEYBYTES>;

std::optional<Twin> twinOf(const PublicKey& key)
{
    Twin twin{};
    if (crypto_sign_ed25519_pk_to_curve25519(raw(twin.data()), raw(key.bytes())) != 0)
        return std::nullopt;
    return twin;
}

} // namespace

std::optional<base::Bytes> sealFor(const PublicKey& key, base::ByteView plain)
{
    const auto twin = twinOf(key);
    base::Bytes sealed(plain.size() + crypto_box_SEALBYTES);
    if (!twin || crypto_box_seal(raw(sealed.data()), raw(plain), plain.size(), raw(base::ByteView(*twin))) != 0)
        return std::nullopt;
    return sealed;
}

std::optional<base::Bytes> openSealed(const SigningKey& key, base::ByteView sealed)
{
    const auto twin = twinOf(key.publicKey());
    if (!twin || sealed.size() < crypto_box_SEALBYTES)
        return std::nullopt;
    std::array<std::byte, crypto_sign_PUBLICKEYBYTES> publicHalf{};
    std::array<std::byte, crypto_sign_SECRETKEYBYTES> pair{};
    std::array<std::byte, crypto_box_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(raw(publicHalf.data()), raw(pair.data()), raw(key.seed()));
    crypto_sign_ed25519_sk_to_curve25519(raw(secret.data()), raw(base::ByteView(pair)));
    base::Bytes plain(sealed.size() - crypto_box_SEALBYTES);
    const bool opened
        = crypto_box_seal_open(raw(plain.data()), raw(sealed), sealed.size(), raw(base::ByteView(*twin)), raw(base::ByteView(secret))) == 0;
    sodium_memzero(pair.data(), pair.size());
    sodium_memzero(secret.data(), secret.size());
    return opened ? std::optional(std::move(plain)) : std::nullopt;
}

} // namespace tashilgar::protocol
