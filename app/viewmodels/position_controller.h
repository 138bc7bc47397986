#pragma once

#include "app/base/clock.h"
#include "platform/positioning/best_fix.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace tashilgar::viewmodels {

/// The position page: accuracy now, the best so far, and taking it.
///
/// What the best point is, platform::BestFix says; this class keeps it while a page is open and tells it in words. Listens to
/// the device only between start() and stop().
class PositionController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(double accuracyNow READ accuracyNow NOTIFY changed)
    Q_PROPERTY(double accuracyBest READ accuracyBest NOTIFY changed)
    Q_PROPERTY(int fixCount READ fixCount NOTIFY changed)
    Q_PROPERTY(QString nowText READ nowText NOTIFY changed)
    Q_PROPERTY(QString bestText READ bestText NOTIFY changed)
    Q_PROPERTY(QString bestDetail READ bestDetail NOTIFY changed)
    Q_PROPERTY(QString coordinates READ coordinates NOTIFY changed)
    Q_PROPERTY(QString advice READ advice NOTIFY changed)
    Q_PROPERTY(QString takeText READ takeText NOTIFY changed)
    Q_PROPERTY(QVariantList dots READ dots NOTIFY changed)
    Q_PROPERTY(double wanted READ wanted NOTIFY changed)
    Q_PROPERTY(double limit READ limit NOTIFY changed)

public:
    /// Starts (true) or stops the device's source.
    using Listen = std::function<void(bool)>;

    PositionController(Listen listen, const base::Clock& clock, QObject* parent = nullptr);

    void feed(const platform::Fix& fix);
    void feed(platform::PositionTrouble trouble);
    /// The last reading however old, as a form's setgeopoint asks for it: "lat lon alt acc", or empty.
    std::string lastKnown() const;

    /// "idle", "searching", "late", "weak", "usable", "good", "stale", "off", "denied", "absent" or "unplugged".
    QString state() const;
    /// Metres; -1 where unknown.
    double accuracyNow() const;
    double accuracyBest() const;
    int fixCount() const { return m_best.count(); }
    QString nowText() const;
    QString bestText() const;
    QString bestDetail() const;
    QString coordinates() const;
    QString advice() const;
    QString takeText() const;
    /// Offsets of the fixes from the best, in metres east and north: {x, y}.
    QVariantList dots() const;
    double wanted() const { return m_best.rules().wantedMetres; }
    double limit() const { return m_best.rules().limitMetres; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    /// The best so far as an answer: "lat lon alt acc"; empty when there is none.
    Q_INVOKABLE QString take() const;
    /// Forgets what was gathered, as for the next corner of a shape.
    Q_INVOKABLE void beginAgain();
    /// What the form wants of a point, in metres; 0 leaves it to the app.
    Q_INVOKABLE void expect(double wantedMetres, double limitMetres);
    /// The newest reading alone, as an answer: what a line is drawn from. Empty when there is none, or none of late.
    Q_INVOKABLE QString here() const;

signals:
    void changed();

private:
    Listen m_listen;
    platform::BestFix m_best;
    std::optional<platform::Fix> m_last; ///< outlives the page, for lastKnown()
    std::vector<platform::Fix> m_dots;
    QTimer m_tick; ///< waiting too long, and readings that stopped, show without a new reading
    int m_listeners = 0;
};

} // namespace tashilgar::viewmodels
