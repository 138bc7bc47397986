#include "app/viewmodels/question_model.h"

#include "app/base/text.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <QQmlEngine>

#include <algorithm>
#include <set>

namespace tashilgar::viewmodels {

namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

/// How many of \p items, from the first on, make one grid; 0 when the first begins none. The label of a grid is the note
/// before it, as table-list is converted.
std::size_t gridLength(std::span<const QuestionModel::Item> items)
{
    const std::size_t note = items.front().view.kind == forms::NodeKind::Note ? 1 : 0;
    if (items.size() <= note || (note == 1 && !isGridHead(items[1].view)))
        return 0;
    const forms::NodeView& first = items[note].view;
    if (!isGridHead(first) && !isGridRow(first))
        return 0;
    std::size_t end = note + 1;
    while (end < items.size() && isGridRow(items[end].view) && sameColumns(first, items[end].view))
        ++end;
    const bool hasRows = isGridRow(first) || end > note + 1;
    return hasRows ? end : 0;
}

} // namespace

QString QuestionModel::problemOf(const forms::NodeView& view, bool insistent, bool rightToLeft)
{
    if (!view.relevant || view.violation == forms::Violation::None)
        return {};
    if (view.violation == forms::Violation::Required && !insistent)
        return {};
    if (!view.message.empty())
        return formWords(view.message, rightToLeft);
    return view.violation == forms::Violation::Required ? tr("This answer is needed.")
                                                        : tr("This is not accepted yet. What you wrote is kept.");
}

QString QuestionModel::doubtOf(const forms::NodeView& view, bool rightToLeft)
{
    if (!view.unexpected)
        return {};
    return view.doubt.empty() ? tr("This is unusual. If it is right, say why.") : formWords(view.doubt, rightToLeft);
}

QuestionModel::QuestionModel(QObject* parent)
    : RowModel({{"ref", [](const QuestionRow& row) { return row.ref; }},
                   {"control", [](const QuestionRow& row) { return row.control; }},
                   {"label", [](const QuestionRow& row) { return row.label; }},
                   {"hint", [](const QuestionRow& row) { return row.hint; }},
                   {"guidance", [](const QuestionRow& row) { return row.guidance; }},
                   {"value", [](const QuestionRow& row) { return row.value; }},
                   {"shown", [](const QuestionRow& row) { return row.shown; }},
                   {"required", [](const QuestionRow& row) { return row.required; }},
                   {"multiple", [](const QuestionRow& row) { return row.multiple; }},
                   {"doubt", [](const QuestionRow& row) { return row.doubt; }},
                   {"reason", [](const QuestionRow& row) { return row.reason; }},
                   {"problem", [](const QuestionRow& row) { return row.problem; }},
                   {"appearance", [](const QuestionRow& row) { return row.appearance; }},
                   {"image", [](const QuestionRow& row) { return row.image; }},
                   {"mediaType", [](const QuestionRow& row) { return row.mediaType; }},
                   {"parameters", [](const QuestionRow& row) { return row.parameters; }},
                   {"choices", [](const QuestionRow& row) { return QVariant::fromValue<QObject*>(row.choices); }},
                   {"grid", [](const QuestionRow& row) { return QVariant::fromValue<QObject*>(row.grid); }},
                   {"count", [](const QuestionRow& row) { return row.count; }},
                   {"canAdd", [](const QuestionRow& row) { return row.canAdd; }},
                   {"canRemove", [](const QuestionRow& row) { return row.canRemove; }},
                   {"depth", [](const QuestionRow& row) { return row.depth; }},
                   {"instances", [](const QuestionRow& row) { return row.instances; }}},
        [](const QuestionRow& row) { return row.ref + u'|' + row.control; }, parent)
{
}

ChoiceModel* QuestionModel::choicesOf(const QString& ref, const forms::NodeView& view)
{
    std::unique_ptr<ChoiceModel>& choices = m_choices[ref];
    if (!choices) {
        choices = std::make_unique<ChoiceModel>();
        QQmlEngine::setObjectOwnership(choices.get(), QQmlEngine::CppOwnership);
    }
    choices->show(view, m_rightToLeft);
    return choices.get();
}

