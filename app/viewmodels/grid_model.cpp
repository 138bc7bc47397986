#include "app/viewmodels/grid_model.h"

#include "app/viewmodels/question_kind.h"

#include <algorithm>

namespace tashilgar::viewmodels {

GridModel::GridModel(QObject* parent)
    : RowModel({{"ref", [](const GridRow& row) { return row.ref; }},
                   {"label", [](const GridRow& row) { return row.label; }},
                   {"value", [](const GridRow& row) { return row.value; }},
                   {"multiple", [](const GridRow& row) { return row.multiple; }},
                   {"required", [](const GridRow& row) { return row.required; }},
                   {"problem", [](const GridRow& row) { return row.problem; }}},
        [](const GridRow& row) { return row.ref; }, parent)
{
}

void GridModel::show(std::vector<GridRow> fresh)
{
    const int before = count();
    setRows(std::move(fresh));
    if (count() != before)
        emit countChanged();
}

bool isGridHead(const forms::NodeView& view)
{
    return view.kind == forms::NodeKind::Select && hasAppearance(view, "label");
}

bool isGridRow(const forms::NodeView& view)
{
    return view.kind == forms::NodeKind::Select && !view.readonly && hasAppearance(view, "list-nolabel");
}

bool sameColumns(const forms::NodeView& a, const forms::NodeView& b)
{
    return std::equal(a.choices.begin(), a.choices.end(), b.choices.begin(), b.choices.end(),
        [](const forms::Choice& x, const forms::Choice& y) { return x.value == y.value; });
}

} // namespace tashilgar::viewmodels
