#pragma once

#include "platform/positioning/nmea_reader.h"
#include "platform/positioning/position_source.h"

#include <QIODevice>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <memory>

namespace tashilgar::platform
{

/// Positions from NMEA 0183 sentences: a recorded track, a receiver on a serial port, a TCP stream.
///
/// A port or stream that goes away is Unplugged and tried again every kRetry while the source is started.
class NmeaPositionSource final : public PositionSource
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kRetry{ 3000 };

    /// \p clock outlives the source, here and below.
    static std::unique_ptr<NmeaPositionSource> file(
        std::filesystem::path track, std::chrono::milliseconds second, const base::Clock& clock);
    static std::unique_ptr<NmeaPositionSource> serial(QString port, int baud, const base::Clock& clock);
    static std::unique_ptr<NmeaPositionSource> tcp(QString host, quint16 port, const base::Clock& clock);
    ~NmeaPositionSource() override;

    void start() override;
    void stop() override;
    QString description() const override { return m_description; }
    /// For tests; before start().
    void setRetry(std::chrono::milliseconds retry) { m_retry.setInterval(retry); }

private:
    class Line; // how the sentences come in
    class FileLine;
    class SerialLine;
    class TcpLine;

    NmeaPositionSource(std::unique_ptr<Line> line, FixKind kind, QString description, const base::Clock& clock);
    void listen(QIODevice* device);
    void lose(PositionTrouble trouble, bool tryAgain);

    const base::Clock* m_clock;
    FixKind m_kind;
    QString m_description;
    QTimer m_retry;
    std::unique_ptr<Line> m_line;
    std::unique_ptr<NmeaReader> m_reader;
    bool m_started = false;
};

} // namespace tashilgar::platform
