#pragma once

#include "app/fieldwork/submission_review.h"
#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct RecordRow {
    QString id; ///< of the draft or the record
    bool draft = false;
    QString title;
    QString formId;
    QString formTitle;
    QString glyph;
    QString day; ///< head of the part it stands in
    QString when; ///< time of day
    QString state; ///< "draft", "waiting", "partial", "safe" or "refused"
    QString stateText;
    QString detail; ///< photos, reason
    QString receipt; ///< number, when there is one
    QString receiptText; ///< who holds it and since when
    QString folded;
};

/// Drafts and finished records of this tablet, newest first, with a search and a filter by state.
class RecordListModel : public RowModel<RecordRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(QString state READ state WRITE setState NOTIFY changed)
    Q_PROPERTY(int draftCount READ draftCount NOTIFY changed)
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY changed)
    Q_PROPERTY(int safeCount READ safeCount NOTIFY changed)
    Q_PROPERTY(int refusedCount READ refusedCount NOTIFY changed)
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)

public:
    explicit RecordListModel(QObject* parent = nullptr);

    void read(fieldwork::SubmissionReview& review, base::Instant now);
    void setRecords(const std::vector<store::DraftSummary>& drafts,
        const std::vector<store::SubmissionSummary>& records, base::Instant now);

    int total() const { return static_cast<int>(m_all.size()); }
    int count() const { return rowCount(); }
    const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    const QString& state() const { return m_state; }
    /// "" for all, "draft", "waiting" (partial ones too), "safe" or "refused".
    void setState(const QString& state);
    int draftCount() const { return countIn(QStringLiteral("draft")); }
    int waitingCount() const { return countIn(QStringLiteral("waiting")); }
    int safeCount() const { return countIn(QStringLiteral("safe")); }
    int refusedCount() const { return countIn(QStringLiteral("refused")); }
    QString totalText() const;
    const QString& trouble() const { return m_trouble; }

    Q_INVOKABLE QVariantMap record(const QString& id) const;
    /// The drafts of one form, newest first: {id, title, when}.
    Q_INVOKABLE QVariantList draftsOf(const QString& formId) const;

signals:
    void changed();

private:
    int countIn(const QString& state) const;
    static bool isIn(const RecordRow& row, const QString& state);
    void apply();

    std::vector<RecordRow> m_all;
    QString m_filter;
    QString m_state;
    QString m_trouble;
};

} // namespace tashilgar::viewmodels
