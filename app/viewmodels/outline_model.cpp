#include "app/viewmodels/outline_model.h"

#include <algorithm>
#include <iterator>

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

void OutlineModel::show(std::vector<OutlineRow> fresh)
{
    m_all = std::move(fresh);
    lay();
}

void OutlineModel::setOnlyLeft(bool only)
{
    m_onlyLeft = only;
    lay();
}

int OutlineModel::problemCount() const
{
    return static_cast<int>(
        std::count_if(m_all.begin(), m_all.end(), [](const OutlineRow& row) { return row.problem; }));
}

void OutlineModel::lay()
{
    std::vector<OutlineRow> shown;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(shown),
        [this](const OutlineRow& row) { return !m_onlyLeft || row.state != u"done"; });
    setRows(std::move(shown));
    emit changed();
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
    return !rows().empty() && rows().front().part != u"open" ? rows().front().ref : QString();
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
