#include "platform/positioning/nmea_position_source.h"

#include "platform/positioning/nmea_track.h"
#include "platform/positioning/qt_position_source.h"

#include <QSerialPort>
#include <QTcpSocket>

namespace tashilgar::platform
{
namespace
{

/// A sentence has at most 82 characters. Whoever sends this much without a line end does not speak NMEA.
constexpr qint64 kNoSentence = 4096;

void dropNoise(QIODevice& device)
{
    if (device.bytesAvailable() > kNoSentence && !device.canReadLine())
        device.readAll();
}

} // namespace

/// Opens, and says when there is something to listen to and when no more.
class NmeaPositionSource::Line
{
public:
    virtual ~Line() = default;
    virtual void open(NmeaPositionSource& source) = 0;
    virtual void close() = 0;
};

class NmeaPositionSource::FileLine final : public Line
{
public:
    FileLine(std::filesystem::path file, std::chrono::milliseconds second)
        : m_file(std::move(file))
        , m_second(second)
    {
    }
    void open(NmeaPositionSource& source) override
    {
        auto track = NmeaTrack::open(m_file, m_second);
        if (!track)
            return source.lose(PositionTrouble::NoReceiver, false);
        m_track = std::move(*track);
        // Each round has a new reader: Qt's drops sentences that are older than the last.
        QObject::connect(
            m_track.get(), &NmeaTrack::ended, &source,
            [this, &source] {
                source.listen(m_track.get());
                m_track->play();
            },
            Qt::QueuedConnection);
        source.listen(m_track.get());
        m_track->play();
    }
    void close() override { m_track.reset(); }

private:
    std::filesystem::path m_file;
    std::chrono::milliseconds m_second;
    std::unique_ptr<NmeaTrack> m_track;
};

class NmeaPositionSource::SerialLine final : public Line
{
public:
    SerialLine(QString port, int baud)
        : m_name(std::move(port))
        , m_baud(baud)
    {
    }
    void open(NmeaPositionSource& source) override
    {
        m_port = std::make_unique<QSerialPort>(m_name);
        m_port->setBaudRate(m_baud);
        if (!m_port->open(QIODevice::ReadOnly)) {
            const bool forbidden = m_port->error() == QSerialPort::PermissionError;
            return source.lose(forbidden ? PositionTrouble::NoPermission : PositionTrouble::Unplugged, true);
        }
        QSerialPort* port = m_port.get();
        QObject::connect(
            port, &QSerialPort::errorOccurred, &source,
            [&source, port](QSerialPort::SerialPortError error) {
                // Which of these a pulled cable is depends on the driver; what else there is passes by itself.
                const bool gone = error == QSerialPort::ResourceError || error == QSerialPort::ReadError
                    || error == QSerialPort::DeviceNotFoundError;
                if (gone || !port->isOpen())
                    source.lose(PositionTrouble::Unplugged, true);
            },
            Qt::QueuedConnection);
        QObject::connect(port, &QSerialPort::readyRead, port, [port] { dropNoise(*port); });
        source.listen(port);
    }
    void close() override { m_port.reset(); }

private:
    QString m_name;
    int m_baud;
    std::unique_ptr<QSerialPort> m_port;
};

class NmeaPositionSource::TcpLine final : public Line
{
public:
    TcpLine(QString host, quint16 port)
        : m_host(std::move(host))
        , m_port(port)
    {
    }
    void open(NmeaPositionSource& source) override
    {
        m_socket = std::make_unique<QTcpSocket>();
        QTcpSocket* socket = m_socket.get();
        QObject::connect(socket, &QTcpSocket::connected, &source, [&source, socket] { source.listen(socket); });
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { dropNoise(*socket); });
        QObject::connect(
            socket, &QTcpSocket::errorOccurred, &source, [&source] { source.lose(PositionTrouble::Unplugged, true); },
            Qt::QueuedConnection);
        socket->connectToHost(m_host, m_port, QIODevice::ReadOnly);
    }
    void close() override { m_socket.reset(); }

private:
    QString m_host;
    quint16 m_port;
    std::unique_ptr<QTcpSocket> m_socket;
};

std::unique_ptr<NmeaPositionSource> NmeaPositionSource::file(
    std::filesystem::path track, std::chrono::milliseconds second, const base::Clock& clock)
{
    const auto name = QStringLiteral("nmea %1").arg(QString::fromStdString(track.filename().string()));
    return std::unique_ptr<NmeaPositionSource>(
        new NmeaPositionSource(std::make_unique<FileLine>(std::move(track), second), FixKind::Replayed, name, clock));
}

std::unique_ptr<NmeaPositionSource> NmeaPositionSource::serial(QString port, int baud, const base::Clock& clock)
{
    const auto name = QStringLiteral("nmea serial %1").arg(port);
    return std::unique_ptr<NmeaPositionSource>(
        new NmeaPositionSource(std::make_unique<SerialLine>(std::move(port), baud), FixKind::Satellite, name, clock));
}

std::unique_ptr<NmeaPositionSource> NmeaPositionSource::tcp(QString host, quint16 port, const base::Clock& clock)
{
    const auto name = QStringLiteral("nmea tcp %1:%2").arg(host).arg(port);
    return std::unique_ptr<NmeaPositionSource>(
        new NmeaPositionSource(std::make_unique<TcpLine>(std::move(host), port), FixKind::Satellite, name, clock));
}

NmeaPositionSource::NmeaPositionSource(
    std::unique_ptr<Line> line, FixKind kind, QString description, const base::Clock& clock)
    : m_clock(&clock)
    , m_kind(kind)
    , m_description(std::move(description))
    , m_line(std::move(line))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetry);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_started)
            m_line->open(*this);
    });
}

NmeaPositionSource::~NmeaPositionSource()
{
    stop();
}

void NmeaPositionSource::start()
{
    if (m_started)
        return;
    m_started = true;
    m_line->open(*this);
}

void NmeaPositionSource::stop()
{
    m_started = false;
    m_retry.stop();
    m_reader.reset();
    m_line->close();
}

void NmeaPositionSource::listen(QIODevice* device)
{
    if (!m_started)
        return;
    m_reader = std::make_unique<NmeaReader>();
    connect(m_reader.get(), &QGeoPositionInfoSource::positionUpdated, this, [this](const QGeoPositionInfo& info) {
        if (!m_started || !info.isValid())
            return;
        Fix fix = fixFrom(info, m_kind, m_clock->now());
        if (m_kind == FixKind::Replayed)
            fix.time = m_clock->now(); // the track's own day is long past
        emit fixed(fix);
    });
    m_reader->setDevice(device);
    m_reader->startUpdates();
}

void NmeaPositionSource::lose(PositionTrouble trouble, bool tryAgain)
{
    if (!m_started)
        return;
    m_reader.reset();
    QMetaObject::invokeMethod(
        this,
        [this, trouble, tryAgain] {
            if (!m_started)
                return;
            m_line->close();
            emit troubled(trouble);
            if (tryAgain)
                m_retry.start();
        },
        Qt::QueuedConnection);
}

} // namespace tashilgar::platform
