#pragma once

#include "app/fieldwork/submission_review.h"
#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct OutboxRow {
    QString id;
    QString title;
    QString formTitle;
    QString glyph;
    QString state;
    QString detail; ///< amount, or why it waits
    QString when;
    double done = 0; ///< 0 to 1, by files
};

/// What still has to go, in the order of sending.
class OutboxModel : public RowModel<OutboxRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    explicit OutboxModel(QObject* parent = nullptr);
    /// As many as a person looks through; more are only counted.
    static constexpr std::uint32_t kMostShown = 200;
    void setRecords(const std::vector<store::SubmissionSummary>& records, base::Instant now);
    /// How many records and files wait, shown or not.
    void setTotals(std::uint32_t records, std::uint32_t files);
    /// Of those that wait, shown or not.
    int count() const { return std::max(rowCount(), m_total); }
    const QString& summary() const { return m_summary; }

signals:
    void changed();

private:
    int m_total = 0;
    QString m_summary;
};

/// Receipts, newest first, and records that the office sent back.
class ReceiptModel : public RowModel<OutboxRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    explicit ReceiptModel(QObject* parent = nullptr);
    /// The page Records has all of them.
    static constexpr std::uint32_t kMostShown = 50;
    void setRecords(const std::vector<store::SubmissionSummary>& records, base::Instant now);
    int count() const { return rowCount(); }

signals:
    void changed();
};

} // namespace tashilgar::viewmodels
