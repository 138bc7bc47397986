#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <vector>

namespace tashilgar::platform
{

/// A recorded track that speaks like a receiver: the sentences of one second, then those of the next, at a steady pace.
class NmeaTrack final : public QIODevice
{
    Q_OBJECT

public:
    /// Fails with base::kNotFound, base::kTooLarge, or base::kMalformed when no line of the file is a sentence with a
    /// right checksum.
    static base::Result<std::unique_ptr<NmeaTrack>> open(
        const std::filesystem::path& file, std::chrono::milliseconds second);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_ready.size() + QIODevice::bytesAvailable(); }
    bool canReadLine() const override { return m_ready.contains('\n') || QIODevice::canReadLine(); }
    /// From the first second on.
    void play();
    void pause() { m_timer.stop(); }

signals:
    /// After the last second.
    void ended();

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    explicit NmeaTrack(std::vector<QByteArray> seconds);
    void speak();

    std::vector<QByteArray> m_seconds;
    std::size_t m_next = 0;
    QByteArray m_ready;
    QTimer m_timer;
};

} // namespace tashilgar::platform
