#include "platform/positioning/nmea_reader.h"

#include "platform/positioning/nmea_sentence.h"

#include <QTime>
#include <QTimeZone>

namespace tashilgar::platform
{
namespace
{

/// A moment without a date, as Qt reads it from GGA, so that it joins the other sentences of its second.
QDateTime timeOfDay(std::string_view text)
{
    const QString digits = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    QTime time = QTime::fromString(digits.left(6), QStringLiteral("hhmmss"));
    if (time.isValid() && digits.size() > 7)
        time = time.addMSecs(static_cast<int>(QString(u'0' + digits.mid(6)).toDouble() * 1000 + 0.5));
    return QDateTime(QDate(), time, Qt::UTC);
}

} // namespace

NmeaReader::NmeaReader(QObject* parent)
    : QNmeaPositionInfoSource(RealTimeMode, parent)
{
}

bool NmeaReader::parsePosInfoFromNmeaData(const char* data, int size, QGeoPositionInfo* posInfo, bool* hasFix)
{
    const auto sentence = NmeaSentence::parse(std::string_view(data, static_cast<std::size_t>(size)));
    if (!sentence)
        return false;
    const auto accuracy = sentence->accuracyMetres();
    if (sentence->type == "GST") {
        if (!accuracy)
            return false;
        m_gstTime = sentence->time();
        m_hasGst = true;
        posInfo->setTimestamp(timeOfDay(m_gstTime));
        posInfo->setAttribute(QGeoPositionInfo::HorizontalAccuracy, *accuracy);
        *hasFix = false; // tells how good the point of another sentence is
        return true;
    }
    if (!QNmeaPositionInfoSource::parsePosInfoFromNmeaData(data, size, posInfo, hasFix))
        return false;
    // GST may stand before or after HDOP within its second; a receiver that sends it is believed in both cases.
    const bool gstSpeaks = m_hasGst && (sentence->time().empty() || sentence->time() == m_gstTime);
    if (gstSpeaks)
        posInfo->removeAttribute(QGeoPositionInfo::HorizontalAccuracy);
    else if (accuracy)
        posInfo->setAttribute(QGeoPositionInfo::HorizontalAccuracy, *accuracy);
    return true;
}

} // namespace tashilgar::platform
