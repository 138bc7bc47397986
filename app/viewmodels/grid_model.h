#pragma once

#include "app/forms/node_view.h"
#include "app/viewmodels/row_model.h"

#include <QtQml/qqmlregistration.h>

#include <span>

namespace tashilgar::viewmodels {

struct GridRow {
    QString ref;
    QString label;
    QString value; ///< lexical; several values parted by blanks when `multiple`
    bool multiple = false;
    bool required = false;
    QString problem;
};

/// Selects that share one list of choices, as the rows of a grid; the choices, its columns, stand in a ChoiceModel.
class GridModel : public RowModel<GridRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with a question")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit GridModel(QObject* parent = nullptr);

    void show(std::vector<GridRow> rows);
    int count() const { return rowCount(); }

signals:
    void countChanged();
};

/// The row of a grid that only names the columns; nobody answers it. Spec: XLSForm, appearance "label".
bool isGridHead(const forms::NodeView& view);
/// A select that shows as a row of a grid: appearance "list-nolabel".
bool isGridRow(const forms::NodeView& view);
/// Both offer the same values in the same order, so that they fit one grid.
bool sameColumns(const forms::NodeView& a, const forms::NodeView& b);

} // namespace tashilgar::viewmodels
