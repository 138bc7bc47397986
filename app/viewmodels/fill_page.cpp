#include "app/viewmodels/fill_controller.h"

#include "app/forms/glance.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/fill_reasons.h"
#include "app/viewmodels/fill_search.h"
#include "app/viewmodels/fill_state.h"
#include "app/viewmodels/form_words.h"
#include "app/viewmodels/question_kind.h"

#include <algorithm>

namespace tashilgar::viewmodels {

namespace {

/// What tells of the whole form follows an answer after this: long enough that typing does not pay for it.
constexpr int kSurveyDelayMilliseconds = 200;
/// A piece of the survey: a quarter of a frame.
constexpr std::chrono::microseconds kSurveyPiece{4000};
/// Found questions beyond these are not looked at by anybody: one more word finds better.
constexpr std::size_t kMostFound = 60;

} // namespace

QString FillController::title() const
{
    return m_filling ? formWords(m_filling->entry(), m_filling->entry().form().title()) : QString();
}

QString FillController::formId() const
{
    return m_filling ? QString::fromStdString(m_filling->entry().form().version().form.value()) : QString();
}

QString FillController::place() const
{
    return m_filling ? formWords(m_filling->entry(), m_filling->entry().instanceName()) : QString();
}

int FillController::stopCount() const
{
    return m_missing.stopCount() + m_missing.doubtCount();
}

QString FillController::step() const
{
    if (!m_filling)
        return {};
    if (m_atEnd || !m_step)
        return QStringLiteral("end");
    switch (shownStep().kind) {
    case FillStep::Kind::List:
        return QStringLiteral("list");
    case FillStep::Kind::Roster:
        return QStringLiteral("roster");
    case FillStep::Kind::Repeat:
        return QStringLiteral("repeat");
    case FillStep::Kind::Question:
        break;
    }
    return QStringLiteral("question");
}

FillStep FillController::shownStep() const
{
    return m_card.empty() ? m_step.value_or(FillStep()) : FillStep{FillStep::Kind::List, m_card};
}

QString FillController::currentRef() const
{
    if (!m_filling || m_atEnd || !m_step)
        return {};
    return QString::fromStdString(shownStep().ref);
}

bool FillController::pointWanted() const
{
    return m_questions.count() == 1 && m_questions.rows()[0].control == u"Geopoint" && m_questions.rows()[0].value.isEmpty();
}

double FillController::progress() const
{
    if (m_survey.all() == 0)
        return 0;
    return m_atEnd ? 1.0 : static_cast<double>(m_survey.before()) / m_survey.all();
}

QString FillController::progressText() const
{
    if (m_survey.all() == 0 || m_atEnd)
        return {};
    const DisplayText& display = DisplayText::instance();
    return tr("Question %1 of about %2")
        .arg(display.digits(QString::number(std::min(m_survey.before() + 1, m_survey.all()))), display.digits(QString::number(m_survey.all())));
}

QString FillController::nextText() const
{
    if (!m_filling || m_atEnd)
        return {};
    if (!m_card.empty())
        return tr("Back to the list");
    return m_returnToEnd ? tr("Back to what is left") : m_nextText;
}

bool FillController::isSaved() const
{
    return !m_filling || m_filling->unsaved() == 0;
}

QString FillController::savedText() const
{
    if (!m_filling)
        return {};
    if (m_filling->unsaved() > 0)
        return tr("Not saved yet");
    return tr("Saved");
}

QStringList FillController::languages() const
{
    QStringList names;
    if (m_filling) {
        for (const std::string& language : m_filling->entry().form().languages())
            names << QString::fromStdString(language);
    }
    return names;
}

QString FillController::language() const
{
    return m_filling ? QString::fromStdString(m_filling->entry().language()) : QString();
}

void FillController::setLanguage(const QString& language)
{
    if (!m_filling || language == this->language())
        return;
    emit aboutToMove();
    m_filling->setLanguage(language.toStdString());
    emit languageChanged();
    refresh();
}

bool FillController::isRightToLeft() const
{
    return m_filling ? readsRightToLeft(m_filling->entry()) : DisplayText::instance().rightToLeft();
}

QString FillController::today() const
{
    return DisplayText::instance().isoDate(m_library->surroundings().clock->now());
}

void FillController::refresh()
{
    if (!m_filling) {
        m_questions.show({}, false);
        m_roster.clear();
        m_outline.show({});
        m_missing.show({});
        emit changed();
        return;
    }
    m_step = m_step ? stepWith(m_filling->entry(), m_step->ref, m_paging) : firstStep(m_filling->entry(), m_paging);
    if (!m_card.empty() && (!m_step || m_step->kind != FillStep::Kind::Roster || !forms::glance(m_filling->entry(), m_card)))
        m_card.clear();
    showPage();
    survey(kSurveyDelayMilliseconds);
    emit changed();
}

/// The audit log hears of a page when it comes, not each time it is worked out anew.
void FillController::tellScreen()
{
    const bool end = m_atEnd || !m_step;
    const FillStep step = shownStep();
    const std::string screen = end ? std::string("end") : std::to_string(static_cast<int>(step.kind)) + step.ref;
    if (screen == m_screen)
        return;
    m_screen = screen;
    if (end)
        return m_filling->enterEnd();
    std::vector<std::string> refs;
    for (const forms::NodeView& question : questionsOf(m_filling->entry(), step))
        refs.push_back(question.ref);
    m_filling->enterScreen(std::move(refs), step.kind == FillStep::Kind::Question ? std::string() : step.ref);
}

void FillController::showPage()
{
    tellScreen();
    const forms::Entry& entry = m_filling->entry();
    m_groupName.clear();
    m_stepTitle.clear();
    m_nextText.clear();
    m_stepRequired = false;
    m_canGoBack = false;
    if (m_atEnd || !m_step) {
        m_questions.show({}, false);
        m_roster.clear();
        m_missing.show(missingOf(*m_filling));
        return;
    }
    const FillStep step = shownStep();
    m_group = labelledAncestor(entry, step.ref);
    m_groupName = m_group.empty() ? QString() : placeName(entry, m_group);
    if (step.kind == FillStep::Kind::List)
        m_stepTitle = placeName(entry, step.ref);
    if (step.kind == FillStep::Kind::Question) {
        const auto view = forms::glance(entry, step.ref);
        m_stepRequired = view && view->required && takesAnswer(*view);
    }
    std::vector<QuestionModel::Item> items = itemsOf(entry, step, m_insistent);
    for (QuestionModel::Item& item : items) {
        if (item.view.unexpected)
            item.reason = QString::fromStdString(m_filling->overruled(item.view.ref));
    }
    m_questions.show(items, isRightToLeft());
    if (m_step->kind == FillStep::Kind::Roster)
        m_roster.show(entry, m_step->ref, isRightToLeft(), m_insistent);
    else
        m_roster.clear();
    m_canGoBack = !m_card.empty() || stepBefore(entry, *m_step, m_paging).has_value();
    const auto following = stepAfter(entry, *m_step, m_paging);
    m_nextText = following ? tr("Next") : tr("To the end");
    if (following) {
        const std::string group = labelledAncestor(entry, following->ref);
        const QString name = group.empty() || group == m_group ? QString() : placeName(entry, group);
        if (!name.isEmpty() && name.size() <= 24)
            m_nextText = tr("Next: %1").arg(name);
    }
}

/// Looks through the form anew. The first piece is done at once where nobody waits to type: most forms need no second.
void FillController::survey(int delayMilliseconds)
{
    const forms::Entry& entry = m_filling->entry();
    m_survey.begin(entry, m_atEnd ? std::nullopt : m_step, m_paging);
    if (delayMilliseconds == 0 && m_survey.work(entry, kSurveyPiece)) {
        m_surveySoon.stop();
        m_outline.show(m_survey.rows(entry));
    } else {
        m_surveySoon.start(delayMilliseconds);
    }
}

void FillController::surveyOn()
{
    if (!m_filling)
        return;
    if (!m_survey.work(m_filling->entry(), kSurveyPiece))
        return m_surveySoon.start(0);
    m_outline.show(m_survey.rows(m_filling->entry()));
    emit changed();
}

QVariantMap FillController::why(const QString& ref) const
{
    if (!m_filling)
        return {};
    const auto view = forms::glance(m_filling->entry(), ref.toStdString());
    if (!view)
        return {};
    return {{QStringLiteral("label"), formWords(m_filling->entry(), view->label)}, {QStringLiteral("hidden"), !view->relevant},
        {QStringLiteral("reasons"), shownReasons(reasonsOf(m_filling->entry(), ref.toStdString()))}};
}

QVariantList FillController::find(const QString& words) const
{
    QVariantList shown;
    if (!m_filling)
        return shown;
    for (const FoundQuestion& found : findQuestions(m_filling->entry(), words, kMostFound)) {
        QStringList second{found.place, found.answer};
        second.removeAll(QString());
        shown << QVariantMap{{QStringLiteral("ref"), found.ref}, {QStringLiteral("label"), found.label},
            {QStringLiteral("second"), second.join(QStringLiteral(" · "))},
            {QStringLiteral("asked"), found.asked}};
    }
    return shown;
}

bool FillController::chooseNumber(int number)
{
    if (m_questions.count() != 1 || number < 1)
        return false;
    const QuestionRow& row = m_questions.rows()[0];
    const bool select = row.control == u"SelectOne" || row.control == u"SelectMany" || row.control == u"Likert";
    if (!select || !row.choices || number > row.choices->rowCount())
        return false;
    const ChoiceRow& choice = row.choices->rows()[static_cast<std::size_t>(number - 1)];
    return choose(row.ref, choice.value, row.control != u"SelectMany" || !choice.chosen);
}

} // namespace tashilgar::viewmodels
