#include "app/viewmodels/today_model.h"

#include "app/viewmodels/display_text.h"

namespace tashilgar::viewmodels {

TodayModel::TodayModel(QObject* parent)
    : QObject(parent)
{
}

void TodayModel::setFigures(const fieldwork::TodayFigures& figures, base::Instant now)
{
    m_figures = figures;
    m_now = now;
    emit changed();
}

QString TodayModel::date() const
{
    return DisplayText::instance().longDate(m_now);
}

QString TodayModel::draftsText() const
{
    return DisplayText::instance().digits(tr("%n draft(s) on this tablet", nullptr, drafts()));
}

QString TodayModel::madeText() const
{
    return DisplayText::instance().digits(tr("%n record(s) finished today", nullptr, made()));
}

QString TodayModel::safeText() const
{
    return DisplayText::instance().digits(tr("%n receipt(s) today", nullptr, safe()));
}

QString TodayModel::waitingText() const
{
    return waiting() == 0 ? tr("Everything has its receipt")
                          : DisplayText::instance().digits(tr("%n record(s) in the queue, safe on this tablet", nullptr, waiting()));
}

QString TodayModel::shortWaitingText() const
{
    return waiting() == 0 ? tr("All sent") : DisplayText::instance().digits(tr("%n queued, safe", nullptr, waiting()));
}

QString TodayModel::refusedText() const
{
    return DisplayText::instance().digits(tr("%n record(s) need a look", nullptr, refused()));
}

} // namespace tashilgar::viewmodels
