#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace tashilgar::client {

/// Bytes that can be read once. QNetworkAccessManager sends a request once more by itself when a connection breaks; what it
/// cannot read again it cannot repeat. Does not own the bytes.
class ReadOnce final : public QIODevice {
public:
    ReadOnce(const char* bytes, qint64 size)
        : m_bytes(bytes)
        , m_size(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_size - m_at + QIODevice::bytesAvailable(); }
    bool atEnd() const override { return m_at == m_size; }
    bool seek(qint64) override { return false; }
    bool reset() override { return false; }

protected:
    qint64 readData(char* to, qint64 most) override
    {
        const qint64 count = std::min(most, m_size - m_at);
        if (count == 0)
            return m_size == 0 || most > 0 ? -1 : 0;
        std::memcpy(to, m_bytes + m_at, static_cast<std::size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    const char* m_bytes;
    qint64 m_size;
    qint64 m_at = 0;
};

} // namespace tashilgar::client
