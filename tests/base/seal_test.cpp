#include "app/base/seal.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace tashilgar;
using namespace tashilgar::base;

TEST_CASE("what was sealed opens with its key and with no other", "[base][seal]")
{
    tests::FakeRandom random;
    const SecretKey key = SecretKey::random(random);
    const SecretKey other = SecretKey::random(random);
    Bytes sealed = seal(bytesOf("نام"), key, random);
    CHECK(textOf(*unseal(sealed, key)) == "نام");
    CHECK(unseal(sealed, other).error().code == kSealBroken);
    sealed.back() ^= std::byte{1};
    CHECK(unseal(sealed, key).error().code == kSealBroken);
    CHECK(unseal({}, key).error().code == kSealBroken);
}

TEST_CASE("a sealed stream that is cut does not end", "[base][seal]")
{
    tests::FakeRandom random;
    const SecretKey key = SecretKey::random(random);
    StreamSealer sealer(key);
    const Bytes header(sealer.header().begin(), sealer.header().end());
    const Bytes first = sealer.push(Bytes(StreamSealer::kChunk, std::byte{7}), false);
    const Bytes second = sealer.push(bytesOf("end"), true);

    StreamOpener opener(key, header);
    bool last = true;
    CHECK(opener.pull(first, last)->size() == StreamSealer::kChunk);
    CHECK_FALSE(last);
    CHECK(textOf(*opener.pull(second, last)) == "end");
    CHECK(last);

    StreamOpener swapped(key, header);
    CHECK(swapped.pull(second, last).error().code == kSealBroken);
}

TEST_CASE("a derived key differs by purpose and by key, and is the same each time", "[base][seal]")
{
    tests::FakeRandom random;
    const SecretKey key = SecretKey::random(random);
    const SecretKey other = SecretKey::random(random);
    const auto hex = [](const SecretKey& k) { return toHex(k.bytes()); };
    CHECK(hex(deriveKey(key, "a")) == hex(deriveKey(key, "a")));
    CHECK(hex(deriveKey(key, "a")) != hex(deriveKey(key, "b")));
    CHECK(hex(deriveKey(key, "a")) != hex(deriveKey(other, "a")));
    CHECK(hex(deriveKey(key, "a")) != hex(key));
}
