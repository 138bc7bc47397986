#include "app/base/sealed_box.h"

#include "app/base/seal.h"

#include <array>
#include <sodium.h>

namespace tashilgar::base {
namespace {

unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

} // namespace

std::optional<Bytes> sealForHolder(ByteView plain, ByteView publicKey)
{
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box{};
    if (publicKey.size() != crypto_sign_PUBLICKEYBYTES
        || crypto_sign_ed25519_pk_to_curve25519(box.data(), raw(publicKey.data())) != 0)
        return std::nullopt;
    Bytes sealed(crypto_box_SEALBYTES + plain.size());
    crypto_box_seal(raw(sealed.data()), raw(plain.data()), plain.size(), box.data());
    return sealed;
}

Result<Bytes> openAsHolder(ByteView box, ByteView seed)
{
    if (box.size() < crypto_box_SEALBYTES || seed.size() != crypto_sign_SEEDBYTES)
        return fail(kSealBroken, "the sealed bytes are too short");
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> signPublic{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> signSecret{};
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> boxPublic{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> boxSecret{};
    crypto_sign_seed_keypair(signPublic.data(), signSecret.data(), raw(seed.data()));
    Bytes plain(box.size() - crypto_box_SEALBYTES);
    const bool opened = crypto_sign_ed25519_pk_to_curve25519(boxPublic.data(), signPublic.data()) == 0
        && crypto_sign_ed25519_sk_to_curve25519(boxSecret.data(), signSecret.data()) == 0
        && crypto_box_seal_open(raw(plain.data()), raw(box.data()), box.size(), boxPublic.data(), boxSecret.data()) == 0;
    sodium_memzero(signSecret.data(), signSecret.size());
    sodium_memzero(boxSecret.data(), boxSecret.size());
    if (!opened)
        return fail(kSealBroken, "the bytes were sealed for another key or have changed");
    return plain;
}

} // namespace tashilgar::base
