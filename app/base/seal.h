#pragma once

#include "app/base/bytes.h"
#include "app/base/clock.h"
#include "app/base/result.h"

#include <array>
#include <memory>

namespace tashilgar::base {

/// The bytes were not sealed with this key, or were changed or cut since.
inline constexpr ErrorCode kSealBroken{"base.seal-broken"};

/// 256 bits that open what was sealed with them. Wiped from memory when it goes. Never logged.
class SecretKey {
public:
    static constexpr std::size_t kSize = 32;
    static SecretKey random(Random& random);
    /// Nothing unless \p bytes are exactly kSize.
    static std::optional<SecretKey> fromBytes(ByteView bytes);

    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();
    ByteView bytes() const { return m_bytes; }

private:
    SecretKey() = default;
    std::array<std::byte, kSize> m_bytes{};
};

/// A key of its own for each \p purpose ("attachments"): knowing one tells nothing of another. Keyed BLAKE2b.
SecretKey deriveKey(const SecretKey& key, std::string_view purpose);

/// Authenticated encryption of a small piece. Layout: 24-byte nonce, then XChaCha20-Poly1305 ciphertext and tag.
Bytes seal(ByteView plain, const SecretKey& key, Random& random);
/// Fails with kSealBroken.
Result<Bytes> unseal(ByteView sealed, const SecretKey& key);

/// Encrypts a stream chunk by chunk, so that memory does not grow with the file. Layout: 24-byte header, then chunks of
/// kChunk plain bytes + 17; the last one is marked, so a cut stream does not open.
/// Spec: https://doc.libsodium.org/secret-key_cryptography/secretstream
class StreamSealer {
public:
    static constexpr std::size_t kHeader = 24;
    static constexpr std::size_t kChunk = 64 * 1024;
    static constexpr std::size_t kOverhead = 17;

    explicit StreamSealer(const SecretKey& key);
    ~StreamSealer();
    StreamSealer(StreamSealer&&) noexcept;
    ByteView header() const;
    /// \p plain is exactly kChunk bytes, unless it is the \p last one (which may be empty).
    Bytes push(ByteView plain, bool last);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

class StreamOpener {
public:
    StreamOpener(const SecretKey& key, ByteView header);
    ~StreamOpener();
    StreamOpener(StreamOpener&&) noexcept;
    /// Fails with kSealBroken. \p last becomes true with the final chunk.
    Result<Bytes> pull(ByteView sealedChunk, bool& last);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tashilgar::base
