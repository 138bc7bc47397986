#pragma once

#include "app/viewmodels/position_controller.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

/// Takes a point every so often while a person walks along a line. A reading that is weaker than the limit is waited for:
/// the point comes with the first good one, not at the next turn. Listens to the device only while it runs.
class TraceRecorder : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tashilgar::viewmodels::PositionController* position READ position WRITE setPosition NOTIFY changed)
    Q_PROPERTY(int interval READ interval WRITE setInterval NOTIFY changed) ///< seconds
    Q_PROPERTY(double limit READ limit WRITE setLimit NOTIFY changed) ///< metres; 0 takes any reading
    Q_PROPERTY(bool running READ isRunning NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)

public:
    explicit TraceRecorder(QObject* parent = nullptr);
    ~TraceRecorder() override;

    PositionController* position() const { return m_position; }
    void setPosition(PositionController* position);
    int interval() const { return m_turn.interval() / 1000; }
    void setInterval(int seconds);
    double limit() const { return m_limit; }
    void setLimit(double metres);
    bool isRunning() const { return m_running; }
    /// What is happening, for the page.
    QString sentence() const;

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    /// It is time for the next point. The clock calls this.
    Q_INVOKABLE void turn();

signals:
    void changed();
    /// A reading to be added, "lat lon alt acc".
    void taken(const QString& fix);

private:
    void take();

    PositionController* m_position = nullptr;
    QTimer m_turn;
    double m_limit = 10;
    bool m_running = false;
    bool m_due = false; ///< a point is waited for
};

} // namespace tashilgar::viewmodels
