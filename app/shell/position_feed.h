#pragma once

#include "app/base/clock.h"
#include "platform/positioning/position_source.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

namespace tashilgar::viewmodels {
class PositionController;
}

namespace tashilgar::shell {

/// Lends the chosen position source to the position page: what it delivers, and why it does not.
class PositionFeed : public QObject {
    Q_OBJECT

public:
    /// \p clock outlives the feed.
    PositionFeed(const base::Clock& clock, std::chrono::milliseconds trackSecond);

    void setController(viewmodels::PositionController* controller) { m_controller = controller; }
    /// Takes the place of the source before; listens on when that one was listened to.
    void use(const QString& source);
    void listen(bool on);

private:
    const base::Clock* m_clock;
    std::chrono::milliseconds m_trackSecond;
    viewmodels::PositionController* m_controller = nullptr;
    std::unique_ptr<platform::PositionSource> m_source;
    bool m_listening = false;
};

} // namespace tashilgar::shell
