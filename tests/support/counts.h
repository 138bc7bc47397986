#pragma once

#include <cstdint>
#include <cstdlib>

namespace tashilgar::tests {

/// How often a test of chance repeats itself: \p usual in `make test`, \p full in `make soak` (which sets TASHILGAR_SOAK), or
/// what the variable \p name says, to hunt for one fault.
inline std::uint64_t repetitions(const char* name, std::uint64_t usual, std::uint64_t full)
{
    if (const char* wanted = std::getenv(name)) {
        const std::uint64_t count = std::strtoull(wanted, nullptr, 10);
        return count > 0 ? count : 1;
    }
    return std::getenv("TASHILGAR_SOAK") ? full : usual;
}

} // namespace tashilgar::tests
