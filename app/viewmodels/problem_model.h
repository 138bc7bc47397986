#pragma once

#include "app/forms/diagnostics.h"
#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

namespace tashilgar::viewmodels {

struct ProblemRow {
    QString severity; ///< "error", "warning" or "hint"
    QString place;
    QString sentence;
    QString remedy; ///< may be empty
};

/// What is to be told to the author of a form: what keeps it from opening first, each in the order of the file.
class ProblemModel : public RowModel<ProblemRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the preview controller")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int stopCount READ stopCount NOTIFY changed)

public:
    explicit ProblemModel(QObject* parent = nullptr);

    /// Sentences are shown in the words they have.
    void show(const forms::Diagnostics& diagnostics);
    int count() const { return rowCount(); }
    /// How many keep the form from opening.
    int stopCount() const;

signals:
    void changed();
};

} // namespace tashilgar::viewmodels
