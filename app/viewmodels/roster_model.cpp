#include "app/viewmodels/roster_model.h"

#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/fill_steps.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <QQmlEngine>

#include <algorithm>
#include <charconv>

namespace tashilgar::viewmodels {

using forms::NodeKind;
using forms::NodeView;

namespace {

/// Characters that a column shows without cutting them, by what is answered in it.
int leastOf(const QString& control, const QString& label)
{
    const bool number = control == u"Integer" || control == u"Decimal" || control == u"Digits";
    const int answer = number ? 5 : control == u"Text" || control == u"Multiline" ? 12 : control == u"Date" ? 12 : 9;
    int longestWord = 0;
    for (const QString& word : label.split(u' '))
        longestWord = std::max(longestWord, static_cast<int>(word.size()));
    return std::max(answer, std::min(longestWord, 12));
}

/// A name, a code, or one of a long list: what a row is called by.
bool tellsWho(const NodeView& view)
{
    if (view.kind == NodeKind::Input)
        return view.type == forms::DataType::String || view.type == forms::DataType::Barcode;
    return view.kind == NodeKind::Select && (hasAppearance(view, "autocomplete") || hasAppearance(view, "search"));
}

} // namespace

RosterModel::RosterModel(Hands hands, QObject* parent)
    : QAbstractListModel(parent)
    , m_hands(std::move(hands))
    , m_signIn(*this)
{
    QQmlEngine::setObjectOwnership(&m_cell, QQmlEngine::CppOwnership);
    QQmlEngine::setObjectOwnership(&m_signIn, QQmlEngine::CppOwnership);
}

QHash<int, QByteArray> RosterModel::roleNames() const
{
    return {{RefRole, "ref"}, {NumberRole, "number"}, {NameRole, "name"}, {SecondRole, "second"}, {CellsRole, "cells"},
        {ProblemRole, "problem"}, {NotesRole, "notes"}};
}

std::string RosterModel::instanceAt(int row) const
{
    return m_range + '[' + std::to_string(row + 1) + ']';
}

// Showing -----------------------------------------------------------------------------------------------------------

void RosterModel::show(const forms::Entry& entry, const std::string& range, bool rightToLeft, bool insistent)
{
    const auto view = forms::glance(entry, range);
    if (!view)
        return clear();
    const bool other = m_entry != &entry || m_range != range;
    const bool turned = other || m_rightToLeft != rightToLeft;
    if (other)
        clear();
    m_entry = &entry;
    m_range = range;
    m_rightToLeft = rightToLeft;
    m_insistent = insistent;
    m_canAdd = view->canAdd;
    m_canRemove = view->canRemove;
    m_title = formWords(view->label, rightToLeft);
    m_readRow = -1;
    if (other)
        m_shape = rosterColumns(entry.form(), range);
    if (turned || m_count == 0)
        readColumns();
    if (view->count > m_count) {
        beginInsertRows({}, count(), static_cast<int>(view->count) - 1);
        m_count = view->count;
        endInsertRows();
    } else if (view->count < m_count) {
        const int gone = static_cast<int>(m_count - view->count);
        const int first = gone == 1 && m_removing >= 0 ? m_removing : static_cast<int>(view->count);
        beginRemoveRows({}, first, first + gone - 1);
        m_count = view->count;
        endRemoveRows();
    }
    if (m_count > 0)
        emit dataChanged(index(0), index(count() - 1));
    showCell();
    if (other)
        m_signIn.begin();
    else
        m_signIn.refresh();
    emit changed();
}

void RosterModel::clear()
{
    if (!m_entry)
        return;
    beginResetModel();
    m_entry = nullptr;
    m_count = 0;
    m_shape.clear();
    m_range.clear();
    m_readRow = -1;
    endResetModel();
    m_canAdd = m_canRemove = false;
    closeCell();
    setUndo({}, {});
    m_signIn.begin();
    emit changed();
}

void RosterModel::readColumns()
{
    QVariantList columns;
    for (const RosterColumn& column : m_shape) {
        NodeView view; // without an instance the form alone says what is asked
        view.kind = column.kind;
        view.type = column.type;
        view.multiple = column.multiple;
        if (const auto first = forms::glance(*m_entry, instanceAt(0) + column.below))
            view = *first;
        std::string label = forms::columnLabel(m_entry->form(), rangePath() + column.below, m_entry->language());
        if (label.empty())
            label = view.label;
        view.readonly = false;
        const QString control = controlFor(view);
        const QString words = formWords(label, m_rightToLeft);
        columns << QVariantMap{{"label", words}, {"control", control}, {"least", leastOf(control, words)}};
    }
    if (columns == m_columns)
        return;
    m_columns = std::move(columns);
    emit columnsChanged();
}

QString RosterModel::countText() const
{
    return tr("%1: %2", "what is counted, and how many").arg(m_title, DisplayText::instance().digits(QString::number(m_count)));
}

QVariantMap RosterModel::cellFrom(const NodeView& view) const
{
    QVariantMap cell;
    const bool asked = view.relevant && takesAnswer(view);
    cell["asked"] = asked;
    cell["control"] = controlFor(view);
    cell["value"] = QString::fromStdString(view.value);
    QString shown;
    if (view.relevant && (view.kind == NodeKind::Select || view.kind == NodeKind::Rank)) {
        QStringList labels;
        for (const std::string& label : forms::chosenLabels(*m_entry, view.ref))
            labels << formWords(label, m_rightToLeft);
        shown = labels.join(ChoiceModel::tr(", "));
    } else if (view.relevant) {
        shown = view.kind == NodeKind::Upload && !view.value.empty() ? tr("Taken") : shownAnswer(view, m_rightToLeft);
    }
    cell["shown"] = shown;
    cell["required"] = asked && view.required;
    cell["problem"] = asked ? QuestionModel::problemOf(view, m_insistent, m_rightToLeft) : QString();
    return cell;
}

const RosterModel::Row& RosterModel::rowAt(int row) const
{
    if (row == m_readRow && m_readRevision == m_entry->revision())
        return m_read;
    m_readRow = row;
    m_readRevision = m_entry->revision();
    m_read = {};
    const std::string instance = instanceAt(row);
    const QString comma = QuestionModel::tr(", ", "between answers");
    QStringList rest;
    for (std::size_t i = 0; i < m_shape.size(); ++i) {
        const auto view = forms::glance(*m_entry, instance + m_shape[i].below);
        QVariantMap cell = view ? cellFrom(*view) : QVariantMap{{"asked", false}};
        const QString shown = cell["shown"].toString();
        const QString problem = cell["problem"].toString();
        if (!problem.isEmpty() && m_read.problem.isEmpty())
            m_read.problem = tr("%1: %2", "a column, and what is wrong in it").arg(m_columns[static_cast<int>(i)].toMap()["label"].toString(), problem);
        if (!shown.isEmpty() && view && view->kind != NodeKind::Upload) {
            if (m_read.name.isEmpty() && tellsWho(*view))
                m_read.name = shown;
            else
                rest << DisplayText::instance().quoted(shown);
        }
        m_read.cells << cell;
    }
    if (m_read.name.isEmpty())
        m_read.name = rest.isEmpty() ? placeName(*m_entry, instance) : rest.takeFirst();
    m_read.second = rest.mid(0, 4).join(comma);
    m_read.notes = notesOf(instance);
    return m_read;
}

/// What the form itself says of a row: its notes that are relevant now.
QStringList RosterModel::notesOf(const std::string& instance) const
{
    QStringList notes;
    std::vector<std::string> open{instance};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        const auto children = m_entry->bodyChildren(at);
        for (const std::string& child : children ? *children : std::vector<std::string>()) {
            const auto view = forms::glance(*m_entry, child);
            if (!view || !view->relevant)
                continue;
            if (view->kind == NodeKind::Group)
                open.push_back(child);
            else if (view->kind == NodeKind::Note && !view->label.empty())
                notes << formWords(view->label, m_rightToLeft);
        }
    }
    return notes;
}

