#include "app/viewmodels/outline_model.h"

namespace tashilgar::viewmodels {

OutlineModel::OutlineModel(QObject* parent)
    : RowModel({{"ref", [](const OutlineRow& row) { return row.ref; }},
                   {"label", [](const OutlineRow& row) { return row.label; }},
                   {"state_", [](const OutlineRow& row) { return row.state; }},
                   {"detail", [](const OutlineRow& row) { return row.detail; }},
                   {"depth", [](const OutlineRow& row) { return row.depth; }}},
        [](const OutlineRow& row) { return row.ref; }, parent)
{
}

MissingModel::MissingModel(QObject* parent)
    : RowModel({{"ref", [](const MissingRow& row) { return row.ref; }},
                   {"part", [](const MissingRow& row) { return row.part; }},
                   {"place", [](const MissingRow& row) { return row.place; }},
                   {"label", [](const MissingRow& row) { return row.label; }},
                   {"sentence", [](const MissingRow& row) { return row.sentence; }}},
        [](const MissingRow& row) { return row.part + row.ref; }, parent)
{
}

QString MissingModel::firstStop() const
{
    return !rows().empty() && rows().front().part == u"stop" ? rows().front().ref : QString();
}

int MissingModel::countOf(QStringView part) const
{
    return static_cast<int>(
        std::count_if(rows().begin(), rows().end(), [part](const MissingRow& row) { return row.part == part; }));
}

void MissingModel::show(std::vector<MissingRow> fresh)
{
    setRows(std::move(fresh));
    emit changed();
}

} // namespace tashilgar::viewmodels
