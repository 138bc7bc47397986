#include "app/viewmodels/sign_in.h"

#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/question_kind.h"
#include "app/viewmodels/roster_model.h"

#include <QQmlEngine>

#include <algorithm>

namespace tashilgar::viewmodels {

using forms::NodeKind;

namespace {

/// So many rows are looked through after each answer; of more, what is changed in a row's own cell is noticed late.
constexpr int kRowsReadAgain = 300;

/// A card or badge: what a scanner types. No name is written so.
bool isCode(const QString& text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-'); });
    return plain && text.size() >= 4 && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

SignIn::SignIn(RosterModel& roster)
    : m_roster(&roster)
{
    for (QObject* shown : std::initializer_list<QObject*>{&m_names, &m_needs})
        QQmlEngine::setObjectOwnership(shown, QQmlEngine::CppOwnership);
}

void SignIn::begin()
{
    m_pick = m_typed = m_code = nullptr;
    m_ways.clear();
    m_picked.clear();
    m_cards.clear();
    m_accepted.clear();
    m_counted = -1;
    m_namesRead = false;
    m_lastName.clear();
    m_notice.clear();
    leaveNeeds();
    m_looked = false;
    refresh();
}

/// The columns that rows are added by. Without an instance the appearance of a select is not known.
void SignIn::findColumns()
{
    for (const RosterColumn& column : m_roster->shape()) {
        if (column.kind == NodeKind::Select && !column.multiple && !m_pick) {
            const auto view = forms::glance(*m_roster->entry(), m_roster->instanceAt(0) + column.below);
            if (view && (hasAppearance(*view, "autocomplete") || hasAppearance(*view, "search")))
                m_pick = &column;
        }
        if (column.kind == NodeKind::Input && column.type == forms::DataType::String && !m_typed)
            m_typed = &column;
        if (column.kind == NodeKind::Input && column.type == forms::DataType::Barcode && !m_code)
            m_code = &column;
    }
}

void SignIn::refresh()
{
    const forms::Entry* entry = m_roster->entry();
    if (entry && !m_looked && m_roster->canAdd() && m_roster->count() > 0) {
        m_looked = true;
        findColumns();
    }
    if (entry && m_pick && !m_namesRead && m_roster->count() > 0) {
        m_namesRead = true;
        if (auto view = entry->view(m_roster->instanceAt(0) + m_pick->below)) {
            view->value.clear();
            m_names.show(*view, m_roster->rightToLeft());
        }
    }
    if (m_counted != m_roster->count() || m_counted <= kRowsReadAgain)
        recount();
    if (entry && !m_asked.empty()) {
        std::vector<QuestionModel::Item> items;
        for (const std::string& below : m_asked) {
            auto view = entry->view(m_newest + below);
            if (view && view->relevant)
                items.push_back({std::move(*view), 0, false, {}});
        }
        m_needs.show(items, m_roster->rightToLeft());
    }
    emit changed();
}

void SignIn::recount()
{
    m_counted = m_roster->count();
    const auto gather = [this](const RosterColumn* column, QSet<QString>& values) {
        values.clear();
        for (int row = 0; column && row < m_counted; ++row) {
            const auto cell = forms::glance(*m_roster->entry(), m_roster->instanceAt(row) + column->below);
            if (cell && !cell->value.empty())
                values.insert(QString::fromStdString(cell->value));
        }
    };
    gather(m_pick, m_picked);
    gather(m_code, m_cards);
    m_names.markAll(m_picked);
}

bool SignIn::waiting() const
{
    return std::any_of(m_needs.rows().begin(), m_needs.rows().end(), [](const QuestionRow& row) { return row.value.isEmpty(); });
}

void SignIn::leaveNeeds()
{
    m_asked.clear();
    m_newest.clear();
    m_needs.show({}, m_roster->rightToLeft());
    emit changed();
}

void SignIn::tell(const QString& notice)
{
    m_notice = notice;
    emit changed();
}

/// Nothing in it tells who it is: a repeat begins with such a row.
bool SignIn::isBlank(const std::string& instance) const
{
    const auto isEmpty = [&](const RosterColumn* column) {
        const auto cell = forms::glance(*m_roster->entry(), instance + column->below);
        return !cell || cell->value.empty();
    };
    return (!m_pick || isEmpty(m_pick)) && (!m_typed || isEmpty(m_typed)) && (!m_code || isEmpty(m_code));
}

/// Answers what stands before \p column until it is asked.
bool SignIn::reach(const std::string& instance, const RosterColumn& column)
{
    const forms::Entry& entry = *m_roster->entry();
    const auto asked = [&] {
        const auto cell = forms::glance(entry, instance + column.below);
        return cell && cell->relevant && !cell->readonly;
    };
    const auto answer = [&](const std::string& below, const std::string& value) {
        return m_roster->hands().answer(QString::fromStdString(instance + below), QString::fromStdString(value)) && asked();
    };
    if (asked())
        return true;
    if (const auto way = m_ways.find(column.below); way != m_ways.end())
        return answer(way->second.first, way->second.second);
    for (const RosterColumn& before : m_roster->shape()) {
        if (&before == &column)
            break;
        if (before.kind != NodeKind::Select || before.multiple || &before == m_pick)
            continue;
        const auto leads = entry.view(instance + before.below);
        if (!leads || !leads->relevant)
            continue;
        for (const forms::Choice& choice : leads->choices) {
            if (choice.value != leads->value && answer(before.below, choice.value)) {
                m_ways[column.below] = {before.below, choice.value};
                return true;
            }
        }
        m_roster->hands().answer(QString::fromStdString(instance + before.below), QString::fromStdString(leads->value));
    }
    return false;
}

bool SignIn::put(const RosterColumn& column, const QString& value, const QString& name)
{
    const forms::Entry* entry = m_roster->entry();
    if (!entry)
        return false;
    tell({});
    m_accepted.clear();
    leaveNeeds();
    std::optional<RosterModel::Answers> before;
    int row = m_roster->count() - 1;
    if (row >= 0 && isBlank(m_roster->instanceAt(row)))
        before = m_roster->answersOf(m_roster->instanceAt(row));
    else if (m_roster->hands().add(QString::fromStdString(m_roster->range())).isEmpty())
        return false;
    else
        ++row;
    const std::string instance = m_roster->instanceAt(row);
    const bool done = reach(instance, column)
        && m_roster->hands().answer(QString::fromStdString(instance + column.below), value);
    m_roster->rememberAdded(row, before, name);
    m_lastName = name;
    m_newest = instance;
    for (const RosterColumn& other : m_roster->shape()) {
        const auto cell = forms::glance(*entry, instance + other.below);
        if (cell && cell->relevant && cell->required && takesAnswer(*cell) && cell->value.empty())
            m_asked.push_back(other.below);
    }
    refresh();
    return done;
}

bool SignIn::pick(const QString& value)
{
    if (!m_pick)
        return false;
    const QString name = m_names.labelOf(value);
    if (m_picked.contains(value)) {
        tell(tr("%1 is signed in already.").arg(DisplayText::instance().quoted(name)));
        return false;
    }
    if (!put(*m_pick, value, name))
        return false;
    recount();
    m_names.setFilter({});
    return true;
}

bool SignIn::type(const QString& name)
{
    if (!m_typed || name.trimmed().isEmpty() || !put(*m_typed, name.trimmed(), name.trimmed()))
        return false;
    m_names.setFilter({});
    return true;
}

bool SignIn::enter(const QString& text)
{
    const QString code = DisplayText::instance().latinDigits(text.trimmed());
    if (m_code && isCode(code)) { // as a scanner types it
        if (!putCard(code))
            return false;
        m_names.setFilter({});
        return true;
    }
    m_names.setFilter(text);
    if (m_names.count() == 1) {
        const QString only = m_names.rows().front().value; // the rows change under a pick
        return pick(only);
    }
    if (m_names.count() == 0)
        tell(tr("Nobody of that name is in the list. If it is a new name, add it as such."));
    return false;
}

QString SignIn::accepted() const
{
    return m_roster->undoText() == m_acceptedUndo ? m_accepted : QString();
}

/// A card counts once, and only when the form takes it.
bool SignIn::putCard(const QString& code)
{
    const QString shown = DisplayText::instance().code(code);
    if (m_cards.contains(code)) {
        tell(tr("%1 is signed in already.").arg(shown));
        return false;
    }
    if (!put(*m_code, code, code))
        return false;
    const auto cell = m_roster->entry()->view(m_newest + m_code->below);
    if (cell && cell->violation == forms::Violation::Constraint) {
        const QString reason = QString::fromStdString(cell->message);
        m_roster->undo();
        leaveNeeds();
        tell(reason.isEmpty() ? tr("%1 is no card of this form.").arg(shown) : shown + QStringLiteral(": ") + reason);
        return false;
    }
    recount();
    return true;
}

bool SignIn::card(const QString& text)
{
    const QString code = DisplayText::instance().latinDigits(text.trimmed());
    if (!m_code || code.isEmpty() || !putCard(code))
        return false;
    m_names.setFilter({});
    const QStringList notes = m_roster->data(m_roster->index(m_roster->count() - 1), RosterModel::NotesRole).toStringList();
    m_acceptedKnown = !notes.isEmpty();
    m_accepted = m_acceptedKnown ? notes.join(QStringLiteral(", ")) : DisplayText::instance().code(code);
    m_acceptedUndo = m_roster->undoText();
    emit changed();
    return true;
}

void SignIn::takeBack(bool named)
{
    if (accepted().isEmpty())
        return;
    m_accepted.clear();
    leaveNeeds();
    m_roster->undo();
    recount();
    emit changed();
    if (named)
        emit nameWanted();
}

} // namespace tashilgar::viewmodels