QVariant RosterModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_entry || index.row() >= count())
        return {};
    switch (role) {
    case RefRole:
        return QString::fromStdString(instanceAt(index.row()));
    case NumberRole:
        return DisplayText::instance().digits(QString::number(index.row() + 1));
    case NameRole:
        return rowAt(index.row()).name;
    case SecondRole:
        return rowAt(index.row()).second;
    case CellsRole:
        return rowAt(index.row()).cells;
    case ProblemRole:
        return rowAt(index.row()).problem;
    case NotesRole:
        return rowAt(index.row()).notes;
    default:
        return {};
    }
}

// One cell ----------------------------------------------------------------------------------------------------------

std::string RosterModel::rangePath() const
{
    std::string path;
    bool inside = false;
    for (const char c : m_range) {
        inside = c == '[' || (inside && c != ']');
        if (!inside && c != ']')
            path += c;
    }
    return path;
}

QString RosterModel::refAt(int row, int column) const
{
    if (row < 0 || row >= count() || column < 0 || column >= static_cast<int>(m_shape.size()))
        return {};
    return QString::fromStdString(instanceAt(row) + m_shape[static_cast<std::size_t>(column)].below);
}

QVariantList RosterModel::placeOf(const QString& ref) const
{
    const std::string wanted = ref.toStdString();
    if (m_range.empty() || !wanted.starts_with(m_range + '['))
        return {-1, -1};
    int row = 0;
    const char* digits = wanted.data() + m_range.size() + 1;
    const auto read = std::from_chars(digits, wanted.data() + wanted.size(), row);
    if (read.ec != std::errc() || row < 1 || row > count())
        return {-1, -1};
    const std::string below(read.ptr + 1, wanted.data() + wanted.size());
    for (std::size_t column = 0; column < m_shape.size(); ++column) {
        if (m_shape[column].below == below)
            return {row - 1, static_cast<int>(column)};
    }
    return {row - 1, -1};
}

