#include "app/viewmodels/choice_model.h"

#include "app/base/text.h"
#include "app/viewmodels/form_words.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace tashilgar::viewmodels {

namespace {

/// Values that forms use for "no answer" and "does not know"; kept at the foot of the list.
bool isNoAnswer(const std::string& value)
{
    return value == "no_answer" || value == "na" || value == "dk" || value == "ns" || value == "dont_know"
        || value == "unknown" || value == "not_said" || value == "refused_answer";
}

/// "None of these" among several; among one of several it may be the low end of a scale.
bool isNone(const std::string& value)
{
    return value == "none" || value == "none_of_these" || value == "none_above";
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
    std::unordered_map<std::string_view, int> places;
    for (const std::string_view word : held)
        places.emplace(word, static_cast<int>(places.size()) + 1);
    const bool turned = rightToLeft != m_rightToLeft;
    m_rightToLeft = rightToLeft;
    std::vector<ChoiceRow> fresh;
    fresh.reserve(view.choices.size());
    for (std::size_t i = 0; i < view.choices.size(); ++i) {
        const forms::Choice& choice = view.choices[i];
        ChoiceRow row;
        const QString value = QString::fromStdString(choice.value);
        if (!turned && i < m_given.size() && m_given[i].raw == choice.label && m_given[i].value == value) {
            row = m_given[i];
        } else {
            row.value = value;
            row.label = formWords(choice.label, rightToLeft);
            row.raw = choice.label;
            row.noAnswer = isNoAnswer(choice.value) || (view.multiple && isNone(choice.value));
        }
        const auto place = places.find(choice.value);
        row.image = QString::fromStdString(choice.image);
        row.place = place == places.end() ? 0 : place->second;
        row.chosen = view.multiple || rank ? row.place > 0 : choice.value == view.value;
        fresh.push_back(std::move(row));
    }
    const bool sameSize = fresh.size() == m_given.size();
    m_given = std::move(fresh);
    m_order.resize(m_given.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t(0));
    const auto rankOf = [this](std::size_t at) { return m_given[at].place == 0 ? 1 << 20 : m_given[at].place; };
    if (rank)
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) { return rankOf(a) < rankOf(b); });
    else
        std::stable_partition(m_order.begin(), m_order.end(), [this](std::size_t at) { return !m_given[at].noAnswer; });
    apply();
    if (!sameSize)
        emit totalChanged();
    emit chosenChanged();
}

void ChoiceModel::markAll(const QSet<QString>& values)
{
    for (ChoiceRow& row : m_given)
        row.chosen = values.contains(row.value);
    apply();
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
    std::vector<ChoiceRow> kept;
    kept.reserve(words.isEmpty() ? m_given.size() : 0);
    for (const std::size_t at : m_order) {
        ChoiceRow& row = m_given[at];
        if (!words.isEmpty() && row.folded.isEmpty())
            row.folded = QString::fromStdString(base::foldForSearch(row.raw));
        if (std::all_of(words.begin(), words.end(), [&row](const QString& word) { return row.folded.contains(word); }))
            kept.push_back(row);
    }
    setRows(std::move(kept));
    if (rowCount() != before)
        emit countChanged();
}

int ChoiceModel::longest() const
{
    qsizetype longest = 0;
    for (const ChoiceRow& row : m_given)
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

QString ChoiceModel::valueAt(int row) const
{
    return row >= 0 && row < rowCount() ? rows()[static_cast<std::size_t>(row)].value : QString();
}

int ChoiceModel::chosenCount() const
{
    return static_cast<int>(std::count_if(m_given.begin(), m_given.end(), [](const ChoiceRow& row) { return row.chosen; }));
}

QVariantList ChoiceModel::chosenRows() const
{
    QVariantList rows;
    for (const std::size_t at : m_order) {
        if (m_given[at].chosen)
            rows << QVariantMap{{"value", m_given[at].value}, {"label", m_given[at].label}};
    }
    return rows;
}

QString ChoiceModel::labelOf(const QString& value) const
{
    const auto found = std::find_if(m_given.begin(), m_given.end(), [&value](const ChoiceRow& row) { return row.value == value; });
    return found == m_given.end() ? value : found->label;
}

QString ChoiceModel::chosenLabel() const
{
    QStringList labels;
    for (const std::size_t at : m_order) {
        if (m_given[at].chosen)
            labels << m_given[at].label;
    }
    return labels.join(tr(", "));
}

} // namespace tashilgar::viewmodels
