#include "app/viewmodels/sound_controller.h"

#include "app/viewmodels/error_text.h"
#include "app/viewmodels/fill_controller.h"

#include <QUuid>

#include <algorithm>
#include <cmath>

namespace tashilgar::viewmodels {

using platform::MicrophoneState;

namespace {

/// Opus does with less than the codecs that the form's words were made for: 12.2 kbit/s AMR, 24 and 64 kbit/s AAC.
struct Quality {
    QLatin1String name;
    int samplesPerSecond;
    int bitsPerSecond;
};
constexpr Quality kQualities[] = {
    {QLatin1String("voice-only"), 16'000, 12'000},
    {QLatin1String("low"), 24'000, 24'000},
    {QLatin1String("normal"), 48'000, 48'000},
};

const Quality& qualityOf(const QString& name)
{
    for (const Quality& quality : kQualities) {
        if (quality.name == name)
            return quality;
    }
    return kQualities[2];
}

/// What is quieter than this is drawn as silence; a room has some 45 decibels less than the loudest that fits.
constexpr double kSilenceDecibels = -50;

double loudness(const std::vector<std::int16_t>& samples)
{
    double sum = 0;
    for (const std::int16_t sample : samples)
        sum += double(sample) * sample;
    const double mean = samples.empty() ? 0 : std::sqrt(sum / static_cast<double>(samples.size())) / 32768;
    return mean <= 0 ? 0 : std::clamp(1 - 20 * std::log10(mean) / kSilenceDecibels, 0.0, 1.0);
}

} // namespace

SoundController::SoundController(FillController& fill, platform::SoundSource& microphone, platform::SoundPlayer& player,
    std::filesystem::path workFolder, QObject* parent)
    : QObject(parent)
    , m_fill(&fill)
    , m_microphone(&microphone)
    , m_player(&player)
    , m_workFolder(std::move(workFolder))
{
    connect(m_microphone, &platform::SoundSource::changed, this, &SoundController::microphoneChanged);
    connect(m_microphone, &platform::SoundSource::heard, this, &SoundController::hear);
    connect(m_player, &platform::SoundPlayer::ended, this, &SoundController::stopPlaying);
    connect(m_player, &platform::SoundPlayer::reached, this, [this](std::chrono::milliseconds at) {
        m_place = m_length > 0 ? std::min(1.0, static_cast<double>(at.count()) / m_length) : 0;
        emit placeChanged();
    });
    connect(m_fill, &FillController::aboutToMove, this, [this] {
        keep();
        stopPlaying();
    });
    m_fill->askBeforeLeaving([this](const std::function<void()>& leave) { return mayLeave(leave); });
}

SoundController::~SoundController()
{
    m_fill->askBeforeLeaving({});
    end();
}

int SoundController::seconds() const
{
    return m_rate > 0 ? static_cast<int>(m_samples / m_rate) : 0;
}

void SoundController::record(const QString& ref, const QString& quality)
{
    keep(); // of another question
    stopPlaying();
    m_ref = ref;
    m_quality = quality;
    m_trouble.clear();
    m_unkept = false;
    m_samples = 0;
    m_rate = 0;
    m_level = 0;
    m_recording = true;
    m_microphone->start(qualityOf(quality).samplesPerSecond);
    emit levelChanged();
    emit changed();
}

void SoundController::microphoneChanged()
{
    if (!m_recording)
        return;
    switch (m_microphone->state()) {
    case MicrophoneState::Running: {
        m_rate = m_microphone->rate();
        m_file = m_workFolder / (QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".ogg");
        auto writer = platform::SoundWriter::open(m_file, m_rate, qualityOf(m_quality).bitsPerSecond);
        if (writer) {
            m_writer.emplace(std::move(*writer));
        } else {
            discard();
            tell(tellOf(writer.error()));
        }
        break;
    }
    case MicrophoneState::NoMicrophone:
        discard();
        tell(QStringLiteral("none"));
        break;
    case MicrophoneState::Failed:
        keep(); // what was said until then
        tell(QStringLiteral("failed"));
        break;
    case MicrophoneState::Off:
        break;
    }
}

void SoundController::hear(const std::vector<std::int16_t>& samples)
{
    if (!m_writer)
        return;
    const auto written = m_writer->write(samples);
    if (!written) {
        keep();
        return tell(tellOf(written.error()));
    }
    m_samples += static_cast<std::int64_t>(samples.size());
    m_level = loudness(samples);
    emit levelChanged();
}

/// Closes the microphone and the file. True: there is something in it.
bool SoundController::end()
{
    if (!m_recording)
        return false;
    m_recording = false;
    m_microphone->stop();
    m_level = 0;
    if (!m_writer)
        return false;
    (void)m_writer->close(); // on a full disk the end is missing; what is before it is a recording
    m_writer.reset();
    if (m_samples > 0)
        return true;
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
    return false;
}

void SoundController::keep()
{
    if (!m_recording)
        return;
    m_unkept = end();
    if (m_unkept)
        keepAgain();
    else
        tell(QStringLiteral("silent"));
    emit levelChanged();
    emit changed();
}

void SoundController::keepAgain()
{
    if (!m_unkept)
        return;
    if (!m_fill->attachFile(m_ref, QString::fromStdString(m_file.string())))
        return tell(m_fill->trouble()); // the file stays, for another try
    m_unkept = false;
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored); // the store has its own
    tell({});
}

void SoundController::stop()
{
    keep();
    if (const auto leave = std::exchange(m_leave, nullptr))
        leave();
    emit changed();
}

void SoundController::discard()
{
    if (end()) {
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
    }
    const auto leave = std::exchange(m_leave, nullptr);
    emit levelChanged();
    emit changed();
    if (leave)
        leave();
}

void SoundController::goOn()
{
    m_leave = nullptr;
    emit changed();
}

/// Once it is asked; who tries again has answered.
bool SoundController::mayLeave(const std::function<void()>& leave)
{
    if (!m_recording || m_leave) {
        m_leave = nullptr;
        return true;
    }
    m_leave = leave;
    emit changed();
    return false;
}

void SoundController::play(const QString& ref)
{
    stopPlaying();
    m_ref = ref;
    m_trouble.clear();
    auto sound = platform::SoundReader::open(m_fill->contentOf(ref));
    m_length = sound ? static_cast<double>(sound->length()) * 1000 / platform::SoundReader::kRate : 0;
    if (!sound || !m_player->play(std::move(*sound)))
        return tell(QStringLiteral("unplayable"));
    m_playing = ref;
    emit changed();
}

void SoundController::stopPlaying()
{
    if (m_playing.isEmpty())
        return;
    m_player->stop();
    m_playing.clear();
    m_place = 0;
    emit placeChanged();
    emit changed();
}

void SoundController::tell(const QString& trouble)
{
    m_trouble = trouble;
    emit changed();
}

} // namespace tashilgar::viewmodels
