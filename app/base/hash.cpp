#include "app/base/hash.h"

#include <sodium.h>

namespace tashilgar::base {

struct Sha256::State {
    crypto_hash_sha256_state sodium;
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    crypto_hash_sha256_init(&m_state->sodium);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(ByteView bytes)
{
    crypto_hash_sha256_update(&m_state->sodium, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

Sha256::Digest Sha256::finish()
{
    Digest digest;
    crypto_hash_sha256_final(&m_state->sodium, reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

Sha256::Digest Sha256::of(ByteView bytes)
{
    Sha256 sum;
    sum.add(bytes);
    return sum.finish();
}

std::string Sha256::hexOf(ByteView bytes) { return toHex(of(bytes)); }

} // namespace tashilgar::base
