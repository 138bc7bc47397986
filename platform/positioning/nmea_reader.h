#pragma once

#include <QNmeaPositionInfoSource>

#include <string>

namespace tashilgar::platform
{

/// Qt's reader of NMEA sentences, with an accuracy: that of GST where the receiver sends it, else HDOP times
/// kRangeErrorMetres. A sentence with a wrong or no checksum is passed over.
class NmeaReader final : public QNmeaPositionInfoSource
{
    Q_OBJECT

public:
    explicit NmeaReader(QObject* parent = nullptr);

protected:
    bool parsePosInfoFromNmeaData(const char* data, int size, QGeoPositionInfo* posInfo, bool* hasFix) override;

private:
    std::string m_gstTime; ///< of the last GST, so that HDOP of the same moment does not overrule it
    bool m_hasGst = false;
};

} // namespace tashilgar::platform
