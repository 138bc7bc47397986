#pragma once

#include "sync/client/scheduler.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace tashilgar::viewmodels {

/// What sending and receiving is doing, why it waits, and the two things a person may wish: now, and a pause.
///
/// show() takes the synchroniser's status on the GUI thread; whoever joins the two carries it over from the other one.
class SyncController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString phase READ phase NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString tone READ tone NOTIFY changed)
    Q_PROPERTY(QString glyph READ glyph NOTIFY changed)
    Q_PROPERTY(QString chipText READ chipText NOTIFY changed)
    Q_PROPERTY(bool offline READ offline NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool paused READ paused NOTIFY changed)
    Q_PROPERTY(bool revoked READ revoked NOTIFY changed)
    /// False of an OpenRosa server: it takes records and signs nothing.
    Q_PROPERTY(bool receiptsSigned READ receiptsSigned NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString amountText READ amountText NOTIFY changed)
    Q_PROPERTY(QString lastSuccessText READ lastSuccessText NOTIFY changed)
    Q_PROPERTY(QString nextTryText READ nextTryText NOTIFY changed)
    Q_PROPERTY(QString receivedText READ receivedText NOTIFY changed)
    Q_PROPERTY(QString hubName READ hubName NOTIFY changed)

public:
    /// What a person may wish of the synchroniser; each returns at once.
    struct Wishes {
        std::function<void()> now;
        std::function<void()> pause;
        std::function<void()> resume;
    };

    SyncController(Wishes wishes, const base::Clock& clock, QObject* parent = nullptr);

    void show(const client::Status& status);
    void setHubName(const QString& name);

    const client::Status& status() const { return m_status; }
    QString phase() const;
    /// What is happening now, or why nothing is, in words.
    QString title() const;
    /// Is the data safe, and what can be done.
    QString sentence() const;
    QString tone() const;
    QString glyph() const;
    /// For the chip of a page's bar.
    QString chipText() const;
    bool offline() const;
    bool busy() const;
    bool paused() const { return m_status.reason == client::Reason::Paused; }
    bool revoked() const { return m_status.reason == client::Reason::Revoked; }
    /// 0 to 1 of what travels now; -1 when nobody knows.
    bool receiptsSigned() const { return m_status.receiptsSigned; }
    double progress() const;
    QString amountText() const;
    QString lastSuccessText() const;
    QString nextTryText() const;
    QString receivedText() const;
    QString hubName() const { return m_hubName; }

    Q_INVOKABLE void now();
    Q_INVOKABLE void pause();
    Q_INVOKABLE void resume();

signals:
    void changed();
    /// A round brought or took something: lists read again.
    void recordsChanged();

private:
    int waiting() const;

    Wishes m_wishes;
    const base::Clock* m_clock;
    client::Status m_status;
    QString m_hubName;
};

} // namespace tashilgar::viewmodels
