#include "app/base/bytes.h"
#include "app/base/text.h"
#include "app/base/uuid.h"
#include "app/forms/xpath/functions/library.h"

#include <openssl/evp.h>

#include <array>
#include <cmath>

// Spec: https://getodk.github.io/xforms-spec/#fn:digest
namespace tashilgar::forms::xpath {
namespace {

constexpr std::size_t kSignatureSize = 64;
constexpr std::size_t kPublicKeySize = 32;
constexpr double kMaxRandomLength = 10'000;

const EVP_MD* algorithmOf(std::string_view name)
{
    const std::string known = base::toLowerAscii(name);
    if (known == "md5")
        return EVP_md5();
    if (known == "sha-1")
        return EVP_sha1();
    if (known == "sha-256")
        return EVP_sha256();
    if (known == "sha-384")
        return EVP_sha384();
    return known == "sha-512" ? EVP_sha512() : nullptr;
}

Value digest(Call& call)
{
    const std::string text = call.text(0);
    const EVP_MD* algorithm = algorithmOf(call.text(1));
    const std::string encoding = call.has(2) ? base::toLowerAscii(call.text(2)) : "base64";
    if (call.failed())
        return {};
    if (!algorithm)
        return call.fail("digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512");
    if (encoding != "base64" && encoding != "hex")
        return call.fail("digest() encodes as hex or base64");
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), sum.data(), &size, algorithm, nullptr) != 1)
        return call.fail("this digest could not be made");
    const base::ByteView bytes = std::as_bytes(std::span(sum.data(), size));
    return encoding == "hex" ? base::toHex(bytes) : base::toBase64(bytes);
}

/// Bytes as text; what is no UTF-8 becomes U+FFFD.
std::string textFrom(base::ByteView bytes)
{
    const std::string_view raw = base::textOf(bytes);
    return base::isValidUtf8(raw) ? std::string(raw) : base::fromCodePoints(base::toCodePoints(raw));
}

/// Blank for what is not base64.
Value base64Decode(Call& call)
{
    const auto bytes = base::fromBase64(call.text(0));
    return bytes ? textFrom(*bytes) : std::string();
}

bool isSigned(base::ByteView message, base::ByteView signature, base::ByteView publicKey)
{
    const auto raw = [](base::ByteView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); };
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(publicKey), publicKey.size()), &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> check(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return key && check && EVP_DigestVerifyInit(check.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(check.get(), raw(signature), signature.size(), raw(message), message.size()) == 1;
}

/// The text behind an Ed25519 signature, both in one base64; blank when the signature is not that of the key.
Value extractSigned(Call& call)
{
    const auto content = base::fromBase64(base::trim(call.text(0)));
    const auto key = base::fromBase64(base::trim(call.text(1)));
    if (!content || content->size() < kSignatureSize || !key || key->size() != kPublicKeySize)
        return std::string();
    const base::ByteView all(*content);
    const base::ByteView message = all.subspan(kSignatureSize);
    return isSigned(message, all.first(kSignatureSize), *key) ? textFrom(message) : std::string();
}

/// A version 4 UUID, or so many random letters and digits.
Value uuid(Call& call)
{
    base::Random& random = call.host().random();
    if (!call.has(0))
        return base::uuid4(random);
    const double length = call.number(0);
    if (!(length >= 0 && length <= kMaxRandomLength))
        return call.fail("uuid() needs a length from 0 to 10000");
    // 64 signs, so that six bits of a byte choose one evenly.
    static constexpr std::string_view kSigns = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    std::vector<std::byte> bytes(static_cast<std::size_t>(length));
    random.fill(bytes);
    std::string text;
    for (const std::byte b : bytes)
        text += kSigns[std::to_integer<std::size_t>(b) % kSigns.size()];
    return text;
}

} // namespace

void addDigestFunctions(FunctionRegistry& registry)
{
    using F = Function;
    registry.add({"digest", 2, 3, F::Pure, digest});
    registry.add({"base64-decode", 1, 1, F::Pure, base64Decode});
    registry.add({"extract-signed", 2, 2, F::Pure, extractSigned});
    registry.add({"uuid", 0, 1, F::ReadsHost | F::Volatile, uuid});
}

} // namespace tashilgar::forms::xpath
