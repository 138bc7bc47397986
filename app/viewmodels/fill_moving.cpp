#include "app/viewmodels/fill_controller.h"

#include "app/forms/glance.h"

#include <algorithm>

namespace tashilgar::viewmodels {

void FillController::place(const FillStep& step, int direction)
{
    m_step = step;
    m_card.clear();
    m_atEnd = false;
    m_insistent = false;
    std::ignore = m_filling->setCurrentRef(step.ref);
    showPage();
    survey(0);
    emit changed();
    emit moved(direction);
}

bool FillController::pageIsComplete() const
{
    if (m_atEnd || !m_step)
        return true;
    const forms::Entry& entry = m_filling->entry();
    const FillStep step = shownStep();
    if (step.kind == FillStep::Kind::Roster) {
        const std::vector<RosterColumn> columns = rosterColumns(entry.form(), step.ref);
        for (int row = 0; row < m_roster.count(); ++row) {
            for (const RosterColumn& column : columns) {
                const auto found = entry.violation(m_roster.instanceAt(row) + column.below);
                if (found && *found != forms::Violation::None)
                    return false;
            }
        }
        return true;
    }
    const auto questions = questionsOf(entry, step);
    return std::all_of(questions.begin(), questions.end(), [this](const forms::NodeView& view) {
        return view.violation == forms::Violation::None && (!view.unexpected || !m_filling->overruled(view.ref).empty()
                   || m_questions.rowOf(QString::fromStdString(view.ref)) < 0); // the row of a table: the end asks
    });
}

void FillController::setPaging(Paging paging)
{
    if (paging == m_paging)
        return;
    m_paging = paging;
    if (!m_filling || m_atEnd || !m_step)
        return;
    emit aboutToMove();
    m_step = stepWith(m_filling->entry(), m_step->ref, m_paging);
    showPage();
    survey(0);
    emit changed();
}

/// Tells the page's fields that it is left; false when somebody holds on to it.
bool FillController::leave(const std::function<void()>& later)
{
    if (m_mayLeave && !m_mayLeave(later))
        return false;
    emit aboutToMove();
    return true;
}

bool FillController::next()
{
    if (!m_filling || m_atEnd)
        return false;
    if (!leave([this] { next(); }))
        return false;
    refresh(); // what was just handed over may have changed the way
    if (!m_insistent && !pageIsComplete()) {
        m_insistent = true;
        showPage();
        emit changed();
        return false;
    }
    if (!m_card.empty()) {
        place(*m_step, 1);
        return true;
    }
    const auto following = m_step ? stepAfter(m_filling->entry(), *m_step, m_paging) : std::nullopt;
    if (m_returnToEnd || !following) {
        goToEnd();
        return true;
    }
    place(*following, 1);
    return true;
}

bool FillController::back()
{
    if (!m_filling)
        return false;
    if (!leave([this] { back(); }))
        return false;
    m_returnToEnd = false;
    const forms::Entry& entry = m_filling->entry();
    const auto previous = !m_card.empty() ? m_step : m_atEnd ? lastStep(entry, m_paging) : m_step ? stepBefore(entry, *m_step, m_paging) : std::nullopt;
    if (!previous)
        return false;
    place(*previous, -1);
    return true;
}

bool FillController::goTo(const QString& ref)
{
    if (!m_filling)
        return false;
    if (!leave([this, ref] { goTo(ref); }))
        return false;
    refresh();
    const auto step = stepWith(m_filling->entry(), ref.toStdString(), m_paging);
    if (!step)
        return false;
    const bool fromEnd = m_atEnd;
    place(*step, 1);
    m_returnToEnd = fromEnd;
    if (const QVariantList cell = m_roster.placeOf(ref); step->kind == FillStep::Kind::Roster && cell[0].toInt() >= 0)
        emit m_roster.cellWanted(cell[0].toInt(), cell[1].toInt());
    emit changed();
    return true;
}

bool FillController::openCard(const QString& instance)
{
    if (!m_filling || !m_step || m_step->kind != FillStep::Kind::Roster || m_roster.placeOf(instance + u'/')[0].toInt() < 0)
        return false;
    if (!leave([this, instance] { openCard(instance); }))
        return false;
    const bool returning = m_returnToEnd;
    place(*m_step, 1);
    m_returnToEnd = returning;
    m_card = instance.toStdString();
    showPage();
    emit changed();
    return true;
}

void FillController::goToEnd()
{
    if (!m_filling)
        return;
    if (!leave([this] { goToEnd(); }))
        return;
    m_atEnd = true;
    m_returnToEnd = false;
    m_card.clear();
    showPage();
    survey(0);
    emit changed();
    emit moved(1);
}

} // namespace tashilgar::viewmodels
