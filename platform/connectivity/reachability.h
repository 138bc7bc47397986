#pragma once

#include <QObject>

namespace tashilgar::platform
{

/// What the operating system believes about the network. A hint only: it wakes a waiting sync early or lets it wait
/// longer. Whether the hub can be reached is known when the hub has answered (sync/client).
class Reachability : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Disconnected, Local, Online };
    Q_ENUM(State)
    using QObject::QObject;

    virtual State state() const = 0;
    /// True when the system says that each byte costs; false also where it does not know.
    virtual bool isMetered() const = 0;

signals:
    void changed();
};

} // namespace tashilgar::platform