bool RosterModel::answer(int row, int column, const QString& value)
{
    const QString ref = refAt(row, column);
    return !ref.isEmpty() && m_hands.answer(ref, value);
}

bool RosterModel::copyFromAbove(int row, int column)
{
    const auto above = forms::glance(*m_entry, refAt(row - 1, column).toStdString());
    return above && !above->value.empty() && answer(row, column, QString::fromStdString(above->value));
}

void RosterModel::open(int row, int column)
{
    m_cellRef = refAt(row, column).toStdString();
    showCell();
}

void RosterModel::closeCell()
{
    m_cellRef.clear();
    m_cell.show({}, m_rightToLeft);
}

void RosterModel::showCell()
{
    if (m_cellRef.empty() || !m_entry)
        return;
    auto view = m_entry->view(m_cellRef);
    if (!view || !view->relevant)
        return closeCell();
    std::vector<QuestionModel::Item> items;
    items.push_back({std::move(*view), 0, m_insistent, {}});
    m_cell.show(items, m_rightToLeft);
}

QVariantList RosterModel::nextAsked(int row, int column, int direction) const
{
    const int wide = static_cast<int>(m_shape.size());
    for (int at = row * wide + column + direction; at >= 0 && at < count() * wide; at += direction) {
        const auto view = forms::glance(*m_entry, refAt(at / wide, at % wide).toStdString());
        if (view && view->relevant && takesAnswer(*view))
            return {at / wide, at % wide};
    }
    return {};
}

// Rows --------------------------------------------------------------------------------------------------------------

RosterModel::Answers RosterModel::answersOf(const std::string& instance) const
{
    Answers answers;
    for (const RosterColumn& column : m_shape) {
        const auto view = forms::glance(*m_entry, instance + column.below);
        if (view && view->relevant && takesAnswer(*view))
            answers.emplace_back(column.below, view->value);
    }
    return answers;
}

void RosterModel::setUndo(std::optional<Undo> undo, const QString& text)
{
    m_undo = std::move(undo);
    m_undoText = text;
    emit undoChanged();
}

void RosterModel::rememberAdded(int row, const std::optional<Answers>& before, const QString& name)
{
    Undo undo{before ? Undo::Kind::Filled : Undo::Kind::Added, instanceAt(row), before.value_or(Answers())};
    setUndo(std::move(undo), name.isEmpty() ? tr("A row was added.") : tr("%1 was added.").arg(DisplayText::instance().quoted(name)));
}

int RosterModel::add()
{
    if (!m_entry || m_hands.add(QString::fromStdString(m_range)).isEmpty())
        return -1;
    rememberAdded(count() - 1, {}, {});
    return count() - 1;
}

bool RosterModel::remove(int row)
{
    if (row < 0 || row >= count())
        return false;
    const QString name = rowAt(row).name;
    Undo undo{Undo::Kind::Removed, {}, answersOf(instanceAt(row))};
    m_removing = row;
    closeCell();
    const bool done = m_hands.remove(QString::fromStdString(instanceAt(row)));
    m_removing = -1;
    if (done)
        setUndo(std::move(undo), tr("%1 was removed.").arg(DisplayText::instance().quoted(name)));
    return done;
}

bool RosterModel::undo()
{
    if (!m_undo || !m_entry)
        return false;
    const Undo undo = std::move(*m_undo);
    setUndo({}, {});
    if (undo.kind == Undo::Kind::Removed) {
        const std::string instance = m_hands.add(QString::fromStdString(m_range)).toStdString();
        bool done = !instance.empty();
        for (const auto& [below, value] : undo.answers) {
            const auto view = forms::glance(*m_entry, instance + below);
            if (view && view->relevant && view->value != value)
                done = m_hands.answer(QString::fromStdString(instance + below), QString::fromStdString(value)) && done;
        }
        m_signIn.recount();
        return done;
    }
    if (undo.kind == Undo::Kind::Added) {
        m_removing = placeOf(QString::fromStdString(undo.instance + "/"))[0].toInt();
        const bool done = m_hands.remove(QString::fromStdString(undo.instance));
        m_removing = -1;
        return done;
    }
    // The row stood there before: what was written into it goes, the last answer first, because it hangs on those before.
    bool done = true;
    const Answers answers = answersOf(undo.instance);
    for (auto now = answers.rbegin(); now != answers.rend(); ++now) {
        const auto then = std::find_if(
            undo.answers.begin(), undo.answers.end(), [&](const auto& answer) { return answer.first == now->first; });
        const std::string value = then == undo.answers.end() ? std::string() : then->second;
        if (value != now->second)
            done = m_hands.answer(QString::fromStdString(undo.instance + now->first), QString::fromStdString(value)) && done;
    }
    m_signIn.recount();
    return done;
}

} // namespace tashilgar::viewmodels
