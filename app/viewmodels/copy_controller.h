#pragma once

#include "app/fieldwork/unsent_copy.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace tashilgar::viewmodels {

/// How the second place of unsent records stands.
struct CopyStatus {
    QString place; ///< what the person chose; empty: none
    bool busy = false;
    fieldwork::CopyReport report;
    std::optional<base::Result<fieldwork::Restored>> restored; ///< what came of the last wish to restore
};

/// The second place of unsent records and drafts: which it is, whether it has everything, what to do when it does not, and
/// bringing back what a copy holds. show() takes the status on the GUI thread.
class CopyController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString tone READ tone NOTIFY changed)
    Q_PROPERTY(QString glyph READ glyph NOTIFY changed)
    /// What came of restoring, in words; empty before.
    Q_PROPERTY(QString restoredText READ restoredText NOTIFY changed)

public:
    /// Each returns at once; what comes of it is a status.
    struct Wishes {
        std::function<void(const QString& place)> use; ///< empty: no second place any more
        std::function<void(const QString& place, const QString& key)> restore; ///< empty key: this tablet's own
        std::function<QVariantList()> places; ///< mounted now: {value, label}
    };

    explicit CopyController(Wishes wishes, QObject* parent = nullptr);

    void show(const CopyStatus& status);

    const QString& place() const { return m_status.place; }
    bool busy() const { return m_status.busy; }
    QString title() const;
    QString sentence() const;
    QString tone() const;
    QString glyph() const;
    QString restoredText() const;

    Q_INVOKABLE QVariantList places() const { return m_wishes.places ? m_wishes.places() : QVariantList(); }
    Q_INVOKABLE void use(const QString& place);
    Q_INVOKABLE void restore(const QString& place, const QString& key);

signals:
    void changed();
    /// Records or drafts came back.
    void recordsChanged();

private:
    Wishes m_wishes;
    CopyStatus m_status;
};

} // namespace tashilgar::viewmodels
