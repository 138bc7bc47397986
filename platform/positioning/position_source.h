#pragma once

#include "platform/positioning/fix.h"

#include <QObject>

namespace tashilgar::platform
{

/// Delivers positions while it is started. What is good enough is not its business (see BestFix).
///
/// Lives on the thread that made it; its signals come from there, never from inside start(). Trouble is told each time
/// it changes; a fix ends every trouble. Both stay possible until stop().
class PositionSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starting what is started changes nothing; so does stopping what is stopped.
    virtual void start() = 0;
    virtual void stop() = 0;
    /// For the page of settings: "system", "nmea track.nmea", "nmea tcp 127.0.0.1:2947". Not translated.
    virtual QString description() const = 0;

signals:
    void fixed(const tashilgar::platform::Fix& fix);
    void troubled(tashilgar::platform::PositionTrouble trouble);
};

} // namespace tashilgar::platform

Q_DECLARE_METATYPE(tashilgar::platform::Fix)
Q_DECLARE_METATYPE(tashilgar::platform::PositionTrouble)
