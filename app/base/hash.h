#pragma once

#include "app/base/bytes.h"

#include <array>
#include <memory>

namespace tashilgar::base {

/// SHA-256 of some bytes. Spec: FIPS 180-4.
class Sha256 {
public:
    using Digest = std::array<std::byte, 32>;

    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(ByteView bytes);
    /// Ends the sum; the object may not be used again.
    Digest finish();

    static Digest of(ByteView bytes);
    /// Of the bytes, in lower-case hexadecimal: how this project names content.
    static std::string hexOf(ByteView bytes);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tashilgar::base
