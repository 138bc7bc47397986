#include "platform/capture/qt_sound_player.h"

#include "platform/capture/multimedia.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

#include <algorithm>

namespace tashilgar::platform
{
namespace
{

/// A bar that follows the sound four times a second neither jumps nor costs.
constexpr int kFollowMilliseconds = 250;

/// Decodes as it is read, so that an hour of sound is never in memory.
class Samples final : public QIODevice
{
public:
    explicit Samples(SoundReader sound)
        : m_sound(std::move(sound))
    {
        open(QIODevice::ReadOnly);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        while (m_ready.size() < most) {
            const auto samples = m_sound.read();
            if (samples.empty())
                break;
            m_ready.append(reinterpret_cast<const char*>(samples.data()),
                static_cast<qsizetype>(samples.size() * sizeof(std::int16_t)));
        }
        const qint64 given = std::min<qint64>(most, m_ready.size());
        std::copy_n(m_ready.constData(), given, data);
        m_ready.remove(0, given);
        return given;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    SoundReader m_sound;
    QByteArray m_ready;
};

} // namespace

struct QtSoundPlayer::Device {
    Samples samples;
    QAudioSink sink;

    Device(SoundReader sound, const QAudioDevice& device, const QAudioFormat& format)
        : samples(std::move(sound))
        , sink(device, format)
    {
    }
};

QtSoundPlayer::QtSoundPlayer()
{
    connect(&m_timer, &QTimer::timeout, this, &QtSoundPlayer::follow);
}

QtSoundPlayer::~QtSoundPlayer() = default;

bool QtSoundPlayer::play(SoundReader sound)
{
    stop();
    const QAudioDevice device = hasMultimedia() ? QMediaDevices::defaultAudioOutput() : QAudioDevice();
    QAudioFormat format;
    format.setSampleRate(SoundReader::kRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isNull() || !device.isFormatSupported(format))
        return false;
    m_device = std::make_unique<Device>(std::move(sound), device, format);
    m_timer.start(kFollowMilliseconds);
    m_device->sink.start(&m_device->samples);
    return true;
}

void QtSoundPlayer::follow()
{
    const auto state = m_device->sink.state();
    emit reached(std::chrono::milliseconds(m_device->sink.processedUSecs() / 1000));
    if (m_device && (state == QAudio::IdleState || state == QAudio::StoppedState)) {
        stop();
        emit ended();
    }
}

void QtSoundPlayer::stop()
{
    m_timer.stop();
    m_device.reset();
}

} // namespace tashilgar::platform
