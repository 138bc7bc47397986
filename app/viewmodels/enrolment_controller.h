#pragma once

#include "app/base/result.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace tashilgar::viewmodels {

/// Who this tablet is, once it has joined an office.
struct JoinedAs {
    QString hubName;
    QString programmeName;
    QString personName;
    QString deviceName;
    QString address; ///< that last answered
};

/// What a person typed, pasted or scanned to join.
struct JoinWish {
    QString code;          ///< of a hub; or the address of an ODK or Kobo server, or a settings code of ODK Collect
    QStringList addresses; ///< of a hub: where to look first
    QString username;      ///< at a server that wants one
    QString password;
};

/// Joining an office in steps: language, code, first forms.
///
/// The joining itself happens elsewhere, on the synchroniser's thread: `join` is called with what was typed and calls back
/// on the GUI thread, exactly once.
class EnrolmentController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString step READ step NOTIFY changed)
    Q_PROPERTY(bool joined READ joined NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(QString hubName READ hubName NOTIFY changed)
    /// The office by its own name; empty where only the programme's is known.
    Q_PROPERTY(QString officeName READ officeName NOTIFY changed)
    Q_PROPERTY(QString programmeName READ programmeName NOTIFY changed)
    Q_PROPERTY(QString personName READ personName NOTIFY changed)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)

public:
    using Done = std::function<void(base::Result<JoinedAs>)>;
    using Join = std::function<void(const JoinWish& wish, Done done)>;

    explicit EnrolmentController(Join join, QObject* parent = nullptr);

    /// The tablet had joined before.
    void setJoined(const JoinedAs& as);

    /// "language", "code", "forms" or "done".
    QString step() const { return m_step; }
    bool joined() const { return m_joined; }
    bool busy() const { return m_busy; }
    QString trouble() const { return m_trouble; }
    QString hubName() const { return m_as.hubName; }
    QString officeName() const { return m_as.hubName == m_as.programmeName ? QString() : m_as.hubName; }
    QString programmeName() const { return m_as.programmeName; }
    QString personName() const { return m_as.personName; }
    QString deviceName() const { return m_as.deviceName; }
    QString address() const { return m_as.address; }

    Q_INVOKABLE void goTo(const QString& step);
    /// \p address may be empty, or one "host:port"; name and password are for a server.
    Q_INVOKABLE void join(
        const QString& code, const QString& address, const QString& username = {}, const QString& password = {});
    /// Whether \p code is the address of a server, which may want a name and password beside it.
    Q_INVOKABLE bool isServer(const QString& code) const;
    /// The last page was read.
    Q_INVOKABLE void finish();
    /// Begins again from the code, for a tablet that was signed off; records stay.
    Q_INVOKABLE void joinAgain();

signals:
    void changed();
    void joinedNow();

private:
    Join m_join;
    JoinedAs m_as;
    QString m_step = QStringLiteral("language");
    QString m_trouble;
    bool m_joined = false;
    bool m_busy = false;
};

} // namespace tashilgar::viewmodels