QuestionRow QuestionModel::gridFrom(std::span<const Item> items)
{
    QuestionRow row;
    row.control = QStringLiteral("Grid");
    std::vector<GridRow> rows;
    for (const Item& item : items) {
        const forms::NodeView& view = item.view;
        const QString label = formWords(view.label, m_rightToLeft);
        if (isGridRow(view)) {
            if (row.ref.isEmpty())
                row.ref = text(view.ref);
            rows.push_back({text(view.ref), label, text(view.value), view.multiple, view.required, problemOf(view, item.insistent, m_rightToLeft)});
            continue;
        }
        if (row.label.isEmpty())
            row.label = label;
        row.hint = row.hint.isEmpty() ? formWords(view.hint, m_rightToLeft) : row.hint;
        if (isGridHead(view))
            row.ref = text(view.ref);
    }
    const auto columns = std::find_if(items.begin(), items.end(),
        [](const Item& item) { return isGridHead(item.view) || isGridRow(item.view); });
    row.choices = choicesOf(row.ref, columns->view);
    std::unique_ptr<GridModel>& grid = m_grids[row.ref];
    if (!grid) {
        grid = std::make_unique<GridModel>();
        QQmlEngine::setObjectOwnership(grid.get(), QQmlEngine::CppOwnership);
    }
    grid->show(std::move(rows));
    row.grid = grid.get();
    row.depth = items.front().depth;
    return row;
}

QuestionRow QuestionModel::rowFrom(const Item& item)
{
    const forms::NodeView& view = item.view;
    QuestionRow row;
    row.ref = text(view.ref);
    row.control = controlFor(view);
    row.label = formWords(view.label, m_rightToLeft);
    row.hint = formWords(view.hint, m_rightToLeft);
    row.guidance = formWords(view.guidance, m_rightToLeft);
    row.value = text(view.value);
    row.shown = shownAnswer(view, m_rightToLeft);
    row.required = view.required && takesAnswer(view);
    row.problem = problemOf(view, item.insistent, m_rightToLeft);
    row.doubt = doubtOf(view, m_rightToLeft);
    row.reason = item.reason;
    row.multiple = view.multiple;
    row.appearance = text(base::toLowerAscii(view.appearance)); // pages look for words of it
    row.image = text(view.image);
    row.mediaType = text(view.mediaType);
    for (const forms::ControlParameter& parameter : view.parameters)
        row.parameters.insert(text(parameter.name), text(parameter.value));
    const bool ticks = view.kind == forms::NodeKind::Range && !view.choices.empty(); // labels of its scale
    if (view.kind == forms::NodeKind::Select || view.kind == forms::NodeKind::Rank || ticks)
        row.choices = choicesOf(row.ref, view);
    row.count = static_cast<int>(view.count);
    row.canAdd = view.canAdd;
    row.canRemove = view.canRemove;
    row.depth = item.depth;
    row.instances = item.instances;
    return row;
}

void QuestionModel::show(const std::vector<Item>& items, bool rightToLeft)
{
    m_rightToLeft = rightToLeft;
    std::vector<QuestionRow> rows;
    rows.reserve(items.size());
    std::set<QString> alive;
    for (std::size_t i = 0; i < items.size();) {
        const std::span<const Item> rest = std::span(items).subspan(i);
        const std::size_t grid = gridLength(rest);
        if (grid == 0 && isGridHead(rest.front().view)) { // a head whose rows are all hidden
            ++i;
            continue;
        }
        rows.push_back(grid > 0 ? gridFrom(rest.first(grid)) : rowFrom(rest.front()));
        alive.insert(rows.back().ref);
        i += std::max<std::size_t>(grid, 1);
    }
    setRows(std::move(rows));
    std::erase_if(m_grids, [&alive](const auto& entry) { return !alive.contains(entry.first); });
    std::erase_if(m_choices, [&alive](const auto& entry) { return !alive.contains(entry.first); });
    emit shown();
}

int QuestionModel::rowOf(const QString& ref) const
{
    for (std::size_t i = 0; i < rows().size(); ++i) {
        if (rows()[i].ref == ref)
            return static_cast<int>(i);
    }
    return -1;
}

QVariantMap QuestionModel::at(int row) const
{
    QVariantMap map;
    const QHash<int, QByteArray> names = roleNames();
    for (auto it = names.begin(); it != names.end(); ++it)
        map.insert(QString::fromLatin1(it.value()), data(index(row), it.key()));
    return map;
}

} // namespace tashilgar::viewmodels
