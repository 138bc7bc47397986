#include "app/viewmodels/question_model.h"

#include "app/viewmodels/question_kind.h"

#include <QQmlEngine>

#include <set>

namespace tashilgar::viewmodels {

namespace {

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

/// A missing answer is told only when a person tried to go on; one that is not accepted at once.
QString problemOf(const QuestionModel::Item& item)
{
    const forms::NodeView& view = item.view;
    if (!view.relevant || view.violation == forms::Violation::None)
        return {};
    if (view.violation == forms::Violation::Required && !item.insistent)
        return {};
    if (!view.message.empty())
        return text(view.message);
    return view.violation == forms::Violation::Required
        ? QuestionModel::tr("This answer is needed.")
        : QuestionModel::tr("This is not accepted yet. What you wrote is kept.");
}

} // namespace

QuestionModel::QuestionModel(QObject* parent)
    : RowModel({{"ref", [](const QuestionRow& row) { return row.ref; }},
                   {"control", [](const QuestionRow& row) { return row.control; }},
                   {"label", [](const QuestionRow& row) { return row.label; }},
                   {"hint", [](const QuestionRow& row) { return row.hint; }},
                   {"guidance", [](const QuestionRow& row) { return row.guidance; }},
                   {"value", [](const QuestionRow& row) { return row.value; }},
                   {"shown", [](const QuestionRow& row) { return row.shown; }},
                   {"required", [](const QuestionRow& row) { return row.required; }},
                   {"problem", [](const QuestionRow& row) { return row.problem; }},
                   {"appearance", [](const QuestionRow& row) { return row.appearance; }},
                   {"image", [](const QuestionRow& row) { return row.image; }},
                   {"mediaType", [](const QuestionRow& row) { return row.mediaType; }},
                   {"parameters", [](const QuestionRow& row) { return row.parameters; }},
                   {"choices", [](const QuestionRow& row) { return QVariant::fromValue<QObject*>(row.choices); }},
                   {"count", [](const QuestionRow& row) { return row.count; }},
                   {"canAdd", [](const QuestionRow& row) { return row.canAdd; }},
                   {"canRemove", [](const QuestionRow& row) { return row.canRemove; }},
                   {"depth", [](const QuestionRow& row) { return row.depth; }},
                   {"instances", [](const QuestionRow& row) { return row.instances; }}},
        [](const QuestionRow& row) { return row.ref + u'|' + row.control; }, parent)
{
}

QuestionRow QuestionModel::rowFrom(const Item& item)
{
    const forms::NodeView& view = item.view;
    QuestionRow row;
    row.ref = text(view.ref);
    row.control = controlFor(view);
    row.label = text(view.label);
    row.hint = text(view.hint);
    row.guidance = text(view.guidance);
    row.value = text(view.value);
    row.shown = shownAnswer(view);
    row.required = view.required && takesAnswer(view);
    row.problem = problemOf(item);
    row.appearance = text(view.appearance);
    row.image = text(view.image);
    row.mediaType = text(view.mediaType);
    for (const forms::ControlParameter& parameter : view.parameters)
        row.parameters.insert(text(parameter.name), text(parameter.value));
    if (view.kind == forms::NodeKind::Select || view.kind == forms::NodeKind::Rank) {
        std::unique_ptr<ChoiceModel>& choices = m_choices[row.ref];
        if (!choices) {
            choices = std::make_unique<ChoiceModel>();
            QQmlEngine::setObjectOwnership(choices.get(), QQmlEngine::CppOwnership);
        }
        choices->show(view);
        row.choices = choices.get();
    }
    row.count = static_cast<int>(view.count);
    row.canAdd = view.canAdd;
    row.canRemove = view.canRemove;
    row.depth = item.depth;
    row.instances = item.instances;
    return row;
}

void QuestionModel::show(const std::vector<Item>& items)
{
    std::vector<QuestionRow> rows;
    rows.reserve(items.size());
    std::set<QString> alive;
    for (const Item& item : items) {
        rows.push_back(rowFrom(item));
        alive.insert(rows.back().ref);
    }
    setRows(std::move(rows));
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
