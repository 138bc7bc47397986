#pragma once

#include "app/base/clock.h"
#include "app/fieldwork/day_list.h"
#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct DayRow {
    QString key;
    QString code;
    QString second;
    QString tag;      ///< "second visit", "3 days past its date"
    QString tagTone;
    QString tagGlyph;
    QString glyph;
    QString distance; ///< empty where no position is known
    QString formId;   ///< that records what happened there
};

/// The next doors and issues of today: nearest first where the position is known, else longest due first.
class DayModel : public RowModel<DayRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    explicit DayModel(QObject* parent = nullptr);

    /// \p here is the last known position as an answer, "lat lon …", or empty.
    void show(std::vector<fieldwork::DueItem> items, const std::string& here, const QString& today);
    int count() const { return rowCount(); }
    const QString& summary() const { return m_summary; }

signals:
    void changed();

private:
    QString m_summary;
};

} // namespace tashilgar::viewmodels
