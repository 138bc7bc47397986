#pragma once

#include "app/fieldwork/submission_review.h"
#include "app/viewmodels/record_rows.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <map>

namespace tashilgar::viewmodels {

/// Drafts and finished records of this tablet, newest first, with a search and filters by state, form, day and place.
///
/// However many there are: of all rows it holds the number and the moment, read a page at a time while nothing else is to be
/// done; what a row shows is read when a view asks for it, some rows around it together, and forgotten again. GUI thread.
class RecordListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// All rows of the list are known; until then `count` grows.
    Q_PROPERTY(bool complete READ complete NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(QString state READ state WRITE setState NOTIFY changed)
    Q_PROPERTY(QString formId READ formId WRITE setFormId NOTIFY changed)
    /// First and last day, ISO; empty for no bound.
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY changed)
    Q_PROPERTY(QString until READ until WRITE setUntil NOTIFY changed)
    Q_PROPERTY(QString neighbourhood READ neighbourhood WRITE setNeighbourhood NOTIFY changed)
    Q_PROPERTY(QString block READ block WRITE setBlock NOTIFY changed)
    Q_PROPERTY(QString door READ door WRITE setDoor NOTIFY changed)
    /// How many of form, days and place narrow the list.
    Q_PROPERTY(int narrowings READ narrowings NOTIFY changed)
    Q_PROPERTY(int draftCount READ draftCount NOTIFY changed)
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY changed)
    Q_PROPERTY(int safeCount READ safeCount NOTIFY changed)
    Q_PROPERTY(int refusedCount READ refusedCount NOTIFY changed)
    /// How many the list has, in words; "more than 10,000" while it is still being read.
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    /// The older records of this tablet do not all answer to a search yet.
    Q_PROPERTY(bool preparing READ preparing NOTIFY changed)
    Q_PROPERTY(QString today READ today NOTIFY changed)

public:
    explicit RecordListModel(QObject* parent = nullptr);

    /// Looks again: what is shown stays where it is, what is new comes in. \p review outlives this object.
    void read(fieldwork::SubmissionReview& review, base::Instant now);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int total() const { return static_cast<int>(m_totals.all() + m_drafts.size()); }
    int count() const { return static_cast<int>(m_rows.size()); }
    bool complete() const { return m_complete; }
    const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    const QString& state() const { return m_state; }
    /// "" for all, "draft", "waiting" (partial ones too), "safe" or "refused".
    void setState(const QString& state);
    QString formId() const { return QString::fromStdString(m_wanted.form.value()); }
    void setFormId(const QString& form);
    const QString& from() const { return m_from; }
    void setFrom(const QString& iso);
    const QString& until() const { return m_until; }
    void setUntil(const QString& iso);
    QString neighbourhood() const { return QString::fromStdString(m_wanted.neighbourhood); }
    void setNeighbourhood(const QString& code);
    QString block() const { return QString::fromStdString(m_wanted.block); }
    void setBlock(const QString& code);
    QString door() const { return QString::fromStdString(m_wanted.door); }
    void setDoor(const QString& code);
    int narrowings() const;
    int draftCount() const { return static_cast<int>(m_drafts.size()); }
    int waitingCount() const { return static_cast<int>(m_totals.waiting); }
    int safeCount() const { return static_cast<int>(m_totals.sent); }
    int refusedCount() const { return static_cast<int>(m_totals.returned); }
    QString totalText() const;
    const QString& trouble() const { return m_trouble; }
    bool preparing() const { return m_preparing; }
    QString today() const;

    /// Every filter and the search off.
    Q_INVOKABLE void showAll();
    /// Form, days and place off; state and search stay.
    Q_INVOKABLE void widen();
    Q_INVOKABLE QVariantMap record(const QString& id) const;
    /// The drafts of one form, newest first: {recordId, title, second}.
    Q_INVOKABLE QVariantList draftsOf(const QString& formId) const;
    /// The day of a row, for the scroll bar.
    Q_INVOKABLE QString dayOf(int row) const;
    /// What can be chosen: {value, label}; blocks are those of the chosen neighbourhood.
    Q_INVOKABLE QVariantList forms() const;
    Q_INVOKABLE QVariantList neighbourhoods() const;
    Q_INVOKABLE QVariantList blocks() const;

signals:
    void changed();

private:
    /// A row of the list. Records have the number of the store; drafts have one below zero, their own for good.
    struct Key {
        std::int64_t row = 0;
        base::Instant at;
        friend bool operator==(const Key& a, const Key& b) { return a.row == b.row; }
    };

    void readDrafts();
    void restart();
    void readSome();
    void prepareSome();
    void catchUp(const store::RecordIndex::Totals& before);
    /// Reads on in m_keys; false when there are no more, or none could be read.
    bool readKeys(std::uint32_t limit);
    std::vector<Key> shownDrafts() const;
    std::vector<Key> merged() const;
    void show(std::vector<Key> rows, bool contentsToo);
    const RecordRow& rowAt(std::size_t index) const;
    RecordRow draftRow(std::int64_t number) const;
    QString placeOf(const store::DraftSummary& draft) const;
    store::RecordFilter wanted() const;

    fieldwork::SubmissionReview* m_review = nullptr;
    base::Instant m_now;
    store::RecordIndex::Totals m_totals;
    std::vector<store::DraftSummary> m_drafts;
    std::map<std::string, std::int64_t> m_draftNumbers;
    std::vector<store::RecordKey> m_keys; ///< of the records of the list, as far as it is read
    std::vector<Key> m_rows; ///< what a view has
    bool m_complete = false;
    bool m_preparing = false;
    QTimer m_idle; ///< reads on while nothing else is to be done
    mutable std::map<std::size_t, std::vector<RecordRow>> m_pages;
    QString m_filter;
    QString m_state;
    QString m_from;
    QString m_until;
    store::RecordFilter m_wanted; ///< form and place
    QString m_trouble;
};

} // namespace tashilgar::viewmodels
