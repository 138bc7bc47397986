#pragma once

#include <algorithm>
#include <cstdint>

namespace tashilgar::client {

/// How much of a large file goes into one request: small at first and after a failure, twice as much after each success.
/// On a link that breaks every minute little is sent twice; on the office's Wi-Fi requests are soon few.
class PieceSize {
public:
    static constexpr std::uint64_t kSmallest = 128u * 1024;
    static constexpr std::uint64_t kLargest = 8u * 1024 * 1024;

    std::uint64_t bytes() const { return m_bytes; }
    void succeeded() { m_bytes = std::min(m_bytes * 2, kLargest); }
    void failed() { m_bytes = std::max(m_bytes / 4, kSmallest); }

private:
    std::uint64_t m_bytes = kSmallest;
};

/// How many records go into one batch, which arrives whole or not at all: on a link that breaks every few seconds few.
class BatchSize {
public:
    static constexpr std::size_t kSmallest = 5;
    static constexpr std::size_t kFirst = 100;
    static constexpr std::size_t kLargest = 200;

    std::size_t records() const { return m_records; }
    void succeeded() { m_records = std::min(m_records * 2, kLargest); }
    void failed() { m_records = std::max(m_records / 4, kSmallest); }

private:
    std::size_t m_records = kFirst;
};

} // namespace tashilgar::client
