#pragma once

#include "app/base/bytes.h"
#include "app/base/clock.h"
#include "app/base/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tashilgar::protocol {

/// The half of an Ed25519 pair that everybody may know. On the wire: base64url of its 32 bytes.
class PublicKey {
public:
    static constexpr std::size_t kSize = 32;
    static std::optional<PublicKey> fromBytes(base::ByteView bytes);
    static std::optional<PublicKey> fromText(std::string_view base64Url);

    base::ByteView bytes() const { return m_bytes; }
    std::string text() const { return base::toBase64Url(m_bytes); }
    /// How receipts and hubs name it: the first 16 bytes of its SHA-256, in hexadecimal.
    std::string id() const;
    /// True when \p signature (base64url) over \p text was made with the other half.
    bool verifies(std::string_view text, std::string_view signature) const;
    friend bool operator==(const PublicKey&, const PublicKey&) = default;

private:
    std::array<std::byte, kSize> m_bytes{};
};

/// An Ed25519 pair. Wiped from memory when it goes. Never logged, never sent.
/// Spec: RFC 8032
class SigningKey {
public:
    static constexpr std::size_t kSeed = 32;
    static SigningKey random(base::Random& random);
    /// The pair that grows from a kept seed; nothing unless \p seed has kSeed bytes.
    static std::optional<SigningKey> fromSeed(base::ByteView seed);

    SigningKey(const SigningKey&) = default;
    SigningKey& operator=(const SigningKey&) = default;
    ~SigningKey();

    base::ByteView seed() const { return base::ByteView(m_secret).first(kSeed); }
    PublicKey publicKey() const;
    /// base64url of the detached signature.
    std::string sign(std::string_view text) const;

private:
    SigningKey() = default;
    std::array<std::byte, 64> m_secret{}; ///< seed and public half, as libsodium keeps them
};

} // namespace tashilgar::protocol
