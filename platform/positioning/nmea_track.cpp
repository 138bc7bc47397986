#include "platform/positioning/nmea_track.h"

#include "app/base/files.h"
#include "app/base/text.h"
#include "platform/positioning/nmea_sentence.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace tashilgar::platform
{
namespace
{

/// A day at ten sentences a second is about this long.
constexpr std::uint64_t kLongestTrack = 64 * 1024 * 1024;

std::vector<QByteArray> secondsOf(std::string_view text)
{
    std::vector<QByteArray> seconds;
    std::string current;
    for (const std::string_view line : base::split(text, '\n')) {
        const auto sentence = NmeaSentence::parse(line);
        if (!sentence)
            continue;
        const std::string_view time = sentence->time();
        if (seconds.empty() || (!time.empty() && time != current)) {
            seconds.emplace_back();
            current = time;
        }
        const std::string_view trimmed = base::trim(line);
        seconds.back().append(trimmed.data(), static_cast<qsizetype>(trimmed.size())).append("\r\n");
    }
    return seconds;
}

} // namespace

base::Result<std::unique_ptr<NmeaTrack>> NmeaTrack::open(
    const std::filesystem::path& file, std::chrono::milliseconds second)
{
    base::SystemFiles files;
    const auto bytes = files.readAll(file, kLongestTrack);
    if (!bytes)
        return base::fail(bytes.error());
    auto seconds = secondsOf(base::textOf(*bytes));
    if (seconds.empty())
        return base::fail(base::kMalformed, "no line of this file is an NMEA sentence", file.filename().string());
    std::unique_ptr<NmeaTrack> track(new NmeaTrack(std::move(seconds)));
    track->m_timer.setInterval(second);
    track->QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return track;
}

NmeaTrack::NmeaTrack(std::vector<QByteArray> seconds)
    : m_seconds(std::move(seconds))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &NmeaTrack::speak);
}

void NmeaTrack::play()
{
    m_next = 0;
    m_ready.clear();
    m_timer.start();
}

void NmeaTrack::speak()
{
    if (m_next == m_seconds.size()) {
        m_timer.stop();
        emit ended();
        return;
    }
    m_ready += m_seconds[m_next++];
    emit readyRead();
}

qint64 NmeaTrack::readData(char* data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_ready.size());
    std::memcpy(data, m_ready.constData(), static_cast<std::size_t>(size));
    m_ready.remove(0, size);
    return size;
}

} // namespace tashilgar::platform
