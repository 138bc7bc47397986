#include "app/viewmodels/choice_model.h"

#include "app/base/text.h"
#include "app/viewmodels/form_words.h"

namespace tashilgar::viewmodels {

namespace {

/// Values that forms use for "no answer" and "does not know"; kept at the foot of the list.
bool isNoAnswer(const std::string& value)
{
    return value == "no_answer" || value == "na" || value == "dk" || value == "ns" || value == "dont_know"
        || value == "unknown" || value == "not_said" || value == "refused_answer";
}

} // namespace

ChoiceModel::ChoiceModel(QObject* parent)
    : RowModel({{"value", [](const ChoiceRow& row) { return row.value; }},
                   {"label", [](const ChoiceRow& row) { return row.label; }},
                   {"image", [](const ChoiceRow& row) { return row.image; }},
                   {"chosen", [](const ChoiceRow& row) { return row.chosen; }},
                   {"place", [](const ChoiceRow& row) { return row.place; }},
                   {"noAnswer", [](const ChoiceRow& row) { return row.noAnswer; }}},
        [](const ChoiceRow& row) { return row.value; }, parent)
{
}

void ChoiceModel::show(const forms::NodeView& view, bool rightToLeft)
{
    const std::vector<std::string_view> held = base::splitWords(view.value);
    const bool rank = view.kind == forms::NodeKind::Rank;
    const auto placeOf = [&held](const std::string& value) {
        const auto found = std::find(held.begin(), held.end(), value);
        return found == held.end() ? 0 : static_cast<int>(found - held.begin()) + 1;
    };
    std::vector<ChoiceRow> fresh;
    fresh.reserve(view.choices.size());
    for (const forms::Choice& choice : view.choices) {
        ChoiceRow row;
        row.value = QString::fromStdString(choice.value);
        row.label = formWords(choice.label, rightToLeft);
        row.image = QString::fromStdString(choice.image);
        row.place = placeOf(choice.value);
        row.chosen = view.multiple || rank ? row.place > 0 : choice.value == view.value;
        row.noAnswer = isNoAnswer(choice.value);
        fresh.push_back(std::move(row));
    }
    if (rank) {
        std::stable_sort(fresh.begin(), fresh.end(), [](const ChoiceRow& a, const ChoiceRow& b) {
            return (a.place == 0 ? 1 << 20 : a.place) < (b.place == 0 ? 1 << 20 : b.place);
        });
    } else {
        std::stable_partition(fresh.begin(), fresh.end(), [](const ChoiceRow& row) { return !row.noAnswer; });
    }
    const bool sameSize = fresh.size() == m_all.size();
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const bool known = i < m_all.size() && m_all[i].label == fresh[i].label;
        fresh[i].folded = known ? m_all[i].folded
                                : QString::fromStdString(base::foldForSearch(fresh[i].label.toStdString()));
    }
    m_all = std::move(fresh);
    apply();
    if (!sameSize)
        emit totalChanged();
    emit chosenChanged();
}

void ChoiceModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    emit filterChanged();
    apply();
}

void ChoiceModel::apply()
{
    const int before = rowCount();
    const QString wanted = QString::fromStdString(base::foldForSearch(m_filter.toStdString()));
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        setRows(m_all);
    } else {
        std::vector<ChoiceRow> kept;
        std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(kept), [&words](const ChoiceRow& row) {
            return std::all_of(words.begin(), words.end(), [&row](const QString& word) { return row.folded.contains(word); });
        });
        setRows(std::move(kept));
    }
    if (rowCount() != before)
        emit countChanged();
}

int ChoiceModel::longest() const
{
    qsizetype longest = 0;
    for (const ChoiceRow& row : m_all)
        longest = std::max(longest, row.label.size());
    return static_cast<int>(longest);
}

int ChoiceModel::placeOf(const QString& value) const
{
    const auto found = std::find_if(rows().begin(), rows().end(), [&value](const ChoiceRow& row) { return row.value == value; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QString ChoiceModel::labelAt(int row) const
{
    return row >= 0 && row < rowCount() ? rows()[static_cast<std::size_t>(row)].label : QString();
}

QString ChoiceModel::chosenLabel() const
{
    QStringList labels;
    for (const ChoiceRow& row : m_all) {
        if (row.chosen)
            labels << row.label;
    }
    return labels.join(tr(", "));
}

} // namespace tashilgar::viewmodels
