#include "platform/capture/qt_sound_source.h"

#include "platform/capture/multimedia.h"

#include <QAudioDevice>
#include <QAudioSource>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QTimer>

#include <cstring>

namespace tashilgar::platform
{

/// Of several channels the first is taken: the others of a tablet hear the same.
struct QtSoundSource::Device {
    QAudioFormat format;
    std::unique_ptr<QAudioSource> source;
    QIODevice* stream = nullptr; ///< of the source
    QByteArray rest; ///< part of a frame
};

QtSoundSource::QtSoundSource() = default;
QtSoundSource::~QtSoundSource() = default;

void QtSoundSource::start(int samplesPerSecond)
{
    if (m_wanted)
        return;
    m_wanted = true;
    QTimer::singleShot(0, this, [this, samplesPerSecond] {
        if (m_wanted && !m_device)
            open(samplesPerSecond);
    });
}

void QtSoundSource::open(int samplesPerSecond)
{
    const QAudioDevice device = hasMultimedia() ? QMediaDevices::defaultAudioInput() : QAudioDevice();
    if (device.isNull())
        return enter(MicrophoneState::NoMicrophone);
    QAudioFormat format;
    format.setSampleRate(samplesPerSecond);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    if (!device.isFormatSupported(format)) {
        format = device.preferredFormat();
        format.setSampleFormat(QAudioFormat::Int16);
    }
    if (!device.isFormatSupported(format))
        return enter(MicrophoneState::NoMicrophone);
    m_device = std::make_unique<Device>();
    m_device->format = format;
    m_device->source = std::make_unique<QAudioSource>(device, format);
    m_device->stream = m_device->source->start();
    if (!m_device->stream) {
        m_device.reset();
        return enter(MicrophoneState::Failed);
    }
    m_rate = format.sampleRate();
    connect(m_device->stream, &QIODevice::readyRead, this, &QtSoundSource::take);
    connect(m_device->source.get(), &QAudioSource::stateChanged, this,
        [this](QAudio::State state) {
            if (state == QAudio::StoppedState && m_wanted)
                enter(MicrophoneState::Failed);
        },
        Qt::QueuedConnection);
    enter(MicrophoneState::Running);
}

void QtSoundSource::take()
{
    if (!m_device)
        return;
    m_device->rest += m_device->stream->readAll();
    const qsizetype frame = m_device->format.bytesPerFrame();
    const qsizetype frames = m_device->rest.size() / frame;
    if (frames == 0)
        return;
    std::vector<std::int16_t> samples(static_cast<std::size_t>(frames));
    for (qsizetype i = 0; i < frames; ++i)
        std::memcpy(&samples[static_cast<std::size_t>(i)], m_device->rest.constData() + i * frame, sizeof(std::int16_t));
    m_device->rest.remove(0, frames * frame);
    emit heard(samples);
}

void QtSoundSource::stop()
{
    m_wanted = false;
    if (m_device) { // perhaps in the middle of its own signal
        m_device->stream->disconnect(this);
        m_device->source->disconnect(this);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [device = std::shared_ptr<Device>(std::move(m_device))] {}, Qt::QueuedConnection);
    }
    m_state = MicrophoneState::Off;
}

void QtSoundSource::enter(MicrophoneState state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit changed();
}

} // namespace tashilgar::platform
