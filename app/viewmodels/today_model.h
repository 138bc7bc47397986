#pragma once

#include "app/fieldwork/submission_review.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

/// The figures of the page Today, in words.
class TodayModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString date READ date NOTIFY changed)
    Q_PROPERTY(int drafts READ drafts NOTIFY changed)
    Q_PROPERTY(QString draftsText READ draftsText NOTIFY changed)
    Q_PROPERTY(int made READ made NOTIFY changed)
    Q_PROPERTY(QString madeText READ madeText NOTIFY changed)
    Q_PROPERTY(int safe READ safe NOTIFY changed)
    Q_PROPERTY(QString safeText READ safeText NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(QString shortWaitingText READ shortWaitingText NOTIFY changed)
    Q_PROPERTY(int refused READ refused NOTIFY changed)
    Q_PROPERTY(QString refusedText READ refusedText NOTIFY changed)

public:
    explicit TodayModel(QObject* parent = nullptr);

    void setFigures(const fieldwork::TodayFigures& figures, base::Instant now);

    QString date() const;
    int drafts() const { return static_cast<int>(m_figures.drafts); }
    QString draftsText() const;
    int made() const { return static_cast<int>(m_figures.madeToday); }
    QString madeText() const;
    int safe() const { return static_cast<int>(m_figures.safeToday); }
    QString safeText() const;
    /// Records without a complete receipt that nobody has to look at.
    int waiting() const { return static_cast<int>(m_figures.waiting + m_figures.partial); }
    QString waitingText() const;
    QString shortWaitingText() const;
    int refused() const { return static_cast<int>(m_figures.refused); }
    QString refusedText() const;

signals:
    void changed();

private:
    fieldwork::TodayFigures m_figures;
    base::Instant m_now{};
};

} // namespace tashilgar::viewmodels
